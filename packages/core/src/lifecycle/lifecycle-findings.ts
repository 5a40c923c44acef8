import { type Finding, findingOf } from "../base/findings/finding.ts";
import { groupedBy } from "../base/grouped.ts";
import { count, list, named, text } from "../plan/rules/figures.ts";
import { calendarFinding } from "./calendar-texts.ts";
import type { DisputedScope } from "./coupling.ts";
import type { ClusterToUpgrade, LifecycleInput } from "./lifecycle-input.ts";
import type { PrismCentralRaised } from "./prism-central-raised.ts";
import { type MinorRelease, positionOf } from "./release-calendar.ts";
import { firstDayOutside, minorsBehindOf } from "./support-window.ts";

const ID = "upgrade-calendar";

/** What a calendar rests on, and what nobody knows of it. */
export function lifecycleFindings(
  input: LifecycleInput,
  releases: readonly MinorRelease[],
  disputed: readonly DisputedScope[],
  raised: readonly PrismCentralRaised[],
): readonly Finding[] {
  const { policy, facts, clusters } = input;
  const undated = facts.versions.flatMap(({ version, releasedOn }) => (releasedOn === null ? [version] : []));
  const isSelfManaged = clusters.some(({ role }) => role === "self-managed");
  return [
    ...startFindings(input, releases),
    ...assumedReleases(input, releases),
    ...(undated.length === 0
      ? []
      : [calendarFinding(ID, "releases-without-day", { figures: { versions: list(undated) } })]),
    ...(disputed.length === 0 ? [] : [disputedFinding(disputed)]),
    ...(isSelfManaged && policy.selfManagedMinorsBehind === null ? [calendarFinding(ID, "window-unknown")] : []),
    ...olderUnderNewer(raised),
    ...(policy.prismCentral === "own" && policy.prismCentralDays !== null
      ? [calendarFinding(ID, "prism-central-days-void")]
      : []),
    ...(facts.upgrades.infrastructure.length > 0 ? [calendarFinding(ID, "raised-as-needed")] : []),
    ...(policy.whenWindowEnds === "force" ? [calendarFinding(ID, "freezes-hold")] : []),
  ];
}

/** Versions that are too old on the first day, each with its clusters. */
function startFindings(
  { asOf, policy, facts, clusters }: LifecycleInput,
  releases: readonly MinorRelease[],
): readonly Finding[] {
  const newestIndex = releases.findLastIndex(({ releaseDay, isAssumed }) => releaseDay <= 0 && !isAssumed);
  const newest = releases[newestIndex];
  const alike = groupedBy(clusters, ({ version, role }) => `${version} ${role === "self-managed"}`);
  return [...alike.values()].flatMap((group) => {
    const cluster = group[0] as ClusterToUpgrade;
    const startIndex = positionOf(cluster.version, releases);
    const release = named(`nkp-${cluster.version}`);
    const minor = releases[startIndex]?.kubernetesMinor ?? "";
    const support = facts.kubernetesSupport.find((one) => one.minor === minor);
    const window = minorsBehindOf(cluster.role, policy);
    const behind = newestIndex - startIndex;
    const running = { version: cluster.version, releaseIndex: startIndex };
    const outsideFrom = firstDayOutside(cluster.role, running, releases, policy) ?? 1;
    const findings: Finding[] = [];
    const { endOfLifeOn } = facts.versions.find((one) => one.version === cluster.version) ?? {};
    const hasEnded = endOfLifeOn !== undefined && endOfLifeOn < asOf;
    if (hasEnded) {
      const figures = { release, day: text(endOfLifeOn), clusters: list(group.map(({ name }) => name)) };
      findings.push(calendarFinding(ID, "release-out-of-window.told", { figures }));
    }
    if (!hasEnded && window !== null && behind > window && outsideFrom <= 0) {
      const figures = {
        release,
        behind: count(behind, "minor versions"),
        newest: named(newest?.minor ?? ""),
        day: text(newest?.releasedOn ?? ""),
        window: count(window),
        clusters: list(group.map(({ name }) => name)),
      };
      findings.push(findingOf(ID, "release-out-of-window", { figures }));
    }
    if (support !== undefined && support.endOfLifeOn < asOf) {
      const figures = { release, minor: text(minor), day: text(support.endOfLifeOn) };
      const { confidence, sources } = support;
      findings.push(findingOf(ID, "kubernetes-unpatched", { figures, evidence: { confidence, sources } }));
    }
    return findings;
  });
}

function assumedReleases({ policy }: LifecycleInput, releases: readonly MinorRelease[]): readonly Finding[] {
  const firstIndex = releases.findIndex(({ isAssumed }) => isAssumed);
  const first = releases[firstIndex];
  if (first === undefined) return [];
  const figures = {
    last: named(releases[firstIndex - 1]?.minor ?? ""),
    days: count(policy.daysBetweenMinors, "days"),
    first: text(first.releasedOn),
  };
  return [calendarFinding(ID, "releases-assumed", { figures })];
}

function disputedFinding(disputed: readonly DisputedScope[]): Finding {
  const figures = {
    minors: list(disputed.map(({ minor }) => minor)),
    scopes: list([...new Set(disputed.map(({ scope }) => scope))]),
  };
  return calendarFinding(ID, "coupling-disputed", { figures });
}

function olderUnderNewer(raised: readonly PrismCentralRaised[]): readonly Finding[] {
  const doubtful = raised.filter(({ olderClusterCount }) => olderClusterCount > 0);
  if (doubtful.length === 0) return [];
  const figures = {
    clusters: count(Math.max(...doubtful.map(({ olderClusterCount }) => olderClusterCount)), "clusters"),
    versions: list([...new Set(doubtful.map(({ version }) => version))]),
  };
  return [calendarFinding(ID, "older-under-newer", { figures })];
}
