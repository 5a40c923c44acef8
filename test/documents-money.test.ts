import { exampleFiles } from "@nkp-planner/catalog";
import fc from "fast-check";
import { createPlanner, type PriceBookInput, type PriceListInput, problemLine, type Result } from "nkp-planner";
import { describe, expect, it } from "vitest";

/** Digits after the point, by ISO 4217, and a dated rate from euros. */
const CURRENCIES = [
  { currency: "EUR", digitCount: 2, rate: null },
  { currency: "JPY", digitCount: 0, rate: "162.35" },
  { currency: "KWD", digitCount: 3, rate: "0.3377" },
] as const;

const inItsRate = (file: object, currency: string, rate: string | null) =>
  rate === null ? file : { ...file, exchangeRates: [{ from: "EUR", to: currency, rate, on: "2026-11-02" }] };

function worthOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(problemLine).join("\n"));
  return result.value;
}

interface Found {
  readonly key: string;
  readonly amount: string;
  readonly currency: string;
}

/** Every amount of a document, under the key that it is called by. */
function amountsIn(value: unknown, key = ""): readonly Found[] {
  if (typeof value !== "object" || value === null) return [];
  const { amount, currency } = value as Partial<Found>;
  if (typeof amount === "string" && typeof currency === "string") return [{ key, amount, currency }];
  // A figure of a sentence says of what kind it is.
  const { kind } = value as { readonly kind?: unknown };
  return Object.entries(value).flatMap(([name, part]) =>
    amountsIn(part, Array.isArray(value) ? key : name === "value" && kind === "rate" ? "rate" : name),
  );
}

/** What is multiplied by a quantity may be finer than the smallest unit; nothing else may. */
const RATES = ["unitPrice", "rate"];

describe("amounts in documents", () => {
  it.each(CURRENCIES)("have the digits of $currency: $digitCount", ({ currency, digitCount, rate }) => {
    const planner = worthOf(
      createPlanner({
        priceBook: inItsRate(exampleFiles.priceBook as object, currency, rate) as unknown as PriceBookInput,
        priceList: inItsRate(exampleFiles.priceList as object, currency, rate) as unknown as PriceListInput,
      }),
    );
    const digits = new RegExp(digitCount === 0 ? "^-?\\d+$" : `^-?\\d+\\.\\d{${digitCount}}$`);
    const finer = /^-?\d+(\.\d{1,10})?$/;
    const size = fc.record({
      pods: fc.integer({ min: 1, max: 40 }),
      vcpu: fc.integer({ min: 1, max: 30 }),
      memoryGiB: fc.integer({ min: 1, max: 90 }),
    });
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 3 }), (sizes) => {
        const tenants = sizes.map((one, index) => ({ id: `t${index}`, size: one }));
        const fleet = { asOf: "2026-11-29", release: "nkp-2.17.1", currency, tenants };
        const documents = [
          worthOf(planner.compare(fleet, {})),
          worthOf(planner.quote(fleet, { model: "hybrid", allow: ["illustrative"] })),
          worthOf(planner.explain(fleet, { model: "hybrid", figure: "tenant.t0.monthlyCost" })),
        ];
        const amounts = documents.flatMap((document) => amountsIn(document));
        expect(amounts.length).toBeGreaterThan(100);
        for (const found of amounts) {
          expect(found.currency).toBe(currency);
          expect(found.amount, found.key).toMatch(RATES.includes(found.key) ? finer : digits);
        }
      }),
      { numRuns: 10 },
    );
  });
});
