import type { Problem } from "@nkp-planner/core";
import type { CsvRow } from "../../tables/csv-rows.ts";
import type { StreamDocument } from "../objects/yaml-stream.ts";
import type { Basis, SizedFile } from "./sized.ts";

interface FormatFacts {
  /** Once in the list. */
  readonly id: string;
  /** What writes it, for sentences. */
  readonly tool: string;
  readonly title: string;
  /** Whose sizes are taken where nobody says. */
  readonly usual: Basis;
  /** Whether its requests are limits where there are no others. */
  readonly hasLimits: boolean;
}

/** How a tool writes JSON or YAML. */
export interface DocumentFormat extends FormatFacts {
  readonly of: "documents";
  /** By the first characters of the text. */
  isIn(head: string): boolean;
  /** The same where the reader is asked for by name, and another would be asked otherwise. */
  mayBeIn?(text: string): boolean;
  /** A problem: nothing can be taken. */
  read(documents: readonly StreamDocument[]): SizedFile | Problem;
}

/** How a tool writes a table. */
export interface TableFormat extends FormatFacts {
  readonly of: "table";
  isHead(cells: readonly string[]): boolean;
  read(head: CsvRow, body: readonly CsvRow[]): SizedFile | Problem;
}

/** How a tool writes lines that people read. */
export interface LineFormat extends FormatFacts {
  readonly of: "lines";
  isHead(line: string): boolean;
  /** Of all lines, the one with the names of columns first, by their numbers. */
  read(lines: readonly NumberedLine[]): SizedFile | Problem;
}

export interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

/** How a tool writes what containers ask for, use, or should ask for. */
export type SizingFormat = DocumentFormat | TableFormat | LineFormat;

/** Why nothing of a file can be taken. */
export function refusal(found: string, expected: string, fix: string): Problem {
  return { code: "unreadable", path: [], found, expected, fix, line: 1, column: 1 };
}
