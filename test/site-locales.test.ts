import { describe, expect, it } from "vitest";
import { locales, localeWanted } from "../site/src/state/locales.ts";

describe("how numbers are written at first", () => {
  it.each([
    [["de-DE", "en"], "de"],
    [["de-CH"], "de-CH"],
    [["en-US"], "en"],
    [["en-GB"], "en-GB"],
    [["xx", "fr-CA", "de"], "fr"],
    [["xx"], undefined],
    [[], undefined],
  ])("follows what a browser asks for: %j", (asked, expected) => {
    expect(localeWanted(asked)).toBe(expected);
  });

  it("is one that every browser can write", () => {
    expect(Intl.NumberFormat.supportedLocalesOf([...locales])).toEqual(locales);
  });
});
