import type { Confidence } from "../../base/provenance.ts";
import { BYTES_PER_MIB } from "../../base/units.ts";
import type { ComponentRequests } from "../../input/catalog.ts";
import { type Choices, choiceNamed, numberOf } from "../../input/parameters.ts";
import { type Compared, compared, type MeasureState, minus, stateOf, sumKnown, times } from "./compared.ts";
import type { ComponentGroup, KnownComponent } from "./known-components.ts";
import { MATCH_WAYS, type MatchWay } from "./match-name.ts";
import type { MatchedWorkload } from "./matched-workloads.ts";
import type { RunningCluster } from "./running-cluster.ts";
import { settingFor, type TakenOver } from "./take-over.ts";

/** One component in the catalog and in the cluster. */
export interface ComponentMeasured {
  readonly group: ComponentGroup;
  readonly application: string | null;
  readonly component: string;
  readonly confidence: Confidence;
  /** Whether the catalog's figure is not public, an assumption, or one of several readings. */
  readonly isOpenQuestion: boolean;
  /** Whether an assumption chooses among several readings of it. */
  readonly hasReadings: boolean;
  readonly state: Exclude<MeasureState, "not-in-catalog">;
  /** How its workloads were known, the least sure way of them; null: none runs. */
  readonly matchedBy: MatchWay | null;
  /** Whether figures of CPU and memory are of all its pods together, as the catalog has only their sum. */
  readonly isSumOfPods: boolean;
  readonly podCount: Compared;
  readonly cpuMillicores: Compared;
  readonly memoryBytes: Compared;
  /** Numbers of image tags. */
  readonly versions: readonly string[];
  /** Assumptions that take over what was measured. */
  readonly settings: readonly TakenOver[];
  /** `taken`: by settings, or set so already; `none`: no assumption takes it; null: nothing is to be taken over. */
  readonly takeOver: "taken" | "as-planned" | "none" | null;
  /** Why a figure is not known, or a component may run all the same. */
  readonly reason: UnknownReason | null;
}

export type UnknownReason = "kind-not-in-files" | "not-public" | "template-states-none" | "pods-not-counted";

interface Surroundings {
  readonly choices: Choices;
  readonly cluster: RunningCluster;
}

const LOW: readonly Confidence[] = ["unknown", "assumption", "third-party"];

/** A component with the workloads that are it, which may be none. */
export function componentMeasured(
  known: KnownComponent,
  matched: readonly MatchedWorkload[],
  { choices, cluster }: Surroundings,
): ComponentMeasured {
  const { group, application, component, isSum } = known;
  const other = component.alternatives?.find((one) => choiceNamed(choices, one.parameter)?.chosen === one.option);
  const { requests, confidence } = other ?? component;
  const running = matched.map(({ workload }) => workload);
  const runningCount = sumKnown(running.map(({ podCount }) => podCount));
  const catalogCount = countInCatalog(known, choices, cluster);
  const figureOf = (each: number | null, field: "cpuMillicores" | "memoryBytes"): Compared => {
    const total = sumKnown(running.map((one) => times(one[field], one.podCount)));
    const planned = isSum ? each : times(each, catalogCount ?? runningCount);
    return compared(each, isSum ? [total] : running.map((one) => one[field]), minus(total, planned));
  };
  const isThere = matched.length > 0;
  const podCount = compared(
    catalogCount,
    isThere ? [runningCount] : [],
    isThere ? minus(runningCount, catalogCount) : null,
  );
  const cpu = figureOf(requests.cpuMillicores, "cpuMillicores");
  const memory = figureOf(bytesOf(requests), "memoryBytes");
  const figures = [cpu, memory, ...(catalogCount === null || runningCount === null ? [] : [podCount])];
  const isSeen = isKindSeen(component.kind, cluster.kinds);
  const state = isThere ? stateOf(figures) : isSeen ? "not-running" : "unknown";
  return {
    ...{ group, application, component: component.name, confidence, state },
    isOpenQuestion: LOW.includes(confidence) || component.alternatives !== undefined || bytesOf(requests) === null,
    hasReadings: component.alternatives !== undefined,
    matchedBy: MATCH_WAYS.findLast((way) => matched.some((one) => one.way === way)) ?? null,
    isSumOfPods: isSum,
    ...{ podCount, cpuMillicores: cpu, memoryBytes: memory },
    versions: [...new Set(running.flatMap(({ version }) => version ?? []))].toSorted(),
    ...takenOver(known, { podCount, cpu, memory }, choices, isThere && state !== "same"),
    reason: reasonOf(isThere, isSeen, { podCount: runningCount, cpu, memory }, requests),
  };
}

