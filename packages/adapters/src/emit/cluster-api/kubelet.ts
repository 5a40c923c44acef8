import type { KubeletToEmit } from "../plan-to-emit.ts";

/** What the default cluster class and the kubelet have where nobody says otherwise. */
const CLASS_EVICTION_MIB = 100;
const KUBELET_PODS = 110;
/** The plan's profiles, as the cluster class calls them. */
const PROFILES: Readonly<Record<string, string>> = { "capacity-tiered": "CapacityTiered" };

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
