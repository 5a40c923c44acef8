import { at, listAt } from "../../read/objects/read-fields.ts";
import type { About } from "./about.ts";
import type { CheckedCluster } from "./checked.ts";

/** Where kubeadm says that etcd runs on machines that the cluster's objects do not make. */
const EXTERNAL = ["spec", "kubeadmConfigSpec", "clusterConfiguration", "etcd", "external"] as const;

/** etcd on machines of its own, which no object of the cluster counts. */
export interface EtcdElsewhere {
  /** null: one address may be that of a single member, or one before many. */
  readonly memberCount: number | null;
  readonly about: About;
}

/**
 * The etcd that a control plane is told of by its addresses; null: it runs its own, or objects make the machines.
 * @see https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/high-availability/ "External etcd nodes"
 */
export function etcdElsewhere({ shape, partOf, about }: CheckedCluster): EtcdElsewhere | null {
  if (shape.etcd !== null || shape.controlPlane === null) return null;
  const { object } = partOf("whole", shape.controlPlane);
  if (at(object.data, ...EXTERNAL) === undefined) return null;
  const { length } = listAt(object.data, ...EXTERNAL, "endpoints");
  const { file = "", line, column } = object.placeOf([...object.path, ...EXTERNAL, "endpoints"]);
  return {
    memberCount: length > 1 ? length : null,
    about: { ...about("whole", shape.controlPlane, "etcd"), place: { file, line, column } },
  };
}
