import type { ObjectAt } from "../../objects/objects.ts";
import { at, listAt, textAt } from "../../objects/read-fields.ts";
import { NO_POOL, type PoolShape } from "../cluster-shape.ts";
import { sizePlaces } from "../machine-kinds.ts";
import { countAt, endsAt, shapeTitle, taintsOf, versionAt } from "../shape-fields.ts";
import { type FoundCluster, type ShapeContext, type ShapeSource, sizesOf, unknownMachine } from "../shape-source.ts";

const GROUP = "anywhere.eks.amazonaws.com";

/** EKS Anywhere: all pools stand in the Cluster, and name machine configs beside it. */
export const eksAnywhere: ShapeSource = {
  id: "eks-anywhere",
  title: "EKS Anywhere",
  read: (objects, context) =>
    objects
      .filter(({ group, kind, data }) => group === GROUP && kind === "Cluster" && at(data, "spec") !== undefined)
      .map((object) => clusterOf(object, context)),
};

function clusterOf(object: ObjectAt, context: ShapeContext): FoundCluster {
  context.ledger.use(object);
  const pools = listAt(object.data, "spec", "workerNodeGroupConfigurations").map((_, index) =>
    poolAt(object, ["spec", "workerNodeGroupConfigurations", index], context, `pool ${index + 1}`),
  );
  const single = (key: string, name: string) =>
    at(object.data, "spec", key) === undefined ? null : poolAt(object, ["spec", key], context, name);
  const controlPlane = single("controlPlaneConfiguration", "control plane");
  const etcd = single("externalEtcdConfiguration", "etcd");
  return {
    shape: {
      name: context.nameOf(object),
      kubernetesVersion: versionAt(object.data, "spec", "kubernetesVersion"),
      source: "eks-anywhere",
      controlPlane,
      etcd,
      pools,
      failureDomains: [],
    },
    first: object,
    hasWorkersApart: false,
  };
}

function poolAt(
  object: ObjectAt,
  path: readonly (string | number)[],
  { ledger, templates }: ShapeContext,
  fallback: string,
): PoolShape {
  const group = at(object.data, ...path);
  const name = textAt(group, "name") || fallback;
  const title = `${fallback} of ${shapeTitle(object)}`;
  const reference = at(group, "machineGroupRef");
  const found = templates.find(reference, textAt(object.data, "metadata", "namespace"), title);
  const isWorker = path.includes("workerNodeGroupConfigurations");
  if (found.machine === null && found.why !== null) {
    const { why } = found;
    if (isWorker) ledger.refuse(object, [...path, "machineGroupRef"], unknownMachine(why));
    else ledger.say("unknown-size", `${title}: ${why}`);
  }
  const count = countAt(ledger, object, [...path, "count"]);
  const autoscaled = endsAt(ledger, object, {
    least: [...path, "autoscalingConfiguration", "minCount"],
    most: [...path, "autoscalingConfiguration", "maxCount"],
  });
  if (isWorker && count === undefined && autoscaled === null)
    ledger.refuse(object, path, {
      found: `neither count nor autoscalingConfiguration in ${title}`,
      expected: "how many machines there are",
      fix: "add count",
    });
  const [failureDomain = "", another] = listAt(group, "failureDomains");
  const pool: PoolShape = {
    ...NO_POOL,
    ...sizesOf(found.machine),
    name: isWorker ? name : fallback,
    count: count ?? null,
    autoscaled,
    failureDomain: typeof failureDomain === "string" && another === undefined ? failureDomain || null : null,
    taints: taintsOf(listAt(group, "taints")),
  };
  return ledger.places.put(pool, {
    whole: { object, path },
    count: { object, path: [...path, autoscaled === null ? "count" : "autoscalingConfiguration"] },
    machine: { object, path: [...path, "machineGroupRef"] },
    ...(found.machine === null ? {} : sizePlaces(found.template)),
    taints: { object, path: [...path, "taints"] },
    labels: { object, path: [...path, "labels"] },
  });
}
