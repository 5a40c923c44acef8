import type { PodGroup, Taint, Toleration } from "../input/pod-group.ts";
import type { Node } from "./node.ts";

/** Whether a toleration covers a taint. @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/ */
function tolerates(toleration: Toleration, taint: Taint): boolean {
  if (toleration.effect !== undefined && toleration.effect !== taint.effect) return false;
  if (toleration.key !== undefined && toleration.key !== "" && toleration.key !== taint.key) return false;
  if (toleration.operator === "Exists") return true;
  return (toleration.value ?? "") === (taint.value ?? "");
}

/**
 * What the DaemonSet controller lets its pods tolerate in any case.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#taints-and-tolerations
 */
const DAEMON_TOLERATIONS: readonly Toleration[] = [
  ...(["not-ready", "unreachable"] as const).map((key) => ({ key, effect: "NoExecute" as const })),
  ...(["disk-pressure", "memory-pressure", "pid-pressure", "unschedulable"] as const).map((key) => ({
    key,
    effect: "NoSchedule" as const,
  })),
].map(({ key, effect }) => ({ key: `node.kubernetes.io/${key}`, operator: "Exists", effect }));

function tolerationsOf({ kind, tolerations }: PodGroup): readonly Toleration[] {
  return kind === "DaemonSet" ? [...tolerations, ...DAEMON_TOLERATIONS] : tolerations;
}

/** Taints that keep a group off a node. */
export function untoleratedTaints(group: PodGroup, node: Node): readonly Taint[] {
  if (node.taints.length === 0) return [];
  const tolerations = tolerationsOf(group);
  return node.taints.filter(
    (taint) => taint.effect !== "PreferNoSchedule" && !tolerations.some((toleration) => tolerates(toleration, taint)),
  );
}

/** Taints that a group would rather avoid: only tolerations without effect, or with this one, count. */
export function avoidedTaintCount(group: PodGroup, node: Node): number {
  return node.taints.filter(
    (taint) =>
      taint.effect === "PreferNoSchedule" && !group.tolerations.some((toleration) => tolerates(toleration, taint)),
  ).length;
}
