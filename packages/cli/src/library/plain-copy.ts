import type { Problem, ProblemPlace } from "./problem.ts";

/** Deeper, or larger, is no file that anybody has written. */
const MOST_DEPTH = 60;
const MOST_VALUES = 5_000_000;

/** A value as plain data of the planner's own, with all that cannot be data. */
export interface PlainCopy {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/**
 * Copies what a caller has given: maps, lists, texts, numbers, true, false and null. What is given is not changed, and no
 * code of it runs later: getters, classes, functions, circles and what is too deep or too large are problems.
 */
export function plainCopy(given: unknown, where: ProblemPlace): PlainCopy {
  const problems: Problem[] = [];
  const above = new Set<object>();
  let valueCount = 0;
  const refuse = (path: Problem["path"], found: string, expected: string, fix: string) => {
    problems.push({ code: "wrong-type", in: where, path, found, expected, fix });
    return null;
  };

  function copied(value: unknown, path: readonly (string | number)[]): unknown {
    valueCount += 1;
    if (valueCount > MOST_VALUES) return valueCount === MOST_VALUES + 1 ? refuse([], ...TOO_LARGE) : null;
    if (typeof value === "number" && !Number.isFinite(value)) return refuse(path, `${value}`, ...A_NUMBER);
    if (value === null || SINGLE.includes(typeof value)) return value;
    if (typeof value !== "object") return refuse(path, `a ${typeof value}`, ...DATA);
    if (above.has(value)) return refuse(path, "a part of itself", "data without circles", "leave it out");
    if (path.length >= MOST_DEPTH) return refuse(path, "maps in maps", `${MOST_DEPTH} at most`, "leave it out");
    above.add(value);
    const copy = Array.isArray(value) ? listCopied(value, path) : mapCopied(value, path);
    above.delete(value);
    return copy;
  }

  function listCopied(list: readonly unknown[], path: readonly (string | number)[]): unknown {
    if (list.length > MOST_VALUES) return refuse(path, ...TOO_LARGE);
    return Array.from({ length: list.length }, (_, index) => {
      const { value, get } = Object.getOwnPropertyDescriptor(list, index) ?? { value: null };
      return get === undefined ? copied(value, [...path, index]) : refuse([...path, index], "a getter", ...DATA);
    });
  }

  function mapCopied(map: object, path: readonly (string | number)[]): unknown {
    const prototype: unknown = Object.getPrototypeOf(map);
    // Another realm's plain maps have another Object above them, which has nothing above itself.
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      return refuse(path, "an object of a class", ...DATA);
    }
    const copy = {};
    for (const key of Object.keys(map)) {
      const { value, get } = Object.getOwnPropertyDescriptor(map, key) ?? { value: undefined };
      const at = [...path, key];
      if (key === "__proto__") {
        refuse(at, "the key __proto__", "keys that are data", "leave it out");
        continue;
      }
      const part = get === undefined ? value : refuse(at, "a getter", ...DATA);
      // Nothing said, as JSON has it.
      if (part === undefined) continue;
      Object.defineProperty(copy, key, {
        value: copied(part, at),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return copy;
  }

  try {
    return { value: copied(given, []), problems };
  } catch {
    // A proxy may throw whatever it likes.
    refuse([], "an object that cannot be read", ...DATA);
    return { value: null, problems };
  }
}

/** The properties of a map that may hold more than data, as they stand; null: it is none, has a getter, or cannot be read. */
export function propertiesOf(given: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof given !== "object" || given === null) return null;
  try {
    const all = Object.entries(Object.getOwnPropertyDescriptors(given));
    if (all.some(([, { get }]) => get !== undefined)) return null;
    return Object.fromEntries(all.filter(([, { enumerable }]) => enumerable).map(([key, { value }]) => [key, value]));
  } catch {
    return null;
  }
}

const SINGLE: readonly string[] = ["string", "number", "boolean", "undefined"];
const DATA = ["plain data as JSON has it", "give maps, lists, texts and numbers alone"] as const;
const A_NUMBER = ["a number", "give a finite number"] as const;
const TOO_LARGE = [`more than ${MOST_VALUES} values`, "a smaller input", "plan fewer at a time"] as const;
