import {
  type HostClusterPlan,
  type HostPlan,
  hostRateOf,
  lowerBoundText,
  type PlannedFleet,
  type Rate,
} from "@nkp-planner/core";
import { at, type Cell, FIRST_ROW, formula, number, type Row, tableSheet, text, type WorkbookSheet } from "./cells.ts";
import type { ClustersPart } from "./clusters-sheet.ts";
import { type Counted, counted, sumOfCounted } from "./counted.ts";
import type { NodesPart } from "./nodes-sheet.ts";

const SHEET = "Hosts";

export interface HostsPart {
  readonly sheet: WorkbookSheet;
  readonly count: Counted;
  /** Hosts that a price is for. */
  countAt(rate: Rate): Counted;
  /** Cores of all hosts. */
  readonly cores: Counted;
  /** kWh that all hosts draw in a month, at so many for one. */
  kWhAt(perHost: Counted): Counted;
  readonly prismCentralVms: Counted;
  /** What one VM of Prism Central has. */
  readonly prismCentralEach: { readonly vcpu: Counted; readonly memoryGiB: Counted };
}

const RESOURCES = ["vcpu", "memoryGiB", "storageGiB"] as const;
type Resource = (typeof RESOURCES)[number];
const UNITS: Readonly<Record<Resource, string>> = { vcpu: "vCPU", memoryGiB: "GiB", storageGiB: "GiB of raw storage" };

/** The hosts: how many, what one offers, what lies on all of them, and the least that sums of it ask for. */
export function hostsPart(plan: PlannedFleet, nodes: NodesPart, clusters: ClustersPart): HostsPart {
  const { infrastructure, context } = plan;
  const { hostClusters } = infrastructure;
  const table = new Figures();
  const counts = hostClusters.map((hosts) => countFigures(table, hosts));
  const central = centralFigures(table, plan);
  const [only] = hostClusters;
  if (hostClusters.length === 1 && only !== undefined) {
    demandFigures(table, only, counts[0] as HostCells, central, { plan, nodes, clusters });
  }
  const sumOf = (cells: readonly HostCells[], of: (one: HostCells) => Counted): Counted => {
    const [first, ...others] = cells.map(of);
    if (first === undefined || others.length === 0) return first ?? counted("0", 0);
    const sum = sumOfCounted([first, ...others]) as Counted;
    return counted(`(${sum.formula})`, sum.planned);
  };
  const count = sumOf(counts, ({ count: one }) => one);
  return {
    sheet: tableSheet(
      SHEET,
      NOTE,
      [
        ["Figure", 44],
        ["Value", 16],
        ["", 90],
      ],
      table.rows,
    ),
    count,
    countAt: (rate) =>
      sumOf(
        counts.filter(({ name }) => hostRateOf(context.priceBook, name).key === rate.key),
        ({ count: one }) => one,
      ),
    cores: sumOf(counts, ({ cores }) => cores),
    kWhAt: (perHost) => counted(`${count.formula}*${perHost.formula}`, count.planned * perHost.planned),
    prismCentralVms: counted(central.vms, infrastructure.prismCentral?.group.vmCount ?? 0),
    prismCentralEach: {
      vcpu: counted(central.each.vcpu, infrastructure.prismCentral?.group.vcpu ?? 0),
      memoryGiB: counted(central.each.memoryGiB, infrastructure.prismCentral?.group.memoryGiB ?? 0),
    },
  };
}

interface HostCells {
  readonly name: string | null;
  readonly count: Counted;
  readonly spare: string;
  readonly cores: Counted;
}

/** How many hosts a cluster of hosts has; where the fleet names it, also what one offers and all are asked for, as planned. */
function countFigures(table: Figures, hosts: HostClusterPlan): HostCells {
  const { name, hostCount, siteCount, spareHostCount, profile } = hosts;
  const title = name === null ? "Hosts" : `Hosts of ${name}`;
  const count = table.add(title, number(hostCount, "input"), boundNote(hosts));
  const sites = siteCount === 1 ? null : table.add("Sites that have them", number(siteCount), SITES);
  const all = sites === null ? counted(count, hostCount) : counted(`${count}*${sites}`, hostCount * siteCount);
  const spare = table.add("of which spare", number(spareHostCount), "stand ready for as many that fail");
  const cores = table.add("Cores a host", number(profile.coreCount), "");
  for (const resource of name === null ? [] : RESOURCES) {
    const [unit, usable, demand] = [UNITS[resource], hosts.usablePerHost[resource], hosts.demand[resource]];
    const offer = table.add(`One host offers, ${unit}`, number(usable), OFFERED);
    const asked = table.add(`Asked of all hosts, ${unit}`, number(demand), "all that lies on them; as planned");
    leftFigures(table, hosts, { count, spare, offer, asked }, resource);
  }
  return {
    name,
    count: all,
    spare,
    cores: counted(`${all.formula}*${cores}`, all.planned * profile.coreCount),
  };
}

interface LeftCells {
  readonly count: string;
  readonly spare: string;
  readonly offer: string;
  readonly asked: string;
}

