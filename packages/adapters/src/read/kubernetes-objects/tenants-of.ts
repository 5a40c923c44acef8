import { freeId, type TenantDraft, tenantIdOf } from "../../tables/tenant-draft.ts";
import { addTo } from "../objects/grouped.ts";
import { textAt } from "../objects/read-fields.ts";
import { UNASSIGNED } from "../workloads/unassigned.ts";
import { type WorkloadOfFile, workloadDrafts } from "./workload-drafts.ts";
import type { FoundWorkload } from "./workload-of.ts";

/** A tenant with its workloads, each with what it was made of. */
export interface TenantOfFile {
  readonly tenant: TenantDraft;
  readonly workloads: readonly WorkloadOfFile[];
}

/** Workloads by tenant: all of one, or by namespace, label or annotation. @param only the name of the one tenant */
export function tenantsOf(
  found: readonly FoundWorkload[],
  tenantBy: string | undefined,
  only: string,
): readonly TenantOfFile[] {
  const groups = new Map<string, FoundWorkload[]>();
  for (const one of found) addTo(groups, tenantBy === undefined ? only : tenantNameOf(one, tenantBy), one);
  const ids = new Set<string>();
  return [...groups].map(([name, all]) => {
    const workloads = workloadDrafts(all);
    const drafts = workloads.map(({ draft }) => draft);
    return { tenant: { id: freeId(tenantIdOf(name), ids), name, workloads: drafts }, workloads };
  });
}

/** What stands on the object, or on its pods where it is not on the object. */
function tenantNameOf({ object, namespace }: FoundWorkload, tenantBy: string): string {
  if (tenantBy === "namespace") return namespace === "" ? UNASSIGNED : namespace;
  const [where = "", ...key] = tenantBy.split(":");
  const place = ["metadata", `${where}s`, key.join(":")];
  return textAt(object.data, ...place) || textAt(object.data, "spec", "template", ...place) || UNASSIGNED;
}
