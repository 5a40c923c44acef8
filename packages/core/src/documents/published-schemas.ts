/** Who has to do with what a schema is of: people write it, commands print it, or the catalog holds it. */
export type SchemaUse = "written" | "printed" | "catalog";

/** A schema that ships with the package, as `schema/NAME.schema.json`. */
export interface PublishedSchema {
  readonly name: string;
  readonly title: string;
  readonly use: SchemaUse;
}

/** Every schema that ships, in the order in which people look for them. */
export const publishedSchemas = [
  { name: "fleet", title: "nkp-planner fleet file", use: "written" },
  { name: "price-book", title: "nkp-planner price book", use: "written" },
  { name: "price-list", title: "nkp-planner price list", use: "written" },
  { name: "what-if", title: "nkp-planner file of ranges", use: "written" },
  { name: "comparison", title: "nkp-planner compare --format json", use: "printed" },
  { name: "streamed-comparison", title: "nkp-planner compare --stream --format json", use: "printed" },
  { name: "shard", title: "nkp-planner shard", use: "printed" },
  { name: "plan", title: "nkp-planner plan --format json", use: "printed" },
  { name: "check", title: "nkp-planner check --format json", use: "printed" },
  { name: "diff", title: "nkp-planner diff --format json", use: "printed" },
  { name: "cost", title: "nkp-planner cost --format json", use: "printed" },
  { name: "quote", title: "nkp-planner quote --format json", use: "printed" },
  { name: "break-even", title: "nkp-planner breakeven --format json", use: "printed" },
  { name: "figures", title: "nkp-planner explain FLEET FIGURE --format json", use: "printed" },
  { name: "figure", title: "a figure of nkp-planner explain --format json", use: "printed" },
  { name: "figure-list", title: "nkp-planner explain FLEET --format json", use: "printed" },
  { name: "sizes", title: "nkp-planner sizes --format json", use: "printed" },
  { name: "forecast", title: "nkp-planner forecast --format json", use: "printed" },
  { name: "lifecycle", title: "nkp-planner lifecycle --format json", use: "printed" },
  { name: "decision", title: "nkp-planner decide --format json", use: "printed" },
  { name: "what-if-document", title: "nkp-planner whatif --format json", use: "printed" },
  { name: "measurement", title: "nkp-planner measure --format json", use: "printed" },
  { name: "measured-footprint", title: "nkp-planner measure --footprint", use: "printed" },
  { name: "catalog", title: "nkp-planner catalog list --format json", use: "printed" },
  { name: "release-changes", title: "nkp-planner catalog diff --format json", use: "printed" },
  { name: "schema-list", title: "nkp-planner schema show --format json", use: "printed" },
  { name: "release", title: "an NKP release of the catalog", use: "catalog" },
  { name: "parameter", title: "an assumption of the catalog", use: "catalog" },
  { name: "fact-sheet", title: "a fact sheet of the catalog", use: "catalog" },
  { name: "preset", title: "a preset of the catalog", use: "catalog" },
  { name: "application", title: "a typical application of the catalog", use: "catalog" },
  { name: "source", title: "a source of the catalog", use: "catalog" },
] as const satisfies readonly PublishedSchema[];

/** The name of a schema that ships. */
export type SchemaName = (typeof publishedSchemas)[number]["name"];
