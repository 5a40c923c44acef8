import { BYTES_PER_MIB, InputError } from "@nkp-planner/core";
import type { InputLine } from "./input-line.ts";

/** One tenant is never so large; what has no line breaks would fill the memory. */
export const LONGEST_PIECE_MIB = 16;

/** The lines of a text as it comes, empty ones too. @throws InputError where one has no end @param name of the input */
export async function* linesOf(texts: AsyncIterable<string>, name: string): AsyncGenerator<InputLine> {
  let lineNumber = 0;
  let rest = "";
  for await (const text of texts) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() as string;
    for (const line of lines) {
      lineNumber += 1;
      yield { lineNumber, text: line };
    }
    if (rest.length > LONGEST_PIECE_MIB * BYTES_PER_MIB) throw tooLong(name, lineNumber + 1);
  }
  if (rest !== "") yield { lineNumber: lineNumber + 1, text: rest };
}

/** Lines that say something. */
export async function* ndjsonLines(texts: AsyncIterable<string>, name: string): AsyncGenerator<InputLine> {
  for await (const line of linesOf(texts, name)) if (line.text.trim() !== "") yield line;
}

function tooLong(name: string, line: number): InputError {
  const found = `a line of more than ${LONGEST_PIECE_MIB} MiB`;
  const expected = "a tenant a line, as JSON (NDJSON)";
  return new InputError(name, [{ path: [], line, found, expected, fix: "write each tenant on one line" }]);
}