/** The least by a sum, and what so many hosts have left. */
function leftFigures(table: Figures, hosts: HostPlan, { count, spare, offer, asked }: LeftCells, resource: Resource) {
  const { hostCount, spareHostCount, demand, usablePerHost } = hosts;
  const [unit, usable] = [UNITS[resource], usablePerHost[resource]];
  table.add(
    `Least by the sum of ${unit}`,
    formula(
      `IF(${asked}<=0,0,ROUNDUP(ROUND(${asked}/${offer},${GUARD_DIGITS}),0)+${spare})`,
      leastFor(demand[resource], usable, spareHostCount),
    ),
    "⌈asked ÷ one host offers⌉ + spare",
  );
  table.add(
    `Left on hosts that are not spare, ${unit}`,
    formula(`(${count}-${spare})*${offer}-${asked}`, (hostCount - spareHostCount) * usable - demand[resource]),
    "below 0: so few hosts do not carry it",
  );
}

/** What Prism Central's VMs are. */
function centralFigures(table: Figures, { infrastructure: { prismCentral } }: PlannedFleet) {
  const central = prismCentral?.group;
  return {
    vms: table.add("VMs of Prism Central", number(central?.vmCount ?? 0, "input"), prismCentral?.reason ?? ""),
    each: {
      vcpu: table.add("vCPU of such a VM", number(central?.vcpu ?? 0), ""),
      memoryGiB: table.add("GiB of such a VM", number(central?.memoryGiB ?? 0), ""),
      storageGiB: table.add("Disk of such a VM, GiB", number(central?.diskGiB ?? 0), ""),
    },
  };
}

/** What all nodes and claims together ask of the only cluster of hosts: it moves with the counts of nodes. */
function demandFigures(
  table: Figures,
  hosts: HostClusterPlan,
  { count, spare, name }: HostCells,
  { vms, each }: ReturnType<typeof centralFigures>,
  { plan, nodes, clusters }: { plan: PlannedFleet; nodes: NodesPart; clusters: ClustersPart },
): void {
  if (name !== null) return;
  const central = plan.infrastructure.prismCentral?.group;
  const factor = 1 + (hosts.lines.demand.storageGiB.at(-1)?.rate ?? 0);
  const factorCell = table.add("Raw GiB to one of data", number(factor), "what copies or parity take included");
  const ofNodes = {
    vcpu: nodes.sumOf("vcpu"),
    memoryGiB: nodes.sumOf("memoryGiB"),
    storageGiB: nodes.sumOf("diskGiB"),
  };
  const eachOf = { vcpu: central?.vcpu ?? 0, memoryGiB: central?.memoryGiB ?? 0, storageGiB: central?.diskGiB ?? 0 };
  for (const resource of RESOURCES) {
    const isStorage = resource === "storageGiB";
    const claims = isStorage ? clusters.allClaims : counted("0", 0);
    const known = ofNodes[resource].planned + (central?.vmCount ?? 0) * eachOf[resource] + claims.planned;
    const ratio = isStorage ? factor : 1;
    const more = hosts.demand[resource] / ratio - known;
    const [unit, usable] = [UNITS[resource], hosts.usablePerHost[resource]];
    const offer = table.add(`One host offers, ${unit}`, number(usable), OFFERED);
    const beside = table.add(`Beside nodes, ${unit}`, number(more), BESIDE);
    const sum = `${ofNodes[resource].formula}+${vms}*${each[resource]}+${claims.formula}+${beside}`;
    const asked = table.add(
      `Asked of all hosts, ${unit}`,
      formula(isStorage ? `(${sum})*${factorCell}` : sum, (known + more) * ratio),
      `nodes, Prism Central, room for an upgrade${isStorage ? ", claims" : ""}`,
    );
    leftFigures(table, hosts, { count: count.formula, spare, offer, asked }, resource);
  }
  const { gpuCount } = hosts.usablePerHost;
  if (gpuCount !== undefined) {
    const asked = hosts.demand.gpuCount ?? 0;
    const offer = table.add("One host has, GPUs", number(gpuCount), "as host-gpus says");
    const asks = table.add("Asked of all hosts, GPUs", number(asked), "nodes, room for an upgrade; as planned");
    const left = formula(
      `(${count.formula}-${spare})*${offer}-${asks}`,
      (hosts.hostCount - hosts.spareHostCount) * gpuCount - asked,
    );
    table.add("Left on hosts that are not spare, GPUs", left, "below 0: so few hosts do not carry it");
  }
}

const SITES = "stretched: each site has hosts for everything; figures below are those of one";
const OFFERED = "less the controller VM and the thresholds";
const NOTE =
  "Blue cells are inputs: hosts, and VMs of Prism Central. The count comes from placing VMs one by one, which sums " +
  "cannot tell, and is not counted again here; see what lies on each on Host loads.";
const BESIDE = "room for an upgrade, less VMs that no host has room for; as planned";
const GUARD_DIGITS = 9;

function boundNote(hosts: HostPlan): string {
  const { coreCount, memoryGiB } = hosts.profile;
  return `of ${coreCount} cores, ${memoryGiB} GiB; ${lowerBoundText(hosts)}`;
}

function leastFor(asked: number, usable: number, spare: number): number {
  return asked <= 0 ? 0 : Math.ceil(Number((asked / usable).toFixed(GUARD_DIGITS))) + spare;
}

/** Figures one below the other. */
class Figures {
  readonly rows: Row[] = [];

  /** Returns the cell, as any sheet may refer to it. */
  add(name: string, value: Cell, note: string): string {
    this.rows.push([text(name), value, text(note)]);
    return at(SHEET, "B", FIRST_ROW + this.rows.length - 1);
  }
}
