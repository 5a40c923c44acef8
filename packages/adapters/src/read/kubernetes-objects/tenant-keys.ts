import { isRecord } from "../objects/objects.ts";
import { at } from "../objects/read-fields.ts";
import type { TenantKey } from "../read-result.ts";
import type { FoundWorkload } from "./workload-of.ts";

/** More labels than anybody would choose from. */
const MOST_LABELS = 20;
/** Labels that say which copy of a workload it is, and never whose. */
const OF_COPIES =
  /^(pod-template-hash|controller-revision-hash|statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index)$/;

/** Namespaces, and labels that some workloads have alike: what may tell tenants apart. */
export function tenantKeysOf(found: readonly FoundWorkload[]): readonly TenantKey[] {
  const valuesOf = new Map<string, { readonly values: Set<string>; count: number }>();
  for (const { object } of found) {
    for (const [key, value] of Object.entries(labelsOf(object.data))) {
      if (typeof value !== "string" || value === "" || OF_COPIES.test(key)) continue;
      const known = valuesOf.get(key) ?? { values: new Set(), count: 0 };
      known.values.add(value);
      known.count += 1;
      valuesOf.set(key, known);
    }
  }
  const namespaces = new Set(found.map(({ namespace }) => namespace));
  // What has no such label is put together as one more.
  const labels = [...valuesOf]
    .map(([key, { values, count }]) => ({
      key: `label:${key}`,
      tenantCount: values.size + (count < found.length ? 1 : 0),
    }))
    .filter(({ tenantCount }) => tenantCount > 1 && tenantCount < found.length)
    .slice(0, MOST_LABELS);
  return [...(namespaces.size > 1 ? [{ key: "namespace", tenantCount: namespaces.size }] : []), ...labels];
}

/** Those of the object, and of its pods where they are not on the object. */
function labelsOf(data: unknown): Readonly<Record<string, unknown>> {
  const [own, ofPods] = [at(data, "metadata", "labels"), at(data, "spec", "template", "metadata", "labels")];
  return { ...(isRecord(ofPods) ? ofPods : {}), ...(isRecord(own) ? own : {}) };
}
