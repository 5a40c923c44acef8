import { nameOfFile } from "../../../text/name-of-file.ts";
import type { ObjectAt } from "../../objects/objects.ts";
import { textAt } from "../../objects/read-fields.ts";
import type { ClusterShape } from "../cluster-shape.ts";
import { type NodeFacts, nodeOf } from "../node-facts.ts";
import { poolOfNodes, poolsOfNodes } from "../node-pools.ts";
import type { ShapeLedger } from "../shape-ledger.ts";
import { MADE_FROM_IT, type ShapeSource } from "../shape-source.ts";
import { TWICE } from "../told-once.ts";

/** Nodes of clusters that run, as `kubectl get nodes -o yaml` or `-o json` prints them. Those of one maker and one size are a pool. */
export const nodes: ShapeSource = {
  id: "nodes",
  title: "Nodes as kubectl prints them",
  read(objects, { ledger, taken, fileStem }) {
    const clusters = new Map<string, { readonly first: ObjectAt; readonly all: NodeFacts[] }>();
    const seen = new Set<string>();
    for (const object of objects) {
      if (object.group !== "" || object.kind !== "Node") continue;
      const name = clusterNameOf(object) || stemOf(object, fileStem);
      const key = JSON.stringify([name, object.name]);
      if (taken.has(name)) ledger.leaveOut(object, MADE_FROM_IT);
      // A node that was looked at twice is one node, whatever it said the second time.
      else if (seen.has(key) && object.name !== "") ledger.leaveOut(object, TWICE);
      else {
        seen.add(key);
        const node = nodeOf(ledger, object);
        if (node === null) continue;
        const cluster = clusters.get(name) ?? { first: object, all: [] };
        cluster.all.push(node);
        clusters.set(name, cluster);
      }
    }
    return [...clusters].map(([name, { first, all }]) => ({
      shape: shapeOf(name, all, first, ledger),
      first,
      hasWorkersApart: true,
    }));
  },
};

/** Of several files each has the nodes of its own cluster. */
function stemOf({ path, placeOf }: ObjectAt, fileStem: string): string {
  const { file } = placeOf(path);
  return file === undefined ? fileStem : nameOfFile(file);
}

const NAMES = ["cluster.x-k8s.io/cluster-name", "alpha.eksctl.io/cluster-name", "konvoy.d2iq.io/cluster-name"];

function clusterNameOf({ data }: ObjectAt): string {
  return (
    NAMES.flatMap((key) => ["annotations", "labels"].map((where) => textAt(data, "metadata", where, key))).find(
      (one) => one !== "",
    ) ?? ""
  );
}

function shapeOf(name: string, all: readonly NodeFacts[], first: ObjectAt, { places }: ShapeLedger): ClusterShape {
  const of = (role: NodeFacts["role"]) => all.filter((one) => one.role === role);
  const single = (role: NodeFacts["role"], title: string) =>
    of(role).length === 0 ? null : poolOfNodes(of(role), title, places);
  const versioned = [...of("control-plane"), ...of("worker")].find(({ version }) => version !== null);
  const shape: ClusterShape = {
    name,
    kubernetesVersion: versioned?.version ?? null,
    source: "nodes",
    controlPlane: single("control-plane", "control plane"),
    etcd: single("etcd", "etcd"),
    pools: poolsOfNodes(of("worker"), "nodes", places),
    failureDomains: [...new Set(all.flatMap(({ zone }) => zone ?? []))],
  };
  return places.put(shape, {
    whole: { object: first, path: [] },
    version: { object: versioned?.object ?? first, path: ["status", "nodeInfo", "kubeletVersion"] },
  });
}
