import { currencyCodes } from "../currency.ts";
import { shown } from "../shown.ts";
import type { Problem } from "./problem.ts";

type Words = Pick<Problem, "code" | "found" | "expected" | "fix">;

const NAMED = /^(currency|currency-?code|curr|ccy)$/i;
const WITH_CODE = /^([A-Z]{3}) ?[\d.,]+$|^[\d.,]+ ?([A-Z]{3})$/;

/** What is to be said of a key that brings a currency to where none is taken; undefined for other keys. */
export function currencyKey(key: string, root: unknown, path: Problem["path"]): Words | undefined {
  if (!NAMED.test(key)) return undefined;
  const steps = mapsTo(root, path);
  const fix = `leave ${key} out`;
  return wordsFor(steps.at(-1)?.[key], currencyOf(steps.slice(0, -1)), { same: fix, other: `, and ${fix}` });
}

/**
 * What is to be said of an amount that brings a currency along, as a map or as text: `{ currency: USD, amount: 5 }`,
 * `5 USD`; undefined for one that does not.
 * @param canBeBeside whether a currency may stand beside the amount
 */
export function amountWithCurrency(root: unknown, path: Problem["path"], canBeBeside: boolean): Words | undefined {
  const steps = mapsTo(root, path.slice(0, -1));
  const value = steps.at(-1)?.[String(path.at(-1))];
  const [, before, after] = typeof value === "string" ? (WITH_CODE.exec(value) ?? []) : [];
  const [, brought] = Object.entries(recordOf(value)).find(([key]) => NAMED.test(key)) ?? [undefined, before ?? after];
  if (brought === undefined || (typeof value === "string" && !currencyCodes.includes(String(brought))))
    return undefined;
  const beside = canBeBeside ? `, or write currency: ${brought} beside it` : "";
  return wordsFor(brought, currencyOf(steps), { same: "write the amount alone", other: beside });
}

function wordsFor(
  brought: unknown,
  own: string,
  { same, other }: { readonly same: string; readonly other: string },
): Words {
  const found = `an amount in ${shown(brought)}`;
  return brought === own
    ? { code: "not-accepted", found, expected: `no currency here: amounts are in ${own}`, fix: same }
    : { code: "not-accepted", found, expected: `an amount in ${own}`, fix: `convert it to ${own}${other}` };
}

type Fields = Readonly<Record<string, unknown>>;

/** The maps and lists on the way to a place, from the root on. */
function mapsTo(root: unknown, path: Problem["path"]): readonly Fields[] {
  const steps = [recordOf(root)];
  for (const key of path) steps.push(recordOf(steps.at(-1)?.[key]));
  return steps;
}

/** The currency of the innermost of these that has one. */
function currencyOf(steps: readonly Fields[]): string {
  const own = steps.map(({ currency }) => currency).findLast((one) => typeof one === "string");
  return typeof own === "string" ? own : "the currency of the file";
}

function recordOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}
