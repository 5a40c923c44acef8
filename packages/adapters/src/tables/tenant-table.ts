/** What a page that shows or takes a table of tenants needs to know, without a reader of files. */

export { growth } from "./columns/growth.ts";
export { columns as tenantColumns, gridColumns } from "./columns/index.ts";
export { largestMemory, largestVcpu } from "./columns/largest-pod.ts";
export { type DecimalSign, type NumberStyle, readNumber } from "./numbers.ts";
export { readCell } from "./read-cell.ts";
export { columnOfField, type GridColumn, type TenantColumn, valueInUnits } from "./tenant-column.ts";
export * from "./tenant-draft.ts";
export { isHead, isInOther, type NamedColumn, tenantColumnsOf } from "./tenant-head.ts";
export { count } from "./units/numbers-alone.ts";
export { size } from "./units/size.ts";
export type { Unit } from "./units/unit.ts";
export { vcpu } from "./units/vcpu.ts";
