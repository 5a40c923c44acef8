import { BYTES_PER_MIB, bytesOf, millicoresOf, readQuantity } from "@nkp-planner/core";
import { CLASS_EVICTION_MIB, KUBELET_PODS, PROFILES } from "../../emit/cluster-api/kubelet.ts";
import type { KubeletToEmit } from "../../emit/plan-to-emit.ts";
import type { PoolShape } from "../../read/cluster-shapes/cluster-shape.ts";
import { type Path, variableAt } from "../../read/cluster-shapes/topology-variables.ts";
import { at, textAt } from "../../read/objects/read-fields.ts";
import type { FilePlace } from "./about.ts";
import type { CheckedCluster } from "./checked.ts";

/** What a pool's file has the kubelet keep; `kept` null: some value of it cannot be read. */
export interface DeclaredKubelet {
  readonly kept: KubeletToEmit | null;
  readonly place: FilePlace;
}

/** What the topology of a cluster says of the kubelets of a pool, with what its class has elsewhere; null: no topology. */
export function declaredKubelet({ shape, partOf }: CheckedCluster, pool: PoolShape): DeclaredKubelet | null {
  if (shape.source !== "topology") return null;
  const { object, path: here } = partOf("whole", pool);
  const topology = here.slice(0, here.indexOf("topology") + 1);
  const found =
    pool === shape.controlPlane
      ? variableAt(object.data, topology, here, "clusterConfig", ["controlPlane", "kubeletConfiguration"])
      : variableAt(object.data, topology, here, "workerConfig", ["kubeletConfiguration"]);
  const { file = "", line, column } = object.placeOf([...object.path, ...(found ?? here)]);
  return { kept: keptIn(found === undefined ? {} : at(object.data, ...found)), place: { file, line, column } };
}

function keptIn(written: unknown): KubeletToEmit | null {
  const quantity = (...path: Path) => quantityOf(at(written, ...path));
  const cpu = [quantity("kubeReserved", "cpu"), quantity("systemReserved", "cpu")];
  const memory = [quantity("kubeReserved", "memory"), quantity("systemReserved", "memory")];
  const eviction = quantity("evictionHard", "memory.available");
  const podsPerNode = at(written, "maxPods") ?? KUBELET_PODS;
  const profile = textAt(written, "automaticReservations", "profile");
  if ([...cpu, ...memory, eviction].includes(null) || typeof podsPerNode !== "number") return null;
  const sumOf = (values: readonly (bigint | null | undefined)[]) =>
    values.reduce<bigint>((sum, one) => sum + (one ?? 0n), 0n);
  return {
    profile: Object.entries(PROFILES).find(([, name]) => name === profile)?.[0] ?? (profile === "" ? null : profile),
    reservedCpuMillicores: millicoresOf(sumOf(cpu)),
    reservedMemoryMiB: bytesOf(sumOf(memory)) / BYTES_PER_MIB,
    evictionMemoryMiB: typeof eviction === "bigint" ? bytesOf(eviction) / BYTES_PER_MIB : CLASS_EVICTION_MIB,
    podsPerNode,
  };
}

/** In billionths; undefined: nothing is said; null: it cannot be read, such as a share of the memory. */
function quantityOf(given: unknown): bigint | null | undefined {
  if (given === undefined || given === null) return undefined;
  const read = readQuantity(typeof given === "string" || typeof given === "number" ? String(given) : "");
  return read.ok ? read.quantity.nano : null;
}
