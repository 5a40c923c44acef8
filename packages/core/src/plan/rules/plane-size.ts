import { findingOf } from "../../base/findings/finding.ts";
import type { ClusterPlan } from "../../clusters/clusters.ts";
import { choiceOf } from "../../input/parameters.ts";
import { count, named } from "./figures.ts";
import { definePlanRule, type JudgedPlan } from "./rule.ts";

const ID = "plane-size";

/** Management clusters beyond, or smaller than, what others say of them: the vendor's word is not public. */
export const planeSize = definePlanRule({
  id: ID,
  title: "Management clusters are as large as others say",
  judge: ({ clusters, context }) =>
    clusters
      .filter(({ role }) => role === "management")
      .flatMap((plane) => [...beyond(plane, context), ...below(plane, context)]),
});

function beyond({ name, managedClusterCount: managed }: ClusterPlan, { choices }: JudgedPlan["context"]) {
  const { options } = choiceOf(choices, "clusters-per-plane").parameter;
  const said = options.filter((option): option is typeof option & { value: number } => option.value !== null);
  const [least, most] = said.toSorted((a, b) => a.value - b.value).map(({ value }) => value);
  if (least === undefined || most === undefined || managed <= most) return [];
  const { confidence, sources } = said[0] as (typeof said)[number];
  const figures = {
    cluster: named(name),
    managed: count(managed, "clusters"),
    least: count(least),
    most: count(most, "clusters"),
  };
  return [
    findingOf(ID, "plane-beyond-third-party", {
      figures,
      subject: { in: "plan", clusterName: name },
      evidence: { confidence, sources },
    }),
  ];
}

function below({ name, pools, managedClusterCount: managed }: ClusterPlan, { catalog }: JudgedPlan["context"]) {
  const size = catalog.planeSizes.find(({ upToClusters }) => managed <= upToClusters);
  const pool = pools.find(({ role }) => role === "platform");
  if (size === undefined || pool === undefined || managed === 0) return [];
  const [vcpu, memoryGiB] = [pool.nodeCount * pool.shape.vcpu, pool.nodeCount * pool.shape.memoryGiB];
  const least = {
    vcpu: size.workers.least * size.workerVcpu.least,
    memoryGiB: size.workers.least * size.workerMemoryGiB.least,
  };
  if (vcpu >= least.vcpu && memoryGiB >= least.memoryGiB) return [];
  const figures = {
    cluster: named(name),
    managed: count(managed, "clusters"),
    cpu: count(vcpu, "vCPU"),
    memory: count(memoryGiB, "GiB"),
    leastCpu: count(least.vcpu, "vCPU"),
    leastMemory: count(least.memoryGiB, "GiB"),
  };
  const { confidence, sources } = size;
  return [
    findingOf(ID, "plane-below-third-party", {
      figures,
      subject: { in: "plan", clusterName: name },
      evidence: { confidence, sources },
    }),
  ];
}
