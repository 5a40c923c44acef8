import {
  type HostClusterPlan,
  type HostsAlike,
  hostListOf,
  hostNumbersText,
  type LossesAlike,
  lossLines,
  numberText,
  type PlannedFleet,
  placedVmsText,
} from "@nkp-planner/core";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";
import { table } from "./table.ts";

/** Which VMs lie on which host, and where they start again when it is lost: of each cluster of hosts for itself. */
export function hostsText({ infrastructure }: PlannedFleet, ink: Ink): string {
  const parts = infrastructure.hostClusters.flatMap((hosts) => hostClusterParts(hosts, ink));
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function hostClusterParts(hosts: HostClusterPlan, ink: Ink): readonly string[] {
  const { rows, losses, rowsAfterMoves, notes } = hostListOf(hosts);
  const of = hosts.name === null ? "" : ` of ${hosts.name}`;
  return [
    [ink.strong(`What lies on each host${of}`), ...notes.map((note) => paragraph(note, "  ", "· "))].join("\n"),
    rows.length === 0 ? "" : hostTable("Host", rows, ink),
    losses.length === 0 ? "" : lossTable(losses, ink),
    rowsAfterMoves.length === 0 ? "" : hostTable("Host left", rowsAfterMoves, ink),
  ];
}

/** A line for the VMs of each cluster and role, so that none is hidden in a list. */
function hostTable(title: string, rows: readonly HostsAlike[], ink: Ink): string {
  const hasGpus = rows.some(({ gpuCount }) => gpuCount !== undefined);
  const gpuColumns = [
    { title: "GPUs", align: "right" },
    { title: "free", align: "right" },
  ] as const;
  const columns = [
    { title, align: "left" },
    { title: "vCPU", align: "right" },
    { title: "free", align: "right" },
    { title: "GiB", align: "right" },
    { title: "free", align: "right" },
    ...(hasGpus ? gpuColumns : []),
    { title: "VMs, vCPU/GiB each", align: "left" },
  ] as const;
  const lines = rows.flatMap((row) => {
    const { vcpu, freeVcpu, memoryGiB, freeMemoryGiB, gpuCount = 0, freeGpuCount = 0 } = row;
    const gpus = hasGpus ? [gpuCount, freeGpuCount] : [];
    const sums = [vcpu, freeVcpu, memoryGiB, freeMemoryGiB, ...gpus].map((value) => numberText(value));
    const [first = "none", ...others] = row.vms.map(placedVmsText);
    return [[hostNumbersText(row), ...sums, first], ...others.map((vms) => ["", ...sums.map(() => ""), vms])];
  });
  return table(columns, lines, ink);
}

function lossTable(losses: readonly LossesAlike[], ink: Ink): string {
  const columns = [
    { title: "Host lost", align: "left" },
    { title: "VMs", align: "left" },
    { title: "Restart on", align: "left" },
  ] as const;
  const lines = losses.flatMap((loss) =>
    lossLines(loss).map(({ vms, restartOn }, index) => [index === 0 ? hostNumbersText(loss) : "", vms, restartOn]),
  );
  return table(columns, lines, ink);
}
