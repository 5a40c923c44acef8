import { namespaceOf } from "../../read/kubernetes-objects/owners.ts";
import { isRecord } from "../../read/objects/objects.ts";
import { at, isUnresolved, listAt, textAt } from "../../read/objects/read-fields.ts";
import type { CheckedObject } from "./checked.ts";

/** What containers of a namespace get that say nothing themselves, by resource, as it is written. */
export interface ContainerDefaults {
  readonly requests: ReadonlyMap<string, unknown>;
  readonly limits: ReadonlyMap<string, unknown>;
}

/** Defaults by the LimitRanges of the files. */
export interface LimitRanges {
  of(namespace: string): ContainerDefaults;
  /** Whether a namespace that is not said, or is to be put in yet, may be one that gives a request of a resource. */
  mayGive(namespace: string, resource: string): boolean;
}

const NOTHING: ContainerDefaults = { requests: new Map(), limits: new Map() };

/** @see https://kubernetes.io/docs/concepts/policy/limit-range/ */
export function limitRangesIn(objects: readonly CheckedObject[]): LimitRanges {
  const byNamespace = new Map<string, ContainerDefaults>();
  for (const object of objects) {
    if (object.kind !== "LimitRange" || object.group !== "") continue;
    const namespace = namespaceOf(object);
    const known = byNamespace.get(namespace) ?? NOTHING;
    const own = defaultsOf(object);
    byNamespace.set(namespace, {
      requests: new Map([...known.requests, ...own.requests]),
      limits: new Map([...known.limits, ...own.limits]),
    });
  }
  return {
    of: (namespace) => byNamespace.get(namespace) ?? NOTHING,
    mayGive: (namespace, resource) =>
      (namespace === "" || isUnresolved(namespace)) &&
      [...byNamespace.values()].some(({ requests }) => requests.has(resource)),
  };
}

/**
 * As the API server fills a LimitRange in: a limit that is left out is the most, a request the limit or the least.
 * @see kubernetes/kubernetes, pkg/apis/core/v1/defaults.go, SetDefaults_LimitRangeItem
 */
function defaultsOf({ data }: CheckedObject): ContainerDefaults {
  const items = listAt(data, "spec", "limits").filter((one) => textAt(one, "type") === "Container");
  const listed = (item: unknown, key: string) => {
    const list = at(item, key);
    return isRecord(list) ? Object.entries(list) : [];
  };
  const limits = items.flatMap((item) => [...listed(item, "max"), ...listed(item, "default")]);
  const least = items.flatMap((item) => listed(item, "min"));
  const requests = items.flatMap((item) => listed(item, "defaultRequest"));
  return { limits: new Map(limits), requests: new Map([...least, ...limits, ...requests]) };
}
