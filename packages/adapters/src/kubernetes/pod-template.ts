import type { PodGroup, Toleration } from "@nkp-planner/core";
import { affinityObject } from "./affinity-objects.ts";
import { type NamesInCluster, ownedLabels, podLabels, selectorObject, topologyKeyOf } from "./pod-labels.ts";
import { priorityClassName } from "./priority-classes.ts";
import { containerResources } from "./quantities.ts";

/** Where all workloads live. */
export const NAMESPACE = "nkp-planner";

/** Does nothing and needs nothing, should anything ever run it. */
const IMAGE = "registry.k8s.io/pause:3.10";

/** The pods of a group are found by its app and its labels. */
export function selectorOf(
  group: PodGroup,
  names: NamesInCluster,
): {
  readonly matchLabels: Readonly<Record<string, string>>;
} {
  return { matchLabels: ownedLabels(group, names) };
}

/** The pod template of a group. */
export function podTemplate(group: PodGroup, names: NamesInCluster): object {
  const { kind, requests, priority, nodeSelector, tolerations, topologySpread } = group;
  const affinity = affinityObject(group, names);
  return {
    metadata: { labels: podLabels(group, names) },
    spec: {
      ...(kind === "Job" ? { restartPolicy: "Never" } : {}),
      priorityClassName: priorityClassName(priority),
      ...(Object.keys(nodeSelector).length === 0 ? {} : { nodeSelector }),
      ...(tolerations.length === 0 ? {} : { tolerations: tolerations.map(tolerationObject) }),
      ...(topologySpread.length === 0
        ? {}
        : { topologySpreadConstraints: topologySpread.map((spread) => spreadObject(spread, group, names)) }),
      ...(affinity === null ? {} : { affinity }),
      containers: [{ name: "pod", image: IMAGE, ...containerResources(requests) }],
    },
  };
}

function tolerationObject({ key, operator, value, effect }: Toleration): object {
  // The API server wants both said out loud: no key means every key, and "Exists" has no value.
  const isExists = key === undefined || operator === "Exists";
  return isExists ? { key, operator: "Exists", effect } : { key, operator: "Equal", value: value ?? "", effect };
}

function spreadObject(spread: PodGroup["topologySpread"][number], group: PodGroup, names: NamesInCluster): object {
  const { over, maxSkewCount, isHard, minDomainCount, nodeAffinityPolicy, nodeTaintsPolicy, matchLabelKeys } = spread;
  return {
    maxSkew: maxSkewCount,
    topologyKey: topologyKeyOf(over),
    whenUnsatisfiable: isHard ? "DoNotSchedule" : "ScheduleAnyway",
    labelSelector: selectorObject(spread, group, names),
    ...(minDomainCount === undefined ? {} : { minDomains: minDomainCount }),
    ...(nodeAffinityPolicy === undefined ? {} : { nodeAffinityPolicy }),
    ...(nodeTaintsPolicy === undefined ? {} : { nodeTaintsPolicy }),
    ...(matchLabelKeys === undefined ? {} : { matchLabelKeys }),
  };
}
