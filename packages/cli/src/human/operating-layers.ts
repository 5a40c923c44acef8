import { gibOf, moneyNumberText, numberText, operatingLayersOf, type PlannedFleet, vcpuOf } from "@nkp-planner/core";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";
import { table } from "./table.ts";

const COLUMNS = [
  { title: "What runs the fleet", align: "left" },
  { title: "Clusters", align: "right" },
  { title: "vCPU", align: "right" },
  { title: "GiB", align: "right" },
  { title: "Disk, GiB", align: "right" },
  { title: "Cost a month", align: "right" },
] as const;

/** GitOps, Prism Central with Konnector, central alerting: what each takes, and what is missing without it. */
export function operatingLayersText(plan: PlannedFleet, ink: Ink): string {
  const layers = operatingLayersOf(plan);
  if (layers.length === 0 || plan.clusters.length === 0) return "";
  const rows = layers.map(({ layer, clusterCount, requests, monthlyCost }) => [
    layer.title,
    String(clusterCount),
    numberText(vcpuOf(requests.cpuMillicores), 1),
    numberText(gibOf(requests.memoryBytes), 1),
    numberText(gibOf(requests.storageBytes)),
    monthlyCost === null ? "not priced" : moneyNumberText(monthlyCost),
  ]);
  const without = layers.map(({ layer, clusterCount }) => {
    const none = clusterCount === 0 ? "The plan has nothing of it" : "Without it";
    return paragraph(`${layer.title}. ${none}: ${layer.withoutIt}.`, "  ", "· ");
  });
  const note =
    "What pods request, and the VMs of Prism Central, at the price of a vCPU and a GiB: to compare layers with, not to be added to the cost of the plan.";
  return [table(COLUMNS, rows, ink), ink.quiet(paragraph(note)), ...without].join("\n");
}
