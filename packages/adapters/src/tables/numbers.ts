/** Numbers as spreadsheets write them, in one country or another. Text only: nothing is reckoned here. */

/** What stands before the fraction in a table; null where nothing tells. */
export type DecimalSign = "." | "," | null;

export type PlainNumber =
  | { readonly is: "number"; readonly text: string }
  | { readonly is: "ambiguous"; readonly readings: readonly [string, string] }
  | { readonly is: "none" };

/** The sign that the numbers of a table show: those that can be read in one way only. `usual` where none does. */
export function decimalSignOf(texts: readonly string[], usual: DecimalSign): DecimalSign {
  const shown = new Set<DecimalSign>();
  for (const text of texts) {
    const [withPoint, withComma] = readingsOf(text);
    if (withPoint === withComma) continue;
    if (withComma === undefined) shown.add(".");
    else if (withPoint === undefined) shown.add(",");
  }
  if (shown.size > 1) return null;
  return [...shown][0] ?? usual;
}

/** `1,234.5`, `1.234,5` or `1’234.5` → `1234.5`. `1.234` needs a sign to be read by. */
export function plainNumber(text: string, sign: DecimalSign): PlainNumber {
  const [withPoint, withComma] = readingsOf(text);
  if (withPoint === undefined && withComma === undefined) return { is: "none" };
  if (withPoint === undefined || withComma === undefined || withPoint === withComma)
    return { is: "number", text: withPoint ?? withComma ?? "" };
  if (sign === null) return { is: "ambiguous", readings: [withPoint, withComma] };
  return { is: "number", text: sign === "." ? withPoint : withComma };
}

/** What a text comes to with a point, and with a comma, before the fraction. */
function readingsOf(text: string): readonly [string | undefined, string | undefined] {
  const bare = text.trim();
  return [readWith(bare, ".", ","), readWith(bare, ",", ".")];
}

function readWith(text: string, point: string, group: string): string | undefined {
  const [all, whole = "", fraction] =
    new RegExp(`^(\\d+|[1-9]\\d{0,2}(?:\\${group}\\d{3})+|[1-9]\\d{0,2}(?:[\\s'’]\\d{3})+)(?:\\${point}(\\d+))?$`).exec(
      text,
    ) ?? [];
  if (all === undefined) return undefined;
  const digits = whole.replaceAll(/\D/g, "");
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}
