import { BYTES_PER_GIB, type NodeMinimum, workerFloorOf } from "@nkp-planner/core";
import { NO_OPTIONS } from "../../formats/options.ts";
import type { ShapePart } from "../../read/cluster-shapes/shape-places.ts";
import { defineCheckRule } from "../check-rule.ts";
import type { Checked, CheckedCluster } from "../subject/checked.ts";
import { countOf } from "../subject/checked-pool.ts";
import { isRunning, sizeInFiles } from "../subject/node-size.ts";
import { type PlannedPoolOfFile, plannedPools } from "../subject/planned-pools.ts";
import { shortPool } from "../subject/short-pool.ts";
import { sizeText } from "../subject/size-text.ts";

/** Clusters and nodes that are smaller than the vendor documents, where the plan is not. */
export const belowMinimum = defineCheckRule({
  id: "below-minimum",
  title: "Below the documented minimum",
  severity: "error",
  summary:
    "Holds the nodes of control plane and workers, and CPU, memory and disk of each, against the vendor's tables for the cluster's edition and role. Where the plan itself has less, by an assumption or a tenant's wish, against the plan.",
  why: "The vendor documents the platform for nodes of this size and number. A single control plane node, which its guide allows outside of production, takes the cluster along when it is lost.",
  fix: "Raise the machines to the minimum, or plan without it by the assumptions floors, attached-worker-floor and control-plane-count.",
  sources: ["Nutanix Kubernetes Platform Guide, v2.18 (official user guide), tables 65 to 68"],
  followsFrom: ["too-few-nodes", "nodes-too-small"],
  thresholds: NO_OPTIONS,
  statements: {
    "control-plane-short": "{cluster}: control plane nodes declared are {found}, the documented minimum is {least}.",
    "workers-short": "{cluster}: workers declared are {found}, the documented minimum is {least}.",
    "count-unknown":
      "{cluster}: how many control plane nodes there are is not said; the documented minimum is {least}.",
    "too-small": "{cluster}, pool {pool}: a node has {found}, the documented minimum is {least}.",
    "disk-small": "{cluster}, pool {pool}: a node has a disk of {found} GiB, the documented minimum is {least} GiB.",
    "disk-unknown":
      "{cluster}, pool {pool}: how large the disk of a node is is not said; the documented minimum is {least} GiB.",
  },
  *judge(checked, say) {
    for (const cluster of checked.clusters) {
      const minimum = minimumOf(checked, cluster);
      if (minimum === undefined || cluster.planned === null) continue;
      const words = { cluster: cluster.planned.name };
      const { controlPlane } = cluster;
      if (controlPlane?.declared[0] !== undefined) {
        const least = Math.min(minimum.controlPlane.count, controlPlane.planned.nodeCount);
        const about = cluster.about("count", controlPlane.declared[0], controlPlane.planned.name);
        if (controlPlane.nodeCount === null) yield say.unknown(about, "count-unknown", { ...words, least });
        else if (controlPlane.nodeCount >= least) yield say.pass(about);
        else yield say.fail(about, "control-plane-short", { ...words, found: controlPlane.nodeCount, least });
      }
      const [found, floor] = [workersOf(cluster), workerFloorOf(cluster.planned, minimum, checked.plan.context)];
      const least = Math.min(floor, cluster.planned.nodes.workers);
      // A count that is not known is said by the rule of planned counts.
      if (found === null) continue;
      const about = cluster.about("count", shortPool(cluster), undefined);
      if (found >= least) yield say.pass(about);
      else yield say.fail(about, "workers-short", { ...words, found, least });
    }
    for (const one of plannedPools(checked)) {
      const minimum = minimumOf(checked, one.cluster);
      if (minimum === undefined) continue;
      for (const { about, pool, size, least, diskBytes, leastDiskGiB } of nodesOf(one, minimum, checked)) {
        const words = { cluster: one.planned.name, pool };
        if (size !== null && (size.cpuMillicores < least.cpuMillicores || size.memoryBytes < least.memoryBytes))
          yield say.fail(about(size.memoryBytes < least.memoryBytes ? "memory" : "cpu"), "too-small", {
            ...words,
            found: sizeText(size),
            least: sizeText(least),
          });
        // What a node that runs reports is its file system, which is smaller than its disk.
        if (isRunning(one.cluster)) continue;
        if (diskBytes === null) yield say.unknown(about("machine"), "disk-unknown", { ...words, least: leastDiskGiB });
        else if (diskBytes >= leastDiskGiB * BYTES_PER_GIB) yield say.pass(about("disk"));
        else
          yield say.fail(about("disk"), "disk-small", {
            ...words,
            found: diskBytes / BYTES_PER_GIB,
            least: leastDiskGiB,
          });
      }
    }
  },
});

function minimumOf({ plan }: Checked, { planned }: CheckedCluster): NodeMinimum | undefined {
  return plan.context.catalog.nodeMinimums.find(
    ({ role, editions }) => planned !== null && role === planned.role && editions.includes(planned.edition),
  );
}

/** null: of some pool nobody knows. */
function workersOf({ shape }: CheckedCluster): number | null {
  return shape.pools.map(countOf).reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0);
}

/** Nodes of each declared part of a pool, beside the least that the vendor documents, or the plan where that is less. */
function* nodesOf({ cluster, pool }: PlannedPoolOfFile, minimum: NodeMinimum, checked: Checked) {
  const { shape, role, name } = pool.planned;
  const documented = role === "control-plane" ? minimum.controlPlane : minimum.worker;
  const least = {
    vcpu: Math.min(documented.vcpu, shape.vcpu),
    memoryGiB: Math.min(documented.memoryGiB, shape.memoryGiB),
    diskGiB: Math.min(documented.diskGiB, shape.diskGiB),
  };
  for (const declared of pool.declared) {
    const { cpuMillicores, memoryBytes, diskBytes } = declared;
    const title = pool.declared.length === 1 ? name : declared.name;
    yield {
      about: (part: ShapePart) => cluster.about(part, declared, title),
      pool: title,
      size: cpuMillicores === null || memoryBytes === null ? null : { cpuMillicores, memoryBytes },
      least: sizeInFiles(cluster, pool.planned, least, checked),
      diskBytes,
      leastDiskGiB: least.diskGiB,
    };
  }
}
