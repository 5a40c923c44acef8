import { costDrivers, costDriverTitle, FINDINGS, MESSAGES, money, operatingModels } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { deckLanguage, isMarkedEnglish } from "./deck-language.ts";
import { NAMES_DE } from "./names-de.ts";
import { SENTENCES_DE } from "./sentences-de.ts";
import { WORDS_DE } from "./words-de.ts";
import { WORDS_EN } from "./words-en.ts";

const figuresIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
const german = deckLanguage("de");
const english = deckLanguage("en");

describe("the two tables", () => {
  it("have the same sentences with the same figures", () => {
    expect(Object.keys(WORDS_DE)).toEqual(Object.keys(WORDS_EN));
    for (const [key, text] of Object.entries(WORDS_EN))
      expect(figuresIn(WORDS_DE[key as keyof typeof WORDS_EN]), key).toEqual(figuresIn(text));
  });

  it("translate sentences of core that there are, with figures that these have", () => {
    const core: Readonly<Record<string, string>> = {
      ...MESSAGES,
      ...Object.fromEntries(Object.entries(FINDINGS).map(([key, { text }]) => [key, text])),
    };
    for (const [key, text] of Object.entries(SENTENCES_DE)) {
      expect(core, key).toHaveProperty([key]);
      const asked = new Set(figuresIn(text));
      const missing = [...asked].filter((name) => !figuresIn(core[key] ?? "").includes(name));
      expect(missing, key).toEqual([]);
    }
    expect(Object.keys(MESSAGES).filter((key) => !Object.hasOwn(SENTENCES_DE, key))).toEqual([]);
  });

  it("name every model and every kind of cost", () => {
    const named = [
      ...operatingModels.flatMap(({ title, phrase }) => [title, phrase]),
      ...costDrivers.map(costDriverTitle),
    ];
    expect(named.filter((name) => !NAMES_DE.has(name))).toEqual([]);
  });
});

describe("figures", () => {
  it("are written as each language writes them", () => {
    const amount = money("1234567.8", "EUR");
    expect([english.number(1234.5), german.number(1234.5)]).toEqual(["1,234.5", "1.234,5"]);
    expect([english.money(amount), german.money(amount)]).toEqual(["EUR 1,234,567.80", "1.234.567,80 EUR"]);
    expect([english.ratio(-0.2437), german.ratio(-0.2437)]).toEqual(["−24.4 %", "−24,4 %"]);
    expect([english.day("2026-11-23"), german.day("2026-11-23")]).toEqual(["2026-11-23", "23.11.2026"]);
  });

  it("within sentences: units, rates, days, names and long lists", () => {
    const said = (value: Parameters<typeof german.value>[0]) => german.value(value);
    expect(said({ kind: "number", value: 1, unit: "hosts" })).toBe("1 Host");
    expect(said({ kind: "number", value: 1200, unit: "nodes" })).toBe("1.200 Knoten");
    expect(said({ kind: "number", value: 2.5, unit: "vCPU" })).toBe("2,5 vCPU");
    expect(said({ kind: "rate", value: money("0.125", "EUR") })).toBe("0,125 EUR");
    expect(said({ kind: "text", value: "2026-10-27" })).toBe("27.10.2026");
    expect(said({ kind: "text", value: "one Ultimate plane" })).toBe("eine Ultimate-Verwaltung für alle");
    // 14 names: the first three, and 11 more.
    const names = Array.from({ length: 14 }, (_, index) => `t${index + 1}`);
    expect(said({ kind: "list", value: names })).toBe("t1, t2, t3 und 11 weitere");
  });
});

describe("a sentence without German words", () => {
  it("stands in English and says so; in an English deck nothing is marked", () => {
    const message = {
      key: "made-up",
      template: "Nobody knows {what}.",
      figures: { what: { kind: "text", value: "it" } },
    } as const;
    expect(german.sentence(message)).toBe("[englisch] Nobody knows it.");
    expect(english.sentence(message)).toBe("Nobody knows it.");
    expect(isMarkedEnglish(german.marked("Never heard"))).toBe(true);
    expect(isMarkedEnglish(german.marked("Insights"))).toBe(false);
  });

  it("nor where the message has other figures than its German words ask for", () => {
    const message = { key: "verdict.same-cost", template: "Both cost the same.", figures: {} };
    expect(german.sentence(message)).toBe("[englisch] Both cost the same.");
  });
});
