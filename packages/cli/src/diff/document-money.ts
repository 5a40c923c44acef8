import { currencyCodes, type PlanDocument, type Problem, shown } from "@nkp-planner/core";

const AGAIN = "ask the planner again, with the fleet and the prices that it was made from";
const MOST_TOLD = 20;
/** Rates have at most sixty digits. */
const MOST_LETTERS = 100;

/** Amounts of a document that cannot be added to others of it: a document says one currency, which is one of the standard. */
export function moneyProblems(document: PlanDocument): readonly Problem[] {
  const { currency } = document;
  if (!currencyCodes.includes(currency)) {
    return [{ path: ["currency"], found: shown(currency), expected: "a currency of ISO 4217", fix: AGAIN }];
  }
  return othersIn(document, currency, []).slice(0, MOST_TOLD);
}

function othersIn(value: unknown, currency: string, path: Problem["path"]): readonly Problem[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => othersIn(item, currency, [...path, index]));
  const map = value as Readonly<Record<string, unknown>>;
  const { amount, currency: own } = map;
  if (typeof amount === "string" && typeof own === "string") {
    if (amount.length > MOST_LETTERS)
      return [
        { path: [...path, "amount"], found: shown(amount), expected: `at most ${MOST_LETTERS} digits`, fix: AGAIN },
      ];
    if (own === currency) return [];
    const expected = `${currency}, as the document says`;
    return [{ path: [...path, "currency"], found: shown(own), expected, fix: AGAIN }];
  }
  return Object.entries(map).flatMap(([key, item]) => othersIn(item, currency, [...path, key]));
}
