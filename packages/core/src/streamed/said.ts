import { type Finding, findingOf } from "../base/findings/finding.ts";
import { countText } from "../base/findings/format.ts";
import type { MessageValue } from "../base/findings/messages.ts";
import type { Tenant } from "../input/fleet.ts";
import { count, list } from "../plan/rules/figures.ts";
import { paysInventedAgreed } from "../price-list/invented-prices.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { added } from "./added.ts";

/** A statement about tenants together: what of it grows with them is apart, as parts have it each for their own. */
export interface Said {
  readonly finding: Finding;
  /** Names of a list, the first of them in full, each with its place in the input and in the list of its part. */
  readonly names: Readonly<Record<string, Named>>;
  /** Names of which each is said once, in order. */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  /** Numbers that add up. */
  readonly numbers: Readonly<Record<string, number>>;
}

interface Named {
  readonly count: number;
  readonly first: readonly (readonly [tenantIndex: number, position: number, name: string])[];
}

/** Of what the whole fleet has so many. */
export interface Wholes {
  readonly tenantCount: number;
  readonly claimingClusterCount: number;
  readonly agreedPriceCount: number;
  readonly inventedPriceCount: number;
}

/** So many names of a list are kept; of the others only how many there are. */
const MOST_NAMED = 10;

/** Figures of statements that list whom they are about. */
const NAMES: readonly string[] = ["tenants", "clusters"];
const KINDS: readonly string[] = ["kinds"];
const NUMBERS: readonly string[] = ["agreed", "without"];
/** What the figure `all` of a statement counts. */
const ALL_OF: Readonly<Record<string, keyof Wholes>> = {
  "agreed-before-listed": "tenantCount",
  "backup-billed-without-backup": "claimingClusterCount",
};

/** Statements by what they say. @param fromIndex place of the first tenant of the part in the whole input */
export function saidBy(findings: readonly Finding[], fromIndex: number): Readonly<Record<string, Said>> {
  return Object.fromEntries(findings.map((finding) => saidOf(finding, fromIndex)));
}

function saidOf(finding: Finding, fromIndex: number): readonly [string, Said] {
  const { ruleId, code, message, subject } = finding;
  const figures = Object.entries(message.figures);
  const lists = (keys: readonly string[]) =>
    figures.flatMap(([key, one]) => (one.kind === "list" && keys.includes(key) ? [[key, one.value] as const] : []));
  const names = Object.fromEntries(lists(NAMES).map(([key, all]) => [key, firstNamed(all, fromIndex)]));
  const kinds = Object.fromEntries(lists(KINDS));
  const numbers = Object.fromEntries(
    figures.flatMap(([key, one]) => (one.kind === "number" && NUMBERS.includes(key) ? [[key, one.value]] : [])),
  );
  const grows = (key: string) => key in names || key in kinds || key in numbers || (key === "all" && code in ALL_OF);
  const emptied = figures.map(([key, value]) => [key, grows(key) ? nothingOf(value) : value] as const);
  const key = JSON.stringify([ruleId, message.key, emptied, subject]);
  return [key, { finding: withFigures(finding, Object.fromEntries(emptied)), names, kinds, numbers }];
}

/** So that the statement is the same in whatever part it stands. */
function nothingOf(value: MessageValue): MessageValue {
  return value.kind === "list" ? { ...value, value: [] } : { kind: "number", value: 0, ...unitOf(value) };
}

function unitOf(value: MessageValue) {
  return value.kind === "number" && value.unit !== undefined ? { unit: value.unit } : {};
}

function withFigures(finding: Finding, figures: Finding["message"]["figures"]): Finding {
  const { message, help } = finding;
  return { ...finding, message: { ...message, figures }, help: help === null ? null : { ...help, figures } };
}

function firstNamed(names: readonly string[], fromIndex: number): Named {
  const first = names.slice(0, MOST_NAMED).map((name, position) => [fromIndex, position, name] as const);
  return { count: names.length, first };
}

/** The same statement of two parts. */
export function saidTogether(a: Said, b: Said): Said {
  return {
    finding: a.finding,
    names: added(a.names, b.names, namedTogether),
    kinds: added(a.kinds, b.kinds, (one, other) =>
      JSON.stringify(one) === JSON.stringify(other) ? one : [...new Set([...one, ...other])].sort(),
    ),
    numbers: added(a.numbers, b.numbers, (one, other) => one + other),
  };
}

function namedTogether(a: Named, b: Named): Named {
  const first = [...a.first, ...b.first].sort(([one, first], [other, second]) => one - other || first - second);
  return { count: a.count + b.count, first: first.slice(0, MOST_NAMED) };
}

/** The statement about all tenants of the fleet. */
export function findingOfSaid({ finding, names, kinds, numbers }: Said, wholes: Wholes): Finding {
  const { ruleId, code, message } = finding;
  if (code === INVENTED && wholes.agreedPriceCount === wholes.inventedPriceCount) return findingOf(ruleId, INVENTED);
  const allOf = ALL_OF[code];
  const wholeOf = (key: string, value: MessageValue): MessageValue => {
    const named = names[key];
    if (named !== undefined) return list(namesOf(named));
    if (kinds[key] !== undefined) return list(kinds[key]);
    if (value.kind !== "number") return value;
    if (key === "all" && allOf !== undefined) return count(wholes[allOf], value.unit);
    return count(numbers[key] ?? value.value, value.unit);
  };
  const figures = Object.fromEntries(
    Object.entries(message.figures).map(([key, value]) => [key, wholeOf(key, value)] as const),
  );
  return withFigures(finding, figures);
}

function namesOf({ count: all, first }: Named): readonly string[] {
  const names = first.map(([, , name]) => name);
  return all === names.length ? names : [...names, countText(all - names.length, "more")];
}

const INVENTED = "illustrative-agreed-prices";

/** Whether all agreed prices are invented only the whole fleet knows: a part names those that are. */
export function inventedIn(tenants: readonly Tenant[], context: PlanningContext): readonly Finding[] {
  const invented = tenants.filter((tenant) => paysInventedAgreed([tenant], context)).map(({ name }) => name);
  return invented.length === 0
    ? []
    : [findingOf("prices-invented", `${INVENTED}.some`, { figures: { tenants: list(invented) } })];
}

/** Codes of statements that no part can make: names may repeat in another, and whether all prices are invented is not known. */
export const NOT_OF_PARTS: readonly string[] = ["name-repeated", INVENTED];
