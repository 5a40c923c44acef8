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
  const valuesOf = new Map<string, Set<string>>();
  for (const { object } of found) {
    const labels = at(object.data, "metadata", "labels") ?? at(object.data, "spec", "template", "metadata", "labels");
    for (const [key, value] of Object.entries(isRecord(labels) ? labels : {})) {
      if (typeof value !== "string" || OF_COPIES.test(key)) continue;
      const values = valuesOf.get(key) ?? new Set();
      valuesOf.set(key, values.add(value));
    }
  }
  const namespaces = new Set(found.map(({ namespace }) => namespace));
  const labels = [...valuesOf]
    .filter(([, { size }]) => size > 1 && size < found.length)
    .slice(0, MOST_LABELS)
    .map(([key, { size }]) => ({ key: `label:${key}`, tenantCount: size }));
  return [...(namespaces.size > 1 ? [{ key: "namespace", tenantCount: namespaces.size }] : []), ...labels];
}
