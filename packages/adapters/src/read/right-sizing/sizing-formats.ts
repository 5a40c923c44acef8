import { goldilocks } from "./formats/goldilocks.ts";
import { krrCsv } from "./formats/krr-csv.ts";
import { krrJson } from "./formats/krr-json.ts";
import { kubectlTop } from "./formats/kubectl-top.ts";
import { openCost } from "./formats/opencost.ts";
import { podMetrics } from "./formats/pod-metrics.ts";
import { prometheus } from "./formats/prometheus.ts";
import { verticalPodAutoscaler } from "./formats/vertical-pod-autoscaler.ts";
import type { SizingFormat } from "./sizing-format.ts";

/** Every tool whose sizes are read. A new one is one file and one line here. */
export const sizingFormats: readonly SizingFormat[] = [
  krrJson,
  krrCsv,
  verticalPodAutoscaler,
  goldilocks,
  prometheus,
  openCost,
  kubectlTop,
  podMetrics,
];

/** Titles and empty lines may stand above the names of columns. */
const MOST_FIRST = 20;

/** Whose file it is by its first characters; undefined: nobody's that is known. */
export function sizingFormatOf(head: string): SizingFormat | undefined {
  const text = head.replace(/^\uFEFF/, "");
  const lines = text.split(/\r?\n|\r/, MOST_FIRST);
  const cellsOf = (line: string, delimiter: string) =>
    line.split(delimiter).map((cell) => cell.replace(/^"(.*)"$/, "$1"));
  return sizingFormats.find((format) => {
    if (format.of === "documents") return format.isIn(text);
    if (format.of === "lines") return lines.some((line) => format.isHead(line));
    return lines.some((line) => [",", ";", "\t"].some((one) => format.isHead(cellsOf(line, one))));
  });
}

/** So many first characters tell whose file it is. */
const HEAD_LENGTH = 65_536;

/** The same of a whole text that is to be read in any case. */
export function anySizingFormatOf(text: string): SizingFormat | undefined {
  return (
    sizingFormatOf(text.slice(0, HEAD_LENGTH)) ??
    sizingFormats.find((format) => format.of === "documents" && format.mayBeIn?.(text) === true)
  );
}
