import { InputError } from "@nkp-planner/core";
import { paragraph } from "../human/paragraph.ts";
import type { ShellProcess } from "../shell.ts";
import { csvTenants } from "./csv-tenants.ts";
import type { InputSource } from "./input-blocks.ts";
import type { InputLine } from "./input-line.ts";
import { ndjsonLines } from "./lines-of.ts";
import { rowsOf } from "./read-lines.ts";
import type { StreamFormat } from "./stream-format.ts";
import { headWithout, type StreamRun } from "./stream-run.ts";
import { yamlDocuments } from "./yaml-documents.ts";

/** A fleet's head, and what comes of its tenants. */
interface Headed {
  readonly head: StreamRun["head"];
  readonly rest: AsyncIterable<InputLine>;
}

/** The fleet's head, where the first line or document is one, and those of tenants. @throws InputError where all tenants are in it */
export async function withHead(
  process: ShellProcess,
  source: InputSource,
  run: Omit<StreamRun, "head">,
): Promise<Headed> {
  const { name, format } = source;
  const texts = source.texts();
  if (format === "csv") {
    const head = await headWithout(process, run);
    const tell = (notice: string) => void process.stderr.write(`${paragraph(`${name}: ${notice}`)}\n`);
    return { head, rest: csvTenants(texts, String(head["currency"]), tell) };
  }
  const lines = format === "yaml" ? yamlDocuments(texts, name) : ndjsonLines(texts, name);
  const first = await lines.next();
  if (first.done === true) return { head: await headWithout(process, run), rest: lines };
  const [only] = rowsOf({ lines: [first.value], format }, name).rows;
  if (only !== undefined && "apiVersion" in only.row) {
    const { tenants, ...head } = only.row;
    if (Array.isArray(tenants) && tenants.length > 0) throw notAStream(name, first.value.lineNumber, format);
    return { head, rest: lines };
  }
  return { head: await headWithout(process, run), rest: withFirst(first.value, lines) };
}

async function* withFirst(first: InputLine, lines: AsyncIterable<InputLine>): AsyncGenerator<InputLine> {
  yield first;
  yield* lines;
}

function notAStream(name: string, line: number, format: StreamFormat): InputError {
  const [where, piece] = format === "yaml" ? ["in one document", "document"] : ["on one line", "line"];
  const found = `a whole fleet ${where}`;
  const expected = `a tenant a ${piece}; the first ${piece} may be the fleet without its tenants`;
  const fix = `write each tenant as a ${piece} of its own, or leave --stream out`;
  return new InputError(name, [{ path: ["tenants"], line, found, expected, fix }]);
}
