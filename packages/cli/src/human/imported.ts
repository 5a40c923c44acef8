import { findingText, numberText } from "@nkp-planner/core";
import type { ImportedFile } from "../import-files.ts";
import { paragraph } from "./paragraph.ts";

/** What became of the entries of each file, and what its reader said: for standard error, beside the fleet. */
export function importedText(files: readonly ImportedFile[]): string {
  return files.map((file) => `${fileLines(file).join("\n")}\n`).join("");
}

function fileLines({ name, reader, report, findings }: ImportedFile): readonly string[] {
  const { entries, foundCount, usedCount, excluded, unreadableCount } = report;
  const counts = [
    `${numberText(foundCount)} ${entries} found`,
    `${numberText(usedCount)} used`,
    ...excluded.map(({ count, reason }) => `${numberText(count)} left out: ${reason}`),
    ...(unreadableCount === 0 ? [] : [`${numberText(unreadableCount)} unreadable`]),
  ];
  return [
    paragraph(`${name}: ${reader.title}; ${counts.join(", ")}.`),
    ...findings.map((finding) => {
      const { subject } = finding;
      const line = subject.in === "input" && subject.line !== undefined ? `Line ${subject.line}: ` : "";
      return paragraph(`${line}${findingText(finding)}`, "  ", "· ");
    }),
  ];
}
