import { type HostPlan, lowerBoundText, type PlannedFleet } from "@nkp-planner/core";
import { at, type Cell, FIRST_ROW, formula, number, type Row, tableSheet, text, type WorkbookSheet } from "./cells.ts";
import type { ClustersPart } from "./clusters-sheet.ts";
import { type Counted, counted } from "./counted.ts";
import type { NodesPart } from "./nodes-sheet.ts";

const SHEET = "Hosts";

export interface HostsPart {
  readonly sheet: WorkbookSheet;
  readonly count: Counted;
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
export function hostsPart({ infrastructure }: PlannedFleet, nodes: NodesPart, clusters: ClustersPart): HostsPart {
  const { hosts, prismCentral } = infrastructure;
  const table = new Figures();
  const count = table.add("Hosts", number(hosts.hostCount, "input"), boundNote(hosts));
  const spare = table.add("of which spare", number(hosts.spareHostCount), "stand ready for as many that fail");
  const cores = table.add("Cores a host", number(hosts.profile.coreCount), "");
  const central = prismCentral?.group;
  const vms = table.add("VMs of Prism Central", number(central?.vmCount ?? 0, "input"), prismCentral?.reason ?? "");
  const each = {
    vcpu: table.add("vCPU of such a VM", number(central?.vcpu ?? 0), ""),
    memoryGiB: table.add("GiB of such a VM", number(central?.memoryGiB ?? 0), ""),
    storageGiB: table.add("Disk of such a VM, GiB", number(central?.diskGiB ?? 0), ""),
  };
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
    const offer = table.add(`One host offers, ${unit}`, number(usable), "less the controller VM and the thresholds");
    const beside = table.add(`Beside nodes, ${unit}`, number(more), BESIDE);
    const sum = `${ofNodes[resource].formula}+${vms}*${each[resource]}+${claims.formula}+${beside}`;
    const asked = table.add(
      `Asked of all hosts, ${unit}`,
      formula(isStorage ? `(${sum})*${factorCell}` : sum, (known + more) * ratio),
      `nodes, Prism Central, room for an upgrade${isStorage ? ", claims" : ""}`,
    );
    const least = leastFor((known + more) * ratio, usable, hosts.spareHostCount);
    table.add(
      `Least by the sum of ${unit}`,
      formula(`IF(${asked}<=0,0,ROUNDUP(ROUND(${asked}/${offer},${GUARD_DIGITS}),0)+${spare})`, least),
      "⌈asked ÷ one host offers⌉ + spare",
    );
    table.add(
      `Left on hosts that are not spare, ${unit}`,
      formula(
        `(${count}-${spare})*${offer}-${asked}`,
        (hosts.hostCount - hosts.spareHostCount) * usable - (known + more) * ratio,
      ),
      "below 0: so few hosts do not carry it",
    );
  }
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
    count: counted(count, hosts.hostCount),
    cores: counted(`${count}*${cores}`, hosts.hostCount * hosts.profile.coreCount),
    kWhAt: (perHost) => counted(`${count}*${perHost.formula}`, hosts.hostCount * perHost.planned),
    prismCentralVms: counted(vms, central?.vmCount ?? 0),
    prismCentralEach: {
      vcpu: counted(each.vcpu, eachOf.vcpu),
      memoryGiB: counted(each.memoryGiB, eachOf.memoryGiB),
    },
  };
}

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
