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

/** Every object of some documents, lists opened; what is none is a problem. */
export function objectsIn(documents: readonly StreamDocument[]): {
  readonly objects: readonly ObjectAt[];
  readonly problems: readonly Problem[];
} {
  const objects: ObjectAt[] = [];
  const problems: Problem[] = [];
  const take = (data: unknown, path: Problem["path"], placeOf: ObjectAt["placeOf"]) => {
    if (!isRecord(data) || typeof data["kind"] !== "string" || typeof data["apiVersion"] !== "string") {
      const found = isRecord(data) ? "an entry without apiVersion and kind" : shown(data);
      const [expected, fix] = ["an object of Kubernetes", "write what kubectl get … -o yaml prints"];
      problems.push({ code: "wrong-kind", path, found, expected, fix, ...placeOf(path) });
      return;
    }
    const [kind, items] = [data["kind"], data["items"]];
    if (kind.endsWith("List") && Array.isArray(items) && path.length === 0) {
      for (const [index, item] of items.entries()) take(item, ["items", index], placeOf);
      return;
    }
    const [group = "", version] = data["apiVersion"].split("/");
    const metadata = data["metadata"];
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
  for (const { data, placeOf } of documents) take(data, [], placeOf);
  return { objects, problems };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
