import { isInfeasible } from "../base/findings/finding.ts";
import type { ClusterRole } from "../input/catalog.ts";
import type { TenantId } from "../input/fleet.ts";
import type { MeasuredModel } from "./criteria/criterion.ts";

/** In which of two ways a tenant has a cluster of its own. */
export const WAYS = ["attached", "self-managed"] as const;
export type Way = (typeof WAYS)[number];

/** The fleet run in both ways: each tenant in a cluster of its own, attached in one and self-managed in the other. */
export type BothWays = Readonly<Record<Way, MeasuredModel>>;

/** Both ways among the models compared, the first of each that can run; undefined where one is not there. */
export function bothWaysOf(models: readonly MeasuredModel[]): BothWays | undefined {
  const able = models.filter(({ plan }) => !isInfeasible(plan));
  const attached = able.find((model) => everyTenantIsAlone(model, "attached"));
  const selfManaged = able.find((model) => everyTenantIsAlone(model, "self-managed"));
  return attached === undefined || selfManaged === undefined ? undefined : { attached, "self-managed": selfManaged };
}

function everyTenantIsAlone({ plan }: MeasuredModel, role: ClusterRole): boolean {
  const homes = plan.clusters.filter(({ tenantIds }) => tenantIds.length > 0);
  return homes.length > 0 && homes.every((home) => home.role === role && home.tenantIds.length === 1);
}

/** What a tenant's pace of upgrades asks for: its own, a cluster that looks after itself. */
export function wishedWayOf({ plan }: MeasuredModel, tenantId: TenantId): Way {
  const tenant = plan.input.tenants.find(({ id }) => id === tenantId);
  return tenant?.upgradeCadence === "own" ? "self-managed" : "attached";
}
