import { NO_OPTIONS } from "../../formats/options.ts";
import { LONGEST_LABEL } from "../../kubernetes/names.ts";
import { isUnresolved } from "../../read/objects/read-fields.ts";
import { defineCheckRule } from "../check-rule.ts";
import type { Checked, CheckedCluster } from "../subject/checked.ts";
import { isOlder, minorOf, minorsBehind, plannedNkpVersion } from "../subject/versions.ts";

/** Names of clusters that are longer than a release takes. */
export const nameTooLong = defineCheckRule({
  id: "name-too-long",
  title: "A cluster's name too long",
  severity: "error",
  summary:
    "Counts the characters of the name of each cluster that files declare, against what upgrades to the fleet's release and to later ones take, and against what Cluster API takes.",
  why: "The name of a cluster cannot be changed. One that is too long for NKP 2.18 stalls the upgrade of all clusters of its workspace, and is mended by a new cluster alone.",
  fix: "Choose a shorter name before the cluster is made. A cluster that runs has to be replaced before the upgrade.",
  sources: [
    "Nutanix Kubernetes Platform 2.18 Release Notes, NCN-115563",
    "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/",
  ],
  thresholds: NO_OPTIONS,
  statements: {
    stalls:
      "{cluster}: the name has {length} characters, and with more than {limit} upgrades to NKP {release} stall for the whole workspace.",
    "will-stall":
      "{cluster}: the name has {length} characters, and with more than {limit} the upgrade from NKP {release} to {later} will stall for the whole workspace.",
    "no-label": "{cluster}: the name has {length} characters, and Cluster API, which makes it a label, takes {limit}.",
  },
  *judge(checked, say) {
    const release = plannedNkpVersion(checked);
    const found = limitOf(checked, release);
    for (const cluster of checked.clusters) {
      if (!isDeclared(cluster)) continue;
      const name = cluster.partOf("name").object.name;
      // What is still to be put in is said by a rule of its own.
      if (isUnresolved(name)) continue;
      const about = cluster.about("name");
      const words = { cluster: name, length: name.length, release };
      if (name.length > LONGEST_LABEL) yield say.fail(about, "no-label", { ...words, limit: LONGEST_LABEL });
      else if (found === null || name.length <= found.limit) yield say.pass(about);
      else if (found.later === null) yield say.fail(about, "stalls", { ...words, limit: found.limit });
      else yield say.fail(about, "will-stall", { ...words, limit: found.limit, later: found.later });
    }
  },
});

/** Nodes that run do not always say the name of their cluster, and what is not of NKP has no such limit. */
function isDeclared({ shape: { source } }: CheckedCluster): boolean {
  return source === "topology" || source === "cluster-api";
}

/** The most characters that upgrades take, and the minor version from which on, where the release is before it. */
function limitOf({ plan }: Checked, release: string): { readonly limit: number; readonly later: string | null } | null {
  const known = plan.context.catalog.upgradeFacts.risks.flatMap(({ condition, limit, toMinor, fixedIn }) =>
    condition === "cluster-name-longer" && limit !== null && (fixedIn === null || isOlder(release, fixedIn))
      ? [{ limit, later: (minorsBehind(toMinor, minorOf(release)) ?? -1) >= 0 ? null : toMinor }]
      : [],
  );
  return known.toSorted((a, b) => a.limit - b.limit)[0] ?? null;
}
