import { InputError, parsePriceBook, parsePriceList, problemsOf } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";

/** A map that cannot be written as text. */
const trap = { toString: 1, valueOf: 1 };
const dated = (parts: object) => [{ from: "2027-01-01", ...parts }];

describe("changes of prices that are none", () => {
  it.each<[string, unknown]>([
    ["a map", trap],
    ["nothing", null],
    ["a text", "x"],
    ["a list of maps", [trap]],
    ["a length", { length: 5 }],
    ["a day that is a map", [{ from: trap, items: [trap] }]],
    ["names that every map has", [{ from: trap, hasOwnProperty: 1, length: 3, constructor: [1] }]],
    ["an own prototype", JSON.parse('[{"from":"2027-01-01","__proto__":{"items":[1]}}]')],
    ["prices that are maps", dated({ items: [{ sku: trap, unitPrice: trap, monthly: trap, tiers: trap }] })],
    ["tiers that are maps", dated({ items: [{ sku: "a", tiers: [{ unitPrice: trap }] }] })],
    ["parts of other kinds", dated({ minimumFee: trap, onboarding: [trap], bundles: "x" })],
  ])("are refused with their place: %s", (_, changes) => {
    for (const [parse, kind] of [
      [parsePriceBook, "PriceBook"],
      [parsePriceList, "PriceList"],
    ] as const) {
      const head = { apiVersion: "nkp-planner/v1", kind, id: "p", title: "P", currency: "EUR", illustrative: false };
      const refusal = (more: object) => {
        try {
          parse({ ...head, items: [], changes, ...more });
        } catch (error) {
          return error;
        }
        return null;
      };
      const refused = refusal({ validFrom: "2026-01-01", validUntil: "2028-01-01" });
      expect(refused).toBeInstanceOf(InputError);
      expect(problemsOf(refused as InputError).map(({ path }) => path[0])).toContain("changes");
      // Where the days around them are none either.
      expect(refusal({ validFrom: trap, validUntil: trap, toString: 1 })).toBeInstanceOf(InputError);
    }
  });
});
