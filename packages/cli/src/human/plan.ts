import { type FleetPlan, type Money, moneyNumberText, moneyText, numberText, ratioText } from "@nkp-planner/core";
import { assumptionText, shortfallText } from "./assumptions.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./layout.ts";
import { table } from "./table.ts";

/** A plan for people: summary, clusters with their pools, tenants, everything it rests on. */
export function planText(plan: FleetPlan, notices: readonly string[], ink: Ink): string {
  const { model, totals, release, shortfalls, assumptions } = plan;
  const margin = totals.monthlyMargin === null ? "margin unknown" : `margin ${moneyText(totals.monthlyMargin)}`;
  const ratio = totals.marginRatio === null ? "" : ` (${ratioText(totals.marginRatio)})`;
  const parts = [
    ink.strong(`${model.title}: ${moneyText(totals.monthlyCost)} a month, ${margin}${ratio}`),
    paragraph(model.summary),
    notices.map((notice) => paragraph(notice)).join("\n"),
    paragraph(
      `${release}: ${totals.clusterCount} clusters, ${totals.nodeCount} nodes, ${numberText(totals.vcpu)} vCPU (${numberText(totals.licensedVcpu)} licensed), ${numberText(totals.memoryGiB)} GiB of memory, ${numberText(totals.storageGiB)} GiB of storage. ${numberText(totals.platformVcpu, 1)} vCPU and ${numberText(totals.platformMemoryGiB, 1)} GiB serve no tenant.`,
    ),
    clusterTable(plan, ink),
    tenantTable(plan, ink),
    shortfalls.length === 0 ? "" : [ink.strong("Falls short"), ...shortfalls.map(shortfallText)].join("\n"),
    [ink.strong("What it rests on"), ...assumptions.map(assumptionText)].join("\n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function clusterTable({ clusters }: FleetPlan, ink: Ink): string {
  const rows = clusters.flatMap(({ name, edition, role: clusterRole, pools }) =>
    pools.map(({ role, nodeCount, shape, neededNodeCount, floorAddedNodeCount, boundBy }, index) => [
      index === 0 ? name : { text: `  ${edition} ${clusterRole}`, ink: ink.quiet },
      role,
      `${nodeCount} × ${shape.vcpu}/${shape.memoryGiB}/${shape.diskGiB}`,
      neededNodeCount === null ? "—" : String(neededNodeCount),
      floorAddedNodeCount === 0 ? "—" : `+${floorAddedNodeCount}`,
      boundBy,
    ]),
  );
  const columns = [
    { title: "Cluster", align: "left" },
    { title: "Pool", align: "left" },
    { title: "Nodes × vCPU/GiB/disk", align: "right" },
    { title: "Asked for", align: "right" },
    { title: "Minimum adds", align: "right" },
    { title: "Bound by", align: "left" },
  ] as const;
  return table(columns, rows, ink);
}

function tenantTable({ tenants, currency }: FleetPlan, ink: Ink): string {
  const rows = tenants.map(
    ({ name, monthlyCost, ownMonthlyCost, sharedMonthlyCost, monthlyPrice, monthlyMargin, marginRatio }) => [
      name,
      moneyNumberText(ownMonthlyCost),
      moneyNumberText(sharedMonthlyCost),
      moneyNumberText(monthlyCost),
      known(monthlyPrice),
      { text: known(monthlyMargin), ink: monthlyMargin?.amount.isNegative() ? ink.loss : ink.gain },
      marginRatio === null ? "unknown" : ratioText(marginRatio),
    ],
  );
  const columns = [
    { title: `Tenant, ${currency} a month`, align: "left" },
    { title: "Own cluster", align: "right" },
    { title: "Shared", align: "right" },
    { title: "Cost", align: "right" },
    { title: "Price", align: "right" },
    { title: "Margin", align: "right" },
    { title: "Ratio", align: "right" },
  ] as const;
  return table(columns, rows, ink);
}

function known(value: Money | null): string {
  return value === null ? "unknown" : moneyNumberText(value);
}
