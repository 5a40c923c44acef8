import type { Node, PodGroup, Scheduler } from "@nkp-planner/core";

/**
 * What is wrong with a placement, by plain sums and the groups' own conditions: nodes that carry more than they can
 * allocate, pods where taints or selectors forbid them, pods that should be kept apart and are not.
 */
export function placementProblems(
  nodes: readonly Node[],
  groups: readonly PodGroup[],
  placed: Scheduler["groups"],
): readonly string[] {
  const problems: string[] = [];
  for (const [index, node] of nodes.entries()) {
    const here = groups.map((group, at) => ({ group, count: placed[at]?.ownOnNode[index] ?? 0 }));
    const sum = (of: (group: PodGroup) => number) =>
      here.reduce((total, { group, count }) => total + of(group) * count, 0);
    const { cpuMillicores, memoryBytes, podCount } = node.allocatable;
    if (sum(({ requests }) => requests.cpuMillicores ?? 0) > cpuMillicores) problems.push(`${node.name}: too much CPU`);
    if (sum(({ requests }) => requests.memoryBytes ?? 0) > memoryBytes) problems.push(`${node.name}: too much memory`);
    for (const name of new Set(groups.flatMap(({ requests }) => Object.keys(requests.extended ?? {})))) {
      const has = node.allocatable.extended?.[name] ?? 0;
      if (sum(({ requests }) => requests.extended?.[name] ?? 0) > has) problems.push(`${node.name}: too many ${name}`);
    }
    if (sum(() => 1) > podCount) problems.push(`${node.name}: too many pods`);
    for (const { group, count } of here) {
      if (count === 0) continue;
      const isTolerated = node.taints.every(({ key }) =>
        group.tolerations.some((toleration) => toleration.key === undefined || toleration.key === key),
      );
      if (!isTolerated) problems.push(`${group.name} on ${node.name}: taint not tolerated`);
      for (const [key, value] of Object.entries(group.nodeSelector)) {
        const label = key === "topology.kubernetes.io/zone" ? node.zone : node.labels[key];
        if (label !== value) problems.push(`${group.name} on ${node.name}: not selected`);
      }
      if (isApart(group) && count > 1) problems.push(`${group.name} on ${node.name}: ${count} pods that must be apart`);
    }
  }
  return problems;
}

function isApart({ podAntiAffinity }: PodGroup): boolean {
  const terms = podAntiAffinity?.required ?? [];
  return terms.some(({ over, selects }) => over === "hostname" && selects === undefined);
}

/** Groups of which not all pods are placed: a DaemonSet has one on every node that its selector and tolerations allow. */
export function missingPods(
  nodes: readonly Node[],
  groups: readonly PodGroup[],
  placed: Scheduler["groups"],
): readonly string[] {
  return groups.flatMap((group, index) => {
    const asked = group.kind === "DaemonSet" ? nodes.filter((node) => admits(node, group)).length : group.replicas;
    const count = (placed[index]?.ownOnNode ?? new Int32Array()).reduce((sum, pods) => sum + pods, 0);
    return count === asked ? [] : [`${group.name}: ${count} of ${asked}`];
  });
}

function admits(node: Node, group: PodGroup): boolean {
  const label = (key: string) => (key === "topology.kubernetes.io/zone" ? node.zone : node.labels[key]);
  return (
    node.taints.every(({ key }) => group.tolerations.some((one) => one.key === undefined || one.key === key)) &&
    Object.entries(group.nodeSelector).every(([key, value]) => label(key) === value)
  );
}
