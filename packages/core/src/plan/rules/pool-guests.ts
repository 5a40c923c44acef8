import { findingOf } from "../../base/findings/finding.ts";
import { demandOf } from "../../demand/demand.ts";
import { labelsOfPool, MAIN_POOL, type TenantPool, taintsOfPool } from "../../input/tenant-pools.ts";
import { isAdmitted } from "../../scheduling/bounds.ts";
import type { Node } from "../../scheduling/node.ts";
import { list, named } from "./figures.ts";
import { defineInputRule } from "./rule.ts";

const ID = "pool-guests";

/** Pods that bear the taints of a tenant's pool without being named for it: a scheduler may place them there. */
export const poolGuests = defineInputRule({
  id: ID,
  title: "Only pods that are named for a pool may run there",
  judge: ({ input: { tenants } }) =>
    tenants.flatMap((tenant) => {
      const own = tenant.pools.filter(({ name }) => name !== MAIN_POOL);
      if (own.length === 0) return [];
      const others = demandOf(tenant).groups.filter(({ kind, poolName }) => kind !== "DaemonSet" && poolName === null);
      const guests = others.filter((group) => own.some((pool) => isAdmitted(group, nodeOf(pool))));
      if (guests.length === 0) return [];
      const entered = own.filter((pool) => guests.some((group) => isAdmitted(group, nodeOf(pool))));
      const figures = {
        tenant: named(tenant.name),
        workloads: list(guests.map(({ name }) => name)),
        pools: list(entered.map(({ name }) => name)),
      };
      return [findingOf(ID, "pools-entered", { figures, subject: { in: "plan", tenantId: tenant.id } })];
    }),
});

function nodeOf(pool: TenantPool): Node {
  const allocatable = { cpuMillicores: 0, memoryBytes: 0, podCount: 0 };
  return { name: pool.name, allocatable, zone: null, labels: labelsOfPool(pool), taints: taintsOfPool(pool) };
}
