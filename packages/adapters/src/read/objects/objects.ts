import { type Problem, shown } from "@nkp-planner/core";
import type { Place } from "../read-result.ts";
import type { StreamDocument } from "./yaml-stream.ts";

/** An object as the API server writes it, with where it stands. */
export interface ObjectAt {
  /** `Release` */
  readonly kind: string;
  /** `release.nkp.nutanix.com`; empty for the core group. */
  readonly group: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly path: Problem["path"];
  placeOf(path: Problem["path"]): Place;
}

/** What an object is where it does not say so itself. */
interface Implied {
  readonly kind?: string;
  readonly apiVersion?: string;
}

/**
 * Every object of some documents, lists opened; what is none is a problem. Entries of a list such as DeploymentList are
 * what its name says, what has the containers of a pod is a Pod, and what has the status of a node is a Node, as dumps of
 * clusters leave kinds out.
 */
export function objectsIn(documents: readonly StreamDocument[]): {
  readonly objects: readonly ObjectAt[];
  readonly problems: readonly Problem[];
} {
  const objects: ObjectAt[] = [];
  const problems: Problem[] = [];
  const take = (data: unknown, path: Problem["path"], placeOf: ObjectAt["placeOf"], implied: Implied): void => {
    const told = isRecord(data) ? { ...bareKindOf(data), ...implied, ...kindOf(data) } : {};
    if (!isRecord(data) || told.kind === undefined || told.apiVersion === undefined) {
      const found = isRecord(data) ? "an entry without apiVersion and kind" : shown(data);
      const [expected, fix] = ["an object of Kubernetes", "write what kubectl get … -o yaml prints"];
      problems.push({ code: "wrong-kind", path, found, expected, fix, ...placeOf(path) });
      return;
    }
    const { kind, apiVersion } = told;
    const { items } = data;
    if (kind.endsWith("List") && path.length === 0 && (Array.isArray(items) || items === null)) {
      const each = kind === "List" ? {} : { kind: kind.slice(0, -"List".length), apiVersion };
      for (const [index, item] of (items ?? []).entries()) take(item, ["items", index], placeOf, each);
      return;
    }
    const [group = "", version] = apiVersion.split("/");
    const { metadata } = data;
    const name: unknown = isRecord(metadata) ? metadata["name"] : undefined;
    objects.push({
      kind,
      group: version === undefined ? "" : group,
      name: typeof name === "string" ? name : "",
      data,
      path,
      placeOf,
    });
  };
  for (const { data, placeOf } of documents) {
    if (Array.isArray(data)) for (const [index, item] of data.entries()) take(item, [index], placeOf, {});
    else take(data, [], placeOf, {});
  }
  return { objects, problems };
}

/** What an object is by what it has. */
function bareKindOf({ spec, status, metadata, items }: Readonly<Record<string, unknown>>): Implied {
  if (Array.isArray(items) && spec === undefined) return { kind: "List", apiVersion: "v1" };
  if (!isRecord(metadata)) return {};
  if (isRecord(spec) && Array.isArray(spec["containers"])) return { kind: "Pod", apiVersion: "v1" };
  const isNode = isRecord(status) && isRecord(status["nodeInfo"]) && isRecord(status["capacity"]);
  return isNode ? { kind: "Node", apiVersion: "v1" } : {};
}

function kindOf({ kind, apiVersion }: Readonly<Record<string, unknown>>): Implied {
  return {
    ...(typeof kind === "string" ? { kind } : {}),
    ...(typeof apiVersion === "string" ? { apiVersion } : {}),
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
