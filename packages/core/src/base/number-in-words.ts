const NUMBER_AND_UNIT = /^\s*(\d+(?:[.,]\d+)?)\s*(%|[a-z]+)?\s*$/i;

/** A number with what somebody wrote behind it: `1,5 hours` → `1.5`, `hours`. undefined where a text is none. */
export function numberInWords(text: string): { readonly number: string; readonly unit: string } | undefined {
  const [, digits, unit = ""] = NUMBER_AND_UNIT.exec(text) ?? [];
  return digits === undefined ? undefined : { number: digits.replace(",", "."), unit };
}
