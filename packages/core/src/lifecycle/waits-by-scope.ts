import type { LifecycleInput } from "./lifecycle-input.ts";
import { playUpgrades } from "./play-upgrades.ts";

const SCOPES = ["workspace", "cluster"] as const;

/** How much tenants wait for others where all clusters of a workspace move together, or each cluster alone. */
export interface WaitsByScope {
  readonly scope: (typeof SCOPES)[number];
  readonly waitingTenantCount: number;
  /** Of the tenant that waits longest. */
  readonly longestWaitDays: number;
}

/**
 * Plays the same fleet by each scope of coupling, whatever the policy says, as sources differ on it; nothing where no
 * cluster is attached. `waitsByScope(input)[0]` is that of a workspace.
 * @throws InputError as `playUpgrades`
 */
export function waitsByScope(input: LifecycleInput): readonly WaitsByScope[] {
  if (!input.clusters.some(({ role }) => role === "attached")) return [];
  return SCOPES.map((scope) => {
    const { tenants } = playUpgrades({ ...input, policy: { ...input.policy, couplingScope: scope } });
    const waits = tenants.map(({ heldBackDays }) => heldBackDays).filter((days) => days > 0);
    return { scope, waitingTenantCount: waits.length, longestWaitDays: Math.max(0, ...waits) };
  });
}
