import { shortened } from "../quote/texts.ts";

const MOST_NAME_LETTERS = 255;
const MOST_SKU_LETTERS = 100;
export const MOST_NOTE_LETTERS = 2000;

const CUT_NAME = " shortened";
const CUT_SKU = "-SHORTENED";

/** A name of letters, digits and spaces, all that Pax8 takes; one that was cut says so, as an ellipsis is none of these. */
export function nameFor(name: string): string {
  const plain =
    plainLetters(name)
      .replace(/[^a-zA-Z0-9]+/g, " ")
      .trim() || "Item";
  return plain.length <= MOST_NAME_LETTERS
    ? plain
    : `${plain.slice(0, MOST_NAME_LETTERS - CUT_NAME.length)}${CUT_NAME}`;
}

/** A SKU of letters, digits and dashes. */
export function skuFor(sku: string): string {
  const plain =
    plainLetters(sku)
      .replace(/[^a-zA-Z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "ITEM";
  return plain.length <= MOST_SKU_LETTERS ? plain : `${plain.slice(0, MOST_SKU_LETTERS - CUT_SKU.length)}${CUT_SKU}`;
}

/** ü → u, ß → ss: without what stands above and below letters. */
function plainLetters(text: string): string {
  return text.replaceAll("ß", "ss").normalize("NFKD").replace(/\p{M}/gu, "");
}

/** As many of the parts as a note holds after what stands before them; how many are left out, it says. */
export function listedIn(before: string, parts: readonly string[]): string {
  const textOf = (shownCount: number) => {
    const count = parts.length - shownCount;
    const rest = count === 0 ? [] : [`and ${count} more, listed in bundles`];
    return `${before}${[...parts.slice(0, shownCount), ...rest].join("; ")}`;
  };
  const counts = Array.from({ length: parts.length + 1 }, (_, index) => parts.length - index);
  const fitting = counts.find((count) => textOf(count).length <= MOST_NOTE_LETTERS);
  return shortened(textOf(fitting ?? 0), MOST_NOTE_LETTERS);
}
