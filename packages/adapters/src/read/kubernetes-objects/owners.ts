import type { ObjectAt } from "../objects/objects.ts";
import { at, listAt, textAt } from "../objects/read-fields.ts";
import { workloadKindOf } from "./workload-kinds.ts";

/** Who makes an object. */
export interface Owner {
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
}

/** What of an object is asked. */
type Owned = Pick<ObjectAt, "kind" | "group" | "name" | "data">;

/** The one that keeps it as it is; undefined: nobody does. */
export function controllerOf({ data }: Pick<Owned, "data">): Owner | undefined {
  const all = listAt(data, "metadata", "ownerReferences");
  const found = all.find((one) => at(one, "controller") === true) ?? all[0];
  if (found === undefined) return undefined;
  return { kind: textAt(found, "kind"), name: textAt(found, "name"), uid: textAt(found, "uid") };
}

export function namespaceOf({ data }: Pick<Owned, "data">): string {
  return textAt(data, "metadata", "namespace");
}

/**
 * Which objects of a file are made by another one of it, and so counted with that: a ReplicaSet beside its Deployment, a
 * Pod beside its ReplicaSet, and beside its Deployment where the ReplicaSet between is not in the file.
 */
export function ownersIn(objects: readonly Owned[]): (object: Owned) => boolean {
  const makers = objects.filter((one) => workloadKindOf(one) !== undefined);
  const uids = new Set(makers.flatMap(({ data }) => textAt(data, "metadata", "uid") || []));
  const keyOf = (namespace: string, kind: string, name: string) => `${namespace} ${kind} ${name}`;
  const names = new Set(makers.map((one) => keyOf(namespaceOf(one), one.kind, one.name)));
  return (object) => {
    const owner = controllerOf(object);
    if (owner === undefined) return false;
    const isThere = (kind: string, name: string) => names.has(keyOf(namespaceOf(object), kind, name));
    if ((owner.uid !== "" && uids.has(owner.uid)) || isThere(owner.kind, owner.name)) return true;
    const behind = behindOf(object, owner);
    return behind !== undefined && isThere(behind.kind, behind.name);
  };
}

/** Who made the maker: of a ReplicaSet the Deployment, of a Job the CronJob, by how they name what they make. */
export function behindOf(object: Pick<Owned, "data">, { kind, name }: Pick<Owner, "kind" | "name">) {
  if (kind === "ReplicaSet") {
    const hash = textAt(object.data, "metadata", "labels", "pod-template-hash");
    if (hash !== "" && name.endsWith(`-${hash}`)) return { kind: "Deployment", name: name.slice(0, -hash.length - 1) };
  }
  const [, cronJob] = kind === "Job" ? (/^(.+)-\d+$/.exec(name) ?? []) : [];
  return cronJob === undefined ? undefined : { kind: "CronJob", name: cronJob };
}
