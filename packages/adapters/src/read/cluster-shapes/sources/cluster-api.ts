import type { ObjectAt } from "../../objects/objects.ts";
import { at, listAt, textAt } from "../../objects/read-fields.ts";
import { NO_POOL, type NodeTaint, type PoolShape } from "../cluster-shape.ts";
import { sizePlaces } from "../machine-kinds.ts";
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
import type { FoundMachine } from "../template-finder.ts";

const API = "cluster.x-k8s.io";
const CONTROL_PLANE = /ControlPlane$/;
const TEMPLATE = ["spec", "template", "spec"] as const;

/** Objects of one cluster. */
interface Parts {
  readonly clusters: ObjectAt[];
  readonly controlPlanes: ObjectAt[];
  readonly etcds: ObjectAt[];
  readonly workers: ObjectAt[];
  readonly infrastructures: ObjectAt[];
}

/** Cluster API without a ClusterClass: each pool is an object of its own, which names a machine template. */
export const clusterApi: ShapeSource = {
  id: "cluster-api",
  title: "Cluster API, pool by pool",
  read(objects, context) {
    const { ledger, taken, nameOf } = context;
    const configs = new Map(
      objects.flatMap((one) => (/ConfigTemplate$/.test(one.kind) ? [[`${one.kind} ${one.name}`, one] as const] : [])),
    );
    const groups = new Map<string, Parts>();
    for (const object of objects) {
      const part = partOf(object);
      if (part === undefined || !ledger.isOpen(object)) continue;
      const name = nameOf(object);
      if (taken.has(name)) {
        ledger.leaveOut(object, MADE_FROM_IT);
        continue;
      }
      const parts = groups.get(name) ?? {
        clusters: [],
        controlPlanes: [],
        etcds: [],
        workers: [],
        infrastructures: [],
      };
      parts[part].push(object);
      groups.set(name, parts);
    }
    const declared = objects.filter(({ group, kind }) => kind === "NutanixFailureDomain" && group.endsWith(API));
    return [...groups].flatMap(([name, parts]) => {
      const [first] = [...parts.clusters, ...parts.workers, ...parts.controlPlanes, ...parts.etcds];
      // What a provider keeps of a cluster says nothing by itself.
      if (first === undefined) return [];
      const shape = ledger.places.put(shapeOf(name, parts, declared, configs, context), {
        whole: { object: first, path: [] },
        name: { object: first, path: ["metadata", "name"] },
        ...versionPlace(parts),
      });
      return [{ shape, first, hasWorkersApart: true }];
    });
  },
};

function partOf({ group, kind }: ObjectAt): keyof Parts | undefined {
  if (group === API && kind === "Cluster") return "clusters";
  if (group === API && (kind === "MachineDeployment" || kind === "MachinePool")) return "workers";
  if (group === `controlplane.${API}` && CONTROL_PLANE.test(kind)) return "controlPlanes";
  if (group === `etcdcluster.${API}` && kind === "EtcdadmCluster") return "etcds";
  return group === `infrastructure.${API}` && /Cluster$/.test(kind) ? "infrastructures" : undefined;
}

function shapeOf(
  name: string,
  { clusters, controlPlanes, etcds, workers, infrastructures }: Parts,
  declared: readonly ObjectAt[],
  configs: ReadonlyMap<string, ObjectAt>,
  context: ShapeContext,
): FoundCluster["shape"] {
  const { ledger } = context;
  const [controlPlane, ...more] = controlPlanes;
  const [etcd, ...otherEtcds] = etcds;
  for (const one of [...more, ...otherEtcds]) ledger.leaveOut(one, "of clusters that have one of them already");
  for (const one of [...clusters, ...infrastructures, ...declared]) ledger.use(one);
  const etcdPlace = ["spec", "kubeadmConfigSpec", "clusterConfiguration", "etcd", "external"];
  if (etcd === undefined && at(controlPlane?.data, ...etcdPlace) !== undefined) ledger.say("etcd-elsewhere", name);
  const pools = workers.map((one) => poolOf(one, WORKER_MACHINE, one.name, context, true));
  const versions = [
    versionAt(controlPlane?.data, "spec", "version"),
    ...workers.map(({ data }) => versionAt(data, ...TEMPLATE, "version")),
  ];
  return {
    name,
    kubernetesVersion: versions.find((one) => one !== null) ?? null,
    source: "cluster-api",
    controlPlane:
      controlPlane === undefined
        ? null
        : poolOf(controlPlane, machinePlaceOf(controlPlane), "control plane", context, false),
    etcd: etcd === undefined ? null : poolOf(etcd, ["spec", "infrastructureTemplate"], "etcd", context, false),
    pools: pools.map((pool, index) =>
      context.ledger.places.copy(pool, { ...pool, taints: taintsFor(workers[index], configs, context) }),
    ),
    failureDomains: unique([
      ...infrastructures.flatMap(({ data }) =>
        ["failureDomains", "controlPlaneFailureDomains"].flatMap((key) =>
          listAt(data, "spec", key).flatMap((one) => textAt(one, "name") || []),
        ),
      ),
      ...declared.map((one) => one.name),
    ]),
  };
}

