import { visible } from "@nkp-planner/core";
import { type CsvColumns, csvText, NO_FIELD, numberField, textField } from "../../text/csv.ts";
import type { BillItem } from "./bill-item.ts";

/** A line of the file: a item, or what is not counted. */
type Line = BillItem | { readonly notCounted: string };

const COLUMNS: CsvColumns<Line> = {
  part: (line) => textField("notCounted" in line ? "Not counted" : line.part),
  item: (line) => seen("notCounted" in line ? line.notCounted : line.item),
  hostCluster: (line) => ("notCounted" in line ? NO_FIELD : seen(line.hostCluster)),
  cluster: (line) => ("notCounted" in line ? NO_FIELD : seen(line.cluster)),
  pool: (line) => ("notCounted" in line ? NO_FIELD : seen(line.pool)),
  quantity: (line) => ("notCounted" in line ? NO_FIELD : numberField(line.quantity)),
  unit: (line) => ("notCounted" in line ? NO_FIELD : textField(line.unit)),
  vcpuEach: (line) => numberField("notCounted" in line ? null : (line.each?.vcpu ?? null)),
  memoryGiBEach: (line) => numberField("notCounted" in line ? null : (line.each?.memoryGiB ?? null)),
  diskGiBEach: (line) => numberField("notCounted" in line ? null : (line.each?.diskGiB ?? null)),
  why: (line) => ("notCounted" in line ? NO_FIELD : seen(line.why)),
  confidence: (line) => ("notCounted" in line ? NO_FIELD : textField(line.confidence)),
};

function seen(text: string | null) {
  return text === null ? NO_FIELD : textField(visible(text));
}

/** All items, and a line for each thing that is not counted, without a quantity. */
export function billCsv(items: readonly BillItem[], notCounted: readonly string[]): string {
  const text = csvText<Line>(COLUMNS, [...items, ...notCounted.map((thing) => ({ notCounted: thing }))]);
  // No field has a line break, and files of this folder end their lines as all others do.
  return text.replaceAll("\r\n", "\n");
}