function bytesOf({ memoryMiB }: ComponentRequests): number | null {
  return memoryMiB === null ? null : memoryMiB * BYTES_PER_MIB;
}

/** null: the catalog does not say, or it hangs on what the files do not show. */
function countInCatalog({ component, isSum }: KnownComponent, choices: Choices, { nodes }: RunningCluster) {
  const { scale, replicas } = component;
  const nodesOf = (isCounted: (role: string) => boolean) =>
    nodes.some(({ role }) => role === "control-plane") ? nodes.filter(({ role }) => isCounted(role)).length : null;
  switch (scale) {
    case "fixed":
      return isSum ? null : replicas;
    case "perNode":
      return nodesOf(() => true);
    case "perControlPlaneNode":
      return nodesOf((role) => role === "control-plane");
    case "perStorageNode":
      return numberOf(choices, "ceph-storage-nodes") * (replicas ?? 1);
    case "perManagedCluster":
      return null;
  }
}

const MAKERS = ["Deployment", "StatefulSet", "DaemonSet"];

/** What makes pods of a kind can be missing in the files, while it runs. */
function isKindSeen(kind: string | null, kinds: readonly string[]): boolean {
  if (kinds.includes("Pod")) return true;
  return kind === null ? MAKERS.every((one) => kinds.includes(one)) : kinds.includes(kind);
}

type Figures = Readonly<Record<"podCount" | "cpu" | "memory", Compared>>;

function takenOver(
  { component }: KnownComponent,
  { podCount, cpu, memory }: Figures,
  choices: Choices,
  isDifferent: boolean,
): Pick<ComponentMeasured, "settings" | "takeOver"> {
  if (!isDifferent || cpu.mostValue === null || memory.mostValue === null) return { settings: [], takeOver: null };
  const isSize = ({ cpuMillicores, memoryMiB }: ComponentRequests) =>
    [cpu.leastValue, cpu.mostValue].every((one) => one === cpuMillicores) &&
    [memory.leastValue, memory.mostValue].every((one) => one === (memoryMiB ?? Number.NaN) * BYTES_PER_MIB);
  const found = (component.alternatives ?? []).flatMap(({ parameter, option, requests }) => {
    const others = choiceNamed(choices, parameter)?.parameter.options.filter(({ id }) => id !== option) ?? [];
    if (isSize(requests)) return settingFor(choices, parameter, option) ?? [];
    return isSize(component.requests) && others.length === 1
      ? (settingFor(choices, parameter, others[0]?.id ?? "") ?? [])
      : [];
  });
  const perNode = (podCount.mostValue ?? 0) / (component.replicas ?? 1);
  const isSameSize = cpu.state === "same" && memory.state === "same";
  if (component.scale === "perStorageNode" && isSameSize && podCount.state !== "same")
    found.push(...[settingFor(choices, "ceph-storage-nodes", String(perNode))].flatMap((one) => one ?? []));
  const settings = found.flatMap((one) => (one === "as-planned" ? [] : [one]));
  return { settings, takeOver: settings.length > 0 ? "taken" : found.length > 0 ? "as-planned" : "none" };
}

function reasonOf(
  isThere: boolean,
  isSeen: boolean,
  running: { readonly podCount: number | null; readonly cpu: Compared; readonly memory: Compared },
  { cpuMillicores, memoryMiB }: ComponentRequests,
): UnknownReason | null {
  if (!isThere) return isSeen ? null : "kind-not-in-files";
  if (cpuMillicores === null || memoryMiB === null) return "not-public";
  const { podCount, cpu, memory } = running;
  if (cpu.mostValue !== null && memory.mostValue !== null) return null;
  return podCount === null ? "pods-not-counted" : "template-states-none";
}
