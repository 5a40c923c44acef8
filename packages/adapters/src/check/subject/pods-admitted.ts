import { isAdmitted, type Node, podGroup, type Toleration } from "@nkp-planner/core";
import { isRecord } from "../../read/objects/objects.ts";
import { at, listAt, textAt } from "../../read/objects/read-fields.ts";

/** Where a specification of pods asks for the taints of a node by their key, and its labels suit as well. */
export interface PodsAdmitted {
  /** The first toleration that is for a taint of the node. */
  readonly tolerationIndex: number;
  /** Whether an affinity to nodes says more, which may keep them off. */
  readonly hasAffinity: boolean;
}

/** Room makes no difference here. */
const NO_ROOM = { cpuMillicores: 0, memoryBytes: 0, podCount: 0 };

/**
 * Whether pods may run on a node that keeps others off, as kube-scheduler decides it; null: they may not. Tolerations of
 * all taints are left out: agents of every node have them.
 */
export function podsAdmitted(spec: unknown, { labels, taints }: Pick<Node, "labels" | "taints">): PodsAdmitted | null {
  const written = listAt(spec, "tolerations");
  const tolerations = written.map(tolerationOf);
  const tolerationIndex = tolerations.findIndex(({ key }) => taints.some((taint) => taint.key === key));
  const selector = at(spec, "nodeSelector");
  const group = podGroup({
    name: "pods",
    tolerations: tolerations.filter(({ key }) => key !== undefined),
    nodeSelector: Object.fromEntries(
      Object.entries(isRecord(selector) ? selector : {}).map(([key, value]) => [key, String(value)]),
    ),
  });
  const node: Node = { name: "node", allocatable: NO_ROOM, zone: null, labels, taints };
  if (tolerationIndex < 0 || !isAdmitted(group, node)) return null;
  return { tolerationIndex, hasAffinity: at(spec, "affinity", "nodeAffinity") !== undefined };
}

function tolerationOf(written: unknown): Toleration {
  const [key, effect] = [textAt(written, "key"), textAt(written, "effect")];
  return {
    ...(key === "" ? {} : { key }),
    operator: textAt(written, "operator") === "Exists" ? "Exists" : "Equal",
    value: textAt(written, "value"),
    ...(effect === "" ? {} : { effect: effect as NonNullable<Toleration["effect"]> }),
  };
}
