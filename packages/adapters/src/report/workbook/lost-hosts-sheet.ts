import type { HostLoad, HostLoss, HostPlacement, HostPlan, PlacedVms, RestartedVms } from "@nkp-planner/core";
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

const SHEET = "Lost hosts";

export interface LostHostsPart {
  readonly sheet: WorkbookSheet;
  /** VMs of all hosts, each lost alone, that start again or stay down, less those on hosts; null: not all are listed. */
  readonly lessPlaced: string | null;
}

/** VMs of a lost host: all that one host takes, or those of one group. */
interface Line {
  readonly hostNumber: number;
  /** null: all of them. */
  readonly vms: PlacedVms | null;
  /** Where they start again; null: they stay down. */
  readonly on: number | null;
  readonly vmCount: number;
  readonly vcpu: Counted;
  readonly memoryGiB: Counted;
}

/** What becomes of the VMs of each host that is lost, alone, and what is left then on the hosts that take them. */
export function lostHostsPart(hosts: HostPlan, { loads, losses }: HostPlacement, placed: HostLoadsPart): LostHostsPart {
  const { usablePerHost } = hosts;
  const lines = losses.flatMap((loss) => linesOf(loss, loads[loss.hostNumber - 1], placed));
  const rows = { first: FIRST_ROW, last: FIRST_ROW + lines.length - 1 };
  const range = (name: string) => column(SHEET, name, rows) ?? "";
  /** Free on the host with every host running, less what starts there when this one is lost. */
  const left = ({ hostNumber, on }: Line, row: number, what: "vcpu" | "memoryGiB"): Cell => {
    if (on === null) return text("");
    const [free, takes] = what === "vcpu" ? ["E", "F"] : ["F", "G"];
    const taken = lines
      .filter((one) => one.hostNumber === hostNumber && one.on === on)
      .reduce((sum, one) => sum + one[what].planned, 0);
    const before = usablePerHost[what] - (loads[on - 1]?.[what] ?? 0);
    const starts = `SUMIFS(${range(takes)},${range("A")},A${row},${range("E")},E${row})`;
    return formula(`${loadsCell(placed, free, on)}-${starts}`, before - taken);
  };
  const rowOf = (line: Line, index: number): Row => {
    const row = FIRST_ROW + index;
    const { hostNumber, vms, on, vmCount, vcpu, memoryGiB } = line;
    return [
      number(hostNumber),
      text(vms?.clusterName ?? "all"),
      text(vms?.poolName ?? vms?.role ?? ""),
      vms === null ? formula(loadsCell(placed, "B", hostNumber), vmCount) : number(vmCount),
      on === null ? text("none: down") : number(on),
      formula(vms === null ? vcpu.formula : `D${row}*${vcpu.formula}`, vcpu.planned),
      formula(vms === null ? memoryGiB.formula : `D${row}*${memoryGiB.formula}`, memoryGiB.planned),
      left(line, row, "vcpu"),
      left(line, row, "memoryGiB"),
      text(vms?.isSurge === true ? KEPT_FREE : ""),
    ];
  };
  const open = losses.filter(({ end }) => end === "moves" || end === "untried");
  const isWhole = lines.length > 0 && sumOf(lines) === sumOf(loads);
  return {
    sheet: tableSheet(SHEET, lines.length === 0 ? NOTHING : NOTE, COLUMNS, [...lines.map(rowOf), ...open.map(openRow)]),
    lessPlaced: isWhole ? `SUM(${range("D")})-SUM(${column(placed.loads.name, "B", placed.hostRows)})` : null,
  };
}

function linesOf(
  { hostNumber, restarts, down }: HostLoss,
  load: HostLoad | undefined,
  placed: HostLoadsPart,
): readonly Line[] {
  const [first] = restarts;
  if (load !== undefined && first !== undefined && down.length === 0 && restarts.every(isOn(first.hostNumber))) {
    const ofHost = (name: string, planned: number) => counted(loadsCell(placed, name, hostNumber), planned);
    const sums = { vcpu: ofHost("C", load.vcpu), memoryGiB: ofHost("D", load.memoryGiB) };
    if (sumOf(restarts) === load.vmCount)
      return [{ hostNumber, vms: null, on: first.hostNumber, vmCount: load.vmCount, ...sums }];
  }
  const lineOf = (vms: PlacedVms, on: number | null): Line => {
    const each = (what: "vcpu" | "memoryGiB") => {
      const one = placed.eachOf(vms, what);
      return counted(one.formula, vms.vmCount * one.planned);
    };
    return { hostNumber, vms, on, vmCount: vms.vmCount, vcpu: each("vcpu"), memoryGiB: each("memoryGiB") };
  };
  return [...restarts.map((vms) => lineOf(vms, vms.hostNumber)), ...down.map((vms) => lineOf(vms, null))];
}

function isOn(number: number): (vms: RestartedVms) => boolean {
  return ({ hostNumber }) => hostNumber === number;
}

function loadsCell({ loads }: HostLoadsPart, name: string, hostNumber: number): string {
  return at(loads.name, name, FIRST_ROW + hostNumber - 1);
}

function sumOf(all: readonly { readonly vmCount: number }[]): number {
  return all.reduce((sum, { vmCount }) => sum + vmCount, 0);
}

/** A loss without places for its VMs as the other hosts stand. */
function openRow({ hostNumber, end }: HostLoss): Row {
  const why = end === "moves" ? "others move first: plan --hosts lists all VMs on the hosts left" : "not tried";
  const none = Array.from({ length: COLUMNS.length - 2 }, () => null);
  return [number(hostNumber), ...none, text(why)];
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
