import { type Problem, shown } from "@nkp-planner/core";
import { isLabelKey, isLabelValue } from "../../kubernetes/label-words.ts";
import type { ClusterToEmit, PoolToEmit } from "../plan-to-emit.ts";

/** What the provider refuses when it is to make a machine, long after the API server has taken it. */
const LEAST_MEMORY_GIB = 2;
const LEAST_DISK_GIB = 20;

/**
 * What of a planned cluster no machine can be made of, or no API server takes.
 * @see nutanix-cloud-native/cluster-api-provider-nutanix, controllers/nutanixmachine_controller.go
 */
export function machineProblems(cluster: ClusterToEmit): readonly Problem[] {
  const path = ["clusters", cluster.name];
  const planes = cluster.pools.filter(({ role }) => role === "control-plane");
  const isPlane = planes.length === 1 && (planes[0]?.nodeCount ?? 0) > 0;
  return [
    ...(isPlane
      ? []
      : [{ path, found: "no control plane", expected: "one with nodes", fix: "plan the cluster with one" }]),
    ...cluster.pools.flatMap((pool) => poolProblems(pool).map((problem) => ({ ...problem, path }))),
  ];
}

function poolProblems({ name, shape, labels, taints }: PoolToEmit): readonly Omit<Problem, "path">[] {
  const of = `pool ${shown(name)}: `;
  return [
    ...(shape.memoryGiB >= LEAST_MEMORY_GIB
      ? []
      : [tooSmall(`${of}${shape.memoryGiB} GiB of memory`, `${LEAST_MEMORY_GIB} GiB`)]),
    ...(shape.diskGiB >= LEAST_DISK_GIB
      ? []
      : [tooSmall(`${of}${shape.diskGiB} GiB of disk`, `${LEAST_DISK_GIB} GiB`)]),
    ...(Number.isInteger(shape.vcpu) && shape.vcpu > 0 ? [] : [tooSmall(`${of}${shape.vcpu} vCPU`, "whole vCPU")]),
    ...Object.entries(labels)
      .filter(([key, value]) => !isLabelKey(key) || !isLabelValue(value))
      .map(([key, value]) => noWord(`${of}the label ${shown(key)}: ${shown(value)}`)),
    ...taints
      .filter(({ key, value = "" }) => !isLabelKey(key) || !isLabelValue(value))
      .map(({ key, value = "" }) => noWord(`${of}the taint ${shown(key)}: ${shown(value)}`)),
  ];
}

function tooSmall(found: string, least: string) {
  return { found, expected: `at least ${least}`, fix: "choose another shape of nodes" };
}

function noWord(found: string) {
  return { found, expected: "a key and a value that Kubernetes takes", fix: "write it otherwise in the fleet file" };
}
