import { figureOf, type PlannedFleet } from "@nkp-planner/core";
import { PART_WORDS } from "../bars.ts";
import { planTitle } from "../plan-title.ts";
import type { Writer } from "../writer.ts";
import type { ChartView } from "./chart-view.ts";

const MEASURES = {
  vcpu: { unit: "vCPU", whole: "vcpu", platform: "platformVcpu", idle: "idleVcpu" },
  memory: { unit: "GiB", whole: "memoryGiB", platform: "platformMemoryGiB", idle: "idleMemoryGiB" },
} as const;
export type Measure = keyof typeof MEASURES;

/** What tenants request, what the platform takes, what nobody requests: the nodes of every model on one scale. */
export function footprintChart(plans: readonly PlannedFleet[], measure: Measure, writer: Writer): ChartView {
  const { unit, whole, platform, idle } = MEASURES[measure];
  const parts = plans.map(({ totals }) => ({
    workload: totals[whole] - totals[platform] - totals[idle],
    overhead: totals[platform],
    idle: totals[idle],
  }));
  const kinds = ["workload", "overhead", "idle"] as const;
  const tones = { workload: "ink-3", overhead: "platform", idle: "idle" } as const;
  const least = plans.toSorted((a, b) => a.totals[platform] - b.totals[platform])[0];
  return {
    title: "Footprint",
    unit,
    shape: "bars",
    summary:
      least === undefined
        ? "No nodes."
        : `${least.model.title} gives the platform least: ${writer.number(least.totals[platform], 1)} of ${writer.number(least.totals[whole])} ${unit}.`,
    categories: plans.map(planTitle),
    series: kinds.map((kind) => ({
      label: PART_WORDS[kind],
      tone: tones[kind],
      ...(kind === "workload" ? { tones: plans.map(({ model }) => model.id) } : {}),
      values: parts.map((part) => part[kind]),
    })),
    barTexts: plans.map(({ totals }) => writer.number(totals[whole])),
    marks: [],
    table: {
      columns: ["Model", "All nodes", "Tenants", "Platform", "Nobody requests"],
      rows: plans.map((plan, index) => {
        const opens = (figureId: string) => ({
          text: writer.bare(figureOf(plan, figureId).value, unit),
          isFigure: true,
          opens: { modelId: plan.model.id, figureId },
        });
        return {
          head: planTitle(plan),
          cells: [opens(whole), { text: writer.number(parts[index]?.workload ?? 0) }, opens(platform), opens(idle)],
        };
      }),
    },
  };
}
