import { findingOf } from "../../base/findings/finding.ts";
import { MAIN_POOL } from "../../input/tenant-pools.ts";
import { list, named } from "./figures.ts";
import { defineInputRule } from "./rule.ts";

const ID = "unused-pools";

/** Pools that a tenant asks for and that none of its workloads names: allowed, and hardly meant. */
export const unusedPools = defineInputRule({
  id: ID,
  title: "Something runs in every pool that a tenant asks for",
  judge: ({ input: { tenants } }) =>
    tenants.flatMap(({ id, name, pools, demand }) => {
      const used = "podCount" in demand ? [] : demand.map(({ pool }) => pool);
      const unused = pools.map((pool) => pool.name).filter((pool) => pool !== MAIN_POOL && !used.includes(pool));
      if (unused.length === 0) return [];
      const figures = { tenant: named(name), pools: list(unused) };
      return [findingOf(ID, "pools-unused", { figures, subject: { in: "plan", tenantId: id } })];
    }),
});
