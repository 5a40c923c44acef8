import {
  extendedShortText,
  type Finding,
  groundsOf,
  type HostClusterPlan,
  isNegativeMoney,
  lowerBoundText,
  type Money,
  moneyNumberText,
  moneyText,
  numberText,
  type PlannedFleet,
  ratioText,
  shortfallsOf,
} from "@nkp-planner/core";
import { basisText, markedTitle, markNote, noticesText, shortfallLines } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { operatingLayersText } from "./operating-layers.ts";
import { paragraph } from "./paragraph.ts";
import { table } from "./table.ts";

/** A plan for people: summary, clusters with their pools, tenants, everything it rests on. */
export function planText(plan: PlannedFleet, notices: readonly Finding[], ink: Ink): string {
  const { model, totals, release } = plan;
  const shortfalls = shortfallsOf(plan);
  const margin = totals.monthlyMargin === null ? "margin unknown" : `margin ${moneyText(totals.monthlyMargin)}`;
  const ratio = totals.marginRatio === null ? "" : ` (${ratioText(totals.marginRatio)})`;
  const parts = [
    ink.strong(`${markedTitle(plan)}: ${moneyText(totals.monthlyCost)} a month, ${margin}${ratio}`),
    paragraph(model.summary),
    markNote([plan], ink),
    noticesText(notices),
    paragraph(
      `${release}: ${totals.clusterCount} clusters, ${totals.nodeCount} nodes, ${numberText(totals.vcpu)} vCPU (${numberText(totals.licensedVcpu)} licensed), ${numberText(totals.memoryGiB)} GiB of memory, ${numberText(totals.storageGiB)} GiB of storage. ${numberText(totals.platformVcpu, 1)} vCPU and ${numberText(totals.platformMemoryGiB, 1)} GiB serve no tenant.`,
    ),
    clusterTable(plan, ink),
    infrastructureText(plan),
    operatingLayersText(plan, ink),
    tenantTable(plan, ink),
    shortfalls.length === 0 ? "" : [ink.strong("Falls short"), ...shortfallLines(shortfalls)].join("\n"),
    [ink.strong("What it rests on"), ...groundsOf(plan).map(basisText)].join("\n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** One line a pool: what pods need, what comes on top, what binds. */
function clusterTable({ clusters }: PlannedFleet, ink: Ink): string {
  const rows = clusters.flatMap(({ name, edition, role: clusterRole, pools }) =>
    pools.map((pool, index) => [
      index === 0 ? name : { text: `  ${edition} ${clusterRole}`, ink: ink.quiet },
      pool.name,
      `${pool.nodeCount} × ${pool.shape.vcpu}/${pool.shape.memoryGiB}${pool.shape.extended === undefined ? "" : ` + ${extendedShortText(pool.shape)}`}`,
      pool.neededNodeCount === null ? "—" : String(pool.neededNodeCount),
      added(pool, ["growth", "headroom"]),
      added(pool, ["failure"]),
      added(pool, ["floor", "asked"]),
      pool.neededNodeCount === null ? "choice" : pool.neededFor,
    ]),
  );
  const columns = [
    { title: "Cluster", align: "left" },
    { title: "Pool", align: "left" },
    { title: "× vCPU/GiB", align: "right" },
    { title: "Pods", align: "right" },
    { title: "Room", align: "right" },
    { title: "Loss", align: "right" },
    { title: "Min.", align: "right" },
    { title: "Bound by", align: "left" },
  ] as const;
  const isAsked = clusters.some(({ pools }) =>
    pools.some(({ steps }) => steps.some(({ reason }) => reason === "asked")),
  );
  const minimum = isAsked ? "for a minimum, the documented or the tenant's own" : "for the documented minimum";
  const legend = paragraph(
    `Nodes for the pods of today; more as room for growth and headroom, to survive a loss, and ${minimum}. nkp-planner explain FLEET cluster.NAME.workerNodeCount opens a pool.`,
  );
  return `${table(columns, rows, ink)}\n${ink.quiet(legend)}`;
}

type Pool = PlannedFleet["clusters"][number]["pools"][number];

function added({ steps }: Pool, reasons: readonly Pool["steps"][number]["reason"][]): string {
  const count = steps
    .filter(({ reason }) => reasons.includes(reason))
    .reduce((sum, { nodeCount }) => sum + nodeCount, 0);
  return count === 0 ? "—" : `+${count}`;
}

/** Hosts, Prism Central and addresses under all clusters. */
function infrastructureText({ infrastructure: { hostClusters, prismCentral }, totals }: PlannedFleet): string {
  if (totals.hostCount === 0) return "";
  const central =
    prismCentral === null
      ? ""
      : ` Prism Central: ${prismCentral.group.vmCount} × ${prismCentral.size.id} (${prismCentral.group.vcpu} vCPU, ${prismCentral.group.memoryGiB} GiB).`;
  const others = `${central} ${numberText(totals.ipAddressCount)} IP addresses.`;
  const [first, ...more] = hostClusters.map(hostsText);
  if (more.length === 0) return paragraph(`${first}${others}`);
  return [
    ...hostClusters.map((hosts) => paragraph(hostsText(hosts))),
    paragraph(`${numberText(totals.hostCount)} hosts in all.${others}`),
  ].join("\n");
}

function hostsText(hosts: HostClusterPlan): string {
  const { name, profile, hostCount, mostHostCount, siteCount, spareHostCount, boundBy, utilisation } = hosts;
  const title = name === null ? "Hosts" : `Hosts of ${name}`;
  if (hostCount === 0) return `${title}: none.`;
  const { coreCount, memoryGiB, rawTiB } = profile;
  const percent = (ratio: number) => ratioText(ratio);
  const { cpuRatio, memoryRatio, storageRatio, gpuRatio } = utilisation;
  const gpus = gpuRatio === undefined ? "" : `, GPUs to ${percent(gpuRatio)}`;
  const most = mostHostCount === null ? "" : `, at most ${mostHostCount}`;
  const sites = siteCount === 1 ? "" : ` at each of ${siteCount} sites`;
  return `${title}: ${hostCount}${most} of ${coreCount} cores, ${memoryGiB} GiB and ${rawTiB} TiB${sites}, ${spareHostCount} of them spare; ${boundBy} binds; ${lowerBoundText(hosts)}. Without the spare ones CPU is used to ${percent(cpuRatio)}, memory to ${percent(memoryRatio)}, storage to ${percent(storageRatio)}${gpus} of what hosts offer; ${numberText(siteCount * hosts.usedHostCount, 1)} hosts' worth in all.`;
}

function tenantTable({ tenants, currency }: PlannedFleet, ink: Ink): string {
  const rows = tenants.map(
    ({ name, monthlyCost, ownMonthlyCost, sharedMonthlyCost, monthlyPrice, monthlyMargin, marginRatio }) => [
      name,
      moneyNumberText(ownMonthlyCost),
      moneyNumberText(sharedMonthlyCost),
      moneyNumberText(monthlyCost),
      known(monthlyPrice),
      {
        text: known(monthlyMargin),
        ink: monthlyMargin !== null && isNegativeMoney(monthlyMargin) ? ink.loss : ink.gain,
      },
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
