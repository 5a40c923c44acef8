import { describe, expect, it } from "vitest";
import book from "../packages/catalog/data/examples/price-book-eur.json" with { type: "json" };
import {
  addPart,
  coverElsewhere,
  coveredIn,
  hasInventedParts,
  markAll,
  markPart,
  partsOf,
  removePart,
  setPart,
} from "../site/src/state/price-edits.ts";
import type { Scenario } from "../site/src/state/scenario.ts";
import { typedPart, valueOfPart } from "../site/src/state/typed-parts.ts";

const scenario = { prices: book, priceList: null } as unknown as Scenario;
const marks = ({ prices }: Scenario) => [prices.illustrative, ...prices.items.map((item) => item["illustrative"])];
const skus = ({ prices }: Scenario) => prices.items.map(({ sku }) => sku);
const NOTHING = book.items.map(() => undefined);

describe("prices of the page", () => {
  it("are the visitor's as soon as they are typed over, and all of them once each is", () => {
    const one = setPart("prices", "items", 0, { unitPrice: "1" })(scenario);
    expect(marks(one)).toEqual([true, false, ...NOTHING.slice(1)]);
    const all = book.items.reduce(
      (changed, _, at) => setPart("prices", "items", at, { unitPrice: "1" })(changed),
      scenario,
    );
    expect(marks(all)).toEqual([false, ...NOTHING]);
    expect(hasInventedParts(all.prices)).toBe(false);
    expect(marks(markPart("prices", "items", 2, true)(all)).filter((mark) => mark === true)).toEqual([true]);
    expect(marks(markAll("prices", true)(all))).toEqual([true, ...NOTHING]);
  });

  it("stay invented where a name or a unit alone is changed", () => {
    expect(marks(setPart("prices", "items", 0, { name: "CPU" })(scenario))).toEqual([true, ...NOTHING]);
  });

  it("have each a SKU of its own, and are changed by their place where a file has one twice", () => {
    const labour = { sku: "LABOUR", name: "More", appliesTo: "other", unit: "fleet-month", unitPrice: "5" };
    expect(skus(addPart("prices", "items", labour)(scenario)).at(-1)).toBe("LABOUR-2");
    const twice = { ...scenario, prices: { ...book, items: [...book.items, labour] } } as unknown as Scenario;
    const changed = setPart("prices", "items", book.items.length, { unitPrice: "7" })(twice);
    expect(changed.prices.items.map(({ unitPrice }) => unitPrice)).toEqual([
      ...book.items.map(({ unitPrice }) => unitPrice),
      "7",
    ]);
    expect(skus(removePart("prices", "items", 0)(scenario))).toEqual(book.items.slice(1).map(({ sku }) => sku));
  });

  it("leave a field out that is emptied, and no list that nothing is in", () => {
    const priced = setPart("prices", "items", 0, { minimum: 5 })(scenario);
    expect(priced.prices.items[0]?.["minimum"]).toBe(5);
    expect(
      Object.keys(setPart("prices", "items", 0, { minimum: undefined })(priced).prices.items[0] ?? {}),
    ).not.toContain("minimum");
    const covered = coverElsewhere("rack", "us")(coverElsewhere("rack", "u")(scenario));
    expect(coveredIn(covered.prices)).toEqual([{ appliesTo: "rack", by: "us" }]);
    expect(coverElsewhere("rack", null)(covered).prices).not.toHaveProperty("coveredElsewhere");
  });

  it("take what no planner has checked yet", () => {
    const odd = { illustrative: true, items: [null, 3, { sku: 4 }], minimumFee: "x" };
    expect(partsOf(odd, "items")).toEqual([{}, {}, { sku: 4 }]);
    expect(hasInventedParts(odd)).toBe(true);
    expect(partsOf(null, "items")).toEqual([]);
  });

  it("are typed as the locale writes numbers; what is no number stays for the planner to name", () => {
    expect(valueOfPart("amount", "1.234,50", "de")).toBe("1234.50");
    expect(valueOfPart("number", "1,5", "de")).toBe(1.5);
    expect(valueOfPart("number", "many", "de")).toBe("many");
    expect(valueOfPart("text", " gold ", "de")).toBe("gold");
    expect(valueOfPart("amount", " ", "de")).toBeUndefined();
    expect(typedPart(1.5, "de")).toBe("1,5");
  });
});
