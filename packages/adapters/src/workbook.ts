/** A plan as a workbook, cell by cell, for those who look into it or write it in a way of their own. */
export type { Cell, FleetWorkbook, Row, WorkbookSheet } from "./report/workbook/cells.ts";
export { workbookOf } from "./report/workbook/fleet-workbook.ts";
export { xlsxBytes } from "./report/workbook/xlsx-bytes.ts";
