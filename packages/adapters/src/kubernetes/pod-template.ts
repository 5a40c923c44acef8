import {
  type AntiAffinity,
  HOSTNAME_LABEL,
  type PodGroup,
  type Toleration,
  type Topology,
  type TopologySpread,
  ZONE_LABEL,
} from "@nkp-planner/core";
import { priorityClassName } from "./priority-classes.ts";
import { podResources } from "./quantities.ts";

/** Where all workloads live: pods of one group only ever look at each other. */
export const NAMESPACE = "nkp-planner";

/** Does nothing and needs nothing, should anything ever run it. */
const IMAGE = "registry.k8s.io/pause:3.10";

const PREFERRED_WEIGHT = 100;

const TOPOLOGY_KEYS: Readonly<Record<Topology, string>> = { hostname: HOSTNAME_LABEL, zone: ZONE_LABEL };

/** The pods of a group are found by this label. */
export function selectorOf(name: string): { readonly matchLabels: Readonly<Record<string, string>> } {
  return { matchLabels: { app: name } };
}

/** The pod template of a group under its name in the cluster. */
export function podTemplate(group: PodGroup, name: string): object {
  const { kind, requests, priority, nodeSelector, tolerations, topologySpread, antiAffinity } = group;
  const asked = podResources(requests);
  return {
    metadata: { labels: { app: name } },
    spec: {
      ...(kind === "Job" ? { restartPolicy: "Never" } : {}),
      priorityClassName: priorityClassName(priority),
      ...(Object.keys(nodeSelector).length === 0 ? {} : { nodeSelector }),
      ...(tolerations.length === 0 ? {} : { tolerations: tolerations.map(tolerationObject) }),
      ...(topologySpread.length === 0
        ? {}
        : { topologySpreadConstraints: topologySpread.map((spread) => spreadObject(spread, name)) }),
      ...(antiAffinity === null ? {} : { affinity: { podAntiAffinity: antiAffinityObject(antiAffinity, name) } }),
      containers: [
        { name: "pod", image: IMAGE, ...(Object.keys(asked).length === 0 ? {} : { resources: { requests: asked } }) },
      ],
    },
  };
}

function tolerationObject({ key, operator, value, effect }: Toleration): object {
  // The API server wants both said out loud: no key means every key, and "Exists" has no value.
  const isExists = key === undefined || operator === "Exists";
  return isExists ? { key, operator: "Exists", effect } : { key, operator: "Equal", value: value ?? "", effect };
}

function spreadObject({ over, maxSkewCount, isHard }: TopologySpread, name: string): object {
  return {
    maxSkew: maxSkewCount,
    topologyKey: TOPOLOGY_KEYS[over],
    whenUnsatisfiable: isHard ? "DoNotSchedule" : "ScheduleAnyway",
    labelSelector: selectorOf(name),
  };
}

function antiAffinityObject({ over, isRequired }: AntiAffinity, name: string): object {
  const term = { labelSelector: selectorOf(name), topologyKey: TOPOLOGY_KEYS[over] };
  return isRequired
    ? { requiredDuringSchedulingIgnoredDuringExecution: [term] }
    : { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: PREFERRED_WEIGHT, podAffinityTerm: term }] };
}
