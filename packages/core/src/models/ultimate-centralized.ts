import { clusterNameOf, defineOperatingModel } from "./operating-model.ts";

const MANAGEMENT = "management";

/** One Ultimate management cluster, with the cluster of every tenant attached to it. */
export const ultimateCentralized = defineOperatingModel({
  id: "ultimate-centralized",
  title: "Ultimate, centralized",
  phrase: "one Ultimate plane",
  summary:
    "One NKP Ultimate management cluster with workers for platform services only; every tenant's cluster is attached to it.",
  tone: "violet",
  layout: (tenants) => {
    if (tenants.length === 0) return [];
    return [
      {
        name: MANAGEMENT,
        role: "management",
        edition: "ultimate",
        tenantIds: [],
        managedBy: null,
        poolRoles: ["control-plane", "platform"],
      },
      ...tenants.map((tenant) => ({
        name: clusterNameOf(tenant),
        role: "attached" as const,
        edition: "ultimate" as const,
        tenantIds: [tenant.id],
        managedBy: MANAGEMENT,
        poolRoles: ["control-plane", "workload"] as const,
      })),
    ];
  },
});
