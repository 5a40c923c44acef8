import type { HostClusterPlan, PlacedVms } from "@nkp-planner/core";
import {
  column,
  FIRST_ROW,
  formula,
  number,
  type Row,
  type RowRange,
  tableSheet,
  text,
  type WorkbookSheet,
} from "./cells.ts";
import type { Counted } from "./counted.ts";
import type { HostsPart } from "./hosts-sheet.ts";
import type { NodesPart } from "./nodes-sheet.ts";
import { hostCell, type PlacedHost, type PlacedHosts } from "./placed-hosts.ts";

const LOADS = "Host loads";
const PLACED = "On hosts";

export interface HostLoadsPart {
  readonly loads: WorkbookSheet;
  readonly placed: WorkbookSheet;
  /** Number of the VMs that lie on hosts, room for upgrades left out; null where nothing is placed. */
  readonly placedVmCount: string | null;
  /** Rows of `loads`, one for each host that carries VMs. */
  readonly hostRows: RowRange;
  /** What one VM has. */
  readonly eachOf: (vms: PlacedVms, what: "vcpu" | "memoryGiB") => Counted;
}

/** What lies on each host: a line a host, and the VMs of each cluster's pool on it. */
export function hostLoadsPart({ all, empty }: PlacedHosts, nodes: NodesPart, hosts: HostsPart): HostLoadsPart {
  const placed = all.flatMap((host) => host.load.vms.map((vms) => ({ host, vms })));
  const rows = { first: FIRST_ROW, last: FIRST_ROW + placed.length - 1 };
  const eachOf = ({ clusterName, role, poolName }: PlacedVms, what: "vcpu" | "memoryGiB"): Counted =>
    (role === "prism-central" ? undefined : nodes.eachOf(clusterName, poolName ?? role, what)) ??
    hosts.prismCentralEach[what];
  const placedRow = ({ host, vms }: (typeof placed)[number], index: number): Row => {
    const row = FIRST_ROW + index;
    const [cpu, memory] = [eachOf(vms, "vcpu"), eachOf(vms, "memoryGiB")];
    return [
      hostCell(host.hosts, host.hostNumber),
      text(vms.clusterName),
      text(vms.poolName ?? vms.role),
      number(vms.vmCount),
      formula(`D${row}*${cpu.formula}`, vms.vmCount * cpu.planned),
      formula(`D${row}*${memory.formula}`, vms.vmCount * memory.planned),
      text(vms.isSurge ? KEPT_FREE : ""),
    ];
  };
  const loadRow = ({ hosts: hostCluster, hostNumber, index, load }: PlacedHost): Row => {
    const row = FIRST_ROW + index;
    const { usablePerHost } = hostCluster;
    const sum = (name: string, result: number) =>
      formula(`SUMIF(${column(PLACED, "A", rows)},A${row},${column(PLACED, name, rows)})`, result);
    return [
      hostCell(hostCluster, hostNumber),
      sum("D", load.vmCount),
      sum("E", load.vcpu),
      sum("F", load.memoryGiB),
      formula(`${usablePerHost.vcpu}-C${row}`, usablePerHost.vcpu - load.vcpu),
      formula(`${usablePerHost.memoryGiB}-D${row}`, usablePerHost.memoryGiB - load.memoryGiB),
      text(load.vms.map(vmsText).join(", ")),
    ];
  };
  const [reasons, counts] = [column(PLACED, "G", rows), column(PLACED, "D", rows)];
  return {
    loads: tableSheet(LOADS, all.length === 0 ? NOT_PLACED : NOTE, LOAD_COLUMNS, [
      ...all.map(loadRow),
      ...empty.map(({ hosts: one, hostNumber }) => idleRow(one, hostNumber)),
    ]),
    placed: tableSheet(PLACED, all.length === 0 ? NOT_PLACED : NOTE, PLACED_COLUMNS, placed.map(placedRow)),
    placedVmCount: reasons === null ? null : `SUM(${counts})-SUMIF(${reasons},"${KEPT_FREE}",${counts})`,
    hostRows: { first: FIRST_ROW, last: FIRST_ROW + all.length - 1 },
    eachOf,
  };
}

/** All hosts that carry no VM on one line: data alone may ask for thousands of them. */
function idleRow(hosts: HostClusterPlan, first: number): Row {
  const { name, hostCount: last, usablePerHost: usable } = hosts;
  const before = name === null ? "" : `${name} `;
  const numbers = first === last ? hostCell(hosts, first) : text(`${before}${first} to ${last}`);
  const none = [number(0), number(0), number(0)];
  return [numbers, ...none, number(usable.vcpu), number(usable.memoryGiB), text("no VM; each is like this")];
}

function vmsText({ vmCount, clusterName, role, poolName, vmGpuCount, isSurge }: PlacedVms): string {
  const name = role === "prism-central" ? clusterName : `${clusterName}/${poolName ?? role}`;
  const gpus = vmGpuCount === undefined ? "" : ` with ${vmGpuCount} GPUs`;
  return `${vmCount} × ${name}${gpus}${isSurge ? ` (${KEPT_FREE})` : ""}`;
}

export const KEPT_FREE = "kept free for an upgrade";
const NOTE =
  "One placement, found when the plan was made, that says most about the loss of a host: see Lost hosts. It does not move when nodes or hosts are changed.";
const NOT_PLACED = "VMs are not placed, as the fleet does not run as it is asked, or there are none.";

const LOAD_COLUMNS = [
  ["Host", 6],
  ["VMs", 8],
  ["vCPU", 10],
  ["GiB", 10],
  ["vCPU left", 10],
  ["GiB left", 10],
  ["What lies on it", 100],
] as const;

const PLACED_COLUMNS = [
  ["Host", 6],
  ["Cluster", 30],
  ["Pool", 16],
  ["VMs", 8],
  ["vCPU", 10],
  ["GiB", 10],
  ["Why", 30],
] as const;
