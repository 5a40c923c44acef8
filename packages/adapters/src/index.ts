export type { CalendarFormat, CalendarToWrite } from "./calendar/calendar-format.ts";
export { calendarFormats } from "./calendar/calendar-formats.ts";
export { type Adapter, defineAdapter, type EmitRequest, type FleetToEmit } from "./emit/adapter.ts";
export { contentOf, type Emitted, type EmittedFile, type EmittedText, textOf } from "./emit/emitted-file.ts";
export { adapters } from "./emit/index.ts";
export { type ClusterOnScheduler, onScheduler, type SchedulerNode } from "./emit/kwok/cluster-on-scheduler.ts";
export { kwokCluster } from "./emit/kwok-cluster.ts";
export type { ReadBack } from "./emit/making/read-back.ts";
export { zipOf } from "./emit/making/zip-of.ts";
export { type EmitOptions, optionsOfOthers } from "./emit/options/emit-options.ts";
export { exampleOptions } from "./emit/options/example-options.ts";
export {
  type ClusterToEmit,
  type KubeletToEmit,
  type PlanToEmit,
  type PoolToEmit,
  planToEmit,
} from "./emit/plan-to-emit.ts";
export { NO_OPTIONS, type OptionSchema, type OptionWords, optionHelp, optionWords } from "./formats/options.ts";
export { EVERY_RELEASE, type ReleaseRange } from "./formats/release-range.ts";
export { type MeasuredFiles, measuredFiles } from "./measure/measure-cluster.ts";
export type {
  ClusterShape,
  DeviceCount,
  NodeRoom,
  NodeTaint,
  PoolShape,
  ShapeSourceId,
} from "./read/cluster-shapes/cluster-shape.ts";
export { clusterShapes } from "./read/cluster-shapes.ts";
export { fleetYaml } from "./read/fleet-yaml.ts";
export { readers } from "./read/index.ts";
export { INPUT_KINDS, type InputKind, type InputValues } from "./read/input-kinds.ts";
export { kubernetesObjects } from "./read/kubernetes-objects.ts";
export { defineReader } from "./read/making/define-reader.ts";
export { nkpObjects } from "./read/nkp-objects.ts";
export { withOrigins } from "./read/origin/with-origins.ts";
export { type OtherKind, otherKindProblem } from "./read/other-kind.ts";
export { priceBookYaml } from "./read/price-book-yaml.ts";
export { priceListYaml } from "./read/price-list-yaml.ts";
export type { Place, ReadReport, ReadResult, TenantKey } from "./read/read-result.ts";
export {
  type FileToRead,
  LARGEST_TEXT_BYTES,
  type Reader,
  type ReadRequest,
  type ReadText,
} from "./read/reader.ts";
export {
  type FilesOfReader,
  filesByReader,
  isSurelyFor,
  type Recognised,
  recognise,
  recogniseFor,
} from "./read/recognise.ts";
export { rightSizing } from "./read/right-sizing.ts";
export { tenantsCsv } from "./read/tenants-csv.ts";
export { vmInventory } from "./read/vm-inventory.ts";
export { whatIfYaml } from "./read/what-if-yaml.ts";
export { readYaml } from "./read/yaml-text.ts";
export { comparisonJson } from "./report/comparison-json.ts";
export { connectwise } from "./report/connectwise.ts";
export { focusCsv } from "./report/focus-csv.ts";
export { reports, reportsOf } from "./report/index.ts";
export { opencostJson } from "./report/opencost-json.ts";
export { pax8 } from "./report/pax8.ts";
export { planXlsx } from "./report/plan-xlsx.ts";
export { quoteCsv } from "./report/quote-csv.ts";
export {
  type Audience,
  defineReport,
  type Report,
  type ReportContent,
  type ReportOf,
  type ReportRequest,
  type ReportSubjects,
  type WrittenInputs,
} from "./report/report.ts";
export { type ColumnsOfTable, type ColumnTarget, columnTargets } from "./tables/column-mapping.ts";
export type { TenantColumn } from "./tables/tenant-column.ts";
export { tenantIdOf } from "./tables/tenant-draft.ts";
export { type NamedColumn, tenantColumnOf } from "./tables/tenant-head.ts";
export type { TenantRow } from "./tables/tenant-row.ts";
export { type TenantOfStream, TenantsStream } from "./tables/tenants-stream.ts";
export { type CommentPart, commentMarker, commentText, LONGEST_COMMENT } from "./text/comment.ts";
export { type FileText, textOfBytes } from "./text/file-text.ts";
export { readJsonOnly } from "./text/json-text.ts";
export { isLarge, type LargeFile } from "./text/large-file.ts";
export { type MarkdownColumn, markdownRow, markdownTable, markdownText } from "./text/markdown.ts";
