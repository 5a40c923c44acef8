import {
  type Decision,
  type DecisionOptions,
  decide,
  findingText,
  hybrid,
  numberText,
  type OperatingModel,
  PlanningCache,
  type PlanningContext,
  starterSelfManaged,
  ultimateCentralized,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetOf, pods, type TenantDraft, toyCatalog, toyContext } from "./support/toy.ts";
import { upgradeFacts, versionsOf } from "./support/upgrades.ts";

const MODELS = [starterSelfManaged, ultimateCentralized, hybrid];

/** The toy with a version that it runs, and with editions of which Starter lacks one feature of two. */
function context(settings: Record<string, string> = {}): PlanningContext {
  const edition = (id: "starter" | "ultimate", ...included: readonly boolean[]) => ({
    id,
    name: id,
    features: included.map((is, index) => ({ id: `f${index}`, title: `F${index}`, included: is })),
    infrastructure: [],
    nodeImages: [],
    confidence: "assumption" as const,
    sources: ["toy"],
  });
  const catalog = {
    ...toyCatalog(),
    versions: [...versionsOf({ "1.0.0": "2026-01-01" })],
    upgradeFacts: upgradeFacts({}),
    editions: [edition("starter", true, false), edition("ultimate", true, true)],
  };
  return { ...toyContext(settings), catalog };
}

const PRICE = { monthly: "1000.00" };
/** Two quick tenants and one that goes at its own pace. */
const TENANTS: readonly TenantDraft[] = [
  { id: "ash", name: "Ash", price: PRICE },
  { id: "elm", name: "Elm", price: PRICE },
  { id: "oak", name: "Oak", upgradeCadence: "own", price: PRICE },
];

function decided(
  options: Partial<DecisionOptions> & { readonly models?: readonly OperatingModel[] } = {},
  tenants = TENANTS,
  settings: Record<string, string> = {},
): Decision {
  const { models = MODELS, ...more } = options;
  const all = { weights: new Map(), scales: new Map(), horizonMonths: 12, ...more };
  return decide(fleetOf(...tenants), models, context(settings), all, new PlanningCache());
}

const weights = (given: Record<string, number>) => new Map(Object.entries(given));
const valuesOf = (decision: Decision, id: string) =>
  decision.criteria.find((one) => one.id === id)?.models.map(({ value }) => value);
const scoresOf = (decision: Decision, id: string) =>
  decision.criteria.find((one) => one.id === id)?.models.map(({ score }) => score);
const codes = ({ findings }: Decision) => findings.map(({ code }) => code);

describe("criteria", () => {
  const decision = decided();

  it("are figures of the plan", () => {
    for (const [index, { plan }] of decision.models.entries()) {
      expect(valuesOf(decision, "cost")?.[index]).toBe(Number(plan.totals.monthlyCost.amount));
      expect(valuesOf(decision, "margin")?.[index]).toBe(plan.totals.marginRatio);
    }
  });

  it("count who shares a plane, who is governed from it and whom its failure touches", () => {
    expect(valuesOf(decision, "isolation")).toEqual([0, 3 / 3, 2 / 3]);
    expect(valuesOf(decision, "governance")).toEqual([0, 3 / 3, 2 / 3]);
    expect(valuesOf(decision, "blast")).toEqual([1, 3, 2]);
  });

  it("count the hours that are paid: 2 to run a cluster, 3 to upgrade it every 73 days", () => {
    const ofCluster = 2 + (3 * 365) / 12 / 73;
    // Three clusters; with a plane four, in either model.
    expect(valuesOf(decision, "effort")?.map((hours) => (hours as number) / ofCluster)).toEqual([
      expect.closeTo(3, 9),
      expect.closeTo(4, 9),
      expect.closeTo(4, 9),
    ]);
  });

  it("count features by tenants: of one that Starter lacks, a third of three tenants", () => {
    expect(valuesOf(decision, "features")).toEqual([1, 0, 1 / 3]);
  });

  it("count the days of waiting as the calendar has them: the plane's delay and the slow one's pace", () => {
    const waits = decision.models.map(({ upgrades }) =>
      upgrades.calendar.tenants.map(({ heldBackDays }) => heldBackDays),
    );
    expect(waits[0]).toEqual([0, 0, 0]);
    expect((waits[1]?.[0] ?? 0) > 0).toBe(true);
    expect(valuesOf(decision, "autonomy")).toEqual(waits.map((days) => days.reduce((sum, one) => sum + one, 0)));
  });
});

