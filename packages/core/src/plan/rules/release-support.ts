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
  const { major, minor } = numbersOf(kubernetesVersion);
  const support = catalog.kubernetesSupport.find((one) => one.minor === `${major}.${minor}`);
  if (support === undefined || asOf <= support.endOfLifeOn) return [];
  const { confidence, sources, endOfLifeOn } = support;
  const figures = { release: named(id), minor: text(support.minor), day: text(endOfLifeOn) };
  return [findingOf(ID, "kubernetes-unpatched", { figures, evidence: { confidence, sources } })];
}

function outOfWindow({ input: { asOf }, clusters, context: { catalog } }: JudgedPlan) {
  const { id, version } = catalog.release;
  const known = catalog.versions.filter(({ releasedOn }) => releasedOn !== null && releasedOn <= asOf);
  const own = numbersOf(version);
  const [newest] = known
    .filter((one) => numbersOf(one.version).major === own.major)
    .toSorted((a, b) => numbersOf(b.version).minor - numbersOf(a.version).minor);
  if (newest === undefined) return [];
  const behind = numbersOf(newest.version).minor - own.minor;
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

/** `1.34.3` → 1 and 34 */
function numbersOf(version: string): { readonly major: number; readonly minor: number } {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return { major, minor };
}
