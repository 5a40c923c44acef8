import type { ObjectAt } from "../objects/objects.ts";
import { at, listAt, textAt } from "../objects/read-fields.ts";

/** Where a Cluster of Cluster API names what belongs to it. */
const REFERENCES = ["controlPlaneRef", "managedExternalEtcdRef", "infrastructureRef"] as const;
const API = "cluster.x-k8s.io";
const LABEL = "cluster.x-k8s.io/cluster-name";
/** Kinds by which clusters of one name in several namespaces are told apart. */
const TELLING = /^(Cluster|NKPCluster|MachineDeployment)$/;

/**
 * The name of the cluster that an object belongs to, with the namespace before it where there are several of that name.
 *
 * @param fileStem the name of a cluster whose objects do not say it
 */
export function clusterNames(objects: readonly ObjectAt[], fileStem: string): (object: ObjectAt) => string {
  const clusters = objects.filter(({ group, kind }) => group === API && kind === "Cluster");
  const byReference = new Map(
    clusters.flatMap(({ name, data }) =>
      REFERENCES.map((key) => [keyOf(at(data, "spec", key)), name] as const).filter(([key]) => key !== " "),
    ),
  );
  const named = objects.flatMap(({ data }) => textAt(data, "spec", "clusterName") || []);
  const [only, another] = new Set(clusters.length > 0 ? clusters.map(({ name }) => name) : named);
  const plainName = (object: ObjectAt): string => {
    const { data, kind, name } = object;
    if (/Cluster$/.test(kind) && !/^(infrastructure|etcdcluster)\./.test(object.group)) return name || fileStem;
    const owner = listAt(data, "metadata", "ownerReferences").find((one) => textAt(one, "kind") === "Cluster");
    return (
      textAt(data, "spec", "clusterName") ||
      textAt(data, "spec", "template", "spec", "clusterName") ||
      byReference.get(`${kind} ${name}`) ||
      textAt(data, "metadata", "labels", LABEL) ||
      textAt(owner, "name") ||
      // What says nothing is of the one cluster there is.
      (only !== undefined && another === undefined ? only : name.replace(/-(control-plane|kcp|cp|etcd)$/, "")) ||
      fileStem
    );
  };
  const namespaces = new Map<string, Set<string>>();
  for (const object of objects) {
    const namespace = namespaceOf(object);
    if (!TELLING.test(object.kind) || namespace === "") continue;
    const key = JSON.stringify([object.group, object.kind, plainName(object)]);
    namespaces.set(key, (namespaces.get(key) ?? new Set<string>()).add(namespace));
  }
  const several = new Set(
    [...namespaces].flatMap(([key, all]) => (all.size > 1 ? (JSON.parse(key) as string[]).slice(2) : [])),
  );
  return (object) => {
    const name = plainName(object);
    const namespace = namespaceOf(object);
    return several.has(name) && namespace !== "" ? `${namespace}/${name}` : name;
  };
}

/** Of an NKPCluster, that of the Cluster that it stands for. */
function namespaceOf({ data }: ObjectAt): string {
  return textAt(data, "spec", "capiClusterRef", "namespace") || textAt(data, "metadata", "namespace");
}

function keyOf(reference: unknown): string {
  return `${textAt(reference, "kind")} ${textAt(reference, "name")}`;
}
