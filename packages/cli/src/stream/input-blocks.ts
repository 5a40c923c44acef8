import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { BLOCK_LINES, InputError } from "@nkp-planner/core";
import { fileNameOf } from "../files.ts";
import type { ShellProcess } from "../shell.ts";
import { explained } from "../system-errors.ts";
import { ON_READING } from "../system-words.ts";
import type { InputLine } from "./input-line.ts";
import { formatOfName, type StreamFormat } from "./stream-format.ts";

/** Tenants that are planned together. */
export interface InputBlock {
  /** From 0. */
  readonly index: number;
  readonly format: StreamFormat;
  readonly lines: readonly InputLine[];
}

/** A file, or standard input for `-`, that is read once, piece by piece. */
export class InputSource {
  readonly name: string;
  readonly format: StreamFormat;
  /** null: nobody knows how long it is. */
  readonly sizeBytes: number | null;
  readonly #process: ShellProcess;
  readonly #path: string;
  readonly #hash = createHash("sha256");
  #readBytes = 0;

  private constructor(process: ShellProcess, path: string, format: StreamFormat, sizeBytes: number | null) {
    this.#process = process;
    this.#path = path;
    this.name = fileNameOf(path);
    this.format = format;
    this.sizeBytes = sizeBytes;
  }

  /** @param format of its text; undefined: as its name ends */
  static async open(process: ShellProcess, path: string, format?: StreamFormat): Promise<InputSource> {
    // What cannot be read is said when it is read.
    const found = path === "-" ? undefined : await stat(path).catch(() => undefined);
    return new InputSource(process, path, format ?? formatOfName(path), found?.isFile() === true ? found.size : null);
  }

  get readBytes(): number {
    return this.#readBytes;
  }

  /** Of all bytes that were read. */
  digest(): string {
    return this.#hash.copy().digest("hex");
  }

  /** Its text as it comes. @throws InputError where it cannot be read, or is no text */
  async *texts(): AsyncGenerator<string> {
    const source = this.#path === "-" ? this.#process.stdin : createReadStream(this.#path);
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let lineNumber = 1;
    try {
      for await (const chunk of source) {
        const bytes = Buffer.from(chunk);
        this.#hash.update(bytes);
        this.#readBytes += bytes.length;
        const text = decoder.decode(bytes, { stream: true });
        yield text;
        for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lineNumber += 1;
      }
      yield decoder.decode();
    } catch (error) {
      if (error instanceof TypeError) throw notUtf8(this.name, lineNumber);
      throw explained(this.name, error, "a file to read", ON_READING);
    }
  }
}

function notUtf8(name: string, line: number): InputError {
  const fix = "save it as UTF-8";
  return new InputError(name, [{ path: [], line, found: "bytes that are no text", expected: "UTF-8", fix }]);
}

/** Lines, so many at a time. */
export async function* blocksOf(lines: AsyncIterable<InputLine>, format: StreamFormat): AsyncGenerator<InputBlock> {
  let index = 0;
  let held: InputLine[] = [];
  for await (const line of lines) {
    held.push(line);
    if (held.length < BLOCK_LINES) continue;
    yield { index, format, lines: held };
    index += 1;
    held = [];
  }
  if (held.length > 0) yield { index, format, lines: held };
}
