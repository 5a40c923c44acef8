import { defineCheckRule } from "../check-rule.ts";
import type { About } from "../subject/about.ts";
import type { Checked } from "../subject/checked.ts";
import { minorOf } from "../subject/versions.ts";
import { supportStateOf, WITHIN_DAYS } from "../support/support-end.ts";

/** Clusters whose Kubernetes is patched no more, or soon will not be. */
export const kubernetesSupport = defineCheckRule({
  id: "kubernetes-support",
  title: "Kubernetes out of support",
  severity: "warning",
  summary:
    "Holds the Kubernetes of the fleet's release, and of each cluster whose file has another, against the last day on which Kubernetes patches it.",
  why: "After that day nobody upstream mends a weakness in this minor version any more. The vendor may still do so within its own support, which is a rule of its own; so that this one warns.",
  fix: "Plan the upgrade to a release with a newer Kubernetes: nkp-planner lifecycle shows when each cluster can be moved.",
  sources: ["https://kubernetes.io/releases/patch-releases/"],
  thresholds: WITHIN_DAYS,
  statements: {
    ended: "{what}: Kubernetes {version} has had no support since {day}, its last day.",
    ending: "{what}: Kubernetes {version} is supported until {day}, for {left} more.",
    "end-unknown": "{what}: until when Kubernetes {version} is supported is not known.",
    "version-unknown": "{what}: which version of Kubernetes it runs is not said.",
  },
  *judge(checked, say, { withinDays }) {
    for (const { about, what, version } of versionsOf(checked)) {
      if (version === null) {
        yield say.unknown(about, "version-unknown", { what });
        continue;
      }
      const lastDay = lastDayOf(checked, version);
      if (lastDay === null) {
        yield say.unknown(about, "end-unknown", { what, version });
        continue;
      }
      const { state, left } = supportStateOf(lastDay, checked.today, withinDays);
      if (state === "supported") yield say.pass(about);
      else yield say.fail(about, state, { what, version, day: lastDay, left });
    }
  },
});

/** The Kubernetes of the fleet's release, and that of each cluster whose file has another minor version or none. */
function* versionsOf(checked: Checked): Iterable<{ about: About; what: string; version: string | null }> {
  const { plan, clusters, fleet } = checked;
  const planned = minorOf(plan.context.catalog.release.kubernetesVersion);
  const lastDay = lastDayOf(checked, planned);
  // A plan says itself that its release had ended on its own day: what follows it is not to blame.
  if (lastDay === null || plan.input.asOf <= lastDay) {
    const about = { what: "fleet", clusterName: null, poolName: null, place: fleet(["release"]) };
    yield { about, what: "The fleet's release", version: planned };
  }
  for (const cluster of clusters) {
    const { kubernetesVersion: version } = cluster.shape;
    // Of a cluster that no plan knows, that is said: that it does not say its version either helps nobody.
    if (version === null ? cluster.planned === null : minorOf(version) === planned) continue;
    yield { about: cluster.about("version"), what: cluster.planned?.name ?? cluster.name, version };
  }
}

/** null: not known. */
function lastDayOf({ plan }: Checked, version: string): string | null {
  const found = plan.context.catalog.kubernetesSupport.find(({ minor }) => minor === minorOf(version));
  return found?.endOfLifeOn ?? null;
}
