import * as z from "zod";
import { isFrom } from "../../emit/site/platform-words.ts";
import { DOMAINS_OF_NKP, isOfDomain, reachesNode, writtenLabel } from "../../kubernetes/node-label-sync.ts";
import type { PoolShape } from "../../read/cluster-shapes/cluster-shape.ts";
import { workloadKindOf } from "../../read/kubernetes-objects/workload-kinds.ts";
import { isRecord } from "../../read/objects/objects.ts";
import { at, listAt, textAt } from "../../read/objects/read-fields.ts";
import { defineCheckRule } from "../check-rule.ts";
import type { Checked, CheckedCluster, CheckedObject } from "../subject/checked.ts";
import { objectTitles } from "../subject/object-titles.ts";
import { poolLabelsOf } from "../subject/pool-labels.ts";
import { plannedNkpVersion } from "../subject/versions.ts";

/** Labels of pools that do not come to their nodes. */
export const labelsStayBehind = defineCheckRule({
  id: "labels-stay-behind",
  title: "Labels that do not reach nodes",
  severity: "warning",
  summary:
    "Looks at the labels of each pool for those that Cluster API keeps on the machines, and whether its nodes get the labels by which the plan's pods select them.",
  why: "Cluster API passes a label on to a node only from node-role.kubernetes.io, node-restriction.kubernetes.io and node.cluster.x-k8s.io, and that of NKP 2.18 also from nvidia.com, nutanix.com and amd.com. Any other stays on the machine: pods that select nodes by it stay pending.",
  fix: "Write the label with node.cluster.x-k8s.io/ before it, there and where pods select by it. Domains that the management cluster passes on besides are told by the policy.",
  sources: [
    "https://cluster-api.sigs.k8s.io/reference/api/metadata-propagation",
    "nkp create capi-components --help, NKP 2.18.0",
  ],
  thresholds: z.strictObject({
    passedOn: z
      .array(z.string().min(1).max(253))
      .max(100)
      .default([])
      .meta({
        description:
          "Domains of labels that reach nodes besides, as --capi-additional-sync-machine-labels of nkp create has them.",
        examples: [["msp.example"]],
      }),
  }),
  statements: {
    stays: "{cluster}, pool {pool}: the label {label} stays on the machines and does not reach the nodes.",
    selected:
      "{cluster}, pool {pool}: the label {label} stays on the machines and does not reach the nodes, by which {objects} would select them.",
    lacking: "{cluster}, pool {pool}: the nodes do not get the label {label}, by which the plan's pods select them.",
  },
  *judge(checked, say, { passedOn }) {
    const selecting = selectorsOf(checked);
    const ofNkp = isFrom(plannedNkpVersion(checked), DOMAINS_OF_NKP.since) ? DOMAINS_OF_NKP.domains : [];
    const further = [...passedOn, ...ofNkp];
    for (const cluster of checked.clusters) {
      const { shape, planned } = cluster;
      for (const pool of [shape.controlPlane, ...shape.pools]) {
        const labels = pool === null ? null : poolLabelsOf(checked, cluster, pool);
        // What is still to be put in is said by a rule of its own.
        if (pool === null || labels === null || labels.isOpen) continue;
        const name = pool === shape.controlPlane ? "control-plane" : pool.name;
        const about = { ...cluster.about("labels", pool, name), place: labels.placeOf() };
        const words = { cluster: planned?.name ?? cluster.name, pool: name };
        const reaches = (key: string) => reachesNode(key, further) || Object.hasOwn(labels.kubelet, key);
        const staying = Object.keys(labels.machine).filter(
          (key) => !reaches(key) && (selecting.has(key) || !isOfDomain(key, OF_OTHERS)),
        );
        const nodes = Object.entries({ ...labels.machine, ...labels.kubelet }).filter(([key]) => reaches(key));
        const lacking = selectedLabels(cluster, pool).filter(
          ([key, value]) =>
            !staying.includes(key) &&
            !nodes.some(([own, is]) => is === value && [key, writtenLabel(key)].includes(own)),
        );
        if (staying.length === 0 && lacking.length === 0) yield say.pass(about);
        for (const label of staying) {
          const own = { ...about, what: `${about.what}, label ${label}`, place: labels.placeOf(label) };
          const objects = objectTitles(selecting.get(label) ?? []);
          if (objects.length === 0) yield say.fail(own, "stays", { ...words, label });
          else yield say.fail(own, "selected", { ...words, label, objects });
        }
        for (const [key, value] of lacking)
          yield say.fail(about, "lacking", { ...words, label: value === "" ? key : `${key}=${value}` });
      }
    }
  },
});

/** Labels by which tools find their objects: nobody means them for nodes. */
const OF_OTHERS = ["cluster.x-k8s.io", "app.kubernetes.io", "helm.sh", "toolkit.fluxcd.io", "argocd.argoproj.io"];

/** Planned labels of a pool of workers by which pods of the plan select it. */
function selectedLabels({ planned, pools }: CheckedCluster, pool: PoolShape): readonly (readonly [string, string])[] {
  const own = pools.find(({ declared }) => declared.includes(pool));
  if (own === undefined || planned === null) return [];
  const keys = new Set(planned.podGroups.flatMap(({ nodeSelector }) => Object.keys(nodeSelector)));
  return Object.entries(own.planned.labels).filter(([key]) => keys.has(key));
}

/** Workloads among the files by the labels that they ask of nodes. */
function selectorsOf({ objects }: Checked): ReadonlyMap<string, readonly CheckedObject[]> {
  const found = new Map<string, CheckedObject[]>();
  for (const object of objects) {
    const podSpec = workloadKindOf(object)?.podSpec;
    if (podSpec === undefined) continue;
    const selector = at(object.data, ...podSpec, "nodeSelector");
    const terms = listAt(object.data, ...podSpec, ...REQUIRED).flatMap((term) => listAt(term, "matchExpressions"));
    const keys = [...Object.keys(isRecord(selector) ? selector : {}), ...terms.map((term) => textAt(term, "key"))];
    for (const key of new Set(keys)) found.set(key, [...(found.get(key) ?? []), object]);
  }
  return found;
}

/** @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity */
const REQUIRED = [
  "affinity",
  "nodeAffinity",
  "requiredDuringSchedulingIgnoredDuringExecution",
  "nodeSelectorTerms",
] as const;
