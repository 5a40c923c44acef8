/**
 * The JSON that is printed, each as a type and as the zod schema that reads it: `PlanDocument.parse(JSON.parse(text))`.
 * A property that this version does not know is refused, so that nothing of a newer document is dropped unseen.
 */

export { BreakEvenDocument } from "./documents/break-even-document.ts";
export { CatalogDocument } from "./documents/catalog-document.ts";
export { CheckDocument } from "./documents/check-document.ts";
export { ComparisonDocument } from "./documents/comparison-document.ts";
export { CostDocument } from "./documents/cost-document.ts";
export { DecisionDocument } from "./documents/decision-document.ts";
export { DiffDocument } from "./documents/diff-document.ts";
export { FigureDocument } from "./documents/figure-document.ts";
export { FigureListDocument } from "./documents/figure-list-document.ts";
export { FiguresDocument } from "./documents/figures-document.ts";
export { ForecastDocument } from "./documents/forecast-document.ts";
export { LifecycleDocument } from "./documents/lifecycle-document.ts";
export { MeasuredFootprintDocument } from "./documents/measured-footprint-document.ts";
export { MeasurementDocument } from "./documents/measurement-document.ts";
export { PlanDocument } from "./documents/plan-document.ts";
export { QuoteDocument } from "./documents/quote-document.ts";
export { ReleaseChangesDocument } from "./documents/release-changes-document.ts";
export { SchemaListDocument } from "./documents/schema-list-document.ts";
export { ShardDocument } from "./documents/shard-document.ts";
export { SizesDocument } from "./documents/sizes-document.ts";
export { StreamedComparisonDocument } from "./documents/streamed-comparison-document.ts";
export { WhatIfDocument } from "./documents/what-if-document.ts";
