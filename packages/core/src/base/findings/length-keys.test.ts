import { expect, it } from "vitest";
import { parseFleet } from "../../input/fleet.ts";
import { parsePriceBook } from "../../prices/price-book.ts";
import { InputError, problemsOf } from "./input-error.ts";

const fleet = (name: unknown, selector: unknown = {}) => ({
  apiVersion: "nkp-planner/v1",
  kind: "Fleet",
  asOf: "2026-11-23",
  release: "nkp-2.17.1",
  currency: "EUR",
  tenants: [
    {
      id: "orchid",
      upgradeCadence: "fleet",
      workloads: [{ name, kind: "Deployment", requests: { cpu: "1", memory: "1Gi" }, nodeSelector: selector }],
    },
  ],
});

function foundBy(take: () => unknown): readonly string[] {
  try {
    take();
    return [];
  } catch (error) {
    if (error instanceof InputError) return problemsOf(error).map(({ path, found }) => `${path.join(".")}: ${found}`);
    throw error;
  }
}

it("refuses a length that is no number, which comparing would throw at", () => {
  const trap = fleet({ length: [{ toString: 1, valueOf: 1 }] });
  expect(foundBy(() => parseFleet(trap))).toEqual(['tenants.0.workloads.0.name.length: the unknown key "length"']);
});

it("takes a label that is called length", () => {
  expect(foundBy(() => parseFleet(fleet("web", { length: "short" })))).toEqual([]);
});

it("says what a map is that cannot be written as text", () => {
  const book = { illustrative: { toString: 1, valueOf: 1 }, validUntil: { toString: 1 } };
  const found = foundBy(() => parsePriceBook(book));
  expect(found.some((one) => one.startsWith("illustrative:"))).toBe(true);
});
