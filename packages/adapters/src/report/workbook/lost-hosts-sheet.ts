import type { PlacedVms, RestartedVms } from "@nkp-planner/core";
import {
  at,
  type Cell,
  column,
  FIRST_ROW,
  formula,
  number,
  type Row,
  tableSheet,
  text,
  type WorkbookSheet,
} from "./cells.ts";
import { type Counted, counted } from "./counted.ts";
import { type HostLoadsPart, KEPT_FREE } from "./host-loads-sheets.ts";
import { hostCell, type PlacedHost, type PlacedHosts } from "./placed-hosts.ts";

const SHEET = "Lost hosts";

export interface LostHostsPart {
  readonly sheet: WorkbookSheet;
  /** VMs of all hosts, each lost alone, that start again or stay down, less those on hosts; null: not all are listed. */
  readonly lessPlaced: string | null;
}

/** VMs of a lost host: all that one host takes, or those of one group. */
interface Line {
  readonly host: PlacedHost;
  /** null: all of them. */
  readonly vms: PlacedVms | null;
  /** Number of the host where they start again; null: they stay down. */
  readonly on: number | null;
  readonly vmCount: number;
  readonly vcpu: Counted;
  readonly memoryGiB: Counted;
}

/** What becomes of the VMs of each host that is lost, alone, and what is left then on the hosts that take them. */
export function lostHostsPart({ all, beside }: PlacedHosts, placed: HostLoadsPart): LostHostsPart {
  const lines = all.flatMap((host) => linesOf(host, placed));
  const rows = { first: FIRST_ROW, last: FIRST_ROW + lines.length - 1 };
  const range = (name: string) => column(SHEET, name, rows) ?? "";
  /** Free on the host with every host running, less what starts there when this one is lost. */
  const left = ({ host, on }: Line, row: number, what: "vcpu" | "memoryGiB"): Cell => {
    if (on === null) return text("");
    const [free, takes] = what === "vcpu" ? ["E", "F"] : ["F", "G"];
    const taken = lines
      .filter((one) => one.host === host && one.on === on)
      .reduce((sum, one) => sum + one[what].planned, 0);
    const target = beside(host, on);
    const before = host.hosts.usablePerHost[what] - (target.load?.[what] ?? 0);
    const starts = `SUMIFS(${range(takes)},${range("A")},A${row},${range("E")},E${row})`;
    return formula(`${loadsCell(placed, free, target.index)}-${starts}`, before - taken);
  };
  const rowOf = (line: Line, index: number): Row => {
    const row = FIRST_ROW + index;
    const { host, vms, on, vmCount, vcpu, memoryGiB } = line;
    return [
      hostCell(host.hosts, host.hostNumber),
      text(vms?.clusterName ?? "all"),
      text(vms?.poolName ?? vms?.role ?? ""),
      vms === null ? formula(loadsCell(placed, "B", host.index), vmCount) : number(vmCount),
      on === null ? text("none: down") : hostCell(host.hosts, on),
      formula(vms === null ? vcpu.formula : `D${row}*${vcpu.formula}`, vcpu.planned),
      formula(vms === null ? memoryGiB.formula : `D${row}*${memoryGiB.formula}`, memoryGiB.planned),
      left(line, row, "vcpu"),
      left(line, row, "memoryGiB"),
      text(vms?.isSurge === true ? KEPT_FREE : ""),
    ];
  };
  const open = all.filter(({ loss: { end } }) => end === "moves" || end === "untried");
  const isWhole = lines.length > 0 && sumOf(lines) === sumOf(all.map(({ load }) => load));
  return {
    sheet: tableSheet(SHEET, lines.length === 0 ? NOTHING : NOTE, COLUMNS, [...lines.map(rowOf), ...open.map(openRow)]),
    lessPlaced: isWhole ? `SUM(${range("D")})-SUM(${column(placed.loads.name, "B", placed.hostRows)})` : null,
  };
}

function linesOf(host: PlacedHost, placed: HostLoadsPart): readonly Line[] {
  const {
    load,
    index,
    loss: { restarts, down },
  } = host;
  const [first] = restarts;
  if (first !== undefined && down.length === 0 && restarts.every(isOn(first.hostNumber))) {
    const ofHost = (name: string, planned: number) => counted(loadsCell(placed, name, index), planned);
    const sums = { vcpu: ofHost("C", load.vcpu), memoryGiB: ofHost("D", load.memoryGiB) };
    if (sumOf(restarts) === load.vmCount)
      return [{ host, vms: null, on: first.hostNumber, vmCount: load.vmCount, ...sums }];
  }
  const lineOf = (vms: PlacedVms, on: number | null): Line => {
    const each = (what: "vcpu" | "memoryGiB") => {
      const one = placed.eachOf(vms, what);
      return counted(one.formula, vms.vmCount * one.planned);
    };
    return { host, vms, on, vmCount: vms.vmCount, vcpu: each("vcpu"), memoryGiB: each("memoryGiB") };
  };
  return [...restarts.map((vms) => lineOf(vms, vms.hostNumber)), ...down.map((vms) => lineOf(vms, null))];
}

function isOn(number: number): (vms: RestartedVms) => boolean {
  return ({ hostNumber }) => hostNumber === number;
}

function loadsCell({ loads }: HostLoadsPart, name: string, index: number): string {
  return at(loads.name, name, FIRST_ROW + index);
}

function sumOf(all: readonly { readonly vmCount: number }[]): number {
  return all.reduce((sum, { vmCount }) => sum + vmCount, 0);
}

/** A loss without places for its VMs as the other hosts stand. */
function openRow({ hosts, hostNumber, loss: { end } }: PlacedHost): Row {
  const why = end === "moves" ? "others move first: plan --hosts lists all VMs on the hosts left" : "not tried";
  const none = Array.from({ length: COLUMNS.length - 2 }, () => null);
  return [hostCell(hosts, hostNumber), ...none, text(why)];
}

const NOTE =
  "Each host lost alone, with the others as they stand on Host loads: nothing left below 0 is the proof that it may be " +
  "lost. It does not move when nodes or hosts are changed.";
const NOTHING = "No host carries VMs that start again elsewhere as the others stand, or VMs are not placed.";

const COLUMNS = [
  ["Host lost", 10],
  ["Cluster", 30],
  ["Pool", 16],
  ["VMs", 8],
  ["Start again on host", 18],
  ["vCPU", 10],
  ["GiB", 10],
  ["vCPU left there then", 20],
  ["GiB left there then", 20],
  ["Why", 60],
] as const;
