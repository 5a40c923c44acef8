import { findingOf } from "../../base/findings/finding.ts";
import { count, list, named, text } from "./figures.ts";
import { definePlanRule, type JudgedPlan } from "./rule.ts";

const ID = "release-support";

/** A release that is too old on the day of the plan: its Kubernetes is patched no more, or it lags too far behind. */
export const releaseSupport = definePlanRule({
  id: ID,
  title: "The release is supported on the day of the plan",
  judge: (plan) => (plan.clusters.length === 0 ? [] : [...unpatched(plan), ...outOfWindow(plan)]),
});

function unpatched({ input: { asOf }, context: { catalog } }: JudgedPlan) {
  const { id, kubernetesVersion } = catalog.release;
  const support = catalog.kubernetesSupport.find((one) => one.minor === minorOf(kubernetesVersion));
  if (support === undefined || asOf <= support.endOfLifeOn) return [];
  const { confidence, sources, endOfLifeOn } = support;
  const figures = { release: named(id), minor: text(support.minor), day: text(endOfLifeOn) };
  return [findingOf(ID, "kubernetes-unpatched", { figures, evidence: { confidence, sources } })];
}

function outOfWindow({ input: { asOf }, clusters, context: { catalog } }: JudgedPlan) {
  const { id, version } = catalog.release;
  const known = catalog.versions.filter(({ releasedOn }) => releasedOn !== null && releasedOn <= asOf);
  const [newest] = known.toSorted((a, b) => minorsSince(version, b.version) - minorsSince(version, a.version));
  if (newest === undefined) return [];
  const behind = minorsSince(version, newest.version);
  return [...new Set(clusters.map(({ supportWindowMinors }) => supportWindowMinors))]
    .filter((window) => window < behind)
    .map((window) => {
      const late = clusters.filter(({ supportWindowMinors }) => supportWindowMinors === window);
      const figures = {
        release: named(id),
        behind: count(behind, "minor versions"),
        newest: named(newest.version),
        day: text(newest.releasedOn ?? ""),
        window: count(window),
        clusters: list(late.map(({ name }) => name)),
      };
      const { confidence, sources } = newest;
      return findingOf(ID, "release-out-of-window", { figures, evidence: { confidence, sources } });
    });
}

/** `1.34.3` → `1.34` */
function minorOf(version: string): string {
  return version.split(".").slice(0, 2).join(".");
}

/** How many minor versions a version is behind a newer one of the same major; zero where the major is another. */
function minorsSince(version: string, newer: string): number {
  const [major, minor = 0] = version.split(".").map(Number);
  const [newerMajor, newerMinor = 0] = newer.split(".").map(Number);
  return major === newerMajor ? newerMinor - minor : 0;
}
