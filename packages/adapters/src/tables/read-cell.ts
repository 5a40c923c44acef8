import { type NumberStyle, readNumber } from "./numbers.ts";
import type { Typed } from "./tenant-draft.ts";
import type { Unit } from "./units/unit.ts";

/** What is to stand in a cell instead. */
export interface Wanted {
  readonly expected: string;
  readonly fix: string;
}

/** What holds for a cell beside its text. */
export interface CellGiven {
  readonly numbers: NumberStyle;
  /** What a bare number counts in, as the head says; undefined: as usual in the column. */
  readonly suffix?: string | undefined;
  /** That of the amounts; undefined where nobody said. */
  readonly currency?: string | undefined;
}

export type CellRead =
  | { readonly is: "nothing" }
  /** As a fleet file holds it. */
  | { readonly is: "value"; readonly value: Typed }
  | { readonly is: "unfit"; readonly wanted: Wanted };

/** Empty, a dash, n/a: that is unknown, not 0. */
export function saysNothing(text: string): boolean {
  return /^(-|–|—|n\/?a)?$/i.test(text.trim());
}

/** A cell of numbers: `€ 1.900,00`, `1,5 TiB`, `500m`, `15 %`. */
export function readCell(text: string, unit: Unit, wanted: Wanted, given: CellGiven): CellRead {
  if (saysNothing(text)) return { is: "nothing" };
  const parts = unit.inCell(text.trim());
  const { currency, numbers, suffix } = given;
  const foreign = foreignAmount(parts.currencies, currency);
  if (foreign !== null) return unfit(foreign);
  // A count has no fraction: of two readings the whole one is meant.
  const read = readNumber(parts.number, unit.isWhole && numbers.by === "table" ? { by: "table", sign: null } : numbers);
  const whole = read.is === "ambiguous" && unit.isWhole ? read.readings.find(isWhole) : undefined;
  if (read.is === "ambiguous" && whole === undefined) {
    const ways = read.readings.map((one) => (isWhole(one) ? one : `${one}0`));
    return unfit({ expected: "a number that can be read in one way only", fix: `write ${ways.join(" or ")}` });
  }
  const plain = whole ?? (read.is === "number" ? read.text : undefined);
  if (plain === undefined || (unit.isWhole && !isWhole(plain))) return unfit(wanted);
  return { is: "value", value: unit.valueOf(plain, parts.suffix ?? suffix ?? unit.usual) };
}

/** What is wanted in place of an amount in another currency, or in one that nobody can tell; null: it is as it should be. */
function foreignAmount(currencies: readonly string[] | undefined, currency: string | undefined): Wanted | null {
  if (currencies === undefined) return null;
  if (currency === undefined)
    return currencies.length === 1
      ? null
      : { expected: "an amount in a currency that can be told", fix: "write its code, such as USD 500" };
  return currencies.includes(currency)
    ? null
    : { expected: `an amount in ${currency}`, fix: `convert it to ${currency}` };
}

export function unfit(wanted: Wanted): CellRead {
  return { is: "unfit", wanted };
}

function isWhole(text: string): boolean {
  return !text.includes(".");
}
