import type { Problem } from "@nkp-planner/core";
import type { TenantKey } from "../read-result.ts";
import type { ReadText } from "../reader.ts";
import { UNASSIGNED } from "../workloads/unassigned.ts";
import { type Chosen, chosenSizes } from "./chosen-sizes.ts";
import { plannedKind } from "./kinds.ts";
import { noticesOf } from "./notices.ts";
import { podOf, together } from "./pods.ts";
import { countsMissing, noBasis, nothingCounted, without } from "./refusals.ts";
import type { Counted } from "./second-sizing.ts";
import { BASES, type Basis, type Sized, type SizedFile } from "./sized.ts";
import type { SizingFormat } from "./sizing-format.ts";
import { podCountSaid, type SizingOptions } from "./sizing-options.ts";
import { tenantsOfPods } from "./tenants-of-pods.ts";

/** What a file says of sizes as tenants, and what became of each of its entries. @param only the name of the one tenant */
export function demandOfSizes(file: SizedFile, format: SizingFormat, options: SizingOptions, only: string): ReadText {
  const { all, entries } = file;
  const has = BASES.filter((one) =>
    all.some(({ sizes }) => sizes[one].cpuNano !== null || sizes[one].memoryNano !== null),
  );
  const basis = options.basis ?? format.usual;
  if (options.basis !== undefined && has.length > 0 && !has.includes(basis))
    return without(noBasis(basis, has, format.tool), entries);
  const excluded = new Map(file.excluded.map(({ count, reason }) => [reason, count]));
  const left: Sized[] = [];
  for (const one of all) {
    const reason = leftOutOf(one, options);
    if (reason === undefined) left.push(one);
    else excluded.set(reason, (excluded.get(reason) ?? 0) + one.entryCount);
  }
  const uncounted = left.filter((one) => countOf(one, options) === undefined);
  if (uncounted.length > 0) return without(countsMissing(uncounted, format.tool), entries);
  const pods = [...podsOf(left).values()].map((containers) => ({ containers, ...judged(containers, basis, options) }));
  const problems = [...file.problems, ...pods.flatMap((one) => one.problems)];
  const unreadable = pods.filter((one) => one.problems.length > 0).flatMap(({ containers }) => containers);
  const good = pods.filter((one) => one.problems.length === 0);
  const used: Counted[] = good.flatMap(({ chosen, podCount }) => chosen.map((one) => ({ chosen: one, podCount })));
  if (used.length === 0 && problems.length === 0)
    return without(nothingCounted(all.length, entries, excluded), entries);
  const alike = together(good.map(({ chosen, podCount }) => podOf(chosen, podCount)));
  const tenants = tenantsOfPods(alike, options.tenantBy, only);
  const entriesIn = (some: readonly Sized[]) => some.reduce((sum, { entryCount }) => sum + entryCount, 0);
  const usedCount = entriesIn(used.map(({ chosen }) => chosen.one));
  const unreadableCount = entriesIn(unreadable) + file.problems.length;
  const reasons = [...excluded].map(([reason, count]) => ({ count, reason }));
  return {
    data: used.length === 0 ? null : tenants.map(({ tenant }) => tenant),
    problems,
    notices:
      used.length === 0
        ? []
        : noticesOf({
            ...{ file, format, options, basis, used, alike },
            hasUnassigned: tenants.some(({ tenant }) => tenant.name === UNASSIGNED),
          }),
    tenantKeys: tenantKeysOf(left),
    report: {
      entries,
      foundCount: usedCount + unreadableCount + reasons.reduce((sum, { count }) => sum + count, 0),
      ...{ usedCount, excluded: reasons, unreadableCount },
    },
    basis: `${BASIS_WORDS[basis]} ${format.tool}`,
    placeOf: ([tenantIndex, list, index]) => {
      const group = tenants[Number(tenantIndex)]?.pods;
      return (
        (group?.[list === "workloads" ? Number(index) : 0] ?? group?.[0])?.first.placeOf() ?? { line: 1, column: 1 }
      );
    },
  };
}

const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  requests: "requests as said by",
  recommendation: "recommendations of",
  usage: "what is used as said by",
};

function leftOutOf({ namespace, kind, podCount }: Sized, { leftOut, countsJobs }: SizingOptions): string | undefined {
  if (namespace !== "" && leftOut.has(namespace)) return "in namespaces that are left out";
  if (plannedKind(kind) === "Job" && !countsJobs) return "of Jobs and CronJobs, which run and end";
  return podCount === 0 ? "of workloads with 0 pods" : undefined;
}

/** How many pods it is of; undefined: nobody says, and it makes a difference. */
function countOf(one: Sized, options: SizingOptions): number | undefined {
  if (plannedKind(one.kind) === "DaemonSet" && !one.isSum) return one.podCount ?? 1;
  const isAnyCount = one.isSum || one.problems.length > 0;
  return one.podCount ?? podCountSaid(options, one) ?? (isAnyCount ? 1 : undefined);
}

/** Containers by their pods. One that is there again is of another pod, as of a cluster that the file does not name. */
function podsOf(all: readonly Sized[]): ReadonlyMap<string, readonly Sized[]> {
  const pods = new Map<string, Sized[]>();
  const timesSeen = new Map<string, number>();
  for (const one of all) {
    const name = [one.podKey, one.container, one.isInit].join("\n");
    const times = timesSeen.get(name) ?? 0;
    timesSeen.set(name, times + 1);
    const key = `${one.podKey}\n${times}`;
    const here = pods.get(key);
    if (here === undefined) pods.set(key, [one]);
    else here.push(one);
  }
  return pods;
}

/** A pod is known where all its containers are. */
function judged(containers: readonly Sized[], basis: Basis, options: SizingOptions) {
  const read = containers.map((one) => (one.problems.length > 0 ? null : chosenSizes(one, basis, options)));
  const isProblem = (one: Chosen | Problem | null): one is Problem => one !== null && "found" in one;
  const problems = [...containers.flatMap((one) => one.problems), ...read.filter(isProblem)];
  return {
    problems,
    chosen: read.filter((one): one is Chosen => one !== null && !isProblem(one)),
    podCount: containers.reduce((most, one) => Math.max(most, countOf(one, options) ?? 1), 1),
  };
}

/** What may tell tenants apart, where there are several. */
function tenantKeysOf(all: readonly Sized[]): readonly TenantKey[] {
  return (["namespace", "cluster"] as const).flatMap((key) => {
    const tenantCount = new Set(all.map((one) => one[key])).size;
    return tenantCount > 1 ? [{ key, tenantCount }] : [];
  });
}