describe("a decision", () => {
  it("ranks nothing without weights, and says which may be given", () => {
    const decision = decided();
    expect(decision.ranking).toBeNull();
    expect(decision.turns).toEqual([]);
    const [first] = decision.findings;
    expect(first && findingText(first)).toContain("cost, margin, autonomy, isolation, governance, effort, blast");
  });

  it("scores from the worst to the best of what is compared", () => {
    // Touched by one failure: 1, 3 and 2 of tenants, less is better.
    expect(scoresOf(decided(), "blast")).toEqual([100, 0, (100 * (2 - 3)) / (1 - 3)]);
  });

  it("adds them by weights, and says how far each can move", () => {
    // Governance 0, 100 and 66.7; isolation 100, 0 and 33.3: by 2 and 1 it is 33.3, 66.7 and (133.3 + 33.3) ÷ 3 = 55.6.
    const decision = decided({ weights: weights({ governance: 2, isolation: 1 }) });
    expect(decision.ranking?.map(({ modelId, rank, totalScore }) => [modelId, rank, totalScore.toFixed(4)])).toEqual([
      [ultimateCentralized.id, 1, (200 / 3).toFixed(4)],
      [hybrid.id, 2, (((2 * 200) / 3 + 100 / 3) / 3).toFixed(4)],
      [starterSelfManaged.id, 3, (100 / 3).toFixed(4)],
    ]);
    const turnOf = (id: string) => decision.turns.find(({ criterionId }) => criterionId === id)?.first;
    // At the same weight of both all three have the same: 100 w = 200 at w = 2, and w × 100 = 1 × 100 at w = 1.
    expect(turnOf("isolation")?.above?.atWeight).toBeCloseTo(2, 9);
    expect(turnOf("governance")?.below?.atWeight).toBeCloseTo(1, 9);
    expect(turnOf("isolation")?.above?.places[0]).toEqual([starterSelfManaged.id]);
    expect(turnOf("isolation")?.below).toBeNull();
  });

  it("is another one with another model beside it, unless the scale is given", () => {
    const two = [ultimateCentralized, hybrid];
    const blastOf = (models: readonly OperatingModel[], scales = new Map()) =>
      scoresOf(decided({ models, scales }), "blast");
    expect(blastOf(MODELS)?.slice(1)).toEqual([0, 50]);
    expect(blastOf(two)).toEqual([0, 100]);
    const given = new Map([["blast", { worst: 5, best: 0 }]]);
    expect(blastOf(MODELS, given)).toEqual([100 * (4 / 5), 100 * (2 / 5), 100 * (3 / 5)]);
    expect(blastOf(two, given)).toEqual([100 * (2 / 5), 100 * (3 / 5)]);
    expect(codes(decided())).toContain("decision-scale-compared");
  });

  it("ends at the ends of a scale that is given, and says so", () => {
    const decision = decided({ scales: new Map([["blast", { worst: 2, best: 1 }]]) });
    expect(scoresOf(decision, "blast")).toEqual([100, 0, 0]);
    const found = decision.findings.find(({ code }) => code === "decision-scale-exceeded");
    expect(found && findingText(found)).toBe(
      "Tenants touched by one failure of Ultimate, centralized lies beyond the scale that is given: the score is that of its end.",
    );
  });

  it("leaves out what is not known, which is not 0", () => {
    const unpriced = TENANTS.map(({ price, ...tenant }) => tenant);
    const decision = decided({ weights: weights({ margin: 1 }) }, unpriced);
    expect(valuesOf(decision, "margin")).toEqual([null, null, null]);
    expect(scoresOf(decision, "margin")).toEqual([null, null, null]);
    expect(decision.ranking).toBeNull();
    expect(codes(decision)).toEqual(expect.arrayContaining(["decision-criterion-unknown", "decision-nothing-known"]));
    const both = decided({ weights: weights({ margin: 1, blast: 1 }) }, unpriced);
    expect(both.ranking?.map(({ totalScore }) => totalScore)).toEqual([100, 50, 0]);
  });

  it("says what does not tell the models apart, and gives each 100", () => {
    const decision = decided({ models: [starterSelfManaged], weights: weights({ cost: 1 }) });
    expect(decision.ranking).toEqual([{ modelId: starterSelfManaged.id, rank: 1, totalScore: 100 }]);
    const alike = decided({ weights: weights({ autonomy: 1 }), models: MODELS }, [
      { id: "ash", upgradeCadence: "own" },
    ]);
    // Alone it waits for nobody, be it attached or not; the days of the plane's delay come before its own.
    expect(scoresOf(alike, "autonomy")).toEqual([100, 100, 100]);
    expect(codes(alike)).toContain("decision-alike");
    expect(alike.ranking?.map(({ rank }) => rank)).toEqual([1, 1, 1]);
  });

  it("ranks no model that cannot run, nor lets it move a scale", () => {
    // A pod larger than any node, where nodes have the documented shape.
    const tenants = [...TENANTS, { id: "fir", workloads: [pods(1, "900", "1Gi")] }];
    const decision = decided({ weights: weights({ cost: 1 }) }, tenants);
    expect(decision.ranking).toBeNull();
    expect(scoresOf(decision, "cost")).toEqual([null, null, null]);
    expect(valuesOf(decision, "cost")?.every((value) => value !== null)).toBe(true);
    expect(codes(decision)).toContain("decision-model-cannot-run");
  });

  it("says that cost, margin and hours are one thing where several of them have a weight", () => {
    expect(codes(decided({ weights: weights({ cost: 1, effort: 1 }) }))).toContain("decision-one-thing-twice");
    expect(codes(decided({ weights: weights({ cost: 1, blast: 1 }) }))).not.toContain("decision-one-thing-twice");
  });
});

