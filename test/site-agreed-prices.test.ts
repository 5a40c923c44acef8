import { parseFleet } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { builtData } from "../site/build-time/built-data.ts";
import { hasInventedPrices, marksOfItsOwn } from "../site/src/state/agreed-prices.ts";
import { addTenants, pasteBlock, setCell } from "../site/src/state/edits.ts";
import { type GridColumn, gridColumns } from "../site/src/state/grid.ts";
import { readScenario } from "../site/src/state/read-scenario.ts";
import type { FleetDraft, Scenario } from "../site/src/state/scenario.ts";

/** Whose agreed prices are, while somebody types over the example. */

const { example } = builtData;
const price = gridColumns.find(({ id }) => id === "price") as GridColumn;
const markOf = ({ fleet }: Scenario, id: string) => fleet.tenants.find((tenant) => tenant.id === id)?.price;

describe("agreed prices on the page", () => {
  it("are the example's, each marked for itself, and read as invented", () => {
    expect(example.fleet.illustrative).toBeUndefined();
    expect(markOf(example, "orchid")).toEqual({ illustrative: true, monthly: "4200.00" });
    expect(parseFleet(example.fleet).tenants.every((tenant) => tenant.hasInventedPrice === true)).toBe(true);
    expect(readScenario(example)).toEqual(example);
  });

  it("are the user's when they are typed, pasted or brought along, and the others stay invented", () => {
    const typed = setCell("orchid", price, "4,300.00")(example);
    expect(markOf(typed, "orchid")).toEqual({ monthly: "4300.00" });
    expect(markOf(typed, "basalt")).toMatchObject({ illustrative: true });
    expect(markOf(setCell("orchid", price, "4200.00")(example), "orchid")).toMatchObject({ illustrative: true });
    expect(markOf(setCell("orchid", price, "")(example), "orchid")).toBeUndefined();
    const column = gridColumns.indexOf(price);
    expect(markOf(pasteBlock([["7.00"]], 0, column)(example), "orchid")).toEqual({ monthly: "7.00" });
    const own = { id: "mine", demand: { pods: 1, cpu: "1", memory: "1Gi" }, price: { monthly: "5.00" } };
    const read = parseFleet(addTenants([own])(example).fleet).tenants.at(-1);
    expect([read?.id, read?.hasInventedPrice]).toEqual(["mine", undefined]);
  });

  it("are marked as a file that is opened says, of the fleet or of one price", () => {
    const fleet: FleetDraft = {
      ...example.fleet,
      illustrative: true,
      tenants: [
        { id: "a", preset: "S", price: { monthly: "1.00" } },
        { id: "b", preset: "S", price: { monthly: "1.00", illustrative: false } },
        { id: "c", preset: "S" },
      ],
    };
    const marks = marksOfItsOwn(fleet).tenants.map((tenant) => tenant.price?.illustrative);
    expect(marks).toEqual([true, false, undefined]);
  });

  it("are said on the panel of files while any is invented", () => {
    const prices = { ...example.prices, illustrative: false };
    expect(hasInventedPrices({ ...example, prices })).toBe(true);
    const tenants = example.fleet.tenants.map(({ price: _, ...tenant }) => tenant);
    expect(hasInventedPrices({ ...example, prices, fleet: { ...example.fleet, tenants } })).toBe(false);
  });

  it("are refused in a link where the mark is none", () => {
    const [first] = example.fleet.tenants;
    const tenants = [{ ...first, price: { monthly: "1.00", illustrative: "yes" } }];
    expect(readScenario({ ...example, fleet: { ...example.fleet, tenants } })).toBeNull();
    expect(readScenario({ ...example, fleet: { ...example.fleet, illustrative: 1 } })).toBeNull();
  });
});
