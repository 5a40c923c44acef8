import { closestMatch } from "leven";

/** `["tenants", 1, "price"]` → `tenants[1].price` */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : `${text}${text === "" ? "" : "."}${key}`),
    "",
  );
}

const LONGEST_SHOWN = 60;

/** A found value for an error message: quoted, on one line, never longer than a line. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return `a map of ${Object.keys(value).length} keys`;
  const text = typeof value === "bigint" ? value.toString() : (JSON.stringify(value) ?? String(value));
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}… (${text.length} characters)` : text;
}

/** The known word nearest to what was written, or undefined where none is near enough to be meant. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const inOtherCase = known.find((one) => one.toLowerCase() === written.toLowerCase());
  if (inOtherCase !== undefined) return inOtherCase;
  const maxDistance = Math.max(2, Math.ceil(written.length / 3));
  return closestMatch(written, [...known], { maxDistance });
}

/** The fix for an unknown word: the nearest known one, or the list of them. */
export function didYouMean(written: string, known: readonly string[]): string {
  const near = nearest(written, known);
  return near === undefined ? `use one of: ${known.join(", ")}` : `did you mean "${near}"?`;
}
