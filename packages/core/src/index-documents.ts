/** Documents, as JSON carries them: what users of the library may call. Part of `index.ts`. */

export { type BreakEvenAnswers, BreakEvenDocument, breakEvenDocument } from "./documents/break-even-document.ts";
export { CatalogDocument, catalogDocument, type ListedCatalog } from "./documents/catalog-document.ts";
export {
  type CatalogEntries,
  CatalogEntryDocuments,
  catalogEntryDocument,
} from "./documents/catalog-entry-document.ts";
export { CheckDocument, type CheckToTell, checkDocument } from "./documents/check-document.ts";
export { ComparisonDocument, comparisonDocument } from "./documents/comparison-document.ts";
export { CostDocument, costDocument } from "./documents/cost-document.ts";
export { DecisionDocument, decisionDocument } from "./documents/decision-document.ts";
export { DiffDocument, diffDocument } from "./documents/diff-document.ts";
export { DOCUMENT_SCHEMAS, type DocumentKind, type DocumentOf } from "./documents/document-schemas.ts";
export { FigureDocument, figureDocument } from "./documents/figure-document.ts";
export { FigureListDocument, figureListDocument } from "./documents/figure-list-document.ts";
export { FiguresDocument, figuresDocument } from "./documents/figures-document.ts";
export { ForecastDocument, forecastDocument } from "./documents/forecast-document.ts";
export { LifecycleDocument, lifecycleDocument } from "./documents/lifecycle-document.ts";
export {
  MeasuredFootprintDocument,
  measuredFootprintDocument,
} from "./documents/measured-footprint-document.ts";
export { MeasurementDocument, measurementDocument } from "./documents/measurement-document.ts";
export { PlanDocument, planDocument } from "./documents/plan-document.ts";
export { type PublishedSchema, publishedSchemas, type SchemaName } from "./documents/published-schemas.ts";
export { QuoteDocument, quoteDocument } from "./documents/quote-document.ts";
export { type KnownDocument, readDocument } from "./documents/read-document.ts";
export {
  type ChangesBetween,
  ReleaseChangesDocument,
  releaseChangesDocument,
} from "./documents/release-changes-document.ts";
export { type SchemaDraft, schemaAddress, schemaHeader, schemaPath } from "./documents/schema-address.ts";
export { type ListedSchema, SchemaListDocument, schemaListDocument } from "./documents/schema-list-document.ts";
export { type SchemaRow, type SchemaSection, schemaOutline } from "./documents/schema-outline.ts";
export { ShardDocument, shardDocument, shardOf } from "./documents/shard-document.ts";
export { SizesDocument, sizesDocument } from "./documents/sizes-document.ts";
export {
  StreamedComparisonDocument,
  streamedComparisonDocument,
} from "./documents/streamed-comparison-document.ts";
export { type WhatIfAnswers, WhatIfDocument, whatIfDocument } from "./documents/what-if-document.ts";
