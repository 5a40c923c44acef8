/** Fleets that stream: what many tenants come to without all of them at hand. Part of `index.ts`. */

export { monthOf } from "./plan/totals/margin.ts";
export { basisOfSums, type CountedStatements, shortfallsOfSums } from "./streamed/basis-of-sums.ts";
export type { Bearing } from "./streamed/bearing.ts";
export { BearingTable, type BearingTenant } from "./streamed/bearing-table.ts";
export { addParts, emptyPart, type Found, type ModelPart } from "./streamed/fleet-part.ts";
export { notSaidOfStreams } from "./streamed/not-said.ts";
export { type PartOfTenants, partOf } from "./streamed/part-of.ts";
export { planOfParts, type StreamedPlan } from "./streamed/plan-of-parts.ts";
export { BLOCK_LINES, isBlockOf, mergeShards, runDifference, type Shard } from "./streamed/shards.ts";
export { type ShareOfPlace, sharesOfStream } from "./streamed/shares-of-stream.ts";
export { type StreamedComparison, streamedComparison } from "./streamed/streamed-comparison.ts";
