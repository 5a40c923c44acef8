import { NO_OPTIONS } from "../../formats/options.ts";
import { defineCheckRule } from "../check-rule.ts";
import type { Checked } from "../subject/checked.ts";
import { plannedNkpVersion } from "../subject/versions.ts";

/** Clusters of another Kubernetes than that of the release they are planned on. */
export const versionDrift = defineCheckRule({
  id: "version-drift",
  title: "Another Kubernetes than planned",
  severity: "note",
  summary:
    "Holds the Kubernetes version of each cluster against that of the fleet's release, up to the patch where both say it.",
  why: "The plan counts the platform's pods, and places all of them, by the release of the fleet. A cluster of another version may ask for more or for less, and upgrades are planned from a version that it does not run.",
  fix: "Upgrade the cluster, or plan the fleet on the release that its clusters run.",
  sources: [],
  followsFrom: ["version-skew", "kubernetes-support"],
  thresholds: NO_OPTIONS,
  statements: {
    other: "{cluster}: Kubernetes {version}; the fleet's release {release} has {planned}.",
    unknown:
      "{cluster}: which version of Kubernetes it runs is not said, so that it cannot be held against the {planned} of the fleet's release {release}.",
  },
  *judge(checked, say) {
    const planned = plannedKubernetes(checked);
    const release = `NKP ${plannedNkpVersion(checked)}`;
    for (const cluster of checked.clusters) {
      if (cluster.planned === null) continue;
      const about = cluster.about("version");
      const words = { cluster: cluster.planned.name, planned, release };
      const version = cluster.shape.kubernetesVersion ?? "";
      const parts = /^\d+\.\d+(\.\d+)?/.exec(version)?.[0];
      if (parts === undefined) yield say.unknown(about, "unknown", words);
      else if (isOneOf(planned, parts) || isOneOf(parts, planned)) yield say.pass(about);
      else yield say.fail(about, "other", { ...words, version });
    }
  },
});

/** Whether a version is one of those that another stands for: 1.34.3 is one of 1.34. */
function isOneOf(version: string, wider: string): boolean {
  return version === wider || version.startsWith(`${wider}.`);
}

/** The version of the release; where its manifests say the minor version alone, the patch that its vendor names. */
function plannedKubernetes(checked: Checked): string {
  const { release, versions } = checked.plan.context.catalog;
  const known = versions.find(({ version }) => version === plannedNkpVersion(checked))?.kubernetesPatch ?? null;
  return known !== null && isOneOf(known, release.kubernetesVersion) ? known : release.kubernetesVersion;
}
