import type { ObjectAt } from "../objects/objects.ts";
import { at, listAt, textAt } from "../objects/read-fields.ts";

/** Where a Cluster of Cluster API names what belongs to it. */
const REFERENCES = ["controlPlaneRef", "managedExternalEtcdRef", "infrastructureRef"] as const;
const LABEL = "cluster.x-k8s.io/cluster-name";

/** The name of the cluster that an object of Cluster API belongs to. */
export function clusterNames(clusters: readonly ObjectAt[]): (object: ObjectAt) => string {
  const byReference = new Map(
    clusters.flatMap(({ name, data }) =>
      REFERENCES.map((key) => [keyOf(at(data, "spec", key)), name] as const).filter(([key]) => key !== " "),
    ),
  );
  const [first, another] = clusters;
  return (object) => {
    const { data, kind, name } = object;
    if (clusters.includes(object)) return name;
    const owner = listAt(data, "metadata", "ownerReferences").find((one) => textAt(one, "kind") === "Cluster");
    return (
      textAt(data, "spec", "clusterName") ||
      textAt(data, "spec", "template", "spec", "clusterName") ||
      byReference.get(`${kind} ${name}`) ||
      textAt(data, "metadata", "labels", LABEL) ||
      textAt(owner, "name") ||
      // A name that a tool left blank is of the one cluster there is.
      (first !== undefined && another === undefined ? first.name : name.replace(/-(control-plane|kcp|cp|etcd)$/, ""))
    );
  };
}

function keyOf(reference: unknown): string {
  return `${textAt(reference, "kind")} ${textAt(reference, "name")}`;
}
