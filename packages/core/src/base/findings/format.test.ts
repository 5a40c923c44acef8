import { describe, expect, it } from "vitest";
import { money } from "../money.ts";
import { moneyText, numberText, ratioText, valueText } from "./format.ts";
import { MESSAGES, messageParts, messageText } from "./messages.ts";

describe("values for people", () => {
  it.each([
    [1234.5, "1,234.5"],
    [-1234567.891, "−1,234,567.89"],
    [1000, "1,000"],
    [0, "0"],
    [-0.001, "0"],
    [999, "999"],
  ])("writes %d", (value, text) => expect(numberText(value)).toBe(text));

  it("writes money with its code, rounded to the currency's unit", () => {
    expect(moneyText(money("-1234.5", "EUR"))).toBe("EUR −1,234.50");
    expect(moneyText(money("1234.5", "JPY"))).toBe("JPY 1,235");
  });

  it("writes a ratio in percent", () => {
    expect(ratioText(0.2437)).toBe("24.4 %");
    expect(ratioText(-0.44)).toBe("−44.0 %");
    expect(ratioText(-0.0001)).toBe("0.0 %");
  });
});

describe("messages", () => {
  it("fills a sentence and begins it with a capital", () => {
    const message = {
      key: "verdict.same-cost",
      figures: { winner: { kind: "text", value: "one plane" }, other: { kind: "text", value: "the hybrid" } },
    } as const;
    expect(messageText(message, valueText)).toBe("One plane and the hybrid cost the same a month.");
    expect(messageParts(message, valueText).filter(({ value }) => value !== undefined)).toHaveLength(2);
  });

  it("refuses a sentence without its figures", () => {
    expect(() => messageText({ key: "verdict.single", figures: {} }, valueText)).toThrow("winner");
  });

  it("has balanced placeholders in every sentence", () => {
    for (const sentence of Object.values(MESSAGES)) expect(sentence).toMatch(/^([^{}]|\{[a-zA-Z]+\})+$/);
  });
});
