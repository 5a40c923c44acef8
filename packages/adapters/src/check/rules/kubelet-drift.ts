import { countText, numberText } from "@nkp-planner/core";
import { type KubeletToEmit, kubeletOf } from "../../emit/plan-to-emit.ts";
import { NO_OPTIONS } from "../../formats/options.ts";
import { defineCheckRule } from "../check-rule.ts";
import { declaredKubelet } from "../subject/declared-kubelet.ts";
import { plannedPools } from "../subject/planned-pools.ts";

/** Pools whose kubelets keep otherwise than the plan counts. */
export const kubeletDrift = defineCheckRule({
  id: "kubelet-drift",
  title: "The kubelet keeps otherwise than planned",
  severity: "warning",
  summary:
    "Holds what the topology of a cluster has the kubelet reserve, keep free and accept (kubeReserved, systemReserved, evictionHard, maxPods, a profile) against the assumptions of the plan.",
  why: "What the kubelet keeps is not there for pods. Nodes that keep more than the plan counts take fewer pods than planned, and nodes that keep less run out of memory sooner.",
  fix: "Give kubeletConfiguration the planned values as nkp-planner emit writes them, or plan with those of the file: kubelet-reservations, reserved-cpu-millicores, reserved-memory-mib, eviction-memory-mib, pods-per-node.",
  sources: ["https://kubernetes.io/docs/tasks/administer-cluster/reserve-compute-resources/"],
  thresholds: NO_OPTIONS,
  statements: {
    other: "{cluster}, pool {pool}: the kubelet {found}; in the plan it {planned}.",
    unknown: "{cluster}, pool {pool}: what the kubelet keeps cannot be read; in the plan it {planned}.",
  },
  *judge(checked, say) {
    const planned = kubeletOf(checked.plan.context);
    for (const { cluster, planned: plan, pool } of plannedPools(checked)) {
      for (const declared of pool.declared) {
        const found = declaredKubelet(cluster, declared);
        if (found === null) continue;
        const name = pool.declared.length === 1 ? pool.planned.name : declared.name;
        const about = { ...cluster.about("whole", declared, name), place: found.place };
        const words = { cluster: plan.name, pool: name, planned: keepsText(planned) };
        if (found.kept === null) yield say.unknown(about, "unknown", words);
        else if (keepsText(found.kept) === words.planned) yield say.pass(about);
        else yield say.fail(about, "other", { ...words, found: keepsText(found.kept) });
      }
    }
  },
});

/** What pods do not get of a node: reservations and what is kept free are one to them. A profile takes no others beside it. */
function keepsText(kubelet: KubeletToEmit): string {
  const { profile, reservedCpuMillicores, reservedMemoryMiB, evictionMemoryMiB, podsPerNode } = kubelet;
  const kept =
    profile === null
      ? `${numberText(reservedCpuMillicores)}m of CPU and ${numberText(reservedMemoryMiB + evictionMemoryMiB)} MiB`
      : `what the profile ${profile} says`;
  return `keeps ${kept}, and takes ${countText(podsPerNode, "pod")}`;
}
