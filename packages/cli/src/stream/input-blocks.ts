import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { BLOCK_LINES, BYTES_PER_MIB, InputError } from "@nkp-planner/core";
import { fileNameOf } from "../files.ts";
import type { ShellProcess } from "../shell.ts";
import { explained } from "../system-errors.ts";
import { ON_READING } from "../system-words.ts";

/** A line that says something, with its number, from 1. */
export interface InputLine {
  readonly lineNumber: number;
  readonly text: string;
}

/** Tenants that are planned together. */
export interface InputBlock {
  /** From 0. */
  readonly index: number;
  readonly lines: readonly InputLine[];
}

/** One tenant is never so large; what has no line breaks would fill the memory. */
const LONGEST_LINE_MIB = 16;

/** A file, or standard input for `-`, that is read once, line by line. */
export class InputSource {
  readonly name: string;
  /** null: nobody knows how long it is. */
  readonly sizeBytes: number | null;
  readonly #process: ShellProcess;
  readonly #path: string;
  readonly #hash = createHash("sha256");
  #readBytes = 0;

  private constructor(process: ShellProcess, path: string, sizeBytes: number | null) {
    this.#process = process;
    this.#path = path;
    this.name = fileNameOf(path);
    this.sizeBytes = sizeBytes;
  }

  static async open(process: ShellProcess, path: string): Promise<InputSource> {
    // What cannot be read is said when it is read.
    const found = path === "-" ? undefined : await stat(path).catch(() => undefined);
    return new InputSource(process, path, found?.isFile() === true ? found.size : null);
  }

  get readBytes(): number {
    return this.#readBytes;
  }

  /** Of all bytes that were read. */
  digest(): string {
    return this.#hash.copy().digest("hex");
  }

  /** Its lines as they come. @throws InputError where it cannot be read, is no text, or has a line without an end */
  async *lines(): AsyncGenerator<InputLine> {
    const source = this.#path === "-" ? this.#process.stdin : createReadStream(this.#path);
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let lineNumber = 0;
    let rest = "";
    try {
      for await (const chunk of source) {
        const bytes = Buffer.from(chunk);
        this.#hash.update(bytes);
        this.#readBytes += bytes.length;
        const texts = (rest + decoder.decode(bytes, { stream: true })).split("\n");
        rest = texts.pop() as string;
        for (const text of texts) {
          lineNumber += 1;
          if (text.trim() !== "") yield { lineNumber, text };
        }
        if (rest.length > LONGEST_LINE_MIB * BYTES_PER_MIB) throw tooLong(this.name, lineNumber + 1);
      }
      rest += decoder.decode();
    } catch (error) {
      if (error instanceof TypeError) throw notUtf8(this.name, lineNumber + 1);
      throw explained(this.name, error, "a file to read", ON_READING);
    }
    if (rest.trim() !== "") yield { lineNumber: lineNumber + 1, text: rest };
  }
}

function tooLong(name: string, line: number): InputError {
  const found = `a line of more than ${LONGEST_LINE_MIB} MiB`;
  const expected = "a tenant a line, as JSON (NDJSON)";
  return new InputError(name, [{ path: [], line, found, expected, fix: "write each tenant on one line" }]);
}

function notUtf8(name: string, line: number): InputError {
  const fix = "save it as UTF-8";
  return new InputError(name, [{ path: [], line, found: "bytes that are no text", expected: "UTF-8", fix }]);
}

/** Lines, so many at a time. */
export async function* blocksOf(lines: AsyncIterable<InputLine>): AsyncGenerator<InputBlock> {
  let index = 0;
  let held: InputLine[] = [];
  for await (const line of lines) {
    held.push(line);
    if (held.length < BLOCK_LINES) continue;
    yield { index, lines: held };
    index += 1;
    held = [];
  }
  if (held.length > 0) yield { index, lines: held };
}
