import { shown } from "../shown.ts";
import type { Problem } from "./problem.ts";

/**
 * Maps with a key `length` that holds a map or a list. Whoever checks a text or a list asks for its length whatever it
 * is, and comparing such a one with a number fails; no file has such a key anywhere.
 */
export function lengthKeys(root: unknown): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<object>();
  const look = (value: unknown, path: readonly (string | number)[]): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (Array.isArray(value)) {
      for (const [index, one] of value.entries()) look(one, [...path, index]);
      return;
    }
    for (const key of Object.keys(value)) {
      const part: unknown = Reflect.get(value, key);
      if (key === "length" && typeof part === "object" && part !== null) problems.push(problemAt([...path, key]));
      else look(part, [...path, key]);
    }
  };
  look(root, []);
  return problems;
}

function problemAt(path: readonly (string | number)[]): Problem {
  return {
    code: "unknown-key",
    path,
    found: `the unknown key ${shown("length")}`,
    expected: "text or a list in its place",
    fix: "remove it",
  };
}
