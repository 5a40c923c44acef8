import { type Problem, shown } from "@nkp-planner/core";
import type { ClusterToEmit } from "../plan-to-emit.ts";
import { CATEGORY, type KonnectorOptions } from "./konnector-options.ts";

/** Categories of a cluster, a key and its value each: its tenants, and what the options say of it. */
function categoriesOf(
  { name, tenants }: ClusterToEmit,
  { categories, clusters, tenantCategory }: KonnectorOptions,
): readonly (readonly [key: string, value: string])[] {
  const own = Object.hasOwn(clusters, name) ? clusters[name]?.categories : undefined;
  return [...tenants.map(({ id }) => [tenantCategory, id] as const), ...Object.entries(own ?? categories ?? {})];
}

/** `Tenant=orchid,Environment=production`, as the chart takes them; empty where there are none. */
export function categoryMappings(cluster: ClusterToEmit, options: KonnectorOptions): string {
  return categoriesOf(cluster, options)
    .map(([key, value]) => `${key}=${value}`)
    .join(",");
}

/** Categories that would be read as others: the chart knows no way to write a comma or an equals sign. */
export function categoryProblems(cluster: ClusterToEmit, options: KonnectorOptions): readonly Problem[] {
  return categoriesOf(cluster, options)
    .filter(([key, value]) => !CATEGORY.test(key) || !CATEGORY.test(value))
    .map(([key, value]) => ({
      path: ["clusters", cluster.name, "categories"],
      found: `the category ${shown(key)}: ${shown(value)}`,
      expected: "64 characters at most, without comma, equals sign and slash, not starting with $",
      fix: "name it otherwise in Prism Central, or the tenant otherwise in the fleet file",
    }));
}
