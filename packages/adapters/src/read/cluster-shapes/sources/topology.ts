import type { ObjectAt } from "../../objects/objects.ts";
import { at, listAt, textAt } from "../../objects/read-fields.ts";
import { type ClusterShape, NO_POOL, type PoolShape } from "../cluster-shape.ts";
import { nutanixMachine, nutanixPlaces } from "../machine-kinds.ts";
import { scaleAt, shapeTitle, taintsOf, versionAt } from "../shape-fields.ts";
import type { PartPlaces } from "../shape-places.ts";
import {
  type FoundCluster,
  MADE_FROM_IT,
  type ShapeContext,
  type ShapeSource,
  sizesOf,
  unknownMachine,
} from "../shape-source.ts";
import { type Path, variableAt } from "../topology-variables.ts";

/** A cluster by a ClusterClass, as NKP writes it: by itself, or within an NKPCluster. */
export const topology: ShapeSource = {
  id: "topology",
  title: "Clusters by a ClusterClass, such as those of NKP",
  read(objects, context) {
    const names = new Set(context.taken);
    const found: FoundCluster[] = [];
    // An NKPCluster makes the Cluster of its name.
    for (const object of [...objects.filter(isNkp), ...objects.filter((one) => !isNkp(one))]) {
      const path = topologyPath(object);
      if (path === undefined) continue;
      const name = context.nameOf(object);
      if (names.has(name)) {
        context.ledger.leaveOut(object, MADE_FROM_IT);
        continue;
      }
      names.add(name);
      found.push(clusterAt(object, path, name, context));
    }
    return found;
  },
};

function isNkp({ group, kind }: ObjectAt): boolean {
  return group === "clusters.nkp.nutanix.com" && kind === "NKPCluster";
}

/** Where its topology stands; undefined: it has none. */
function topologyPath(object: ObjectAt): Path | undefined {
  const isCluster = object.group === "cluster.x-k8s.io" && object.kind === "Cluster";
  const path = isNkp(object) ? ["spec", "capiCluster", "topology"] : ["spec", "topology"];
  const written = at(object.data, ...path) ?? undefined;
  return (isCluster || isNkp(object)) && written !== undefined ? path : undefined;
}

function clusterAt(object: ObjectAt, path: Path, name: string, context: ShapeContext): FoundCluster {
  context.ledger.use(object);
  const poolsIn = (key: string) => {
    const list = [...path, "workers", key];
    return listAt(object.data, ...list).map((_, index) => workersAt(object, path, [...list, index], context));
  };
  const shape: ClusterShape = {
    name,
    kubernetesVersion: versionAt(object.data, ...path, "version"),
    source: "topology",
    controlPlane: controlPlaneAt(object, path, context),
    etcd: null,
    pools: [...poolsIn("machineDeployments"), ...poolsIn("machinePools")],
    failureDomains: [],
  };
  return {
    shape: context.ledger.places.put(shape, {
      whole: { object, path: [] },
      name: { object, path: ["metadata", "name"] },
      version: { object, path: [...path, "version"] },
    }),
    first: object,
    hasWorkersApart: false,
  };
}

function controlPlaneAt(object: ObjectAt, path: Path, context: ShapeContext): PoolShape | null {
  const here = [...path, "controlPlane"];
  const title = `control plane of ${shapeTitle(object)}`;
  const details =
    variableAt(object.data, path, here, "clusterConfig", ["controlPlane", "nutanix", "machineDetails"]) ??
    variableAt(object.data, path, here, "controlPlaneMachineDetails", []);
  if (at(object.data, ...here) === undefined && details === undefined) return null;
  if (details === undefined) context.ledger.say("unknown-size", `${title}: no machineDetails of Nutanix`);
  const place = { here, details, title, name: "control plane" };
  return context.ledger.places.put(poolAt(object, place, context), placesOf(object, place));
}

function workersAt(object: ObjectAt, path: Path, here: Path, context: ShapeContext): PoolShape {
  const name = textAt(object.data, ...here, "name") || `pool ${Number(here.at(-1)) + 1}`;
  const title = `pool ${name} of ${shapeTitle(object)}`;
  const details =
    variableAt(object.data, path, here, "workerConfig", ["nutanix", "machineDetails"]) ??
    variableAt(object.data, path, here, "workerMachineDetails", []);
  if (details === undefined) {
    const unknown = unknownMachine(`no machineDetails of Nutanix for ${title}`);
    context.ledger.refuse(object, here, { ...unknown, fix: "write them in the variable workerConfig of the pool" });
  }
  const taints = variableAt(object.data, path, here, "workerConfig", ["taints"]);
  const place = { here, details, title, name };
  const pool: PoolShape = {
    ...poolAt(object, place, context),
    failureDomain: textAt(object.data, ...here, "failureDomain") || null,
    taints: taintsOf([
      ...(taints === undefined ? [] : listAt(object.data, ...taints)),
      ...listAt(object.data, ...here, "taints"),
    ]),
  };
  return context.ledger.places.put(pool, {
    ...placesOf(object, place),
    ...(taints === undefined ? {} : { taints: { object, path: taints } }),
    labels: { object, path: [...here, "metadata", "labels"] },
  });
}

function placesOf(object: ObjectAt, { here, details }: PoolPlace): PartPlaces {
  return {
    whole: { object, path: here },
    count: { object, path: [...here, "replicas"] },
    ...(details === undefined ? {} : { machine: { object, path: details }, ...nutanixPlaces(object, details) }),
  };
}

interface PoolPlace {
  readonly here: Path;
  readonly details: Path | undefined;
  readonly title: string;
  readonly name: string;
}

function poolAt(object: ObjectAt, { here, details, title, name }: PoolPlace, { ledger }: ShapeContext): PoolShape {
  const machine = details === undefined ? null : nutanixMachine(ledger, object, details);
  const scale = scaleAt(ledger, object, {
    count: [...here, "replicas"],
    annotations: [...here, "metadata", "annotations"],
  });
  // Cluster API fills in 1 where nothing says how many, unless an autoscaler does.
  const isOne = scale.autoscaled === null && (at(object.data, ...here, "replicas") ?? undefined) === undefined;
  if (isOne) ledger.say("one-replica", title);
  return { ...NO_POOL, name, ...sizesOf(machine), ...scale, ...(isOne ? { count: 1 } : {}) };
}
