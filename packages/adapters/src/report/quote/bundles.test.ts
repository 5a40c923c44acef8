import { money, type PriceLine } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { type Bundled, bundlesOf } from "./bundles.ts";

type Kind = Partial<Pick<PriceLine, "service" | "billing" | "isTaxable">>;
const line = (amount: string, kind: Kind = {}): Bundled => ({
  line: { amount: money(amount, "EUR"), service: "compute", billing: "recurring", isTaxable: true, ...kind },
});
const amountsOf = (parts: readonly (readonly Bundled[])[]) =>
  parts.map((part) => part.map((one) => one.line.amount.amount).join("+"));

describe("bundlesOf", () => {
  it("leaves lines as they are where they fit", () => {
    expect(amountsOf(bundlesOf([line("3.00"), line("1.00"), line("2.00")], 3))).toEqual(["3.00", "1.00", "2.00"]);
  });

  it("puts the smallest together, one more than are too many, where the first of them stood: 5 in 3 parts are 3 in 1", () => {
    const lines = ["5.00", "1.00", "9.00", "3.00", "2.00"].map((amount) => line(amount));
    expect(amountsOf(bundlesOf(lines, 3))).toEqual(["5.00", "1.00+3.00+2.00", "9.00"]);
  });

  it("takes the service whose smallest lines are worth least: 4 + 5 is less than 1 + 9", () => {
    const storage = { service: "storage" as const };
    const lines = [line("1.00"), line("4.00", storage), line("9.00"), line("5.00", storage)];
    expect(amountsOf(bundlesOf(lines, 3))).toEqual(["1.00", "4.00+5.00", "9.00"]);
  });

  it("never mixes what is due once, what is not taxed, or another service", () => {
    const kinds: readonly Kind[] = [{}, { billing: "one-time" }, { isTaxable: false }, { service: "backup" }];
    const lines = kinds.flatMap((kind) => [line("1.00", kind), line("2.00", kind)]);
    expect(amountsOf(bundlesOf(lines, 4))).toEqual(["1.00+2.00", "1.00+2.00", "1.00+2.00", "1.00+2.00"]);
    expect(() => bundlesOf(lines, 3)).toThrow("Lines of 4 kinds are no 3 parts.");
  });

  it("bundles another service where one has too few: 3 of compute and 2 of storage in 2 parts", () => {
    const storage = { service: "storage" as const };
    const lines = [line("1.00"), line("2.00", storage), line("3.00"), line("4.00"), line("5.00", storage)];
    expect(amountsOf(bundlesOf(lines, 2))).toEqual(["1.00+3.00+4.00", "2.00+5.00"]);
  });
});
