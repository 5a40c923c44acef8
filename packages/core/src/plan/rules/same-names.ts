import { findingOf } from "../../base/findings/finding.ts";
import { list, named } from "./figures.ts";
import { defineInputRule } from "./rule.ts";

const ID = "same-names";

/**
 * Several tenants of one name, told apart by their ids, which quotes and tables do not show; and several workloads of a
 * tenant, all of which a rule means that names one.
 */
export const sameNames = defineInputRule({
  id: ID,
  title: "Every tenant, and every workload of a tenant, has a name of its own",
  judge: ({ input: { tenants } }) => [
    ...repeatedIn(tenants).map(([name, all]) =>
      findingOf(ID, "name-repeated", { figures: { name: named(name), ids: list(all.map(({ id }) => id)) } }),
    ),
    ...tenants.flatMap(({ id, name: tenant, demand }) => {
      const names = "podCount" in demand ? [] : repeatedIn(demand).map(([name]) => name);
      if (names.length === 0) return [];
      const figures = { tenant: named(tenant), workloads: list(names) };
      return [findingOf(ID, "workload-repeated", { figures, subject: { in: "plan", tenantId: id } })];
    }),
  ],
});

function repeatedIn<One extends { readonly name: string }>(all: readonly One[]): readonly [string, readonly One[]][] {
  const byName = new Map<string, One[]>();
  for (const one of all) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  return [...byName].filter(([, alike]) => alike.length > 1);
}
