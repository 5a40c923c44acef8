import { InputError } from "../base/findings/input-error.ts";
import type { Problem } from "../base/findings/problem.ts";
import { shown } from "../base/shown.ts";
import type { PlanInput, Tenant } from "../input/fleet.ts";
import { fleetOfDay } from "../input/fleet-of-day.ts";
import { choiceOf, numberOf } from "../input/parameters.ts";
import type { PlatformContext } from "../input/platform-context.ts";
import type { TenantPaceGiven } from "../input/upgrades-file.ts";
import type { ClusterBlueprint, OperatingModel } from "../models/operating-model.ts";
import { layoutOf } from "../plan/plan.ts";
import type { ClusterToUpgrade, LifecycleInput, TenantReadiness } from "./lifecycle-input.ts";
import { lifecycleProblems } from "./lifecycle-problems.ts";
import { playUpgrades, type UpgradeCalendar } from "./play-upgrades.ts";
import type { UpgradePolicy } from "./upgrade-policy.ts";

/** All tenants of a provider stand in one workspace: nothing in a fleet says otherwise. */
const WORKSPACE = "tenants";

/**
 * Plays the upgrades of a fleet forward by an operating model, by the pace of its tenants, the provider's days and the
 * assumptions. `upgradesOf(fleet, ultimateCentralized, context, 36).tenants` says how many days each waits for others.
 * @param horizonMonths 1 to 120
 * @throws InputError with every entry of the fleet that no calendar can be played with
 */
export function upgradesOf(
  fleet: PlanInput,
  model: OperatingModel,
  context: PlatformContext,
  horizonMonths: number,
): UpgradeCalendar {
  const input = lifecycleInputOf(fleet, model, context, horizonMonths);
  const all = lifecycleProblems(input);
  const ofHorizon = all.filter(({ path }) => path[0] === "horizonMonths");
  if (ofHorizon.length > 0) throw new InputError("upgrade calendar", ofHorizon);
  const problems = [
    ...bothDays(fleet),
    ...versionsAtOdds(input, fleet),
    ...all.map((one) => inFleet(one, input, fleet)),
  ];
  if (problems.length > 0) throw new InputError("fleet", distinct(problems));
  return playUpgrades(input);
}

/** What is played: the model's clusters with the versions that they run, and who lives in them. */
function lifecycleInputOf(
  fleet: PlanInput,
  model: OperatingModel,
  context: PlatformContext,
  horizonMonths: number,
): LifecycleInput {
  const input = fleetOfDay(fleet);
  const { catalog } = context;
  const layout = layoutOf(input, model, context);
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
  { name, role, managedBy, tenantIds }: ClusterBlueprint,
  byId: ReadonlyMap<string, Tenant>,
  release: string,
  { upgrades }: Pick<PlanInput, "upgrades">,
): ClusterToUpgrade {
  const versions = tenantIds.flatMap((id) => byId.get(id)?.upgrades?.version ?? []);
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
  layout: readonly ClusterBlueprint[],
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

function bothDays({ upgrades }: PlanInput): readonly Problem[] {
  if (upgrades?.days === undefined || upgrades.everyDays === undefined) return [];
  const found = "days and everyDays";
  return [{ path: ["upgrades", "days"], found, expected: "one of the two", fix: "leave one of them out" }];
}

/** Tenants that live in one cluster, and say that it runs different versions. */
function versionsAtOdds({ clusters }: LifecycleInput, { tenants }: PlanInput): readonly Problem[] {
  return clusters.flatMap(({ name, version, tenantIds }) =>
    tenants.flatMap(({ id, upgrades }, index): readonly Problem[] => {
      if (!tenantIds.includes(id) || upgrades?.version === undefined || upgrades.version === version) return [];
      const expected = `${version}, as another tenant of the cluster ${name} has it`;
      return [
        {
          path: ["tenants", index, "upgrades", "version"],
          found: shown(upgrades.version),
          expected,
          fix: "write one version for both",
        },
      ];
    }),
  );
}

/** One of each: what beneath all clusters is wrong is found once for each of them. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** A problem of what is played, as the fleet's author wrote it. */
function inFleet(problem: Problem, { clusters, readiness }: LifecycleInput, { tenants }: PlanInput): Problem {
  const [list, index, ...rest] = problem.path;
  const placed = (tenantId: string | undefined, ...more: Problem["path"]) => ({
    ...problem,
    path: ["tenants", tenants.findIndex(({ id }) => id === tenantId), "upgrades", ...more],
  });
  if (list === "readiness") {
    const key = rest[0] === "readyAfterByMinor" ? ["readyAfterDaysByMinor", ...rest.slice(1)] : rest;
    return placed(readiness[index as number]?.tenantId, ...key);
  }
  const cluster = clusters[index as number];
  if (list === "clusters" && cluster?.tenantIds[0] !== undefined && rest[0] === "version")
    return placed(cluster.tenantIds[0], ...rest);
  if (list === "clusters" && (rest[0] === "prismCentral" || rest[0] === "aos"))
    return { ...problem, path: ["upgrades", rest[0]] };
  if (list === "policy") return { ...problem, path: ["upgrades", ...problem.path.slice(1)] };
  return problem;
}
