import { InputError } from "../base/findings/input-error.ts";
import type { Problem } from "../base/findings/problem.ts";
import { shown } from "../base/shown.ts";
import type { PlanInput } from "../input/fleet.ts";
import type { PlatformContext } from "../input/platform-context.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import { assumedPaces } from "./assumed-paces.ts";
import { lifecycleInputOf } from "./fleet-lifecycle-input.ts";
import type { LifecycleInput } from "./lifecycle-input.ts";
import { lifecycleProblems } from "./lifecycle-problems.ts";
import { playChecked, type UpgradeCalendar } from "./play-upgrades.ts";

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
  return playedOf(lifecycleInputOf(fleet, model, context, horizonMonths), fleet, context);
}

/** Plays what was made of a fleet. @throws InputError as `upgradesOf` */
export function playedOf(input: LifecycleInput, fleet: PlanInput, context: PlatformContext): UpgradeCalendar {
  const all = lifecycleProblems(input);
  const ofHorizon = all.filter(({ path }) => path[0] === "horizonMonths");
  if (ofHorizon.length > 0) throw new InputError("upgrade calendar", ofHorizon);
  const problems = [
    ...bothDays(fleet),
    ...versionsAtOdds(input, fleet),
    ...all.map((one) => inFleet(one, input, fleet)),
  ];
  if (problems.length > 0) throw new InputError("fleet", distinct(problems));
  const calendar = playChecked(input);
  return { ...calendar, findings: [...assumedPaces(fleet, context), ...calendar.findings] };
}

function bothDays({ upgrades }: PlanInput): readonly Problem[] {
  if (upgrades?.days === undefined || upgrades.everyDays === undefined) return [];
  const found = "days and everyDays";
  return [{ path: ["upgrades", "days"], found, expected: "one of the two", fix: "leave one of them out" }];
}

/** Tenants that live in one cluster, and say that it runs different versions. */
function versionsAtOdds({ clusters }: LifecycleInput, { tenants, running }: PlanInput): readonly Problem[] {
  const indexes = new Map(tenants.map(({ id }, index) => [id, index]));
  const told = new Map((running?.ofTenants ?? []).map(({ tenantId, version }) => [tenantId, version]));
  return clusters.flatMap(({ name, version, tenantIds }) =>
    tenantIds.flatMap((id): readonly Problem[] => {
      const index = indexes.get(id) as number;
      const given = told.get(id) ?? tenants[index]?.upgrades?.version;
      if (given === undefined || given === version) return [];
      const expected = `${version}, as another tenant of the cluster ${name} has it`;
      const path = ["tenants", index, "upgrades", "version"];
      return [{ path, found: shown(given), expected, fix: "write one version for both" }];
    }),
  );
}

/** One of each: what beneath all clusters is wrong is found once for each of them. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** A problem of what is played, as the fleet's author wrote it. */
function inFleet(problem: Problem, { clusters, readiness }: LifecycleInput, fleet: PlanInput): Problem {
  const { tenants, running } = fleet;
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
  if (list === "clusters" && cluster !== undefined && rest[0] === "version") {
    const [id] = cluster.tenantIds;
    const told = id === undefined ? running?.plane : running?.ofTenants.find(({ tenantId }) => tenantId === id);
    // What no fleet says has no place in one.
    if (told != null)
      return { ...problem, path: [], found: `${problem.found} of ${cluster.name}, as ${told.from} says` };
    if (id !== undefined) return placed(id, ...rest);
  }
  if (list === "clusters" && (rest[0] === "prismCentral" || rest[0] === "aos"))
    return { ...problem, path: ["upgrades", rest[0]] };
  if (list === "policy") return { ...problem, path: ["upgrades", ...problem.path.slice(1)] };
  return problem;
}
