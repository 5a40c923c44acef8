import { numberOf } from "@nkp-planner/core";
import { NO_OPTIONS } from "../../formats/options.ts";
import { KUBELET_MINORS_BEHIND } from "../../kubernetes/version-skew.ts";
import { defineCheckRule } from "../check-rule.ts";
import type { Checked, CheckedCluster } from "../subject/checked.ts";
import { minorOf, minorsBehind } from "../subject/versions.ts";
import { type WorkersOfVersion, workersOfVersions } from "../subject/worker-versions.ts";

/** Clusters and workers whose Kubernetes is too far from that of what manages them. */
export const versionSkew = defineCheckRule({
  id: "version-skew",
  title: "Kubernetes versions too far apart",
  severity: "error",
  summary:
    "Holds the Kubernetes of each attached cluster against its management cluster's, of each self-managed one against the release's, and of each pool of workers against its control plane's.",
  why: "A management cluster serves attached clusters of its own minor version and of few before it, and a kubelet works with a newer control plane only, and not with one that is much newer.",
  fix: "Upgrade the management cluster first, then control planes, then workers. How far clusters may be behind are the assumptions attached-minors-behind and support-window-self-managed.",
  sources: ["https://kubernetes.io/releases/version-skew-policy/"],
  thresholds: NO_OPTIONS,
  statements: {
    newer: "{cluster}: Kubernetes {version} is newer than the {other} of {manager}.",
    behind:
      "{cluster}: Kubernetes {version} is {behind} minor versions behind the {other} of {manager}; allowed are {most}.",
    "workers-newer": "{cluster}, pool {pool}: Kubernetes {version} is newer than the {other} of the control plane.",
    "workers-behind":
      "{cluster}, pool {pool}: Kubernetes {version} is {behind} minor versions behind the {other} of the control plane; allowed are {most}.",
    "workers-unknown":
      "{cluster}, pool {pool}: which version of Kubernetes its nodes run is not said, so that it cannot be held against the {other} of the control plane.",
  },
  *judge(checked, say) {
    for (const cluster of checked.clusters) {
      const found = managerOf(checked, cluster);
      const { kubernetesVersion: version } = cluster.shape;
      // A version that is not said, or is none, is told by the rule of its support.
      if (found !== null && version !== null) {
        const about = cluster.about("version");
        const behind = minorsBehind(version, found.other);
        const { isAttached, ...words } = { cluster: cluster.planned?.name ?? cluster.name, version, ...found };
        if (behind !== null && behind < 0 && isAttached) yield say.fail(about, "newer", words);
        else if (behind !== null && behind > found.most) yield say.fail(about, "behind", { ...words, behind });
        else if (behind !== null) yield say.pass(about);
      }
      for (const workers of workersOfVersions(cluster)) {
        const { about, pool, other } = workers;
        const behind = behindOf(workers);
        const words = { cluster: cluster.planned?.name ?? cluster.name, pool, other, version: workers.version ?? "" };
        if (behind === null) yield say.unknown(about, "workers-unknown", words);
        else if (behind < 0) yield say.fail(about, "workers-newer", words);
        else if (behind > KUBELET_MINORS_BEHIND)
          yield say.fail(about, "workers-behind", { ...words, behind, most: KUBELET_MINORS_BEHIND });
        else yield say.pass(about);
      }
    }
  },
});

function behindOf({ version, other }: WorkersOfVersion): number | null {
  return version === null ? null : minorsBehind(version, other);
}

/** What a cluster's Kubernetes is held against: nothing for a management cluster, or one that no plan knows. */
function managerOf({ plan, clusters }: Checked, { planned }: CheckedCluster) {
  if (planned === null || planned.role === "management") return null;
  const ofRelease = { manager: "the fleet's release", other: minorOf(plan.context.catalog.release.kubernetesVersion) };
  if (planned.role === "self-managed") return { ...ofRelease, most: planned.supportWindowMinors, isAttached: false };
  const most = numberOf(plan.context.choices, "attached-minors-behind");
  const manager = clusters.find((one) => one.planned?.name === planned.managedBy);
  const { kubernetesVersion } = manager?.shape ?? { kubernetesVersion: null };
  const own = kubernetesVersion === null ? ofRelease : { manager: planned.managedBy ?? "", other: kubernetesVersion };
  return { ...own, most, isAttached: true };
}
