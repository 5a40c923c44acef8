import { findingOf } from "../../base/findings/finding.ts";
import type { Tenant } from "../../input/fleet.ts";
import { list, named } from "./figures.ts";
import { definePlanRule } from "./rule.ts";

const ID = "tenants-sizes";

/** What is not known of tenants' pods, and what is taken for them. */
export const tenantsSizes = definePlanRule({
  id: ID,
  title: "What tenants ask for is stated",
  judge: ({ input: { tenants } }) => {
    const even = tenants.flatMap(({ name, demand }) => ("isEvenlySized" in demand ? [name] : []));
    const bySize = tenants.flatMap(({ name, sizedBy }) =>
      sizedBy === undefined ? [] : [`${name} (${sizedBy.join(", ")})`],
    );
    const unknown = { evidence: { confidence: "unknown" } } as const;
    return [
      ...tenants.flatMap((tenant) => {
        const workloads = workloadsWithoutRequests(tenant);
        if (workloads.length === 0) return [];
        const figures = { tenant: named(tenant.name), workloads: list(workloads) };
        return [
          findingOf(ID, "requests-not-stated", { figures, subject: { in: "plan", tenantId: tenant.id }, ...unknown }),
        ];
      }),
      ...(even.length === 0 ? [] : [findingOf(ID, "even-sizes", { figures: { tenants: list(even) }, ...unknown })]),
      ...(bySize.length === 0
        ? []
        : [findingOf(ID, "named-sizes", { figures: { tenants: list(bySize) }, evidence: {} })]),
    ];
  },
});

function workloadsWithoutRequests({ demand }: Tenant): readonly string[] {
  if ("podCount" in demand) return [];
  return demand.flatMap(({ name, replicas, unknownRequests }) => {
    const words = unknownRequests?.map((key) => (key === "cpu" ? "CPU" : key)) ?? [];
    return words.length === 0 || replicas === 0 ? [] : [`${name} (${words.join(", ")})`];
  });
}
