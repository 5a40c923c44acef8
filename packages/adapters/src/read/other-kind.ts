import { type Problem, shown } from "@nkp-planner/core";
import { INPUT_KINDS, type InputKind } from "./input-kinds.ts";

/** What a file is that was given in the place of another. */
export interface OtherKind {
  /** null: nothing that the planner reads. */
  readonly kind: InputKind | null;
  /** With its article: `a price book`. */
  readonly title: string;
}

/** Keys that files of one kind alone have, at the top or in each of their items. */
const KEYS_OF_KINDS: readonly (readonly [kind: InputKind, keys: readonly string[], keysOfItems: readonly string[]])[] =
  [
    ["fleet", ["tenants"], []],
    ["ranges", ["ranges"], []],
    ["price-book", ["hoursPerMonth"], ["appliesTo"]],
    [
      "price-list",
      ["bundles", "minimumFee", "termDiscounts", "discountCeiling", "supportPlans", "onboarding", "indexation"],
      ["per"],
    ],
  ];

/** What data is by its `kind` or, where that says nothing, by its keys; undefined where it is what was wanted, or anything. */
export function otherKindOf(wanted: InputKind, data: unknown): OtherKind | undefined {
  if (!isRecord(data)) return undefined;
  if ("schemaVersion" in data) return { kind: null, title: "a document that nkp-planner printed" };
  const { kind, apiVersion, items } = data;
  const kinds = Object.keys(INPUT_KINDS) as InputKind[];
  const named = kinds.find((one) => INPUT_KINDS[one].fileKind !== null && INPUT_KINDS[one].fileKind === kind);
  if (isOfNkp(apiVersion)) return { kind: "calendar", title: INPUT_KINDS.calendar.title };
  const isForeign = typeof apiVersion === "string" && !apiVersion.startsWith("nkp-planner/");
  if (named === undefined && isForeign && typeof kind === "string")
    return { kind: null, title: `a Kubernetes object of kind ${shown(kind).replaceAll('"', "")}` };
  const item: unknown = Array.isArray(items) ? items[0] : undefined;
  const isOf = ([, keys, keysOfItems]: (typeof KEYS_OF_KINDS)[number]) =>
    keys.some((key) => key in data) || (isRecord(item) && keysOfItems.some((key) => key in item));
  const byKeys = KEYS_OF_KINDS.filter(isOf).map(([one]) => one);
  const found = named ?? (byKeys.length === 1 ? byKeys[0] : undefined);
  return found === undefined || found === wanted ? undefined : { kind: found, title: INPUT_KINDS[found].title };
}

/** The one thing that is wrong with such a file. @param fix what to do with it, where the caller knows */
export function otherKindProblem(
  { kind, title }: OtherKind,
  wanted: InputKind,
  fix = kind === null ? "give the file that it was made from" : `give it where ${title} is asked for`,
): Problem {
  return { code: "wrong-kind", path: [], found: title, expected: INPUT_KINDS[wanted].title, fix };
}

/** Whether an object is of one of the groups that a management cluster of NKP speaks of itself by. */
function isOfNkp(apiVersion: unknown): boolean {
  return typeof apiVersion === "string" && /\.nkp\.nutanix\.com\//.test(apiVersion);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
