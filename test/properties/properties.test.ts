import { operatingModels } from "@nkp-planner/core";
import { describe, it } from "vitest";
import { amountLaws } from "./amount-laws.ts";
import { emitLaws } from "./emit-laws.ts";
import { comparisonLaws, figureLaws } from "./figure-laws.ts";
import { placementLaws } from "./placement-laws.ts";
import { planLaws } from "./plan-laws.ts";
import { type Law, plansMade } from "./plan-sample.ts";
import { reportLaws } from "./report-laws.ts";
import { streamedLaws } from "./streamed-laws.ts";

/** Every law, in one file because they share their plans. */
const GROUPS: Readonly<Record<string, readonly Law[]>> = {
  "what holds for every plan": planLaws,
  "what holds for every amount": amountLaws,
  "what holds for every figure that opens": figureLaws,
  "what holds for every comparison": comparisonLaws,
  "every pool of every feasible plan": placementLaws,
  "a fleet in pieces": streamedLaws,
  "every report of every plan": reportLaws,
  "the files of every plan": emitLaws,
};

const models = operatingModels.map((model) => [model.id, model] as const);

// All of them first: a law that compares one model with the others would count the nodes of every model by itself.
describe.each(models)("the plans of all laws, %s", (_id, model) => {
  it.each(plansMade.map((law) => [law.title, law] as const))("%s", (_title, law) => law.check(model));
});

describe.each(models)("%s", (_id, model) => {
  describe.each(Object.entries(GROUPS))("%s", (_group, laws) => {
    it.each(laws.map((law) => [law.title, law] as const))("%s", (_title, law) => law.check(model));
  });
});
