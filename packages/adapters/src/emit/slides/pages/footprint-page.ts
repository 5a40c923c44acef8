import type { PlannedFleet, PoolRole } from "@nkp-planner/core";
import { colourOfModel, ROLE_COLOURS } from "../colours.ts";
import type { DeckSlide } from "../deck.ts";
import { BODY } from "../layout.ts";
import { chartInWords, partFormat, withAmount } from "./chart-data.ts";
import { type DeckSource, modelsShown } from "./deck-source.ts";
import { sourceNotes } from "./source-notes.ts";

const ROLES = ["control-plane", "platform", "workload"] as const satisfies readonly PoolRole[];

/** vCPU of the nodes of one role. */
function vcpuOfRole({ clusters }: PlannedFleet, role: PoolRole): number {
  return clusters
    .flatMap(({ pools }) => pools)
    .filter((pool) => pool.role === role)
    .reduce((sum, { nodeCount, shape }) => sum + nodeCount * shape.vcpu, 0);
}

/** What nodes are for, by model. */
export function footprintPage(source: DeckSource): DeckSlide {
  const { language, planned } = source;
  const plans = modelsShown(source);
  const beside = plans.map((plan) => vcpuOfRole(plan, "control-plane") + vcpuOfRole(plan, "platform"));
  const [least, most] = [Math.min(...beside), Math.max(...beside)];
  const categories = plans.map(({ model, totals }) =>
    withAmount(language.name(model.title), language.number(totals.vcpu)),
  );
  const series = ROLES.map((role) => ({
    name: language.say(`role.${role}`),
    values: plans.map((plan) => vcpuOfRole(plan, role)),
    colour: ROLE_COLOURS[role],
  }));
  return {
    title: language.say(least === most ? "footprint.title-same" : "footprint.title", { least, most }),
    accent: colourOfModel(planned.model.id),
    parts: [
      {
        kind: "chart",
        box: BODY,
        name: "footprint",
        altText: language.say("footprint.alt", { data: chartInWords(categories, series, language) }),
        categories,
        series,
        format: partFormat(series, language),
      },
    ],
    notes: sourceNotes(
      language,
      ["vcpu", "platformVcpu"],
      plans.map(({ model }) => model.id),
    ),
  };
}
