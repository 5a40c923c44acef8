import {
  type JsonSchema,
  publishedSchemas,
  type SchemaName,
  type SchemaRow,
  type SchemaSection,
  schemaOutline,
} from "@nkp-planner/core";
import fleetSchema from "@nkp-planner/core/schema/fleet.schema.json" with { type: "json" };
import bookSchema from "@nkp-planner/core/schema/price-book.schema.json" with { type: "json" };
import listSchema from "@nkp-planner/core/schema/price-list.schema.json" with { type: "json" };
import rangesSchema from "@nkp-planner/core/schema/what-if.schema.json" with { type: "json" };
import fleetExample from "../../../examples/msp-fleet.yaml?raw";
import bookExample from "../../../examples/price-book-eur.yaml?raw";
import hostsExample from "../../../examples/price-book-hosts-eur.yaml?raw";
import listExample from "../../../examples/price-list-eur.yaml?raw";
import rangesExample from "../../../examples/what-if-eur.yaml?raw";
import { at } from "./links.ts";

/** A file that people write, as its page tells of it. */
export interface FileFormat {
  /** Name of its schema, and of its page. */
  readonly name: SchemaName;
  readonly title: string;
  /** What it is for, and who reads it. */
  readonly lead: string;
  /** How it is given to the command line. */
  readonly command: string;
  readonly sections: readonly SchemaSection[];
  readonly examples: readonly FileExample[];
}

export interface FileExample {
  readonly fileName: string;
  readonly text: string;
}

const WORDS = [
  {
    name: "fleet",
    title: "Fleet file",
    lead: "Your tenants and what each needs, with the day, the release and the currency of the plan. YAML or JSON; every command and the calculator read it.",
    command: "nkp-planner compare fleet.yaml",
    schema: fleetSchema,
    examples: [{ fileName: "msp-fleet.yaml", text: fleetExample }],
  },
  {
    name: "price-book",
    title: "Price book",
    lead: "What things cost you: nodes by vCPU and GiB or by the host, licences, labour, power, support. YAML or JSON. Without one, invented prices are taken, and every output says so.",
    command: "nkp-planner compare fleet.yaml --prices price-book.yaml",
    schema: bookSchema,
    examples: [
      { fileName: "price-book-eur.yaml", text: bookExample },
      { fileName: "price-book-hosts-eur.yaml", text: hostsExample },
    ],
  },
  {
    name: "price-list",
    title: "Price list",
    lead: "What your tenants pay: by cluster, request, node, storage or bundle, with tiers, discounts, support and a fee for taking them on. YAML or JSON. A price agreed in the fleet file stands before it.",
    command: "nkp-planner quote fleet.yaml --price-list price-list.yaml",
    schema: listSchema,
    examples: [{ fileName: "price-list-eur.yaml", text: listExample }],
  },
  {
    name: "what-if",
    title: "File of ranges",
    lead: "Which prices and assumptions may turn out otherwise, and between which values, for the command whatif. YAML or JSON.",
    command: "nkp-planner whatif fleet.yaml --ranges ranges.yaml",
    schema: rangesSchema,
    examples: [{ fileName: "what-if-eur.yaml", text: rangesExample }],
  },
];

/** Every file that people write and a schema ships for, with the outline of that schema. */
export const fileFormats: readonly FileFormat[] = publishedSchemas
  .filter(({ use }) => use === "written")
  .map(({ name }) => {
    const words = WORDS.find((one) => one.name === name);
    if (words === undefined) throw new Error(`The file ${name} has no page: say in file-formats.ts what it is for.`);
    const { schema, ...rest } = words;
    return { ...rest, name, sections: schemaOutline(schema as JsonSchema) };
  });

/** The place of a property as an anchor: `tenants[].workloads[]`, `kind` → `tenants.workloads.kind`. */
export function propertyAnchor(place: string, name: string): string {
  const above = place.replaceAll("[]", "");
  return above === "" ? name : `${above}.${name}`;
}

/** Where a property is told of, by its anchor. */
export function propertyHref(name: string, anchor: string): string {
  return at(`guides/files/${name}/#${anchor}`);
}

/** What a fleet file says of a field of its tenants: `demand.cpu`. @throws where it has no such field */
export function fleetProperty(field: string): SchemaRow {
  const sections = fileFormats.find(({ name }) => name === "fleet")?.sections ?? [];
  const rows = sections.flatMap(({ place, rows }) =>
    rows.map((row) => ({ anchor: propertyAnchor(place, row.name), row })),
  );
  const found = rows.find(({ anchor }) => anchor === `tenants.${field}`);
  if (found === undefined) throw new Error(`A fleet file has no tenants.${field}.`);
  return found.row;
}
