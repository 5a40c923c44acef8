import { InputError, type Problem, shown } from "@nkp-planner/core";
import { dnsLabels } from "../../kubernetes/names.ts";
import type { PlanToEmit, TenantToEmit } from "../plan-to-emit.ts";
import type { SiteCluster } from "../site/site-cluster.ts";
import { type MetricsBy, metricsBy } from "./metrics-by.ts";

/** Before the name of every tenant's namespace, so that none is the platform's. */
const NAMESPACE_PREFIX = "tenant-";
const LONGEST_TENANT_NAME = 63 - NAMESPACE_PREFIX.length;

/** A tenant as files call it: a word that needs no quoting in paths, labels, queries and matchers. */
export interface TenantPlace {
  readonly tenant: TenantToEmit;
  readonly label: string;
  readonly namespace: string;
  readonly folder: string;
}

/** A cluster and where the repository keeps what is its. */
export interface ClusterPlace {
  readonly site: SiteCluster;
  /** Its own folder: its tenant's, where it has one tenant. */
  readonly folder: string;
  readonly tenants: readonly TenantPlace[];
  readonly metrics: MetricsBy;
  /** Whether the provider's central stack runs there. */
  readonly isCentral: boolean;
  /** Namespace of Flux's objects for it. */
  readonly fluxNamespace: string;
  /** The cluster that applies its files; null: it does so itself. */
  readonly appliedBy: string | null;
}

/** The label `tenant` of a cluster's metrics and alerts; null where it is not one tenant's. */
export function tenantLabel({ tenants: [first, ...others] }: ClusterPlace): string | null {
  return first === undefined || others.length > 0 ? null : first.label;
}

/**
 * Where everything goes: one folder a tenant; `shared/` holds clusters of several tenants, `platform/` those of none.
 * @throws InputError where a tenant lives in two clusters
 */
export function placesOf(
  { clusters }: Pick<PlanToEmit, "clusters">,
  site: readonly SiteCluster[],
  fluxNamespace: string,
  subject: string,
): readonly ClusterPlace[] {
  const ids = clusters.flatMap(({ tenants }) => tenants.map(({ id }) => id));
  const problems: Problem[] = clusters.flatMap((cluster, index) =>
    cluster.tenants
      .filter(({ id }) => clusters.slice(0, index).some(({ tenants }) => tenants.some((other) => other.id === id)))
      .map(({ id }) => ({
        path: ["clusters", cluster.name],
        found: `the tenant ${shown(id)} again`,
        expected: "a tenant in one cluster",
        fix: "give the tenant another id in each cluster",
      })),
  );
  if (problems.length > 0) throw new InputError(subject, problems);
  const labels = dnsLabels(ids, { word: "tenant", longest: LONGEST_TENANT_NAME });
  const central = centralName(clusters);
  return site.map((one) => {
    const tenants = one.cluster.tenants.map((tenant): TenantPlace => {
      const label = labels[ids.indexOf(tenant.id)] ?? "";
      return { tenant, label, namespace: `${NAMESPACE_PREFIX}${label}`, folder: `tenants/${label}` };
    });
    const [first, ...others] = tenants;
    const own = first === undefined ? `platform/${one.name}` : `shared/${one.name}`;
    const { managedBy } = one.cluster;
    return {
      site: one,
      folder: first !== undefined && others.length === 0 ? first.folder : own,
      tenants,
      metrics: metricsBy(one.cluster),
      isCentral: one.cluster.name === central,
      fluxNamespace: managedBy === null ? fluxNamespace : one.namespace,
      appliedBy:
        managedBy === null ? null : (site.find(({ cluster }) => cluster.name === managedBy)?.name ?? managedBy),
    };
  });
}

/** The cluster that others report to; a management cluster where nothing says so. */
function centralName(clusters: PlanToEmit["clusters"]): string | null {
  const told = clusters.find(({ services }) => services === "central")?.name;
  const reported = clusters.find(({ reportsTo }) => reportsTo !== undefined)?.reportsTo;
  return told ?? reported ?? clusters.find(({ role }) => role === "management")?.name ?? null;
}
