import type { ClusterShape } from "./cluster-shape.ts";
import { type CountedPool, type LeftOutPool, workersOf } from "./demand-of-shapes.ts";
import type { ShapeLedger } from "./shape-ledger.ts";
import type { ShapeOptions } from "./shape-options.ts";
import { clusterText, shortName } from "./shape-sentences.ts";

const MOST_NAMES = 8;
const MOST_CLUSTERS = 12;

export interface SaidOfShapes {
  readonly clusters: readonly ClusterShape[];
  readonly counted: readonly CountedPool[];
  readonly leftOut: readonly LeftOutPool[];
  readonly ledger: ShapeLedger | null;
  readonly options: ShapeOptions;
}

/** What the clusters are, what the sizes rest on, and what is not in them: a sentence each. */
export function shapeNotices({ clusters, counted, leftOut, ledger, options }: SaidOfShapes): readonly string[] {
  const { filled, podsPerNode, autoscaled: end } = options;
  const closed = leftOut.filter(({ reason }) => reason === "closed");
  const scaled = counted.filter(({ pool }) => pool.autoscaled !== null);
  const open = clusters.filter((one) => one.controlPlane !== null && workersOf(one).includes(one.controlPlane));
  const isApart = clusters.some((one) => (one.controlPlane !== null && !open.includes(one)) || one.etcd !== null);
  const hasDevices = counted.some(({ pool }) => pool.gpus.length > 0);
  const more = clusters.length - MOST_CLUSTERS;
  const said = (names: readonly string[], sentence: (list: string) => string) =>
    names.length === 0 ? [] : [sentence(listed(names))];
  const saidOf = (topic: Parameters<ShapeLedger["saidOf"]>[0]) => ledger?.saidOf(topic) ?? [];
  return [
    ...clusters.slice(0, MOST_CLUSTERS).map((one) => `${clusterText(one)}.`),
    ...(more > 0 ? [`And ${more} more clusters.`] : []),
    ...(counted.length === 0
      ? []
      : [
          `What runs on them is not known: worker nodes are taken as filled to ${filled} % of what they offer to pods (of their size, where that is not told), with ${podsPerNode} pods each, all alike; say otherwise with --option filled=PERCENT and --option pods-per-node=COUNT.`,
        ]),
    ...(isApart ? ["Control plane and etcd are no demand: the planner counts its own."] : []),
    ...said(
      open.map(({ name }) => name),
      (names) => `No taint keeps pods off the control plane, which is counted as worker nodes: ${names}.`,
    ),
    ...said(
      scaled.map(({ cluster, pool, count }) => `${pool.name} of ${cluster.name} ${count}`),
      (names) =>
        end === "most"
          ? `Autoscaled pools are taken at their most: ${names}.`
          : `Autoscaled pools are taken as they are written, or at their least: ${names}; --option autoscaled=most takes their most.`,
    ),
    ...said(
      closed.map(({ cluster, pool }) => `${pool.name} of ${cluster.name} (${closedBy(pool)})`),
      (names) => `Left out, as pods do not come to them without asking: ${names}.`,
    ),
    ...(hasDevices ? ["GPUs and other devices are named, and are no demand: add workloads that ask for them."] : []),
    ...said(saidOf("guessed-template"), (names) => `Machine templates are not found by name: ${names}.`),
    ...said(saidOf("one-replica"), (names) => `Say no replicas, which is 1 in Cluster API: ${names}.`),
    ...said(saidOf("unknown-size"), (names) => `Machines whose size is not known, and not asked for: ${names}.`),
    ...said(saidOf("etcd-elsewhere"), (names) => `Machines for etcd are not in the file: ${names}.`),
  ];
}

function closedBy({ closed, taints }: LeftOutPool["pool"]): string {
  const keys = taints.filter(({ effect }) => effect !== "PreferNoSchedule").map(({ key }) => key);
  return closed ?? `taint ${listed(keys)}`;
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).map(shortName).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
