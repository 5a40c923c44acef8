import { fleetYaml, INPUT_KINDS, type InputKind, readers } from "@nkp-planner/adapters";
import { exampleFiles, plannerFacts } from "@nkp-planner/catalog";
import { API_VERSION, planFleetFile, problemOf } from "@nkp-planner/core";
import { createPlanner, type FleetInput, type PriceBookInput } from "nkp-planner";
import { describe, expect, it } from "vitest";

const LATER = "nkp-planner/v2";
const REFUSED = {
  code: "from-the-future",
  path: ["apiVersion"],
  found: '"nkp-planner/v2", the form of a later planner',
  expected: '"nkp-planner/v1", or an older form',
};
/** With a key that no planner of today knows: of a form that is not known nothing else is told. */
const ofLater = (file: object) => ({ ...file, apiVersion: LATER, whatComesLater: true });
const { fleet, prices, priceList } = {
  fleet: exampleFiles.fleet as FleetInput,
  prices: exampleFiles.priceBook as PriceBookInput,
  priceList: exampleFiles.priceList,
};

describe("a file of a later planner", () => {
  it.each(readers.filter(({ gives }) => INPUT_KINDS[gives].fileKind !== null))(
    "is refused by $id, by name and place, and nothing else is said of it",
    async ({ example, ...reader }) => {
      const text = example.text.replace(API_VERSION, LATER);
      expect(text).toContain(LATER);
      const { findings, value } = await reader.read({ name: "later.yaml", bytes: new TextEncoder().encode(text) });
      expect(value).toBeNull();
      expect(findings.map(problemOf)).toMatchObject([{ ...REFUSED, line: 1 }]);
    },
  );

  it("is named for what it is where it is given in another's place", async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(ofLater(prices)));
    const { otherKind } = await fleetYaml.read({ name: "prices.json", bytes });
    expect(otherKind?.kind).toBe("price-book" satisfies InputKind);
  });

  it("is refused by the road that the page takes, all of them at once", () => {
    const request = { fleet: ofLater(fleet), prices: ofLater(prices), priceList: ofLater(priceList as object) };
    const result = planFleetFile(request, plannerFacts);
    expect(
      result.ok ? [] : result.findings.map(({ code, subject }) => [code, "file" in subject && subject.file]),
    ).toEqual([
      ["from-the-future", "fleet"],
      ["from-the-future", "price book"],
      ["from-the-future", "price list"],
    ]);
  });

  it("is refused by the library, with the part that it is", () => {
    const planner = createPlanner({ priceBook: ofLater(prices) as unknown as PriceBookInput });
    expect(planner).toMatchObject({ ok: false, problems: [{ ...REFUSED, in: "priceBook", received: LATER }] });
    const made = createPlanner();
    if (!made.ok) throw new Error("No planner.");
    expect(made.value.plan(ofLater(fleet) as unknown as FleetInput, { model: "hybrid" })).toMatchObject({
      ok: false,
      problems: [{ ...REFUSED, in: "fleet", received: LATER }],
    });
  });
});
