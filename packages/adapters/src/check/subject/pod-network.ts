import { at, listAt } from "../../read/objects/read-fields.ts";
import type { FilePlace } from "./about.ts";
import type { CheckedCluster } from "./checked.ts";

/** The network that a cluster's file gives its pods. */
export interface PodNetwork {
  readonly text: string;
  readonly prefixBitCount: number;
  readonly place: FilePlace;
}

/** The first IPv4 network for pods that a cluster's object says; null: it says none. */
export function podNetworkOf({ partOf }: CheckedCluster): PodNetwork | null {
  const { object } = partOf("whole");
  const above = at(object.data, "spec", "capiCluster") === undefined ? ["spec"] : ["spec", "capiCluster"];
  const path = [...above, "clusterNetwork", "pods", "cidrBlocks"];
  for (const [index, text] of listAt(object.data, ...path).entries()) {
    const bits = typeof text === "string" ? /^\d+\.\d+\.\d+\.\d+\/(\d{1,2})$/.exec(text)?.[1] : undefined;
    if (bits === undefined) continue;
    const { file = "", line, column } = object.placeOf([...object.path, ...path, index]);
    return { text: String(text), prefixBitCount: Number(bits), place: { file, line, column } };
  }
  return null;
}
