import { criteria, decide, decisionDocument, numberOf, operatingModels, readDecisionWords } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { builtData } from "../site/build-time/built-data.ts";
import { planScenario } from "../site/src/planning/plan-scenario.ts";
import type { Scenario } from "../site/src/state/scenario.ts";
import { setTenantUpgrades } from "../site/src/state/upgrade-edits.ts";
import type { DecisionAnswer } from "../site/src/view/decision/decision-view.ts";
import { Desk } from "../site/src/worker/desk.ts";

/** The page's view of a decision, without a browser. */

const scenario = builtData.example;

async function answerOf(weights: Readonly<Record<string, string>>, of: Scenario = scenario): Promise<DecisionAnswer> {
  const desk = new Desk(builtData);
  await desk.answer("plan", of);
  return desk.answer("decide", weights);
}

async function viewOf(weights: Readonly<Record<string, string>>, of: Scenario = scenario) {
  const { view } = await answerOf(weights, of);
  if (view === null) throw new Error("nothing is decided");
  return view;
}

const numberIn = (text: string) => Number(text.replace(/[^\d.−-]/g, "").replace("−", "-"));

describe("a decision on the page", () => {
  it("is that of the command line's document: measures, scores, ranking and each tenant's way", async () => {
    const view = await viewOf({ cost: "3", autonomy: "2", margin: "" });
    const { input, context, comparison } = await planScenario(scenario, builtData);
    const words = readDecisionWords({ weights: ["cost=3", "autonomy=2"], scales: [] });
    const horizonMonths = numberOf(context.choices, "upgrade-horizon-months");
    const models = comparison.plans.flatMap(({ model }) => operatingModels.find(({ id }) => id === model.id) ?? []);
    const { decision } = decisionDocument(decide(input, models, context, { ...words, horizonMonths }), []);
    expect(view.models.map(({ modelId }) => modelId)).toEqual(models.map(({ id }) => id));
    for (const [at, { id, models: measured }] of decision.criteria.entries()) {
      const row = view.criteria[at];
      expect(row?.id).toBe(id);
      expect(row?.cells.map(({ score }) => (score === "—" ? null : numberIn(score)))).toEqual(
        measured.map(({ score }) => (score === null ? null : Math.round(score * 10) / 10)),
      );
    }
    const [first] = decision.ranking ?? [];
    expect(view.verdict).toContain("Starter per tenant ranks first with 100 of 100, before Hybrid with 56.3.");
    expect(view.totals?.places[view.models.findIndex(({ modelId }) => modelId === first?.modelId)]).toBe("1");
    expect(view.turns.some((turn) => /cost falls to 0 \(now 3\)/.test(turn))).toBe(true);
    const advised = view.tenants?.rows.filter(({ isAdvised }) => isAdvised).map(({ name, way }) => [name, way]);
    expect(advised).toEqual(decision.tenants?.choices.map(({ name, advised: way }) => [name, way]));
    // The example's figures, as they stand everywhere.
    expect(view.criteria[0]?.cells.map(({ value }) => value)).toEqual(["39,283.75", "62,638.83", "56,310.35"]);
  });

  it("ranks nothing without weights, or with none that counts, and measures all the same", async () => {
    for (const weights of [{}, { cost: "" }, { cost: "0", margin: "0.0" }]) {
      const view = await viewOf(weights);
      expect(view.verdict).toMatch(/^No weights are given, so nothing is ranked/);
      // How a weight is given on a command line is nothing for a page.
      expect([view.verdict, ...view.notes].join(" ")).not.toContain("--");
      expect(view.totals).toBeNull();
      expect(view.turns).toEqual([]);
      expect(view.criteria).toHaveLength(criteria.length);
      expect(view.notes).toContain("Without weights, what is advised for each tenant goes by cost alone.");
    }
  });

  it("reads weights as the reader's locale writes them", async () => {
    const german = { ...scenario, locale: "de" };
    expect((await viewOf({ cost: "2,5" }, german)).verdict).toContain("Weights: cost 2,5.");
    expect((await viewOf({ cost: "2.5" })).verdict).toContain("Weights: cost 2.5.");
  });

  it("says at each weight that cannot be read what it expects, all at once", async () => {
    const { view, weightProblems, problems } = await answerOf({ cost: "lots", margin: "-1", effort: "1" });
    expect(view).toBeNull();
    expect(problems).toEqual([]);
    const expected = "a number that is zero or more, such as 3 or 0.5";
    expect(weightProblems).toEqual([
      { criterionId: "cost", expected },
      { criterionId: "margin", expected },
    ]);
  });

  it("says of a fleet that cannot be played what is wrong, once, at the tenant as it is typed", async () => {
    const twice = "2027-03-01 to 2027-04-01, 2027-03-10 to 2027-03-11";
    const bad = { ...setTenantUpgrades("kite", "freezes", twice)(scenario), settings: { "upgrade-labour": "flat" } };
    const { view, problems } = await answerOf({ cost: "1" }, bad);
    const at = bad.fleet.tenants.findIndex(({ id }) => id === "kite");
    expect(view).toBeNull();
    expect(problems.map(({ path }) => path.join("."))).toEqual([`tenants.${at}.upgrades.freezes.1`]);
  });

  it("has no tenants to advise where there are none, and says so", async () => {
    const view = await viewOf({ cost: "1" }, { ...scenario, fleet: { ...scenario.fleet, tenants: [] } });
    expect(view.tenants).toBeNull();
    expect(view.notes.join(" ")).toContain("not answered for each tenant");
  });
});
