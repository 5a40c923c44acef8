import { readYaml } from "@nkp-planner/adapters";
import { type Finding, findingOfProblem, type Problem } from "@nkp-planner/core";
import type { InputBlock } from "./input-blocks.ts";
import type { InputLine } from "./input-line.ts";
import { isRecord } from "./stream-run.ts";

/** A tenant's piece of the input as data. */
export interface ReadLine {
  readonly lineNumber: number;
  readonly row: Readonly<Record<string, unknown>>;
  /** Where a part of it stands. */
  placeOf(path: Problem["path"]): { readonly line: number; readonly column: number };
}

/** Ids of tenants, each with its line. */
export function idsOf(rows: readonly ReadLine[]): readonly (readonly [id: string, lineNumber: number])[] {
  return rows.map(({ row, lineNumber }) => [String(row["id"]), lineNumber] as const);
}

/** Each piece as data, and what is wrong with those that are none. @param file what the input is called */
export function rowsOf({ lines, format }: Pick<InputBlock, "lines" | "format">, file: string) {
  const rows: ReadLine[] = [];
  const problems: Finding[] = [];
  for (const line of lines) {
    const read = format === "yaml" ? ofDocument(line) : ofLine(line);
    if ("row" in read) rows.push(read);
    else problems.push(...read.problems.map((problem) => findingOfProblem(problem, file)));
  }
  return { rows, problems };
}

type Read = ReadLine | { readonly problems: readonly Problem[] };

function ofLine({ text, lineNumber, problems = [] }: InputLine): Read {
  if (problems.length > 0) return { problems };
  const row = parsed(text);
  if (isRecord(row)) return { lineNumber, row, placeOf: () => ({ line: lineNumber, column: 1 }) };
  const found = row === undefined ? "a line that is no JSON, or ends in the middle of it" : "a value that is no tenant";
  const fix = 'write the whole tenant on this line, such as {"id":"orchid","workloads":[]}';
  const expected = "a tenant as JSON, as in the tenants of a fleet file";
  return { problems: [{ path: [], line: lineNumber, found, expected, fix }] };
}

function ofDocument({ text, lineNumber }: InputLine): Read {
  const { data, problems, placeOf } = readYaml(text);
  const inInput = (line = 1) => lineNumber + line - 1;
  if (problems.length > 0) return { problems: problems.map((one) => ({ ...one, line: inInput(one.line) })) };
  const placed = (path: Problem["path"]) => {
    const { line, column } = placeOf?.(path) ?? { line: 1, column: 1 };
    return { line: inInput(line), column };
  };
  if (isRecord(data)) return { lineNumber, row: data, placeOf: placed };
  const expected = "a tenant, as in the tenants of a fleet file";
  const fix = "write one tenant between two lines of ---, without a list around it";
  return { problems: [{ path: [], line: lineNumber, found: "a document that is no tenant", expected, fix }] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
