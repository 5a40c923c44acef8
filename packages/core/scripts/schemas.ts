import * as z from "zod";
import { BreakEvenDocument } from "../src/documents/break-even-document.ts";
import { CatalogDocument } from "../src/documents/catalog-document.ts";
import { CatalogEntryDocuments } from "../src/documents/catalog-entry-document.ts";
import { ComparisonDocument } from "../src/documents/comparison-document.ts";
import { CostDocument } from "../src/documents/cost-document.ts";
import { FigureDocument } from "../src/documents/figure-document.ts";
import { FigureListDocument } from "../src/documents/figure-list-document.ts";
import { FiguresDocument } from "../src/documents/figures-document.ts";
import { ForecastDocument } from "../src/documents/forecast-document.ts";
import { PlanDocument } from "../src/documents/plan-document.ts";
import { QuoteDocument } from "../src/documents/quote-document.ts";
import { ReleaseChangesDocument } from "../src/documents/release-changes-document.ts";
import { SizesDocument } from "../src/documents/sizes-document.ts";
import { WhatIfDocument } from "../src/documents/what-if-document.ts";
import { FleetFile } from "../src/input/fleet.ts";
import { PriceListFile } from "../src/price-list/price-list-file.ts";
import { PriceBookFile } from "../src/prices/price-book-file.ts";
import { WhatIfFile } from "../src/whatif/what-if-file.ts";

/** What others rely on: files people write (as they write them) and documents we print. */
const SCHEMAS: readonly (readonly [name: string, title: string, schema: z.ZodType])[] = [
  ["fleet", "nkp-planner fleet file", FleetFile],
  ["price-book", "nkp-planner price book", PriceBookFile],
  ["price-list", "nkp-planner price list", PriceListFile],
  ["what-if", "nkp-planner file of ranges", WhatIfFile],
  ["comparison", "nkp-planner compare --format json", ComparisonDocument],
  ["plan", "nkp-planner plan --format json", PlanDocument],
  ["cost", "nkp-planner cost --format json", CostDocument],
  ["quote", "nkp-planner quote --format json", QuoteDocument],
  ["break-even", "nkp-planner breakeven --format json", BreakEvenDocument],
  ["figures", "nkp-planner explain FLEET FIGURE --format json", FiguresDocument],
  ["figure", "a figure of nkp-planner explain --format json", FigureDocument],
  ["figure-list", "nkp-planner explain FLEET --format json", FigureListDocument],
  ["sizes", "nkp-planner sizes --format json", SizesDocument],
  ["forecast", "nkp-planner forecast --format json", ForecastDocument],
  ["what-if-document", "nkp-planner whatif --format json", WhatIfDocument],
  ["catalog", "nkp-planner catalog list --format json", CatalogDocument],
  ["release-changes", "nkp-planner catalog diff --format json", ReleaseChangesDocument],
  ["release", "nkp-planner catalog show RELEASE --format json", CatalogEntryDocuments.release],
  ["parameter", "nkp-planner catalog show ASSUMPTION --format json", CatalogEntryDocuments.assumption],
  ["fact-sheet", "nkp-planner catalog show FACTS --format json", CatalogEntryDocuments["fact-sheet"]],
  ["preset", "nkp-planner catalog show PRESET --format json", CatalogEntryDocuments.preset],
  ["application", "nkp-planner catalog show APPLICATION --format json", CatalogEntryDocuments.application],
  ["source", "nkp-planner catalog show SOURCE --format json", CatalogEntryDocuments.source],
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
