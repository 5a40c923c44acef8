import type { Problem } from "@nkp-planner/core";
import { type JsonFault, jsonFault } from "./json-check.ts";
import { jsonPlaces, placeIn } from "./json-places.ts";

import { MOST_DEPTH, type ParsedText, refusedText, tooDeep } from "./parsed-text.ts";

/** A text up to so many characters that is no JSON may be YAML that looks like it: keys without quotation marks, comments. */
const MOST_YAML_LIKE = 256 * 1024;

/**
 * Reads a text as JSON by the platform's own parser, dozens of times as fast as one of YAML, of which JSON is a part.
 * null: it does not look like JSON, or may be YAML.
 */
export function readJson(text: string): ParsedText | null {
  if (!/^\s*[{[]/.test(text)) return null;
  const fault = jsonFault(text, MOST_DEPTH);
  if (fault === null) return parsed(text);
  if (fault.is === "depth") return tooDeep(placeIn(text, fault.at));
  if (fault.is !== "repeated-key" && text.length <= MOST_YAML_LIKE) return null;
  return { data: null, problems: [problemOf(text, fault)] };
}

/** Reads a text that has to be JSON, whatever it looks like. */
export function readJsonOnly(text: string): ParsedText {
  const fault = jsonFault(text, MOST_DEPTH);
  if (fault === null) return parsed(text);
  if (fault.is === "depth") return tooDeep(placeIn(text, fault.at));
  return { data: null, problems: [problemOf(text, fault)] };
}

/** Keys in quotation marks right away: what is no YAML either was meant as JSON. */
const MEANT_AS_JSON = /^\s*[{[]\s*["{[]/;

/** What is wrong with a text that was meant as JSON, in words of JSON; null for any other. */
export function jsonMistake(text: string): ParsedText | null {
  const fault = MEANT_AS_JSON.test(text) ? jsonFault(text, MOST_DEPTH) : null;
  return fault === null ? null : { data: null, problems: [problemOf(text, fault)] };
}

function parsed(text: string): ParsedText {
  try {
    const data: unknown = JSON.parse(text);
    let placeOf: ParsedText["placeOf"];
    return {
      data,
      problems: [],
      placeOf: (path) => {
        placeOf ??= jsonPlaces(text);
        return placeOf(path);
      },
    };
  } catch (error) {
    // What is left to go wrong is within a string: its escapes, control characters.
    if (!(error instanceof SyntaxError)) throw error;
    return refusedText(error.message.split(" in JSON")[0] ?? error.message, "JSON", "mend the string");
  }
}

function problemOf(text: string, { at, is, word }: JsonFault): Problem {
  const place = { path: [], ...placeIn(text, at) };
  if (is === "repeated-key")
    return {
      ...place,
      found: `the key ${word} a second time`,
      expected: "each key once",
      fix: "remove one of the two",
    };
  const found = is === "end" ? "the end of the text" : `"${text.slice(at, at + 1)}"`;
  return { ...place, found, expected: word, fix: "mend the JSON" };
}
