import type { Problem } from "@nkp-planner/core";
import { behindOf, controllerOf, namespaceOf, ownersIn } from "../../read/kubernetes-objects/owners.ts";
import { workloadKindOf } from "../../read/kubernetes-objects/workload-kinds.ts";
import { at, listAt, textAt } from "../../read/objects/read-fields.ts";
import type { CheckedObject } from "./checked.ts";

/** An object that makes pods, or a pod. */
export interface WorkloadObject {
  readonly object: CheckedObject;
  /** `Deployment web`, of a pod that of what makes it. */
  readonly title: string;
  /** Empty: it does not say. */
  readonly namespace: string;
  /** Where the specification of its pods stands. */
  readonly podSpec: Problem["path"];
  readonly containers: readonly ContainerAt[];
}

/** A container, and where it stands in its object. */
export interface ContainerAt {
  readonly name: string;
  readonly data: unknown;
  readonly path: Problem["path"];
  /** Whether it runs beside the others, and does not only prepare them. */
  readonly isRunning: boolean;
}

/** Every workload of the files once: what another one of them makes is told with that, and pods alike with the first. */
export function workloadObjects(objects: readonly CheckedObject[]): readonly WorkloadObject[] {
  const all = objects.filter((one) => workloadKindOf(one) !== undefined);
  const isMade = ownersIn(all);
  const seen = new Set<string>();
  return all.flatMap((object) => {
    const podSpec = workloadKindOf(object)?.podSpec ?? [];
    if (isMade(object)) return [];
    const owner = controllerOf(object);
    const namespace = namespaceOf(object);
    const maker = owner === undefined || owner.kind === "Node" ? undefined : (behindOf(object, owner) ?? owner);
    const { kind, name } = maker ?? object;
    const key = `${namespace} ${kind} ${name}`;
    if (maker !== undefined && seen.has(key)) return [];
    seen.add(key);
    return [{ object, title: `${kind} ${name}`, namespace, podSpec, containers: containersOf(object, podSpec) }];
  });
}

function containersOf({ data }: CheckedObject, podSpec: Problem["path"]): readonly ContainerAt[] {
  return (["containers", "initContainers"] as const).flatMap((list) =>
    listAt(data, ...podSpec, list).map((container, index) => ({
      name: textAt(container, "name") || `${index + 1}`,
      data: container,
      path: [...podSpec, list, index],
      isRunning: list === "containers" || at(container, "restartPolicy") === "Always",
    })),
  );
}
