import { type CellParts, type HeadUnit, partsOfNumber, type Unit } from "./unit.ts";

const OF_A_MONTH = /^((a|per) )?month$|^(per )?mo$|^monthly$/;
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["€", "EUR"],
  ["£", "GBP"],
]);

/** Money a month, in the fleet's currency. One of a year, or of a vCPU, would be another figure. */
export const amountPerMonth: Unit = {
  usual: "",
  inHead(words): readonly HeadUnit[] {
    const parts = words.match(/\b(a|per) \w+\b|\w+/g)?.filter((part) => part !== "agreed") ?? [];
    const others = parts.filter((part) => !OF_A_MONTH.test(part));
    const isOfAMonth = others.length < parts.length;
    const inCurrencies = others.flatMap((code, index): readonly HeadUnit[] => {
      const rest = others.toSpliced(index, 1).join(" ");
      // An amount a month that nothing more is said of is a price; `EUR` alone may be of anything.
      if (!/^[a-z]{3}$/.test(code) || (rest === "" && !isOfAMonth)) return [];
      return [{ rest: rest === "" ? "price" : rest, currency: code.toUpperCase() }];
    });
    return [{ rest: others.join(" ") }, ...inCurrencies];
  },
  inCell(text): CellParts {
    const [, before, number = text, after] = /^([A-Z]{3}\b|[€£$])?\s*(.*?)\s*(\b[A-Z]{3}|[€£$])?$/.exec(text) ?? [];
    const sign = before ?? after;
    // More than one country has dollars.
    if (sign === undefined || sign === "$") return { number };
    return { number, currency: SYMBOLS.get(sign) ?? sign };
  },
  valueOf: (number) => number,
  partsOf: partsOfNumber,
};
