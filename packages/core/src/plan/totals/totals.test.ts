import { describe, expect, it } from "vitest";
import { fleetOf, toyContext } from "../../../../../test/support/toy.ts";
import { driversOf } from "../../costs/cost-line.ts";
import { operatingModels } from "../../models/index.ts";
import { costDrivers } from "../../prices/cost-drivers.ts";
import { figureIds, figureOf, figureWords } from "../../views/figures/index.ts";
import { totalFigures } from "../../views/figures/total-figures.ts";
import { totalRowsIn } from "../../views/figures/total-tables.ts";
import { plannedFleet } from "../planned-fleet.ts";
import type { TotalDefinition, TotalsTable } from "./total-definition.ts";
import { TOTALS } from "./totals.ts";

const plans = operatingModels.map((model) => plannedFleet(fleetOf({ id: "orchid" }), model, toyContext()));
const absent = costDrivers.filter((driver) => !driversOf(plans).includes(driver)).map((one) => `monthlyCost.${one}`);

describe("totals", () => {
  it("open, each by its id or by those of its parts", () => {
    const ids = (Object.entries(TOTALS) as [string, TotalDefinition][]).flatMap(([id, row]) =>
      row.kind === "divided" ? Object.keys(row.parts).map((part) => `${row.below}.${part}`) : [id],
    );
    expect(totalFigures.map(({ id }) => id)).toEqual(ids);
    for (const plan of plans) {
      for (const figure of totalFigures) {
        const { value, title } = figureOf(plan, figure.id);
        expect(value, figure.id).toEqual(figure.value(plan));
        expect(title).toBe(figure.title);
      }
    }
  });

  it("stand in tables once, parts below a whole that the same table shows", () => {
    for (const table of ["calculator", "terminal", "scenarios", "model-page"] satisfies TotalsTable[]) {
      const { sizes, money } = totalRowsIn(table, plans);
      const rows = [...sizes, ...money].flatMap(({ whole, parts }) => [whole, ...parts]).map(({ id }) => id);
      const named = totalFigures.filter(({ id, shownIn }) => shownIn.includes(table) && !absent.includes(id));
      expect(rows.toSorted()).toEqual(named.map(({ id }) => id).toSorted());
    }
  });

  it("have what divides the cost before what is only some of it, and only the kinds that there are", () => {
    const { money } = totalRowsIn("calculator", plans);
    const cost = money.find(({ whole }) => whole.id === "monthlyCost");
    const ids = cost?.parts.map(({ id }) => id) ?? [];
    expect(ids.at(-1)).toBe("failureAddedMonthlyCost");
    const parts = totalFigures.filter(({ below }) => below === "monthlyCost").map(({ id }) => id);
    expect(ids.toSorted()).toEqual(parts.filter((id) => !absent.includes(id)).toSorted());
  });
});

describe("every figure", () => {
  it("says what it is called, what it is counted in and what counts, in whole sentences", () => {
    for (const plan of plans) {
      for (const id of figureIds(plan)) {
        const words = figureWords(id);
        expect(words?.title, id).toMatch(/^\S.*[^.]$/);
        expect(words?.title).not.toMatch(/[{}]/);
        expect(words?.how, id).toMatch(/^[\p{L}].*\.$/u);
      }
    }
    expect(figureWords("tenant.orchid.monthlyCost")?.title).toBe("Cost of orchid a month");
    expect(figureWords("tenant.orchid.nothing")).toBeUndefined();
    expect(figureWords("constructor")).toBeUndefined();
  });
});
