export {
  type Adapter,
  type ClusterToEmit,
  defineAdapter,
  type EmitOptions,
  type EmittedFile,
  type NodeToEmit,
  type PlanToEmit,
} from "./emit/adapter.ts";
export { adapters } from "./emit/index.ts";
export { kwokCluster } from "./emit/kwok-cluster.ts";
export { fleetYaml, fleetYamlWith } from "./read/fleet-yaml.ts";
export { readers } from "./read/index.ts";
export { priceBookYaml } from "./read/price-book-yaml.ts";
export { priceListYaml } from "./read/price-list-yaml.ts";
export { defineReader, type Place, type Reader, type ReadResult } from "./read/reader.ts";
export { whatIfYaml } from "./read/what-if-yaml.ts";
export { LARGEST_TEXT_BYTES, readYaml } from "./read/yaml-text.ts";
export { focusCsv } from "./report/focus-csv.ts";
export { reports } from "./report/index.ts";
export { opencostJson } from "./report/opencost-json.ts";
export { quoteCsv } from "./report/quote-csv.ts";
export { type Audience, defineReport, type Report, type ReportOptions, type ReportRequest } from "./report/report.ts";
export type { Cell, FleetWorkbook, Row, WorkbookSheet } from "./report/workbook/cells.ts";
export { workbookOf } from "./report/workbook/fleet-workbook.ts";
export { xlsxBytes } from "./report/xlsx.ts";
export type { TenantColumn } from "./tables/tenant-column.ts";
export { tenantIdOf } from "./tables/tenant-draft.ts";
export { type NamedColumn, tenantColumnOf } from "./tables/tenant-head.ts";
export type { TenantRow } from "./tables/tenant-row.ts";
export { readTenantsCsv, type TenantsTable } from "./tables/tenants-csv.ts";
export { yamlFile } from "./text/yaml-file.ts";
