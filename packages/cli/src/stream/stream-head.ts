import { InputError } from "@nkp-planner/core";
import type { ShellProcess } from "../shell.ts";
import type { InputLine } from "./input-blocks.ts";
import { rowsOf } from "./plan-block.ts";
import { headWithout, type StreamRun } from "./stream-run.ts";

/** The fleet's head, where the first line is one, and the lines of tenants. @throws InputError where all tenants are in it */
export async function withHead(
  process: ShellProcess,
  lines: AsyncGenerator<InputLine>,
  run: Omit<StreamRun, "head">,
  name: string,
): Promise<{ readonly head: StreamRun["head"]; readonly rest: AsyncIterable<InputLine> }> {
  const first = await lines.next();
  if (first.done === true) return { head: await headWithout(process, run), rest: lines };
  const [only] = rowsOf([first.value], name).rows;
  if (only !== undefined && "apiVersion" in only.row) {
    const { tenants, ...head } = only.row;
    if (Array.isArray(tenants) && tenants.length > 0) throw notAStream(name, first.value.lineNumber);
    return { head, rest: lines };
  }
  return { head: await headWithout(process, run), rest: withFirst(first.value, lines) };
}

async function* withFirst(first: InputLine, lines: AsyncIterable<InputLine>): AsyncGenerator<InputLine> {
  yield first;
  yield* lines;
}

function notAStream(name: string, line: number): InputError {
  const found = "a whole fleet on one line";
  const expected = "a tenant a line; the first line may be the fleet without its tenants";
  const fix = "write each tenant on a line of its own, or leave --stream out";
  return new InputError(name, [{ path: ["tenants"], line, found, expected, fix }]);
}
