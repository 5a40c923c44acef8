import { currencyAtEdge } from "./currency-signs.ts";
import { type CellParts, type HeadUnit, partsOfNumber, type Unit } from "./unit.ts";

const OF_A_MONTH = /^((a|per) )?month$|^(per )?mo$|^monthly$/;

/** Money a month, in the fleet's currency. One of a year, or of a vCPU, would be another figure. */
export const amountPerMonth: Unit = {
  usual: "",
  isMoney: true,
  inHead(words, signs): readonly HeadUnit[] {
    const parts = words.match(/\b(a|per) \w+\b|\w+/g)?.filter((part) => part !== "agreed") ?? [];
    const others = parts.filter((part) => !OF_A_MONTH.test(part));
    const isOfAMonth = others.length < parts.length;
    // An amount a month that nothing more is said of is a price; `EUR` alone may be of anything.
    const inCurrency = (rest: string, currencies: readonly string[]): readonly HeadUnit[] =>
      rest === "" && !isOfAMonth ? [] : [{ rest: rest === "" ? "price" : rest, currencies }];
    const byCode = others.flatMap((code, index) =>
      /^[a-z]{3}$/.test(code) ? inCurrency(others.toSpliced(index, 1).join(" "), [code.toUpperCase()]) : [],
    );
    const plain = others.join(" ");
    const [sign, ...more] = signs;
    if (sign === undefined) return [{ rest: plain }, ...byCode];
    return [...byCode, ...inCurrency(plain, more.length === 0 ? sign : [])];
  },
  inCell(text): CellParts {
    const found = currencyAtEdge(text);
    return found === null ? { number: text } : { number: found.rest, currencies: found.currencies, sign: found.sign };
  },
  valueOf: (number) => number,
  partsOf: partsOfNumber,
};
