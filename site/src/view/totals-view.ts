import {
  type Comparison,
  type CostDriver,
  choiceOf,
  costDriverTitle,
  type Difference,
  driversOf,
  type FigureValue,
  figureOf,
  type Money,
} from "@nkp-planner/core";
import type { Fragment } from "./fragment.ts";
import { isLoss, type Writer } from "./writer.ts";

/** Every total of every model, and its difference to the baseline where the planner compares it. */
export interface TotalsView {
  readonly models: readonly { readonly modelId: string; readonly title: string }[];
  readonly baselineTitle: string;
  /** The models that have a column for their difference to the baseline. */
  readonly compared: readonly { readonly modelId: string; readonly title: string }[];
  readonly groups: readonly { readonly title: string; readonly rows: readonly TotalsRow[] }[];
  /** What tenants get beside their cluster, by one rule for every model. */
  readonly services: string;
}

export interface TotalsRow {
  readonly id: string;
  readonly title: string;
  /** `total` is the line that matters most of its group, `part` is a part of the line above. */
  readonly rank: "total" | "plain" | "part";
  readonly cells: readonly Fragment[];
  readonly differences: readonly string[];
}

type Line = Pick<TotalsRow, "id" | "title" | "rank"> & { readonly of?: (difference: Difference) => Money | number };

const moneyLines = (drivers: readonly CostDriver[]): readonly Line[] => [
  { id: "monthlyCost", title: "Cost a month", rank: "total", of: ({ monthlyCost }) => monthlyCost },
  ...drivers.map(
    (driver): Line => ({
      id: `monthlyCost.${driver}`,
      title: costDriverTitle(driver),
      rank: "part",
      of: ({ monthlyCostByDriver }) => monthlyCostByDriver[driver],
    }),
  ),
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

export function totalsView(comparison: Comparison, writer: Writer): TotalsView {
  const { plans, baselineId, currency } = comparison;
  const titled = plans.map(({ model }) => ({ modelId: model.id, title: model.title }));
  const rows = (lines: readonly Line[]) => lines.map((line) => rowOf(line, comparison, writer));
  return {
    models: titled,
    baselineTitle: titled.find(({ modelId }) => modelId === baselineId)?.title ?? "",
    compared: titled.filter(({ modelId }) => modelId !== baselineId),
    groups: [
      { title: `Cost and margin, ${currency} a month`, rows: rows(moneyLines(driversOf(plans))) },
      { title: "Size", rows: rows(SIZE) },
    ],
    services: plans[0] === undefined ? "" : choiceOf(plans[0].context.choices, "tenant-services").title,
  };
}

function rowOf(
  { id, title, rank, of }: Line,
  { plans, differences, baselineId }: Comparison,
  writer: Writer,
): TotalsRow {
  return {
    id,
    title,
    rank,
    cells: plans.map((plan) => {
      const { value, unit } = figureOf(plan, id);
      return {
        text: writer.bare(value, unit),
        isFigure: true,
        opens: { modelId: plan.model.id, figureId: id },
        ...(isLoss(value) ? { tone: "loss" as const } : {}),
      };
    }),
    differences: differences
      .filter(({ modelId }) => modelId !== baselineId)
      .map((difference) => (of === undefined ? "" : signed(of(difference), writer))),
  };
}

function signed(value: FigureValue, writer: Writer): string {
  if (value === null) return "";
  return typeof value === "number" ? writer.signedNumber(value) : writer.signedAmount(value);
}
