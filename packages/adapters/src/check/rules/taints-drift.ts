import type { Node } from "@nkp-planner/core";
import { NO_OPTIONS } from "../../formats/options.ts";
import type { PoolShape } from "../../read/cluster-shapes/cluster-shape.ts";
import { defineCheckRule } from "../check-rule.ts";
import type { CheckedCluster } from "../subject/checked.ts";
import { type PlannedPoolOfFile, plannedPools } from "../subject/planned-pools.ts";
import { areTaintsKnown } from "../subject/taints-known.ts";

/** Pools whose nodes have other taints than planned. */
export const taintsDrift = defineCheckRule({
  id: "taints-drift",
  title: "Other taints than planned",
  severity: "warning",
  summary:
    "Holds the taints of each pool's nodes against the planned ones. Those that Kubernetes and its autoscaler set for a while are left out.",
  why: "The plan puts pods where they tolerate the planned taints. A taint more keeps them off their nodes, and one less lets others in.",
  fix: "Give the pool the planned taints as nkp-planner emit writes them, or change pools of the tenant in the fleet file.",
  sources: ["https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/"],
  followsFrom: ["platform-untainted"],
  thresholds: NO_OPTIONS,
  statements: {
    other: "{cluster}, pool {pool}: nodes get {found}, the plan has {planned}.",
    unknown:
      "{cluster}, pool {pool}: which taints nodes get cannot be known, as no file has the configuration with which they join; the plan has {planned}.",
  },
  *judge(checked, say) {
    for (const { cluster, planned, pool } of plannedPools(checked)) {
      if (isLeftToKubeadm(cluster, pool)) continue;
      const wanted = pool.planned.taints.map(textOf);
      for (const declared of pool.declared) {
        const name = pool.declared.length === 1 ? pool.planned.name : declared.name;
        const about = cluster.about("taints", declared, name);
        const found = lastingTaints(declared);
        const words = { cluster: planned.name, pool: name, planned: taintsText(wanted) };
        if (!areTaintsKnown(cluster, declared, checked)) yield say.unknown(about, "unknown", words);
        else if (sameTexts(found, wanted)) yield say.pass(about);
        else yield say.fail(about, "other", { ...words, found: taintsText(found) });
      }
    }
  },
});

/** Manifests do not say the taint of a control plane: kubeadm sets it. Nodes that run do. */
function isLeftToKubeadm({ shape }: CheckedCluster, { planned }: PlannedPoolOfFile["pool"]): boolean {
  return planned.role === "control-plane" && shape.source !== "nodes";
}

/**
 * Keys of taints that come and go with the state of a node.
 * @see https://kubernetes.io/docs/reference/labels-annotations-taints/ and the FAQ of cluster-autoscaler
 */
const PASSING =
  /^(node\.kubernetes\.io|node\.cloudprovider\.kubernetes\.io|node\.cluster\.x-k8s\.io)\/|^(ToBeDeleted|DeletionCandidateOf)/;

function lastingTaints({ taints }: PoolShape): readonly string[] {
  return [...new Set(taints.filter(({ key }) => !PASSING.test(key)).map(textOf))];
}

function textOf({ key, value = "", effect }: Omit<Node["taints"][number], "effect"> & { readonly effect: string }) {
  return `${key}${value === "" ? "" : `=${value}`}:${effect}`;
}

function sameTexts(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

const MOST_NAMED = 5;

function taintsText(taints: readonly string[]): string {
  const more = taints.length - MOST_NAMED;
  const named = [...taints.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])];
  return taints.length === 0 ? "no taint" : `${taints.length === 1 ? "taint" : "taints"} ${named.join(", ")}`;
}
