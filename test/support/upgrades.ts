import type {
  ClusterToUpgrade,
  LifecycleFacts,
  LifecycleInput,
  TenantReadiness,
  UpgradeFacts,
  UpgradePolicy,
} from "@nkp-planner/core";

const KNOWN = { confidence: "assumption" as const, sources: [] as string[] };

/** Versions with their days, `{ "2.1.0": "2026-01-01" }`; 2.1 carries Kubernetes 1.11, 2.2 1.12. */
export function versionsOf(days: Readonly<Record<string, string | null>>): LifecycleFacts["versions"] {
  return Object.entries(days).map(([version, releasedOn]) => ({
    version,
    taggedOn: releasedOn,
    releasedOn,
    kubernetesMinor: `1.${10 + Number(version.split(".")[1])}`,
    kubernetesPatch: null,
    ...KNOWN,
  }));
}

/** Facts of upgrades with only what a test is about. */
export function upgradeFacts(facts: {
  readonly infrastructure?: readonly Omit<UpgradeFacts["infrastructure"][number], "confidence" | "sources">[];
  readonly floors?: readonly Omit<UpgradeFacts["floors"][number], "confidence" | "sources">[];
  readonly couplingScopes?: readonly Omit<UpgradeFacts["couplingScopes"][number], "confidence" | "sources">[];
  readonly paths?: readonly Omit<UpgradeFacts["paths"][number], "confidence" | "sources">[];
  readonly risks?: readonly Omit<UpgradeFacts["risks"][number], "confidence" | "sources">[];
}): UpgradeFacts {
  const { infrastructure = [], floors = [], couplingScopes = [], paths = [], risks = [] } = facts;
  const known = <Fact extends object>(all: readonly Fact[]) => all.map((one) => ({ ...one, ...KNOWN }));
  return {
    infrastructure: known(infrastructure),
    floors: known(floors),
    couplingScopes: known(couplingScopes),
    paths: known(paths),
    risks: known(risks),
  };
}

/** One release, of day 0, and the next ones every hundred days. */
export const TOY_FACTS: LifecycleFacts = {
  versions: versionsOf({ "2.1.0": "2026-01-01" }),
  kubernetesSupport: [],
  upgrades: upgradeFacts({}),
};

/** Anything on any day, each cluster for itself, one minor version behind under a plane and three alone. */
export function policyOf(policy: Partial<UpgradePolicy> = {}): UpgradePolicy {
  return {
    attachedMinorsBehind: 1,
    selfManagedMinorsBehind: 3,
    daysBetweenMinors: 100,
    couplingScope: "cluster",
    order: "vendor",
    prismCentral: "shared",
    prismCentralDays: null,
    whenWindowEnds: "wait",
    maintenance: null,
    planeDelayDays: 0,
    answers: {},
    ...policy,
  };
}

/** A tenant's pace: ready on the day of a release unless a test says otherwise. */
export function paceOf(tenantId: string, pace: Partial<TenantReadiness> = {}): TenantReadiness {
  return { tenantId, readyAfterDays: 0, freezes: [], certified: null, ...pace };
}

/** A cluster of one tenant, attached to `plane`, in the one workspace, of version 2.1.0. */
export function attachedOf(tenantId: string, cluster: Partial<ClusterToUpgrade> = {}): ClusterToUpgrade {
  return {
    name: `tenant-${tenantId}`,
    role: "attached",
    managedBy: "plane",
    workspace: "tenants",
    tenantIds: [tenantId],
    version: "2.1.0",
    prismCentral: null,
    aos: null,
    ...cluster,
  };
}

/** The same cluster looking after itself. */
export function selfManagedOf(tenantId: string, cluster: Partial<ClusterToUpgrade> = {}): ClusterToUpgrade {
  return attachedOf(tenantId, { role: "self-managed", managedBy: null, ...cluster });
}

/** The management cluster. */
export function planeOf(cluster: Partial<ClusterToUpgrade> = {}): ClusterToUpgrade {
  return attachedOf("", { name: "plane", role: "management", managedBy: null, tenantIds: [], ...cluster });
}

/** A fleet's year from 2026-01-01 on: a cluster for each pace, attached to one plane, or each alone. */
export function fleetToPlay(
  readiness: readonly TenantReadiness[],
  { isSelfManaged = false, ...input }: Partial<LifecycleInput> & { readonly isSelfManaged?: boolean } = {},
): LifecycleInput {
  const homes = readiness.map(({ tenantId }) => (isSelfManaged ? selfManagedOf(tenantId) : attachedOf(tenantId)));
  return {
    asOf: "2026-01-01",
    horizonMonths: 12,
    facts: TOY_FACTS,
    policy: policyOf(),
    clusters: isSelfManaged ? homes : [planeOf(), ...homes],
    readiness,
    ...input,
  };
}
