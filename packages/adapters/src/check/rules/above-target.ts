import { refusalText } from "@nkp-planner/core";
import * as z from "zod";
import { defineCheckRule } from "../check-rule.ts";
import { plannedPools } from "../subject/planned-pools.ts";
import { requestedShare } from "../subject/requested-share.ts";
import { shortPool } from "../subject/short-pool.ts";

const PERCENT = 100;

/** Nodes that are fuller than wanted: without the room that the plan keeps, or above a share that a policy allows. */
export const aboveTarget = defineCheckRule({
  id: "above-target",
  title: "Nodes fuller than wanted",
  severity: "warning",
  summary:
    "Places the planned pods together with growth and headroom, where the plan keeps room for these, on the declared nodes as kube-scheduler would. Where a policy says how full a pool may be, holds the requests of its pods against what its nodes have for pods.",
  why: "Today's pods run, but what the plan keeps room for has none: the next customer's workload, a peak, or a year's growth waits until somebody adds nodes.",
  fix: "Give the pool the planned nodes. What room is kept are the assumptions headroom-percent and headroom-pods, and the growth of tenants in the fleet file.",
  sources: ["https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/"],
  followsFrom: ["too-few-nodes", "no-room-for-loss", "pods-without-node", "nodes-too-small"],
  thresholds: z.strictObject({
    mostRequestedPercent: z
      .number()
      .min(1)
      .max(PERCENT)
      .exactOptional()
      .meta({
        description:
          "The most of a pool's allocatable CPU, or memory, that requests of its pods may take, in percent; left out: it is not asked.",
        examples: [80],
      }),
  }),
  statements: {
    "no-reserve":
      "{cluster}: the growth and headroom that the plan keeps room for find no node ({workloads}): {refusals}",
    "too-full":
      "{cluster}, pool {pool}: requests take {percent} % of the {what} that nodes have for pods; the policy allows {most} %.",
    unknown:
      "{cluster}: how many nodes there are, or how large, is not said, so that nobody can say how full they are.",
  },
  *judge(checked, say, { mostRequestedPercent: most }) {
    for (const cluster of checked.clusters) {
      const { planned, nodes } = cluster;
      if (planned === null) continue;
      const about = cluster.about("count", shortPool(cluster), undefined);
      const keepsRoom = planned.podGroups.some(({ isReserve }) => isReserve === true);
      if (nodes === null) {
        if (keepsRoom || most !== undefined) yield say.unknown(about, "unknown", { cluster: planned.name });
        continue;
      }
      // Where pods of today wait, that is said by another rule.
      const refused = nodes.refused.length > 0 ? null : nodes.refusedWithReserve;
      if (refused === null) continue;
      const [first] = refused;
      if (first === undefined) yield say.pass(about);
      else
        yield say.fail(about, "no-reserve", {
          ...{ cluster: planned.name, workloads: firstOf(refused.map(({ group }) => group.name)) },
          refusals: refusalText(first.refusals, first.nodeCount),
        });
    }
    if (most === undefined) return;
    for (const one of plannedPools(checked)) {
      const share = one.pool.planned.role === "control-plane" ? null : requestedShare(one);
      const [declared] = one.pool.declared;
      if (share === null || declared === undefined) continue;
      const about = one.cluster.about("count", declared, one.pool.planned.name);
      const isCpu = share.cpuRatio >= share.memoryRatio;
      const percent = Math.max(share.cpuRatio, share.memoryRatio) * PERCENT;
      if (percent <= most) yield say.pass(about);
      else
        yield say.fail(about, "too-full", {
          ...{ cluster: one.planned.name, pool: one.pool.planned.name, most },
          ...{ percent, what: isCpu ? "CPU" : "memory" },
        });
    }
  },
});

const MOST_NAMED = 3;

function firstOf(names: readonly string[]): readonly string[] {
  const more = names.length - MOST_NAMED;
  return more <= 0 ? names : [...names.slice(0, MOST_NAMED), `${more} more`];
}
