import type { PodGroup, PodKind } from "@nkp-planner/core";
import { dnsLabels, LONGEST_WORKLOAD_NAME, NAME_ANNOTATION } from "./names.ts";
import { NAMESPACE, podTemplate, selectorOf } from "./pod-template.ts";
import { priorityClassObjects } from "./priority-classes.ts";

/** A cluster's namespace, priority classes and workloads, in the order an API server must see them. */
export function workloadObjects(clusterName: string, groups: readonly PodGroup[]): readonly object[] {
  const names = dnsLabels(
    groups.map(({ name }) => name),
    { word: "pods", longest: LONGEST_WORKLOAD_NAME },
  );
  return [
    {
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name: NAMESPACE, annotations: { [NAME_ANNOTATION]: clusterName } },
    },
    ...priorityClassObjects(groups),
    ...groups.flatMap((group, index) => OBJECTS[group.kind](group, names[index] ?? "")),
  ];
}

type ObjectsOf = (group: PodGroup, name: string) => readonly object[];

const OBJECTS: Readonly<Record<PodKind, ObjectsOf>> = {
  Deployment: (group, name) => [
    workload("apps/v1", group, name, {
      replicas: group.replicas,
      selector: selectorOf(name),
      template: podTemplate(group, name),
    }),
  ],
  StatefulSet: (group, name) => [
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: metadataOf(group, name),
      spec: { clusterIP: "None", selector: selectorOf(name).matchLabels },
    },
    workload("apps/v1", group, name, {
      serviceName: name,
      replicas: group.replicas,
      // One after the other, a pod without a node would hide all that come after it.
      podManagementPolicy: "Parallel",
      selector: selectorOf(name),
      template: podTemplate(group, name),
    }),
  ],
  DaemonSet: (group, name) => [
    workload("apps/v1", group, name, { selector: selectorOf(name), template: podTemplate(group, name) }),
  ],
  Job: (group, name) => [
    workload("batch/v1", group, name, {
      parallelism: group.replicas,
      completions: group.replicas,
      template: podTemplate(group, name),
    }),
  ],
};

function workload(apiVersion: string, group: PodGroup, name: string, spec: object): object {
  return { apiVersion, kind: group.kind, metadata: metadataOf(group, name), spec };
}

function metadataOf(group: PodGroup, name: string): object {
  return {
    name,
    namespace: NAMESPACE,
    labels: { app: name },
    annotations: { [NAME_ANNOTATION]: group.name },
  };
}
