/** The one reader of numbers as people write them, in one country or another. Text only: nothing is computed here. */

/** What stands before a fraction. */
export type DecimalSign = "." | ",";

/** Who says which sign that is. */
export type NumberStyle =
  /** Somebody's table: what its numbers show; null where they show nothing, or both. */
  | { readonly by: "table"; readonly sign: DecimalSign | null }
  /** The locale of the person who types. */
  | { readonly by: "locale"; readonly sign: DecimalSign };

export type NumberRead =
  /** Digits, and a point before the fraction: as a fleet file writes it. */
  | { readonly is: "number"; readonly text: string }
  /** What it comes to with a point, and with a comma, before the fraction. */
  | { readonly is: "ambiguous"; readonly readings: readonly [string, string] }
  | { readonly is: "none" };

/**
 * `1,234.5`, `1.234,5` or `1’234.5` → `1234.5`. In a table, a number that can be read in one way only is read so, and
 * `1.234` needs a sign to be read by. Of somebody who types, the locale's way counts, and beside it the way of files:
 * a point before the fraction and no groups.
 */
export function readNumber(text: string, style: NumberStyle): NumberRead {
  const bare = text.trim();
  const [withPoint, withComma] = [readWith(bare, "."), readWith(bare, ",")];
  if (style.by === "locale") {
    const read = (style.sign === "." ? withPoint : withComma) ?? (AS_IN_FILES.test(bare) ? bare : undefined);
    return read === undefined ? { is: "none" } : { is: "number", text: read };
  }
  if (withPoint === undefined && withComma === undefined) return { is: "none" };
  if (withPoint === undefined || withComma === undefined || withPoint === withComma)
    return { is: "number", text: withPoint ?? withComma ?? "" };
  if (style.sign === null) return { is: "ambiguous", readings: [withPoint, withComma] };
  return { is: "number", text: style.sign === "." ? withPoint : withComma };
}

/** The sign that the numbers of a table show: those that can be read in one way only. `usual` where none does. */
export function decimalSignOf<Usual extends DecimalSign | null>(
  texts: readonly string[],
  usual: Usual,
): DecimalSign | Usual | null {
  const shown = new Set<DecimalSign>();
  for (const text of texts) {
    const bare = text.trim();
    const [withPoint, withComma] = [readWith(bare, "."), readWith(bare, ",")];
    if (withPoint === withComma) continue;
    if (withComma === undefined) shown.add(".");
    else if (withPoint === undefined) shown.add(",");
  }
  if (shown.size > 1) return null;
  return [...shown][0] ?? usual;
}

const AS_IN_FILES = /^\d+(\.\d+)?$/;

/** Digits in groups of three, by the other sign, spaces or apostrophes, or in no groups. */
const PATTERNS: Readonly<Record<DecimalSign, RegExp>> = {
  ".": /^(\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:[\s'’]\d{3})+)(?:\.(\d+))?$/,
  ",": /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:[\s'’]\d{3})+)(?:,(\d+))?$/,
};

function readWith(text: string, sign: DecimalSign): string | undefined {
  const [all, whole = "", fraction] = PATTERNS[sign].exec(text) ?? [];
  if (all === undefined) return undefined;
  const digits = whole.replaceAll(/\D/g, "");
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}
