import { behindOf, controllerOf, namespaceOf } from "../read/kubernetes-objects/owners.ts";
import type { ObjectAt } from "../read/objects/objects.ts";
import { textAt } from "../read/objects/read-fields.ts";

/** Who makes pods, for good: a Deployment rather than its ReplicaSet. */
export interface Maker {
  readonly namespace: string;
  readonly kind: string;
  readonly name: string;
}

export function makerKey({ namespace, kind, name }: Maker): string {
  return JSON.stringify([namespace, kind, name]);
}

/**
 * Whose an object is: of a ReplicaSet's pods the Deployment, as the file or the names say it; of pods that a node makes
 * by itself the name without the node's, which is not for others.
 */
export function makersIn(objects: readonly ObjectAt[]): (object: ObjectAt) => Maker {
  const ownerOfSet = new Map(
    objects
      .filter(({ kind }) => kind === "ReplicaSet")
      .map((one) => [makerKey({ namespace: namespaceOf(one), kind: one.kind, name: one.name }), controllerOf(one)]),
  );
  return (object) => {
    const namespace = namespaceOf(object);
    const itself = { namespace, kind: object.kind, name: object.name };
    const owner = controllerOf(object);
    if (owner === undefined) return itself;
    if (owner.kind === "Node") return { ...itself, kind: "StaticPod", name: withoutNode(object, owner.name) };
    if (object.kind !== "Pod" && object.kind !== "ReplicaSet") return itself;
    const { kind, name } = owner;
    const above = ownerOfSet.get(makerKey({ namespace, kind, name })) ?? behindOf(object, owner);
    return { namespace, kind: above?.kind ?? kind, name: above?.name ?? name };
  };
}

function withoutNode(object: ObjectAt, ownerName: string): string {
  const node = ownerName || textAt(object.data, "spec", "nodeName");
  return node !== "" && object.name.endsWith(`-${node}`) ? object.name.slice(0, -node.length - 1) : object.name;
}
