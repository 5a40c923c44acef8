import { BYTES_PER_GIB, BYTES_PER_MIB, MILLICORES_PER_VCPU } from "../../base/units.ts";
import { tieredCpuMillicores, tieredMemoryMiB } from "../../clusters/pools/allocatable.ts";
import { choiceOf, numberOf } from "../../input/parameters.ts";
import type { PlatformContext } from "../../input/platform-context.ts";
import { type Compared, compared, minus, stateOf } from "./compared.ts";
import { groupedBy } from "./grouped-by.ts";
import type { RunningNode } from "./running-cluster.ts";
import { settingFor, type TakenOver, type TakeOver } from "./take-over.ts";

/** Nodes alike, and what they keep from pods: capacity − allocatable, beside what a plan takes for it. */
export interface NodesMeasured {
  readonly role: RunningNode["role"];
  readonly nodeCount: number;
  readonly kubernetesVersion: string | null;
  /** What one of them has; of nodes that differ by less than a GiB the first one's. */
  readonly capacityCpuMillicores: number;
  readonly capacityMemoryBytes: number;
  readonly keptCpuMillicores: Compared;
  readonly keptMemoryBytes: Compared;
  readonly podsPerNode: Compared;
  readonly state: Compared["state"];
  readonly settings: readonly TakenOver[];
  readonly takeOver: "taken" | "as-planned" | "none" | null;
}

/** Assumptions of what a node keeps and takes. */
export const NODE_PARAMETERS: readonly string[] = [
  "kubelet-reservations",
  "reserved-cpu-millicores",
  "reserved-memory-mib",
  "eviction-memory-mib",
  "pods-per-node",
];

/** Nodes by role, size and what they keep; the largest groups first. */
export function nodesMeasured(nodes: readonly RunningNode[], context: PlatformContext): readonly NodesMeasured[] {
  const groups = groupedBy(nodes, (node) =>
    JSON.stringify([
      ...[node.role, node.cpuMillicores, Math.round(node.memoryBytes / BYTES_PER_GIB), node.kubernetesVersion],
      ...[keptOf(node, "cpuMillicores"), keptMiB(node), node.allocatable?.podCount ?? null],
    ]),
  );
  return [...groups.values()]
    .map((all) => nodesAlike(all[0] as RunningNode, all.length, context))
    .toSorted((a, b) => b.nodeCount - a.nodeCount);
}

function nodesAlike(node: RunningNode, nodeCount: number, context: PlatformContext): NodesMeasured {
  const { choices } = context;
  const { role, kubernetesVersion, cpuMillicores, memoryBytes, allocatable } = node;
  const expected = expectedOf(node, choiceOf(choices, "kubelet-reservations").chosen, context);
  const kept = { cpu: keptOf(node, "cpuMillicores"), memory: keptOf(node, "memoryBytes") };
  const mostPods = numberOf(choices, "pods-per-node");
  const cpu = one(expected.cpuMillicores, kept.cpu);
  const exact = one(expected.memoryMiB * BYTES_PER_MIB, kept.memory);
  // Assumptions take whole MiB: what is less than one beside them is the same.
  const memory = keptMiB(node) === expected.memoryMiB ? { ...exact, state: "same" as const } : exact;
  const pods = one(mostPods, allocatable?.podCount ?? null);
  const state = stateOf([cpu, memory, ...(allocatable?.podCount == null ? [] : [pods])]);
  return {
    ...{ role, nodeCount, kubernetesVersion, capacityCpuMillicores: cpuMillicores, capacityMemoryBytes: memoryBytes },
    ...{ keptCpuMillicores: cpu, keptMemoryBytes: memory, podsPerNode: pods, state },
    ...settingsOf(node, { cpu, memory, pods }, context),
  };
}

function one(expected: number, running: number | null): Compared {
  return compared(expected, [running], minus(running, expected));
}

function keptOf({ allocatable, ...capacity }: RunningNode, field: "cpuMillicores" | "memoryBytes"): number | null {
  return allocatable === null ? null : capacity[field] - allocatable[field];
}

/** Rounded up, as an assumption takes it. */
function keptMiB(node: RunningNode): number | null {
  const bytes = keptOf(node, "memoryBytes");
  return bytes === null ? null : Math.ceil(bytes / BYTES_PER_MIB);
}

/** What a plan takes a node of this capacity to keep, by a profile. */
function expectedOf({ cpuMillicores, memoryBytes }: RunningNode, profileId: string, context: PlatformContext) {
  const { catalog, choices } = context;
  const profile = catalog.reservationProfiles.find(({ id }) => id === profileId);
  const cores = Math.floor(cpuMillicores / MILLICORES_PER_VCPU);
  const ofProfile = {
    cpuMillicores: tieredCpuMillicores(cores, profile),
    memoryMiB: tieredMemoryMiB(Math.floor(memoryBytes / BYTES_PER_MIB), profile),
  };
  return {
    ofProfile,
    cpuMillicores: numberOf(choices, "reserved-cpu-millicores") + ofProfile.cpuMillicores,
    memoryMiB:
      numberOf(choices, "reserved-memory-mib") + numberOf(choices, "eviction-memory-mib") + ofProfile.memoryMiB,
  };
}

/** The profile that comes to what was measured; else the reserves that do; and how many pods a node takes. */
function settingsOf(
  node: RunningNode,
  { cpu, memory, pods }: Readonly<Record<"cpu" | "memory" | "pods", Compared>>,
  context: PlatformContext,
): Pick<NodesMeasured, "settings" | "takeOver"> {
  const { choices } = context;
  const [keptCpu, keptMemoryMiB] = [cpu.mostValue, keptMiB(node)];
  const found: TakeOver[] = [];
  const isOther = (figure: Compared) => figure.state === "more" || figure.state === "less";
  if ((isOther(cpu) || isOther(memory)) && keptCpu !== null && keptMemoryMiB !== null) {
    const reservations = choiceOf(choices, "kubelet-reservations");
    const fitting = reservations.parameter.options.find(({ id }) => {
      const by = expectedOf(node, id, context);
      return by.cpuMillicores === keptCpu && by.memoryMiB === keptMemoryMiB;
    });
    if (fitting !== undefined) found.push(settingFor(choices, "kubelet-reservations", fitting.id));
    else {
      const { ofProfile } = expectedOf(node, reservations.chosen, context);
      const reserved = keptMemoryMiB - ofProfile.memoryMiB - numberOf(choices, "eviction-memory-mib");
      const ownCpu = keptCpu - ofProfile.cpuMillicores;
      if (isOther(cpu)) found.push(settingFor(choices, "reserved-cpu-millicores", String(ownCpu)));
      if (isOther(memory)) found.push(settingFor(choices, "reserved-memory-mib", String(Math.max(0, reserved))));
      if (isOther(memory) && reserved < 0)
        found.push(
          settingFor(choices, "eviction-memory-mib", String(numberOf(choices, "eviction-memory-mib") + reserved)),
        );
    }
  }
  if (isOther(pods)) found.push(settingFor(choices, "pods-per-node", String(pods.mostValue)));
  const settings = found.flatMap((one) => (one === null || one === "as-planned" ? [] : [one]));
  if (found.length === 0) return { settings, takeOver: null };
  return { settings, takeOver: found.includes(null) ? "none" : settings.length > 0 ? "taken" : "as-planned" };
}
