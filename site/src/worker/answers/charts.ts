import type { PlannedFleet } from "@nkp-planner/core";
import { footprintChart } from "../../view/charts/footprint-chart.ts";
import { platformChart } from "../../view/charts/platform-chart.ts";
import { waterfallChart } from "../../view/charts/waterfall-chart.ts";
import { planTitle } from "../../view/plan-title.ts";
import type { Answer } from "../answer.ts";

/** The charts that are read off the plans as they stand. */
export const chartsAnswer: Answer<"charts"> = ({ comparison: { plans }, writer }) => ({
  footprint: { vcpu: footprintChart(plans, "vcpu", writer), memory: footprintChart(plans, "memory", writer) },
  platform: plans.map((plan) => ({ ...titled(plan), chart: platformChart(plan, writer) })),
  waterfall: plans.map((plan) => ({ ...titled(plan), chart: waterfallChart(plan, writer) })),
});

function titled(plan: PlannedFleet) {
  return { modelId: plan.model.id, title: planTitle(plan) };
}
