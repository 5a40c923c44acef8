import { closestMatch } from "leven";
import { visible } from "./visible.ts";

/** `["tenants", 1, "price"]` → `tenants[1].price`, for people: a key of the file may hold anything, at any length. */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : `${text}${text === "" ? "" : "."}${keyText(key)}`),
    "",
  );
}

function keyText(key: string): string {
  const text = visible(key);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

const LONGEST_SHOWN = 60;

/** A found value for an error message: quoted, on one line, never longer than a line. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return mapOf(Object.keys(value).length);
  const text = visible(typeof value === "bigint" ? value.toString() : (JSON.stringify(value) ?? String(value)));
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}… (${text.length} characters)` : text;
}

function mapOf(keyCount: number): string {
  return keyCount === 1 ? "a map of one key" : `a map of ${keyCount} keys`;
}

const SHORTEST_PART = 3;
const MOST_LISTED = 10;

/**
 * The known word nearest to what was written: by its letters, or as the one word that has it for a part, `starter` of
 * `starter-self-managed`. undefined where none is near enough to be meant.
 */
export function nearest(written: string, known: readonly string[]): string | undefined {
  return similar(written, known) ?? wholeOf(written, known);
}

function similar(written: string, known: readonly string[]): string | undefined {
  const inOtherCase = known.find((one) => one.toLowerCase() === written.toLowerCase());
  if (inOtherCase !== undefined) return inOtherCase;
  const maxDistance = Math.max(2, Math.ceil(written.length / 3));
  return closestMatch(written, [...known], { maxDistance });
}

/** The one known word that has another for a part between hyphens. */
function wholeOf(part: string, known: readonly string[]): string | undefined {
  if (part.length < SHORTEST_PART) return undefined;
  const having = known.filter((one) => `-${one}-`.toLowerCase().includes(`-${part.toLowerCase()}-`));
  return having.length === 1 ? having[0] : undefined;
}

/** The fix for an unknown word: the nearest known one, with the others where it is but a part of it, or all of them. */
export function didYouMean(written: string, known: readonly string[]): string {
  const all = known.join(", ");
  const near = similar(written, known);
  if (near !== undefined) return `did you mean "${near}"?`;
  const whole = wholeOf(written, known);
  if (whole === undefined) return `use one of: ${all}`;
  return `did you mean "${whole}"?${known.length === 1 || known.length > MOST_LISTED ? "" : ` There are ${all}`}`;
}
