import type { Problem } from "@nkp-planner/core";
import type { KubeletToEmit } from "../plan-to-emit.ts";

/** What the default cluster class and the kubelet have where nobody says otherwise. */
export const CLASS_EVICTION_MIB = 100;
export const KUBELET_PODS = 110;
/** The plan's profiles, as the cluster class calls them. */
export const PROFILES: Readonly<Record<string, string>> = { "capacity-tiered": "CapacityTiered" };

/**
 * What the kubelet is to keep, so that nodes offer what the plan counts with; empty where that is what the class has.
 * @see nutanix-cloud-native/cluster-api-runtime-extensions-nutanix, kubeletConfiguration: a profile excludes the rest
 */
export function kubeletFields(kubelet: KubeletToEmit): { readonly kubeletConfiguration?: object } {
  const { profile, reservedCpuMillicores, reservedMemoryMiB, evictionMemoryMiB, podsPerNode } = kubelet;
  const reserved = {
    ...(reservedCpuMillicores === 0 ? {} : { cpu: `${reservedCpuMillicores}m` }),
    ...(reservedMemoryMiB === 0 ? {} : { memory: `${reservedMemoryMiB}Mi` }),
  };
  const keeps =
    profile === null
      ? {
          ...(Object.keys(reserved).length === 0 ? {} : { kubeReserved: reserved }),
          ...(evictionMemoryMiB === CLASS_EVICTION_MIB
            ? {}
            : { evictionHard: { "memory.available": `${evictionMemoryMiB}Mi` } }),
        }
      : { automaticReservations: { profile: PROFILES[profile] ?? profile } };
  const fields = { ...keeps, ...(podsPerNode === KUBELET_PODS ? {} : { maxPods: podsPerNode }) };
  return Object.keys(fields).length === 0 ? {} : { kubeletConfiguration: fields };
}

/** What the plan counts that nodes keep beside a profile, for people; the class takes no such two. */
export function besideProfile(kubelet: KubeletToEmit): readonly string[] {
  const { profile, reservedCpuMillicores, reservedMemoryMiB, evictionMemoryMiB } = kubelet;
  if (profile === null) return [];
  return [
    ...(reservedCpuMillicores === 0 ? [] : [`${reservedCpuMillicores}m of CPU reserved`]),
    ...(reservedMemoryMiB === 0 ? [] : [`${reservedMemoryMiB} MiB of memory reserved`]),
    ...(evictionMemoryMiB === CLASS_EVICTION_MIB ? [] : [`${evictionMemoryMiB} MiB of memory kept by eviction`]),
  ];
}

/** The fewest and most pods of a node that the cluster class takes. @see its CustomResourceDefinition, maxPods */
const FEWEST_PODS = 50;
const MOST_PODS = 256;

/** What of the kubelet the class refuses. */
export function kubeletProblems({ podsPerNode }: KubeletToEmit): readonly Problem[] {
  if (podsPerNode >= FEWEST_PODS && podsPerNode <= MOST_PODS) return [];
  return [
    {
      path: ["pods-per-node"],
      found: `${podsPerNode} pods a node`,
      expected: `${FEWEST_PODS} to ${MOST_PODS}, which the cluster class takes`,
      fix: "plan with another number of pods a node",
    },
  ];
}
