/** How numbers may be written; the names are in each language's own words. */
export const locales: readonly string[] = [
  ...["en", "en-GB", "de", "de-CH", "fr", "es", "it", "nl", "pt", "pl", "cs", "sv", "da", "nb", "fi", "ja"],
];

/** That of them which a browser asks for first, by its tag or by its language alone; undefined: it asks for none of them. */
export function localeWanted(asked: readonly string[]): string | undefined {
  for (const tag of asked) {
    const language = tag.split("-")[0];
    const found = locales.find((one) => one === tag) ?? locales.find((one) => one === language);
    if (found !== undefined) return found;
  }
  return undefined;
}
