import { yamlLine } from "@nkp-planner/adapters/yaml";
import {
  type JsonSchema,
  PRICE_KINDS,
  type PublishedSchema,
  rateKinds,
  type SchemaRow,
  type SchemaSection,
  schemaAddress,
  schemaOutline,
  unitFormsOf,
} from "@nkp-planner/core";
import type { Ink } from "./ink.ts";
import { padEnd, widthOf } from "./layout.ts";
import { paragraph } from "./paragraph.ts";
import { table } from "./table.ts";

const USES: Readonly<Record<PublishedSchema["use"], string>> = {
  written: "Files that you write",
  printed: "Documents that commands print",
  catalog: "Entries of the catalog",
};

export function schemaListText(schemas: readonly PublishedSchema[], ink: Ink): string {
  const uses = Object.keys(USES) as PublishedSchema["use"][];
  const tables = uses.flatMap((use) => [
    ink.strong(USES[use]),
    table(
      [left("Name"), left("What it is")],
      schemas.filter((one) => one.use === use).map(({ name, title }) => [name, title]),
      ink,
    ),
  ]);
  const next = paragraph(
    "nkp-planner schema show NAME prints every property of one; with --format json, its JSON Schema.",
  );
  const editors = paragraph(
    "Editors check and complete a YAML file that begins with # yaml-language-server: $schema= and an address; JSON has it as $schema. That of a fleet:",
  );
  return `${[...tables, next, `${editors}\n  ${schemaAddress("fleet", "draft-07")}`].join("\n\n")}\n`;
}

/** A schema as an outline: a section for each map, a property under its name with all that is to be known of it. */
export function schemaText({ name, title }: PublishedSchema, schema: JsonSchema, ink: Ink): string {
  const sections = schemaOutline(schema).map((section) => sectionText(section, ink));
  const kinds = name === "price-book" ? [kindsText(ink)] : [];
  return `${[ink.strong(title), ...sections, ...kinds].join("\n\n")}\n`;
}

function sectionText({ place, description, rows }: SchemaSection, ink: Ink): string {
  const head = place === "" ? [] : [ink.strong(place), ...(description === "" ? [] : [paragraph(description)]), ""];
  const width = Math.max(...rows.map(({ name }) => widthOf(name)));
  return [...head, ...rows.map((row) => rowText(row, Math.min(width, WIDEST_NAME), ink))].join("\n");
}

const WIDEST_NAME = 24;
const TEXT_INDENT = "      ";

function rowText(row: SchemaRow, width: number, ink: Ink): string {
  const facts = [
    row.isRequired ? "required" : "",
    row.type,
    row.unit ?? "",
    row.default === undefined ? "" : `default ${yamlLine(row.default)}`,
  ];
  const head = paragraph(facts.filter((fact) => fact !== "").join("; "), "  ", `${padEnd(row.name, width)}  `);
  const [example] = row.examples;
  return [
    ink.strong(head),
    ...(row.description === "" ? [] : [paragraph(row.description, TEXT_INDENT)]),
    ...(example === undefined ? [] : [ink.quiet(paragraph(`${row.name}: ${yamlLine(example)}`, TEXT_INDENT))]),
  ].join("\n");
}

/** What may be priced, and in which units; periods are said once for all. */
function kindsText(ink: Ink): string {
  const rows = rateKinds.map((kind) => [kind, PRICE_KINDS[kind].title, unitFormsOf(kind).join(", ")]);
  return [
    ink.strong("Kinds of price, and their units"),
    paragraph("-* is -month, -year, -hour or -term; a term has its termMonths."),
    "",
    table([left("appliesTo"), left("Price of"), left("unit")], rows, ink),
  ].join("\n");
}

function left(title: string) {
  return { title, align: "left" } as const;
}
