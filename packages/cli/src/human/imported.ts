import { findingText, numberText } from "@nkp-planner/core";
import type { Imported, ImportedFile } from "../import-files.ts";
import { paragraph } from "./paragraph.ts";

/** What became of the entries of each file, and what its reader said: for standard error, beside the fleet. */
export function importedText({ files, leftOut }: Pick<Imported, "files" | "leftOut">): string {
  const notRead = leftOut.length === 0 ? [] : [paragraph(`Not read: ${leftOut.join(", ")}.`)];
  return [...files.flatMap(fileLines), ...notRead].map((line) => `${line}\n`).join("");
}

function fileLines({ name, reader, report, findings }: ImportedFile): readonly string[] {
  return reportLines(name, reader.title, report, findings);
}

/** What became of the objects of files that are one, and what is said of them. */
export function importedReport(
  name: string,
  report: ImportedFile["report"],
  findings: ImportedFile["findings"],
): string {
  return reportLines(name, undefined, report, findings).join("\n");
}

function reportLines(
  name: string,
  title: string | undefined,
  report: ImportedFile["report"],
  findings: ImportedFile["findings"],
): readonly string[] {
  const { entries, foundCount, usedCount, excluded, unreadableCount } = report;
  const counts = [
    `${numberText(foundCount)} ${foundCount === 1 ? entries.replace(/s$/, "") : entries} found`,
    `${numberText(usedCount)} used`,
    ...excluded.map(({ count, reason }) => `${numberText(count)} left out: ${reason}`),
    ...(unreadableCount === 0 ? [] : [`${numberText(unreadableCount)} unreadable`]),
  ];
  return [
    paragraph(`${name}: ${title === undefined ? "" : `${title}; `}${counts.join(", ")}.`),
    ...findings.map((finding) => {
      const { subject } = finding;
      const isElsewhere = subject.in === "input" && subject.file !== undefined && subject.file !== name;
      const place = subject.in === "input" && subject.line !== undefined ? `ine ${subject.line}: ` : "";
      const line = place === "" ? "" : isElsewhere ? `${subject.file}, l${place}` : `L${place}`;
      return paragraph(`${line}${findingText(finding)}`, "  ", "· ");
    }),
  ];
}
