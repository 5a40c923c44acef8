import { workloadKindOf } from "../kubernetes-objects/workload-kinds.ts";
import { type ToldObject, toldObjects } from "../objects/told-objects.ts";

const GROUPS =
  /^((infrastructure|controlplane|bootstrap|etcdcluster)\.)?cluster\.x-k8s\.io$|^anywhere\.eks\.amazonaws\.com$/;

/** What a beginning of a text tells of machines and workloads. */
export interface ShapeLikeness {
  /** Whether clusters, their pools or nodes stand in it. */
  readonly hasShapes: boolean;
  /** Whether what runs pods does. */
  readonly hasWorkloads: boolean;
}

/** Whether a beginning of a text has objects of clusters and pools, or nodes where nothing runs pods beside them. */
export function shapesIn(head: string): ShapeLikeness {
  const objects = toldObjects(head);
  const hasWorkloads = objects.some(isWorkload);
  const hasTopology = /["\s{]topology["']?\s*:/.test(head);
  const isDeclared = objects.some(
    ({ group, kind }) =>
      GROUPS.test(group) || (group === "clusters.nkp.nutanix.com" && kind === "NKPCluster" && hasTopology),
  );
  const hasNodes = objects.some(isNode) || (objects.length === 0 && isBareNode(head));
  return { hasShapes: isDeclared || (hasNodes && !hasWorkloads), hasWorkloads };
}

function isWorkload({ group, kind }: ToldObject): boolean {
  return workloadKindOf({ group, kind: kind.replace(/List$/, "") }) !== undefined;
}

function isNode({ group, kind }: ToldObject): boolean {
  return group === "" && (kind === "Node" || kind === "NodeList");
}

/** A node that leaves its kind out, as dumps of clusters do. */
function isBareNode(head: string): boolean {
  return /["\s](nodeInfo|allocatable|podCIDR)["']?\s*:/.test(head) && !/["\s]containers["']?\s*:/.test(head);
}