describe("attached or self-managed", () => {
  it("goes by cost alone without weights, whatever the tenant asks for, and says so", () => {
    const decision = decided();
    const [starter, ultimate] = decision.models;
    for (const [index, { advised, measures }] of (decision.tenants?.choices ?? []).entries()) {
      const own = Number(starter?.plan.tenants[index]?.monthlyCost.amount);
      const attached = Number(ultimate?.plan.tenants[index]?.monthlyCost.amount);
      expect(measures[0]).toMatchObject({ attachedValue: attached, selfManagedValue: own });
      expect(advised).toBe(attached < own ? "attached" : "self-managed");
    }
    expect(codes(decision)).toEqual(
      expect.arrayContaining(["decision-tenants-cost-alone", "decision-against-fleet-pace", "decision-not-optimum"]),
    );
  });

  it("goes by the same weights: who is governed outweighs what it costs where that is so", () => {
    const { tenants, findings } = decided({ weights: weights({ cost: 1, governance: 3 }) });
    // Governance speaks for attached with 100 for each; cost for self-managed with 100 at the most: (300 − 100) ÷ 4.
    expect(tenants?.choices.map(({ advised }) => advised)).toEqual(["attached", "attached", "attached"]);
    expect(Math.min(...(tenants?.choices ?? []).map(({ leadScore }) => leadScore))).toBeCloseTo((300 - 100) / 4, 9);
    const against = findings.find(({ code }) => code === "decision-against-own-pace");
    expect(against && findingText(against)).toBe(
      "Figures go against the wish of Oak for a pace of upgrades of their own: attached is advised.",
    );
  });

  it("says for whom others would wait, which no tenant's own figures have", () => {
    const { findings, models } = decided({ weights: weights({ governance: 1 }) });
    const days = models[1]?.upgrades.calendar.blocks.map((one) => one.days) ?? [];
    const found = findings.find(({ code }) => code === "decision-others-wait");
    const sum = days.reduce((all, one) => all + one, 0);
    expect(sum).toBeGreaterThan(0);
    expect(found && findingText(found)).toContain(
      `Others wait ${numberText(sum)} days at least, all releases added, for Oak,`,
    );
    expect(codes(decided({ weights: weights({ cost: 1 }) }))).not.toContain("decision-others-wait");
  });

  it("leaves it to the tenant's pace where figures say nothing", () => {
    const { tenants } = decided(
      { weights: weights({ margin: 1 }) },
      TENANTS.map(({ price, ...tenant }) => tenant),
    );
    expect(tenants?.choices.map(({ advised }) => advised)).toEqual(["attached", "attached", "self-managed"]);
    expect(tenants?.choices.map(({ because }) => because.key)).toEqual(Array(3).fill("decision-tenant-as-wished"));
  });

  it("is planned as a whole: divided as the hybrid is, it costs what the hybrid costs", () => {
    // Nothing that has a weight is known: as their paces have it, which is how the hybrid divides.
    const { tenants, models } = decided(
      { weights: weights({ margin: 1 }) },
      TENANTS.map(({ price, ...tenant }) => tenant),
    );
    expect(tenants?.division.plan.totals).toEqual(models[2]?.plan.totals);
    const alone = decided();
    expect(alone.tenants?.division.plan.totals).toEqual(alone.models[0]?.plan.totals);
  });

  it("is not answered where one of both ways is not among the models", () => {
    const decision = decided({ models: [ultimateCentralized, hybrid] });
    expect(decision.tenants).toBeNull();
    expect(codes(decision)).toContain("decision-tenants-left-out");
  });

  it("divides shared hours as their cost is divided: all tenants' are the fleet's", () => {
    const { tenants, models } = decided();
    const effort = (tenants?.choices ?? []).map(({ measures }) => measures.find((one) => one.criterionId === "effort"));
    const sum = effort.reduce((all, one) => all + (one?.attachedValue ?? 0), 0);
    const ofPlan = models[1]?.plan.costs.filter(({ driver }) => driver === "labour").map(({ quantity }) => quantity);
    expect(sum).toBeCloseTo(ofPlan?.reduce((all, one) => all + one, 0) ?? 0, 1);
  });
});
