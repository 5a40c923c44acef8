import { bytesOf, readQuantity, shown } from "@nkp-planner/core";
import { isRecord, type ObjectAt } from "../objects/objects.ts";
import { at, listAt, textAt } from "../objects/read-fields.ts";
import type { DeviceCount, NodeRoom, NodeTaint, PoolShape } from "./cluster-shape.ts";
import { bytesAt, countAt, cpuAt, shapeTitle, taintsOf, versionAt } from "./shape-fields.ts";
import type { ShapeLedger } from "./shape-ledger.ts";

/** One node of a cluster that runs. */
export interface NodeFacts {
  readonly object: ObjectAt;
  readonly role: "control-plane" | "etcd" | "worker";
  /** By labels of who made it; empty: nothing says it. */
  readonly pool: string;
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
  readonly diskBytes: number | null;
  readonly allocatable: NodeRoom | null;
  readonly gpus: readonly DeviceCount[];
  readonly zone: string | null;
  readonly taints: readonly NodeTaint[];
  readonly closed: PoolShape["closed"];
  readonly version: string | null;
}

/** Reads a node; null: its size is not known, which is told. */
export function nodeOf(ledger: ShapeLedger, object: ObjectAt): NodeFacts | null {
  ledger.use(object);
  const capacity = roomAt(ledger, object, "capacity");
  const allocatable = roomAt(ledger, object, "allocatable");
  const size = capacity ?? allocatable;
  if (size === undefined)
    return ledger.refuse(object, ["status"], {
      found: `no capacity of CPU and memory in ${shapeTitle(object)}`,
      expected: "its size: it is not known, which is not 0",
      fix: "write what kubectl get nodes -o yaml prints, status included",
    });
  if (capacity === null || allocatable === null || size === null) return null;
  const { data } = object;
  const disk = bytesAt(ledger, object, ["status", "capacity", "ephemeral-storage"]);
  return {
    ...{ object, role: roleOf(data), pool: poolNameOf(data) },
    ...{ cpuMillicores: size.cpuMillicores, memoryBytes: size.memoryBytes, diskBytes: disk ?? null },
    allocatable: allocatable ?? null,
    gpus: devicesOf(ledger, object),
    zone: ZONES.map((key) => textAt(data, "metadata", "labels", key)).find((one) => one !== "") ?? null,
    taints: taintsOf(listAt(data, "spec", "taints")),
    closed: closedOf(data),
    version: versionAt(data, "status", "nodeInfo", "kubeletVersion"),
  };
}

const ZONES = ["topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone"];

/** undefined: it does not say both; null: it cannot be read, which is told. */
function roomAt(ledger: ShapeLedger, object: ObjectAt, key: "capacity" | "allocatable"): NodeRoom | null | undefined {
  const cpuMillicores = cpuAt(ledger, object, ["status", key, "cpu"]);
  const memoryBytes = bytesAt(ledger, object, ["status", key, "memory"]);
  const podCount = countAt(ledger, object, ["status", key, "pods"]);
  if (cpuMillicores === null || memoryBytes === null || podCount === null) return null;
  if (cpuMillicores === undefined || memoryBytes === undefined) return undefined;
  return { cpuMillicores, memoryBytes, podCount: podCount ?? null };
}

const ROLE = "node-role.kubernetes.io/";

/** `master` and `controlplane` are older names of the same. */
function roleOf(data: unknown): NodeFacts["role"] {
  const labels = at(data, "metadata", "labels");
  const has = (role: string) => isRecord(labels) && Object.hasOwn(labels, `${ROLE}${role}`);
  if (has("control-plane") || has("master") || has("controlplane")) return "control-plane";
  if (has("etcd")) return "etcd";
  return textAt(data, "metadata", "annotations", OWNER_KIND) === "KubeadmControlPlane" ? "control-plane" : "worker";
}

const OWNER_KIND = "cluster.x-k8s.io/owner-kind";
const OWNER_NAME = "cluster.x-k8s.io/owner-name";
const POOL_LABELS = [
  "node.cluster.x-k8s.io/pool",
  "eks.amazonaws.com/nodegroup",
  "alpha.eksctl.io/nodegroup-name",
  "cloud.google.com/gke-nodepool",
  "kubernetes.azure.com/agentpool",
  "agentpool",
  "karpenter.sh/nodepool",
];

/** A MachineSet has the name of its MachineDeployment, and letters of its own behind. */
function poolNameOf(data: unknown): string {
  const label = POOL_LABELS.map((key) => textAt(data, "metadata", "labels", key)).find((one) => one !== "");
  const owner = textAt(data, "metadata", "annotations", OWNER_NAME);
  const isSet = textAt(data, "metadata", "annotations", OWNER_KIND) === "MachineSet";
  return label ?? (isSet ? owner.replace(/-[a-z0-9]{5,10}$/, "") : owner);
}

function closedOf(data: unknown): PoolShape["closed"] {
  if (at(data, "spec", "unschedulable") === true) return "cordoned";
  const ready = listAt(data, "status", "conditions").find((one) => textAt(one, "type") === "Ready");
  return ready !== undefined && textAt(ready, "status") !== "True" ? "not ready" : null;
}

/** Extended resources, which have a domain of their own before their name; none where there are 0. */
function devicesOf(ledger: ShapeLedger, object: ObjectAt): readonly DeviceCount[] {
  const key = at(object.data, "status", "allocatable") === undefined ? "capacity" : "allocatable";
  const all = at(object.data, "status", key);
  const names = Object.keys(isRecord(all) ? all : {}).filter(
    (name) => name.includes("/") && !/(^|\.)kubernetes\.io\//.test(name),
  );
  return names.toSorted().flatMap((name) => {
    const written = at(all, name);
    const read = readQuantity(typeof written === "string" || typeof written === "number" ? String(written) : "");
    const count = read.ok ? bytesOf(read.quantity.nano) : -1;
    if (count >= 0 && Number.isSafeInteger(count)) return count === 0 ? [] : [{ name, count }];
    const found = `${shown(written)} as ${name.slice(0, LONGEST_NAME)} of ${shapeTitle(object)}`;
    ledger.refuse(object, ["status", key, name], { found, expected: "how many there are", fix: "write for example 1" });
    return [];
  });
}

const LONGEST_NAME = 253;
