import { type Finding, findingText, pathText } from "@nkp-planner/core";

/** What a problem is in: something that was given, or the plan that it leads to. */
export type ProblemPlace =
  | "fleet"
  | "priceBook"
  | "priceList"
  | "settings"
  | "options"
  | "layout"
  | "priceBasis"
  | "sharing"
  | "plan"
  | "document";

/** One thing that stands in the way of an answer. Programs read `code`, `in`, `path` and `received`, people the sentences. */
export interface Problem {
  /** Stable, such as `missing`, `unknown-key`, `out-of-range` or `price-expired`; the sentences are not. */
  readonly code: string;
  /** What was given that it is in; `plan`: all that was given is right, and the plan is not. */
  readonly in: ProblemPlace;
  /** Keys and list positions from the root of what was given, as it was given. Empty: it is about the whole. */
  readonly path: readonly (string | number)[];
  /** The value that stands there, where it is a text, a number, true, false or null; absent: it is not, or there is none. */
  readonly received?: string | number | boolean | null;
  /** What was expected, as values: `minimum`, `maximum`, `choices`, `known` (keys), `type`; absent where none says it. */
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
  /** The tenant that it is about. */
  readonly tenantId?: string;
  /** The key that this tenant was given elsewhere. */
  readonly ref?: string;
  /** What was found: English, for people. */
  readonly found: string;
  /** What was expected instead. */
  readonly expected: string;
  /** What to do. */
  readonly fix: string;
}

/** What a finding is in, by what its reader calls it; undefined: by another name. */
export function placeOf({ subject }: Finding): ProblemPlace | undefined {
  return subject.in === "input" && subject.file !== undefined ? PLACES[subject.file] : undefined;
}

const PLACES: Readonly<Record<string, ProblemPlace>> = {
  fleet: "fleet",
  "price book": "priceBook",
  "price list": "priceList",
  assumptions: "settings",
  layout: "layout",
  "price basis": "priceBasis",
  sharing: "sharing",
  document: "document",
};

/** A problem as one line: `fleet: tenants[1].size.vcpu: found -1, expected …; …`. */
export function problemLine({ in: where, path, found, expected, fix }: Problem): string {
  const place = [where, pathText(path)].filter((part) => part !== "").join(": ");
  return `${place}: found ${found}, expected ${expected}; ${fix}`;
}

/** A finding of a reader as a problem of what it read. @param raw what was given */
export function problemOfFinding(finding: Finding, where: ProblemPlace, raw: unknown): Problem {
  const { code, message, subject, params } = finding;
  if (subject.in !== "input") {
    return {
      code,
      in: "plan",
      path: [],
      found: findingText(finding),
      expected: "a plan without it",
      fix: "see what it says",
    };
  }
  const textOf = (name: string) => String(message.figures[name]?.value ?? "");
  return {
    code,
    in: where,
    path: [...subject.path],
    ...receivedAt(raw, subject.path),
    ...tenantAt(raw, subject.path),
    ...(params === undefined ? {} : { params }),
    found: textOf("found"),
    expected: textOf("expected"),
    fix: textOf("fix"),
  };
}

/** What stands at a place of plain data, where it is a single value. */
export function receivedAt(raw: unknown, path: readonly (string | number)[]): Pick<Problem, "received"> {
  const value = path.reduce<unknown>(partOf, raw);
  const isSingle = value === null || ["string", "number", "boolean"].includes(typeof value);
  return isSingle ? { received: value as NonNullable<Problem["received"]> | null } : {};
}

/** Whose part of a fleet it is. */
function tenantAt(raw: unknown, [list, index]: readonly (string | number)[]): Pick<Problem, "tenantId" | "ref"> {
  if (list !== "tenants" || index === undefined) return {};
  const tenant = partOf(partOf(raw, list), index);
  const [id, ref] = [partOf(tenant, "id"), partOf(tenant, "ref")];
  return { ...(typeof id === "string" ? { tenantId: id } : {}), ...(typeof ref === "string" ? { ref } : {}) };
}

function partOf(value: unknown, key: string | number): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
