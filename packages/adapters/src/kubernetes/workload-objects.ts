import type { PodGroup, PodKind } from "@nkp-planner/core";
import { NAME_ANNOTATION } from "./names.ts";
import { type NamesInCluster, nameOf, namesInCluster, ownedLabels } from "./pod-labels.ts";
import { NAMESPACE, podTemplate, selectorOf } from "./pod-template.ts";
import { priorityClassObjects } from "./priority-classes.ts";

/** A cluster's namespace, priority classes and workloads, in the order an API server must see them. */
export function workloadObjects(clusterName: string, groups: readonly PodGroup[]): readonly object[] {
  const names = namesInCluster(groups);
  return [
    {
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name: NAMESPACE, annotations: { [NAME_ANNOTATION]: clusterName } },
    },
    ...priorityClassObjects(groups),
    ...groups.flatMap((group) => [...OBJECTS[group.kind](group, names), ...budgetOf(group, names)]),
  ];
}

type ObjectsOf = (group: PodGroup, names: NamesInCluster) => readonly object[];

const OBJECTS: Readonly<Record<PodKind, ObjectsOf>> = {
  Deployment: (group, names) => [
    workload("apps/v1", group, names, {
      replicas: group.replicas,
      ...(group.rollout === undefined ? {} : { strategy: { type: "RollingUpdate", rollingUpdate: group.rollout } }),
      selector: selectorOf(group, names),
      template: podTemplate(group, names),
    }),
  ],
  StatefulSet: (group, names) => [
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: metadataOf(group, names),
      spec: { clusterIP: "None", selector: selectorOf(group, names).matchLabels },
    },
    workload("apps/v1", group, names, {
      serviceName: nameOf(group, names),
      replicas: group.replicas,
      // One after the other, a pod without a node would hide all that come after it.
      podManagementPolicy: "Parallel",
      selector: selectorOf(group, names),
      template: podTemplate(group, names),
    }),
  ],
  DaemonSet: (group, names) => [
    workload("apps/v1", group, names, { selector: selectorOf(group, names), template: podTemplate(group, names) }),
  ],
  Job: (group, names) => [
    workload("batch/v1", group, names, {
      parallelism: group.replicas,
      completions: group.replicas,
      template: podTemplate(group, names),
    }),
  ],
};

function budgetOf(group: PodGroup, names: NamesInCluster): readonly object[] {
  const { disruptionBudget } = group;
  if (disruptionBudget === undefined) return [];
  const spec = { ...disruptionBudget, selector: selectorOf(group, names) };
  return [{ apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: metadataOf(group, names), spec }];
}

function workload(apiVersion: string, group: PodGroup, names: NamesInCluster, spec: object): object {
  return { apiVersion, kind: group.kind, metadata: metadataOf(group, names), spec };
}

function metadataOf(group: PodGroup, names: NamesInCluster): object {
  return {
    name: nameOf(group, names),
    namespace: NAMESPACE,
    labels: ownedLabels(group, names),
    annotations: { [NAME_ANNOTATION]: group.name },
  };
}
