const NUMBER_AND_LETTERS = /^\s*(\d+(?:[.,]\d+)?)\s*([a-zA-Z]*)\s*$/;

function partsOf(text: string): { readonly digits: string; readonly letters: string } | null {
  const [, digits, letters = ""] = NUMBER_AND_LETTERS.exec(text) ?? [];
  return digits === undefined ? null : { digits: digits.replace(",", "."), letters };
}

/**
 * What the writer of an amount probably meant, for an error message: `16GB` → `16Gi`, `16G`; `64GiB` → `64Gi`.
 * Empty where nothing near is a quantity.
 */
export function nearestQuantities(text: string): readonly string[] {
  const parts = partsOf(text);
  if (parts === null) return [];
  const { digits, letters } = parts;
  const scale = letters.charAt(0).toUpperCase();
  if (/^[KMGTP]ib?$/i.test(letters)) return [`${digits}${scale}i`];
  if (["M", "G", "T", "P"].includes(scale)) return [`${digits}${scale}i`, `${digits}${scale}`];
  if (scale === "K") return [`${digits}Ki`, `${digits}k`];
  return scale === "" || scale === "B" || scale === "C" || scale === "V" ? [digits] : [];
}

const MILLI = /^(m|milli|millis|milli-?cores?|milli-?v?cpus?|mcores?|mv?cpus?)$/i;
const WHOLE = /^(|c|v|cores?|v?cpus?|vcores?)$/i;

/** The same of an amount of CPU: `500 milli` → `500m`, `0.5 cores` → `0.5`. Empty where nothing near is one. */
export function nearestCpu(text: string): readonly string[] {
  const parts = partsOf(text);
  if (parts === null) return [];
  const { digits, letters } = parts;
  if (MILLI.test(letters)) return [`${digits}m`];
  return WHOLE.test(letters) ? [digits] : [];
}
