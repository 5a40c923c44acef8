import * as z from "zod";
import { PlatformRelease } from "../src/catalog.ts";
import { ComparisonDocument } from "../src/documents/comparison-document.ts";
import { FigureDocument } from "../src/documents/figure-document.ts";
import { PlanDocument } from "../src/documents/plan-document.ts";
import { QuoteDocument } from "../src/documents/quote-document.ts";
import { FleetFile } from "../src/input.ts";
import { Parameter } from "../src/parameters.ts";
import { PriceBookFile } from "../src/prices/price-book-file.ts";
import { PriceListFile } from "../src/pricing/price-list-file.ts";
import { WhatIfFile } from "../src/whatif/what-if-file.ts";

/** What others rely on: files people write (as they write them) and documents we print. */
const SCHEMAS: readonly (readonly [name: string, title: string, schema: z.ZodType])[] = [
  ["fleet", "nkp-planner fleet file", FleetFile],
  ["price-book", "nkp-planner price book", PriceBookFile],
  ["price-list", "nkp-planner price list", PriceListFile],
  ["what-if", "nkp-planner file of ranges", WhatIfFile],
  ["comparison", "nkp-planner compare --format json", ComparisonDocument],
  ["plan", "nkp-planner plan --format json", PlanDocument],
  ["quote", "nkp-planner quote --format json", QuoteDocument],
  ["figure", "a figure of nkp-planner explain --format json", FigureDocument],
  ["release", "an NKP release of the catalog", PlatformRelease],
  ["parameter", "an assumption of the catalog", Parameter],
];

/** File name → JSON Schema text, generated from the same zod schemas that check values at run time. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    SCHEMAS.map(([name, title, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" });
      return [`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
    }),
  );
}
