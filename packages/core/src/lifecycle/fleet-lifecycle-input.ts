import type { PlanInput, Tenant } from "../input/fleet.ts";
import { fleetOfDay } from "../input/fleet-of-day.ts";
import { choiceOf, numberOf } from "../input/parameters.ts";
import type { PlatformContext } from "../input/platform-context.ts";
import type { TenantPaceGiven } from "../input/upgrades-file.ts";
import type { ClusterBlueprint, OperatingModel } from "../models/operating-model.ts";
import { layoutOf } from "../plan/plan.ts";
import type { ClusterToUpgrade, LifecycleInput, TenantReadiness } from "./lifecycle-input.ts";
import type { UpgradePolicy } from "./upgrade-policy.ts";

/** All tenants of a provider stand in one workspace: nothing in a fleet says otherwise. */
const WORKSPACE = "tenants";

/** What is played: the model's clusters with the versions that they run, and who lives in them. */
export function lifecycleInputOf(
  fleet: PlanInput,
  model: OperatingModel,
  context: PlatformContext,
  horizonMonths: number,
): LifecycleInput {
  return inputOfClusters(fleet, layoutOf(fleetOfDay(fleet), model, context), context, horizonMonths);
}

/** As much of a cluster as says who decides its version. */
type LaidOut = Pick<ClusterBlueprint, "name" | "role" | "managedBy" | "tenantIds">;

/** What is played of clusters that are laid out, or planned, already. */
export function inputOfClusters(
  fleet: PlanInput,
  layout: readonly LaidOut[],
  context: PlatformContext,
  horizonMonths: number,
): LifecycleInput {
  const input = fleetOfDay(fleet);
  const { catalog } = context;
  const byId = new Map(input.tenants.map((tenant) => [tenant.id, tenant]));
  // A tree of manifests stands for the release that came of it: 2.18.0-dev for 2.18.0.
  const [version = ""] = catalog.release.version.split("-");
  return {
    asOf: input.asOf,
    horizonMonths,
    facts: {
      versions: catalog.versions,
      kubernetesSupport: catalog.kubernetesSupport,
      upgrades: catalog.upgradeFacts,
    },
    policy: policyOf(input, layout, context),
    clusters: layout.map((blueprint) => clusterOf(blueprint, byId, version, input)),
    readiness: input.tenants.map((tenant) => readinessOf(tenant, context)),
  };
}

function clusterOf(
  { name, role, managedBy, tenantIds }: LaidOut,
  byId: ReadonlyMap<string, Tenant>,
  release: string,
  { upgrades, running }: Pick<PlanInput, "upgrades" | "running">,
): ClusterToUpgrade {
  const told =
    role === "management" ? running?.plane : running?.ofTenants.find(({ tenantId }) => tenantId === tenantIds[0]);
  const versions = [told?.version ?? [], ...tenantIds.map((id) => byId.get(id)?.upgrades?.version ?? [])].flat();
  return {
    name,
    role,
    managedBy,
    workspace: role === "attached" ? WORKSPACE : null,
    tenantIds,
    version: versions[0] ?? release,
    prismCentral: upgrades?.prismCentral ?? null,
    aos: upgrades?.aos ?? null,
  };
}

function readinessOf({ id, upgradeCadence, upgrades }: Tenant, { choices }: PlatformContext): TenantReadiness {
  const assumed = numberOf(choices, `ready-after-days-${upgradeCadence}`);
  const byMinor = Object.entries(upgrades?.readyAfterDaysByMinor ?? {});
  return {
    tenantId: id,
    readyAfterDays: daysOf(upgrades?.readyAfterDays ?? assumed),
    freezes: upgrades?.freezes ?? [],
    certified: upgrades?.certified ?? null,
    ...(upgrades?.applications === undefined ? {} : { applicationsId: upgrades.applications }),
    ...(byMinor.length === 0
      ? {}
      : { readyAfterByMinor: Object.fromEntries(byMinor.map(([minor, days]) => [minor, daysOf(days)])) }),
  };
}

function daysOf(days: NonNullable<TenantPaceGiven["readyAfterDays"]>): number | null {
  return days === "never" ? null : days;
}

function policyOf(
  { asOf, upgrades }: PlanInput,
  layout: readonly LaidOut[],
  { choices }: PlatformContext,
): UpgradePolicy {
  const named = <Name extends string>(id: Parameters<typeof choiceOf>[1]) => choiceOf(choices, id).chosen as Name;
  const { everyDays, days, prismCentralDays, risks } = upgrades ?? {};
  const isAllOwn = layout.every(({ role }) => role === "self-managed");
  return {
    attachedMinorsBehind: numberOf(choices, "attached-minors-behind"),
    selfManagedMinorsBehind: choiceOf(choices, "support-window-self-managed").value,
    daysBetweenMinors: numberOf(choices, "days-between-minors"),
    couplingScope: named("coupling-scope"),
    order: named("upgrade-order"),
    // Under a plane all clusters lie under its Prism Central.
    prismCentral: isAllOwn ? named("prism-central-of-tenants") : "shared",
    prismCentralDays: prismCentralDays ?? null,
    whenWindowEnds: named("when-window-ends"),
    maintenance: days !== undefined ? { days } : everyDays !== undefined ? { everyDays, from: asOf } : null,
    planeDelayDays: numberOf(choices, "plane-delay-days"),
    answers: {
      ...answer("pruned-from-git", risks?.prunedFromGit),
      ...answer("node-image-with-cgroup-v1", risks?.cgroupV1),
      ...answer("versions-mixed", risks?.versionsMixed),
      ...answer("project-not-internal", risks?.projectNotInternal),
    },
  };
}

function answer(condition: keyof UpgradePolicy["answers"], is: boolean | undefined): UpgradePolicy["answers"] {
  return is === undefined ? {} : { [condition]: is };
}
