import { parameters } from "@nkp-planner/catalog";
import { describe, expect, it } from "vitest";
import { quoteLanguages, quoteWordsFor } from "../packages/adapters/src/report/quote-paper/words/languages.ts";

/** The same word in any language that there is. */
const ALIKE = ["pods", "storage", "cluster", "platform"];
const SAMPLES = ["2026-11-23", "one-node", "as it is", "8"] as const;

describe.each(quoteLanguages.slice(1).map((words) => [words.language, words] as const))("a quote in %s", (_, words) => {
  const english = quoteWordsFor("en");

  it("leaves nothing of what it says itself in English", () => {
    const said = (one: typeof words, key: keyof typeof words) => {
      const value = one[key];
      if (typeof value !== "function") return String(value);
      return (value as (...args: readonly string[]) => string)(...SAMPLES);
    };
    const untranslated = (Object.keys(english) as (keyof typeof words)[])
      .filter((key) => !["unit", "name", "option", "language", ...ALIKE].includes(key))
      .filter((key) => said(words, key) === said(english, key));
    expect(untranslated).toEqual([]);
  });

  it("has words for every option that it names, every counted unit and every name that the planner gives", () => {
    const options = parameters
      .filter(({ id }) => id === "tenant-services" || id === "loss-survived")
      .flatMap(({ id, options: all }) => all.map((option) => [id, option.id, option.title] as const));
    expect(options.length).toBeGreaterThan(7);
    for (const [id, optionId, title] of options) expect(words.option(id, optionId, title), optionId).not.toBe(title);
    for (const unit of ["month", "months", "node", "nodes", "tenant", "hours"]) expect(words.unit(unit)).not.toBe(unit);
    expect(words.name("Managed Kubernetes, as agreed")).not.toContain("as agreed");
    expect(words.name("Gold")).toBe("Gold");
    expect(words.name("Gold, beyond the rest")).toBe("Gold, beyond the rest");
    // What the planner adds to a name, as price lists make it.
    for (const addition of ["included", "beyond 16", "beyond 1.5, to fill the last step", "least billed"])
      expect(words.name(`Gold, ${addition}`)).not.toMatch(/included|beyond|fill|least/);
    expect(words.name("Gold, all at the price above 64")).not.toContain("price");
  });
});

it("a quote in a language that there is none of is in English", () => {
  expect(["de-CH", "de", "en-GB", "fr", "nb"].map((locale) => quoteWordsFor(locale).language)).toEqual([
    "de",
    "de",
    "en",
    "en",
    "en",
  ]);
});
