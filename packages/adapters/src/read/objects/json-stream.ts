import type { Problem } from "@nkp-planner/core";
import { Tokenizer, TokenParser, TokenType } from "@streamparser/json";
import type { LargeFile } from "../../text/large-file.ts";
import { MOST_DEPTH, tooDeep } from "../../text/parsed-text.ts";
import type { Place } from "../read-result.ts";
import type { ReadText } from "../reader.ts";
import type { StreamDocument } from "./yaml-stream.ts";

/** Depth within which the entries of a list stand: `{ items: [ …` or `[ …`. */
const DEPTHS: Readonly<Record<string, number>> = { "{": 2, "[": 1 };
const PATHS: Readonly<Record<string, string[]>> = {
  "{": ["$.kind", "$.apiVersion", "$.items.*"],
  "[": ["$.*"],
};
const NEW_LINE = 10;

/**
 * A list of objects as kubectl prints it, read piece by piece: no more of it is kept than each entry comes to.
 *
 * @param kept what is kept of an entry, once it is read
 */
export async function streamList(
  file: LargeFile,
  kept: (entry: unknown) => unknown,
): Promise<StreamDocument | ReadText> {
  const opening = /^\uFEFF?\s*([{[])/.exec(new TextDecoder().decode(file.head))?.[1] ?? "";
  const [entryDepth, paths] = [DEPTHS[opening], PATHS[opening]];
  if (entryDepth === undefined || paths === undefined) return noJson();
  const entries: unknown[] = [];
  const said: Record<string, unknown> = {};
  const places: Place[] = [];
  const lines = new LinesOfChunks();
  const parser = new TokenParser({ paths, keepStack: false });
  parser.onValue = ({ value, key }) => {
    if (typeof key === "number") entries.push(kept(value));
    else said[String(key)] = value;
  };
  const tokenizer = new Tokenizer();
  let depth = 0;
  tokenizer.onToken = (token) => {
    const isOpening = token.token === TokenType.LEFT_BRACE || token.token === TokenType.LEFT_BRACKET;
    const isClosing = token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET;
    if (isOpening && depth === entryDepth) places.push(lines.placeOf(token.offset));
    if (isOpening) depth += 1;
    if (isClosing) depth -= 1;
    if (depth > MOST_DEPTH) throw new TooDeep();
    parser.write(token);
  };
  try {
    for await (const chunk of file.chunks()) {
      lines.next(chunk);
      tokenizer.write(chunk);
    }
    if (!tokenizer.isEnded) tokenizer.end();
    if (!parser.isEnded) return broken("the end of the text", lines.end());
  } catch (error) {
    if (error instanceof TooDeep) return tooDeep(lines.end());
    // The library's own words name the mistake; every other error is none of the text's.
    if (!(error instanceof Error) || !/Unexpected|Invalid|ended/.test(error.message)) throw error;
    const isCut = error.message.includes("ended in the middle");
    return broken(isCut ? "the end of the text" : (error.message.split(" at chunk")[0] ?? ""), lines.end());
  }
  const placeOf = ([list, index]: Problem["path"]): Place =>
    places[Number(opening === "{" ? index : list)] ?? { line: 1, column: 1 };
  return { data: opening === "{" ? { ...said, items: entries } : entries, placeOf };
}

class TooDeep extends Error {}

/** Lines of a text that comes in pieces, of which none is kept. */
class LinesOfChunks {
  #chunk: Uint8Array = new Uint8Array();
  #start = 0;
  #counted = 0;
  #line = 1;
  #lineStart = 0;

  next(chunk: Uint8Array): void {
    this.end();
    this.#start += this.#chunk.length;
    this.#chunk = chunk;
    this.#counted = 0;
  }

  /** Of a place that is not before the last one asked for. @param offset from the beginning of the text */
  placeOf(offset: number): Place {
    const until = Math.min(offset - this.#start, this.#chunk.length);
    for (let at = this.#chunk.indexOf(NEW_LINE, this.#counted); at >= 0 && at < until; ) {
      this.#line += 1;
      this.#lineStart = this.#start + at + 1;
      at = this.#chunk.indexOf(NEW_LINE, at + 1);
    }
    this.#counted = Math.max(this.#counted, until);
    return { line: this.#line, column: Math.max(1, offset - this.#lineStart + 1) };
  }

  /** Where all that came so far ends. */
  end(): Place {
    return this.placeOf(this.#start + this.#chunk.length);
  }
}

function noJson(): ReadText {
  return refusal({
    found: "a text that is no JSON, and larger than anybody reads",
    expected: "JSON, or at most 10 MiB",
    fix: "write it with kubectl get … -o json, or split it",
  });
}

function broken(found: string, place: Place): ReadText {
  return refusal({ found, expected: "a whole list as kubectl get … -o json prints it", fix: "write it again" }, place);
}

function refusal(words: Pick<Problem, "found" | "expected" | "fix">, place: Place = { line: 1, column: 1 }): ReadText {
  return { data: null, problems: [{ code: "unreadable", path: [], ...words, ...place }] };
}
