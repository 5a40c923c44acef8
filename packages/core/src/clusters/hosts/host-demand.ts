import { evidenceOf } from "../../input/evidence.ts";
import { type NumberLine, productLine, quantityLine, sumOfLines } from "../../input/number-line.ts";
import { type Choices, choiceOf } from "../../input/parameters.ts";
import type { HostResourceLines, HostResources } from "../host-capacity/host-capacity.ts";
import type { HostStorage } from "../host-capacity/host-storage.ts";
import { VM_TITLES, type VmGroup } from "./vm-group.ts";

export interface HostDemand {
  /** What VMs, one upgrade and data ask of all hosts together; storage is raw, with its copies. */
  readonly demand: HostResources;
  readonly lines: HostResourceLines;
}

const COMPUTED = { confidence: "computed", sources: [] } as const;

/**
 * What the hosts carry: every VM, the largest upgrade, and data times its copies.
 * raw storage GiB = (disks of the VMs + volume claims) × storage factor
 */
export function hostDemandOf(
  groups: readonly VmGroup[],
  surges: readonly VmGroup[],
  claimsGiB: number,
  storage: HostStorage,
  choices: Choices,
): HostDemand {
  const linesOf = (size: "vcpu" | "memoryGiB" | "diskGiB", unit: string): readonly NumberLine[] => [
    ...groups.map((group) => groupLine(group, [group[size], unit])),
    ...largestOf(surges, size).map((surge) => surgeLine(surge, [surge[size], unit], choices)),
  ];
  const data = [
    ...linesOf("diskGiB", "GiB"),
    ...(claimsGiB === 0 ? [] : [quantityLine("Volume claims", [claimsGiB, "GiB"], COMPUTED)]),
  ];
  const copies = productLine(
    storage.kind === "parity" ? "Parity" : "Further copies",
    [sumOfLines(data), "GiB"],
    [storage.storageFactorRatio - 1, "GiB per GiB"],
    storage.factorEvidence,
  );
  const lines = {
    vcpu: linesOf("vcpu", "vCPU"),
    memoryGiB: linesOf("memoryGiB", "GiB"),
    storageGiB: data.length === 0 ? [] : [...data, copies],
  };
  const gpuCount =
    groups.reduce((sum, group) => sum + totalOf(group, "gpuCount"), 0) +
    largestOf(surges, "gpuCount").reduce((sum, surge) => sum + totalOf(surge, "gpuCount"), 0);
  const demand = {
    ...(gpuCount === 0 ? {} : { gpuCount }),
    vcpu: sumOfLines(lines.vcpu),
    memoryGiB: sumOfLines(lines.memoryGiB),
    storageGiB: sumOfLines(lines.storageGiB),
  };
  return { demand, lines };
}

function groupLine({ clusterName, role, vmCount }: VmGroup, [each, unit]: readonly [number, string]): NumberLine {
  return productLine(`${clusterName}: ${VM_TITLES[role]}s`, [vmCount, "VMs"], [each, `${unit} per VM`], COMPUTED);
}

function surgeLine({ clusterName, role, vmCount }: VmGroup, [each, unit]: readonly [number, string], choices: Choices) {
  const label = `Room to upgrade, the size of ${clusterName}'s ${VM_TITLES[role]}`;
  const evidence = evidenceOf(choiceOf(choices, "simultaneous-upgrades"));
  return productLine(label, [vmCount, "VMs"], [each, `${unit} per VM`], evidence);
}

type Size = "vcpu" | "memoryGiB" | "diskGiB" | "gpuCount";

function totalOf(group: VmGroup, size: Size): number {
  return group.vmCount * (group[size] ?? 0);
}

/** The upgrade that asks for most of one resource; none where nothing is upgraded. */
function largestOf(surges: readonly VmGroup[], size: Size): readonly VmGroup[] {
  const asks = (surge: VmGroup) => totalOf(surge, size);
  return surges
    .slice(1)
    .reduce((most, one) => (most[0] !== undefined && asks(one) > asks(most[0]) ? [one] : most), surges.slice(0, 1));
}
