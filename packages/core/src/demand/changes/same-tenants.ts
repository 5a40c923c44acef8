import { groupedBy } from "../../base/grouped.ts";
import type { Tenant } from "../../input/fleet.ts";
import { shareWorkload } from "./workload-changes.ts";

/** By what two tenants of different ids are taken as the same. */
export type SameBy = "id" | "name" | "row";

export interface SameTenant {
  readonly before: Tenant;
  readonly after: Tenant;
  readonly by: SameBy;
}

/**
 * The tenants that are in two fleets: by id; else by a name that no other has; else by the row of the same file, where
 * what they ask for is alike too, as rows move.
 */
export function sameTenants(before: readonly Tenant[], after: readonly Tenant[]): readonly SameTenant[] {
  const pairs: SameTenant[] = [];
  let [was, is] = [before, after];
  for (const by of ["id", "name", "row"] as const) {
    const [ofBefore, ofAfter] = [groupedBy(was, KEYS[by]), groupedBy(is, KEYS[by])];
    const taken = new Set<Tenant>();
    for (const [key, [one, ...others]] of ofBefore) {
      const [other, ...more] = ofAfter.get(key) ?? [];
      if (key === null || one === undefined || other === undefined || others.length + more.length > 0) continue;
      if (by === "row" && !isAlike(one, other)) continue;
      pairs.push({ before: one, after: other, by });
      taken.add(one).add(other);
    }
    was = was.filter((tenant) => !taken.has(tenant));
    is = is.filter((tenant) => !taken.has(tenant));
  }
  return pairs;
}

const KEYS: Readonly<Record<SameBy, (tenant: Tenant) => string | null>> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  row: ({ origin }) => (origin?.row === undefined ? null : JSON.stringify([origin.reader, origin.file, origin.row])),
};

/** Whether they have a workload in common, or of totals the same CPU and memory. */
function isAlike({ demand: a }: Tenant, { demand: b }: Tenant): boolean {
  if ("podCount" in a !== "podCount" in b) return false;
  if (!("podCount" in a)) return !("podCount" in b) && shareWorkload(a, b);
  return (
    "podCount" in b &&
    a.requests.cpuMillicores === b.requests.cpuMillicores &&
    a.requests.memoryBytes === b.requests.memoryBytes
  );
}
