import type { PlannedFleet, TenantId } from "@nkp-planner/core";

const OWN = "self-managed";
const ATTACHED = "attached";

/** Where each tenant lives by a model that puts some apart, and why; empty where all live alike. */
export function placements({ clusters, input: { tenants } }: PlannedFleet): ReadonlyMap<TenantId, string> {
  const roles = new Map(
    clusters
      .filter(({ role }) => role === OWN || role === ATTACHED)
      .flatMap(({ role, tenantIds }) => tenantIds.map((id) => [id, role] as const)),
  );
  if (new Set(roles.values()).size < 2) return new Map();
  const texts = new Map<TenantId, string>();
  for (const { id, upgradeCadence } of tenants) {
    const role = roles.get(id);
    if (role === ATTACHED) texts.set(id, "attached");
    else if (role === OWN) texts.set(id, upgradeCadence === "own" ? "own cluster, for its own pace" : "own cluster");
  }
  return texts;
}
