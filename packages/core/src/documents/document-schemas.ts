import type * as z from "zod";
import { BreakEvenDocument } from "./break-even-document.ts";
import { CatalogDocument } from "./catalog-document.ts";
import { CatalogEntryDocuments } from "./catalog-entry-document.ts";
import { CheckDocument } from "./check-document.ts";
import { ComparisonDocument } from "./comparison-document.ts";
import { CostDocument } from "./cost-document.ts";
import { DecisionDocument } from "./decision-document.ts";
import { DiffDocument } from "./diff-document.ts";
import { FigureDocument } from "./figure-document.ts";
import { FigureListDocument } from "./figure-list-document.ts";
import { FiguresDocument } from "./figures-document.ts";
import { ForecastDocument } from "./forecast-document.ts";
import { LifecycleDocument } from "./lifecycle-document.ts";
import { MeasuredFootprintDocument } from "./measured-footprint-document.ts";
import { MeasurementDocument } from "./measurement-document.ts";
import { PlanDocument } from "./plan-document.ts";
import type { publishedSchemas } from "./published-schemas.ts";
import { QuoteDocument } from "./quote-document.ts";
import { ReleaseChangesDocument } from "./release-changes-document.ts";
import { SchemaListDocument } from "./schema-list-document.ts";
import { ShardDocument } from "./shard-document.ts";
import { SizesDocument } from "./sizes-document.ts";
import { StreamedComparisonDocument } from "./streamed-comparison-document.ts";
import { WhatIfDocument } from "./what-if-document.ts";

/** What a document is, by the name of its published schema. */
export type DocumentKind = Exclude<(typeof publishedSchemas)[number], { readonly use: "written" }>["name"];

/** Every document that the planner writes, by the name of its schema. */
export const DOCUMENT_SCHEMAS = {
  comparison: ComparisonDocument,
  "streamed-comparison": StreamedComparisonDocument,
  shard: ShardDocument,
  plan: PlanDocument,
  check: CheckDocument,
  diff: DiffDocument,
  cost: CostDocument,
  quote: QuoteDocument,
  "break-even": BreakEvenDocument,
  figures: FiguresDocument,
  figure: FigureDocument,
  "figure-list": FigureListDocument,
  sizes: SizesDocument,
  forecast: ForecastDocument,
  lifecycle: LifecycleDocument,
  decision: DecisionDocument,
  "what-if-document": WhatIfDocument,
  measurement: MeasurementDocument,
  "measured-footprint": MeasuredFootprintDocument,
  catalog: CatalogDocument,
  "release-changes": ReleaseChangesDocument,
  "schema-list": SchemaListDocument,
  release: CatalogEntryDocuments.release,
  parameter: CatalogEntryDocuments.assumption,
  "fact-sheet": CatalogEntryDocuments["fact-sheet"],
  preset: CatalogEntryDocuments.preset,
  application: CatalogEntryDocuments.application,
  source: CatalogEntryDocuments.source,
} as const satisfies Readonly<Record<DocumentKind, z.ZodType>>;

/** What a document of a kind holds. */
export type DocumentOf<Kind extends DocumentKind> = z.infer<(typeof DOCUMENT_SCHEMAS)[Kind]>;
