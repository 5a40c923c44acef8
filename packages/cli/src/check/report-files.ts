import { type CheckFormat, type CheckResult, checkFormats, type ReportedBy } from "@nkp-planner/adapters/check";
import { didYouMean } from "@nkp-planner/core";
import { writeOutput } from "../output-file.ts";

/** A report to write beside what is printed. */
export interface ReportFile {
  readonly format: CheckFormat;
  readonly path: string;
}

/** `sarif=check.sarif`. @throws SyntaxError where it is no format and a file */
function reportFile(input: string): ReportFile {
  const [, id = "", path = ""] = /^([^=]*)=(.*)$/s.exec(input) ?? [];
  const format = checkFormats.find((one) => one.id === id);
  const ids = checkFormats.map((one) => one.id);
  if (format === undefined && id !== "")
    throw new SyntaxError(`${JSON.stringify(id)} is no format of a report: ${didYouMean(id, ids)}`);
  if (format === undefined || path === "")
    throw new SyntaxError(`${JSON.stringify(input)} is no format and a file, such as sarif=check.sarif`);
  return { format, path };
}

export const reportFlag = {
  kind: "parsed",
  parse: reportFile,
  optional: true,
  variadic: true,
  brief: "A format, and a file to write it to beside all else, several times for several (default: none)",
  placeholder: "FORMAT=FILE",
} as const;

/** Writes every report; what of them will be dropped where they go. @throws InputError where one may not be written */
export async function writeReports(
  reports: readonly ReportFile[],
  result: CheckResult,
  about: ReportedBy,
  isForced: boolean,
): Promise<readonly string[]> {
  const dropped: string[] = [];
  for (const { format, path } of reports) {
    await writeOutput(path, format.write(result, about), { isForced });
    dropped.push(format.dropped?.(result) ?? "");
  }
  return dropped.filter((text) => text !== "");
}
