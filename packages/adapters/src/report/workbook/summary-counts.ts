import type { PlannedFleet } from "@nkp-planner/core";
import { formula, type Row, text } from "./cells.ts";
import type { ClustersPart } from "./clusters-sheet.ts";
import type { HostLoadsPart } from "./host-loads-sheets.ts";
import type { HostsPart } from "./hosts-sheet.ts";
import type { LostHostsPart } from "./lost-hosts-sheet.ts";
import type { NodesPart } from "./nodes-sheet.ts";

export interface CountSources {
  readonly nodes: NodesPart;
  readonly clusters: ClustersPart;
  readonly hosts: HostsPart;
  readonly loads: HostLoadsPart;
  readonly lost: LostHostsPart;
}

/** Whether nodes, clusters and hosts tie with each other and with the plan. */
export function countChecks({ totals, infrastructure }: PlannedFleet, sources: CountSources): readonly Row[] {
  const { nodes, clusters, hosts, loads, lost } = sources;
  const all = nodes.sumOf("nodes");
  const licensed = nodes.sumOf("licensedVcpu");
  const tooLarge = infrastructure.hostClusters
    .flatMap(({ vmsTooLarge }) => vmsTooLarge)
    .reduce((sum, { vmCount }) => sum + vmCount, 0);
  const vms = `${loads.placedVmCount}-${all.formula}-${hosts.prismCentralVms.formula}+${tooLarge}`;
  return [
    check("Nodes of clusters less nodes of pools", `${clusters.allNodes}-${all.formula}`, ""),
    check("VMs on hosts less nodes and Prism Central", loads.placedVmCount === null ? "0" : vms, UNTIL),
    check("VMs of lost hosts less VMs on hosts", lost.lessPlaced ?? "0", ""),
    check("Nodes less the planner's", `${all.formula}-${totals.nodeCount}`, UNTIL),
    check("Licensed vCPU less the planner's", `${licensed.formula}-${totals.licensedVcpu}`, UNTIL),
    check("Hosts less the planner's", `${hosts.count.formula}-${totals.hostCount}`, UNTIL),
  ];
}

const UNTIL = "0 until something is changed";

function check(name: string, expression: string, note: string): Row {
  return [text(name), formula(expression, 0), text(note, "note")];
}

/** What a reader may change, and where: blue cells. */
export function guideRows(): readonly Row[] {
  return [
    [],
    [text("Blue cells may be changed", "heading"), text("Sheet", "heading"), text("What it moves", "heading")],
    ...GUIDE.map(([what, sheet, moves]): Row => [text(what), text(sheet), text(moves)]),
    [text(COUNTS_STAY), null, null],
  ];
}

const COUNTS_STAY = "Counts of nodes and hosts come from placement and are not counted again: plan again to have that.";

const GUIDE = [
  ["Nodes of a pool, licensed vCPU a node", "Nodes", "cost, shares, margins; prices that go by nodes"],
  ["Clusters, tenants, GiB of volume claims", "Clusters", "cost, shares, margins; prices that go by them"],
  ["Hosts, VMs of Prism Central", "Hosts", "what is priced by host, core, VM and power"],
  ["Hours of work, and other quantities", "Quantities", "labour, power, and what has no sheet of its own"],
  ["Unit prices of what is bought", "Prices", "cost, shares, margins"],
  ["What tenants request, method of sharing", "Tenants", "shares; prices that go by requests"],
  ["Quantities, prices, discounts of a tenant", "Price lines", "prices and margins"],
] as const;
