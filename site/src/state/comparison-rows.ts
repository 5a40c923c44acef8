import {
  type CostDriver,
  type Difference,
  DRIVER_TITLES,
  driversOf,
  type FigureValue,
  figureOf,
  type Money,
} from "@nkp-planner/core";
import { comparison } from "./comparison.ts";

export interface ComparisonRow {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** `total` is the line that matters most of its group, `part` is a part of the line above. */
  readonly rank: "total" | "plain" | "part";
  /** One a plan, in the plans' order. */
  readonly cells: readonly { readonly modelId: string; readonly value: FigureValue }[];
  /** Against the baseline, one for every other plan; null where the planner does not compare it. */
  readonly differences: readonly (Money | number | null)[];
}

type Line = Pick<ComparisonRow, "id" | "title" | "rank"> & { readonly of?: (difference: Difference) => Money | number };

const { plans, differences, baselineId } = comparison;

/** The plans that have a column for their difference to the baseline. */
export const comparedPlans = plans.filter(({ model }) => model.id !== baselineId);

const MONEY: readonly Line[] = [
  { id: "monthlyCost", title: "Cost a month", rank: "total", of: ({ monthlyCost }) => monthlyCost },
  ...driversOf(plans).map(driverLine),
  { id: "monthlyCost.workload", title: "For what tenants request", rank: "part" },
  { id: "monthlyCost.overhead", title: "For the platform", rank: "part" },
  { id: "monthlyCost.idle", title: "For what nobody requests", rank: "part" },
  { id: "failureAddedMonthlyCost", title: "Of all these, held back for a loss", rank: "part" },
  { id: "monthlyPrice", title: "Price a month", rank: "plain" },
  { id: "monthlyMargin", title: "Margin a month", rank: "total" },
  { id: "marginRatio", title: "Margin, % of the price", rank: "plain" },
];

const SIZE: readonly Line[] = [
  { id: "clusterCount", title: "Clusters", rank: "plain", of: ({ clusterCount }) => clusterCount },
  { id: "nodeCount", title: "Nodes", rank: "plain", of: ({ nodeCount }) => nodeCount },
  { id: "failureAddedNodeCount", title: "Held back for a loss", rank: "part" },
  { id: "floorAddedNodeCount", title: "Only for documented minimums", rank: "part" },
  { id: "vcpu", title: "vCPU of all nodes", rank: "plain", of: ({ vcpu }) => vcpu },
  { id: "licensedVcpu", title: "That need a licence", rank: "part", of: ({ licensedVcpu }) => licensedVcpu },
  { id: "platformVcpu", title: "That serve no tenant", rank: "part", of: ({ platformVcpu }) => platformVcpu },
  { id: "idleVcpu", title: "That nobody requests", rank: "part" },
  { id: "failureAddedVcpu", title: "Held back for a loss", rank: "part" },
  { id: "floorAddedVcpu", title: "Only for documented minimums", rank: "part" },
  { id: "memoryGiB", title: "Memory of all nodes, GiB", rank: "plain", of: ({ memoryGiB }) => memoryGiB },
  { id: "platformMemoryGiB", title: "That serves no tenant", rank: "part" },
  { id: "idleMemoryGiB", title: "That nobody requests", rank: "part" },
  { id: "floorAddedMemoryGiB", title: "Only for documented minimums", rank: "part" },
  { id: "storageGiB", title: "Disks and volume claims, GiB", rank: "plain" },
  { id: "ipAddressCount", title: "IP addresses", rank: "plain" },
  { id: "hostCount", title: "Hosts, spare included", rank: "plain" },
  { id: "usedHostCount", title: "Hosts' worth used", rank: "part" },
];

export const comparisonGroups: readonly { readonly title: string; readonly rows: readonly ComparisonRow[] }[] = [
  { title: `Cost and margin, ${comparison.currency} a month`, rows: MONEY.map(rowOf) },
  { title: "Size", rows: SIZE.map(rowOf) },
];

function driverLine(driver: CostDriver): Line {
  return {
    id: `monthlyCost.${driver}`,
    title: DRIVER_TITLES[driver],
    rank: "part",
    of: ({ monthlyCostByDriver }) => monthlyCostByDriver[driver],
  };
}

function rowOf({ id, title, rank, of }: Line): ComparisonRow {
  const figures = plans.map((plan) => ({ modelId: plan.model.id, figure: figureOf(plan, id) }));
  return {
    id,
    title,
    rank,
    unit: figures[0]?.figure.unit ?? "",
    cells: figures.map(({ modelId, figure }) => ({ modelId, value: figure.value })),
    differences: differences
      .filter(({ modelId }) => modelId !== baselineId)
      .map((difference) => (of === undefined ? null : of(difference))),
  };
}
