import {
  BASELINE_SCHEMA_ADDRESS,
  baselineFileSchema,
  checkRules,
  POLICY_SCHEMA_ADDRESS,
  policyFileSchema,
} from "@nkp-planner/adapters/check";
import { parameters } from "@nkp-planner/catalog";
import {
  didYouMean,
  InputError,
  type JsonSchema,
  type ListedSchema,
  type PublishedSchema,
  publishedSchemas,
  schemaListDocument,
  settingsSchema,
  shown,
} from "@nkp-planner/core";
import { buildCommand, buildRouteMap } from "@stricli/core";
import { BRIEFS } from "../briefs.ts";
import { type Format, formatFlag } from "../flags.ts";
import { inkFor } from "../human/ink.ts";
import { schemaListText, schemaText } from "../human/schema.ts";
import { publishedSchema } from "../published-schema.ts";
import type { Shell } from "../shell.ts";

/** Files that are not core's: what --set takes is the catalog's, and what checks are told is made of their rules. */
const OTHERS: readonly (ListedSchema & { readonly schema: () => JsonSchema })[] = [
  {
    ...{ name: "settings", title: "nkp-planner settings (--set)", use: "written" },
    schema: () => settingsSchema(parameters),
  },
  {
    ...{ name: "sizing-policy", title: "nkp-planner policy of checks", use: "written" },
    draft07Address: POLICY_SCHEMA_ADDRESS,
    schema: () => policyFileSchema(checkRules),
  },
  {
    ...{ name: "check-baseline", title: "nkp-planner baseline of checks", use: "written" },
    draft07Address: BASELINE_SCHEMA_ADDRESS,
    schema: baselineFileSchema,
  },
];
const isWritten = ({ use }: PublishedSchema) => use === "written";
const known: readonly PublishedSchema[] = [
  ...publishedSchemas.filter(isWritten),
  ...OTHERS,
  ...publishedSchemas.filter((one) => !isWritten(one)),
];

async function show(this: Shell, { format }: { readonly format: Format }, name?: string): Promise<void> {
  const { stdout, env } = this.process;
  const ink = inkFor(stdout, env);
  if (name === undefined) {
    stdout.write(format === "json" ? json(schemaListDocument(known)) : schemaListText(known, ink));
    return;
  }
  const found = known.find((one) => one.name === name);
  if (found === undefined) {
    const names = known.map((one) => one.name);
    const expected = "the name of a file or a document, as schema show lists them";
    throw new InputError("schema", [{ path: [], found: shown(name), expected, fix: didYouMean(name, names) }]);
  }
  const schema = schemaOf(found);
  stdout.write(format === "json" ? json(schema) : schemaText(found, schema, ink));
}

function schemaOf({ name }: Pick<PublishedSchema, "name">): JsonSchema {
  const published = publishedSchemas.find((one) => one.name === name);
  if (published !== undefined) return publishedSchema(published.name);
  return (OTHERS.find((one) => one.name === name) as (typeof OTHERS)[number]).schema();
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export const command = buildRouteMap({
  routes: {
    show: buildCommand<{ readonly format: Format }, [string?], Shell>({
      func: show,
      parameters: {
        flags: {
          format: { ...formatFlag, brief: "What to print: an outline for people, or the JSON Schema" },
        },
        positional: {
          kind: "tuple",
          parameters: [
            {
              brief: "Name of a file or a document (default: list them)",
              parse: (input: string) => input,
              placeholder: "NAME",
              optional: true,
            },
          ],
        },
      },
      docs: {
        brief: "Every property of a file or a document: type, unit, meaning, example",
        fullDescription: [
          "Every property of a file that you write, or of a document that is printed:",
          "its type, its unit, whether it is required, what it means, an example.",
          "",
          "  nkp-planner schema show                      what there is",
          "  nkp-planner schema show fleet                a fleet file",
          "  nkp-planner schema show price-book           what things cost you",
          "  nkp-planner schema show price-list           what tenants pay",
          "  nkp-planner schema show settings             what --set takes",
          "  nkp-planner schema show sizing-policy        what checks are told",
          "  nkp-planner schema show fleet --format json  for editors and programs",
        ].join("\n"),
      },
    }),
  },
  docs: { brief: BRIEFS.schema },
});
