import { currencyCodes } from "@nkp-planner/core";

/**
 * What stands for a currency in tables, and the currencies that it stands for: a `$` says no currency by itself.
 * @see https://www.unicode.org/cldr/charts/48/by_type/numbers.symbols.html CLDR, symbols of currencies, read 2026-11-27
 */
const SIGNS: ReadonlyMap<string, readonly string[]> = new Map([
  ["€", ["EUR"]],
  ["£", ["GBP", "EGP", "GIP", "FKP", "SHP"]],
  ["US$", ["USD"]],
  ["CA$", ["CAD"]],
  ["A$", ["AUD"]],
  ["NZ$", ["NZD"]],
  ["HK$", ["HKD"]],
  ["NT$", ["TWD"]],
  ["S$", ["SGD"]],
  ["MX$", ["MXN"]],
  ["R$", ["BRL"]],
  ["$", ["USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP"]],
  ["¥", ["JPY", "CNY"]],
  ["￥", ["JPY", "CNY"]],
  ["₹", ["INR"]],
  ["₩", ["KRW"]],
  ["₪", ["ILS"]],
  ["₺", ["TRY"]],
  ["₽", ["RUB"]],
  ["₴", ["UAH"]],
  ["₫", ["VND"]],
  ["฿", ["THB"]],
  ["₱", ["PHP"]],
  ["₦", ["NGN"]],
  ["zł", ["PLN"]],
  ["Kč", ["CZK"]],
  ["Ft", ["HUF"]],
  ["kr", ["SEK", "NOK", "DKK", "ISK"]],
  ["Fr", ["CHF"]],
  ["Rs", ["INR", "PKR", "LKR", "NPR", "MUR"]],
]);

const byLength = [...SIGNS.keys()].toSorted((a, b) => b.length - a.length);
const LETTERS = /^[A-Za-zčł]+$/;

/**
 * The sign or code at the beginning or the end of a text, and the rest; null where there is none.
 *
 * `kr 500,-` → `kr`, SEK or NOK or DKK or ISK, `500,-`
 */
export function currencyAtEdge(
  text: string,
): { readonly sign: string; readonly currencies: readonly string[]; readonly rest: string } | null {
  const [, before, after] = /^([A-Z]{3})(?![A-Za-z])|(?<![A-Za-z])([A-Z]{3})$/.exec(text) ?? [];
  const code = before ?? after;
  if (code !== undefined) return { sign: code, currencies: [code], rest: without(text, code) };
  for (const sign of byLength) {
    if (!isAtEdge(text, sign)) continue;
    return { sign, currencies: SIGNS.get(sign) ?? [], rest: without(text, sign) };
  }
  // Whatever money it is, it is none that is known here.
  const [other] = /^\p{Sc}|\p{Sc}$/u.exec(text) ?? [];
  return other === undefined ? null : { sign: other, currencies: [], rest: without(text, other) };
}

/** The currencies that a text stands for that is nothing but a code or a sign: `usd`, `€`, `kr`; null for any other text. */
export function currenciesNamed(text: string): readonly string[] | null {
  const code = text.trim().toUpperCase();
  if (currencyCodes.includes(code)) return [code];
  const found = currencyAtEdge(text.trim());
  return found?.rest === "" ? found.currencies : null;
}

/** The signs that a head names, as the currencies that each may stand for, and the head without them: `Price ($)`. */
export function signsIn(head: string): { readonly signs: readonly (readonly string[])[]; readonly rest: string } {
  const signs: (readonly string[])[] = [];
  let rest = head;
  for (const sign of byLength) {
    const pattern = LETTERS.test(sign) ? new RegExp(`(?<!\\p{L})${sign}(?!\\p{L})`, "giu") : sign;
    const without = rest.replaceAll(pattern, " ");
    if (without === rest) continue;
    signs.push(SIGNS.get(sign) ?? []);
    rest = without;
  }
  const others = rest.match(/\p{Sc}/gu) ?? [];
  return { signs: [...signs, ...others.map(() => [])], rest: rest.replaceAll(/\p{Sc}/gu, " ") };
}

function isAtEdge(text: string, sign: string): boolean {
  const lower = text.toLowerCase();
  const wanted = sign.toLowerCase();
  if (!LETTERS.test(sign)) return text.startsWith(sign) || text.endsWith(sign);
  // `kr.` and `Fr.` are written so, too.
  return new RegExp(`^${wanted}\\.?(?!\\p{L})|(?<!\\p{L})${wanted}\\.?$`, "u").test(lower);
}

function without(text: string, sign: string): string {
  const lower = text.toLowerCase();
  const wanted = sign.toLowerCase();
  const rest = lower.startsWith(wanted)
    ? text.slice(sign.length).replace(/^\.(?=\s)/, "")
    : text.slice(0, lower.lastIndexOf(wanted));
  return rest.trim();
}
