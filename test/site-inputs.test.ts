import { parameters } from "@nkp-planner/catalog";
import { describe, expect, it } from "vitest";
import fleet from "../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import book from "../packages/catalog/data/examples/price-book-eur.json" with { type: "json" };
import type { Scenario } from "../site/src/state/scenario.ts";
import { inputDifferences } from "../site/src/view/input-differences.ts";

const base = { fleet, prices: book, priceList: null, settings: {}, locale: "en", letter: {} } as unknown as Scenario;
const rowsOf = (there: Partial<Scenario>) => inputDifferences(base, { ...base, ...there }, parameters).rows;

describe("what was entered otherwise in two scenarios", () => {
  it("is nothing in the same one, in whatever order its fields stand", () => {
    expect(rowsOf({})).toEqual([]);
    const { currency, ...others } = fleet;
    expect(rowsOf({ fleet: { ...others, currency } as unknown as Scenario["fleet"] })).toEqual([]);
  });

  it("is an assumption by its title and both readings, the default one too", () => {
    expect(rowsOf({ settings: { "headroom-percent": "20", floors: "none" } })).toEqual([
      { title: "Headroom in percent", here: "0: none", there: "20 percent" },
      expect.objectContaining({ title: parameters.find(({ id }) => id === "floors")?.title }),
    ]);
  });

  it("is a price, an item that one of them lacks, and a whole list", () => {
    const items = book.items.flatMap((item) =>
      item.sku === "LABOUR" ? [{ ...item, unitPrice: "90" }] : item.sku === "NKP-PRO" ? [] : [item],
    );
    expect(rowsOf({ prices: { ...book, items } as unknown as Scenario["prices"] })).toEqual([
      { title: "Price book, NKP Pro", here: "24.00 per vCPU-month", there: "—" },
      { title: "Price book, Platform engineer", here: "95.00 per hour", there: "90 per hour" },
    ]);
    const list = { id: "l", title: "Ours", illustrative: false, items: [] };
    expect(rowsOf({ priceList: list })).toEqual([{ title: "Price list", here: "—", there: "Ours" }]);
  });

  it("is a tenant who came or went, and what of one is another in the table", () => {
    const [first, second, ...rest] = fleet.tenants;
    const changed = { ...second, demand: { pods: 10, cpu: "12", memory: "64Gi" } };
    const there = { ...fleet, tenants: [changed, ...rest] } as unknown as Scenario["fleet"];
    const rows = rowsOf({ fleet: there });
    expect(rows[0]).toEqual({ title: `Tenant ${first?.name}`, here: "there", there: "not there" });
    expect(rows[1]?.title).toBe(`Tenant ${second?.name}`);
    expect(rows[1]?.there).toMatch(/vCPU 12/);
    expect(rows).toHaveLength(2);
  });

  it("is told of twenty tenants, and of the others how many they are", () => {
    const tenants = Array.from({ length: 30 }, (_, at) => ({ id: `t${at}` }));
    const { rows, untoldCount } = inputDifferences(
      base,
      { ...base, fleet: { ...fleet, tenants: [...fleet.tenants, ...tenants] } as unknown as Scenario["fleet"] },
      parameters,
    );
    expect([rows.length, untoldCount]).toEqual([20, 10]);
  });
});