/** Where the version stands that holds: at the control plane, else at workers. */
function versionPlace({ controlPlanes: [controlPlane], workers: [worker] }: Parts): Pick<PartPlaces, "version"> {
  if (controlPlane !== undefined) return { version: { object: controlPlane, path: ["spec", "version"] } };
  return worker === undefined ? {} : { version: { object: worker, path: [...TEMPLATE, "version"] } };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

/** v1beta2 has one more level than v1beta1; other control planes have none. */
function machinePlaceOf({ data }: ObjectAt): readonly string[] {
  const places = [
    ["spec", "machineTemplate", "spec", "infrastructureRef"],
    ["spec", "machineTemplate", "infrastructureRef"],
    ["spec", "infrastructureRef"],
  ];
  return places.find((path) => at(data, ...path) !== undefined) ?? ["spec", "machineTemplate"];
}

function poolOf(
  object: ObjectAt,
  reference: readonly string[],
  name: string,
  { ledger, templates }: ShapeContext,
  isWorker: boolean,
): PoolShape {
  ledger.use(object);
  const title = shapeTitle(object);
  const namespace = textAt(object.data, "metadata", "namespace");
  const found = templates.find(at(object.data, ...reference), namespace, title);
  if (found.machine === null && found.why !== null) {
    if (isWorker) ledger.refuse(object, reference, unknownMachine(found.why));
    else ledger.say("unknown-size", `${title}: ${found.why}`);
  }
  const scale = scaleAt(ledger, object, { count: ["spec", "replicas"], annotations: ["metadata", "annotations"] });
  const isOne = scale.autoscaled === null && (at(object.data, "spec", "replicas") ?? undefined) === undefined;
  if (isOne) ledger.say("one-replica", title);
  const pool: PoolShape = {
    ...NO_POOL,
    name,
    ...sizesOf(found.machine),
    ...scale,
    ...(isOne ? { count: 1 } : {}),
    failureDomain: textAt(object.data, ...TEMPLATE, "failureDomain") || null,
  };
  return ledger.places.put(pool, placesOf(object, reference, found));
}

function placesOf(object: ObjectAt, reference: readonly string[], found: FoundMachine): PartPlaces {
  return {
    whole: { object, path: [] },
    count: { object, path: ["spec", "replicas"] },
    machine: { object, path: reference },
    ...(found.machine === null ? {} : sizePlaces(found.template)),
    labels: { object, path: [...TEMPLATE.slice(0, -1), "metadata", "labels"] },
  };
}

const WORKER_MACHINE = [...TEMPLATE, "infrastructureRef"];

/** Taints that machines join with: of their own, or by the template of their configuration. */
function taintsFor(
  worker: ObjectAt | undefined,
  configs: ReadonlyMap<string, ObjectAt>,
  { ledger }: ShapeContext,
): readonly NodeTaint[] {
  const reference = at(worker?.data, ...TEMPLATE, "bootstrap", "configRef");
  const config = configs.get(`${textAt(reference, "kind")} ${textAt(reference, "name")}`);
  if (config !== undefined && ledger.isOpen(config)) ledger.use(config);
  return taintsOf([
    ...listAt(worker?.data, ...TEMPLATE, "taints"),
    ...listAt(config?.data, ...TEMPLATE, "joinConfiguration", "nodeRegistration", "taints"),
  ]);
}
