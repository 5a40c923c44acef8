import { NO_OPTIONS } from "../../formats/options.ts";
import { defineCheckRule } from "../check-rule.ts";
import { isOlder, nkpVersionOf, nkpVersionPlace, plannedNkpVersion } from "../subject/versions.ts";
import { wayBetween } from "../support/upgrade-ways.ts";

/** Clusters that no single step brings to the fleet's release. */
export const upgradePath = defineCheckRule({
  id: "upgrade-path",
  title: "No upgrade path to the release",
  severity: "warning",
  summary:
    "Looks up the step from the NKP version in a cluster's file to the release of the fleet in the vendor's table of upgrades.",
  why: "The vendor supports the steps of its table only. A cluster that is too old for one step has to go by the versions between, each of which takes its own days, and none goes back.",
  fix: "Upgrade by the versions that the message names, one after the other, or plan the fleet on a release that can be reached.",
  sources: [],
  thresholds: NO_OPTIONS,
  statements: {
    "by-others": "{cluster}: no single step leads from NKP {version} to {release}; the way goes by {way}.",
    "no-way": "{cluster}: the table of upgrades has no way from NKP {version} to {release}.",
    newer: "{cluster}: NKP {version} is newer than {release}, the release of the fleet, and no upgrade leads back.",
    unknown: "{cluster}: whether an upgrade leads from NKP {version} to {release} is not known.",
  },
  *judge(checked, say) {
    const { paths } = checked.plan.context.catalog.upgradeFacts;
    const release = plannedNkpVersion(checked);
    for (const cluster of checked.clusters) {
      const said = nkpVersionOf(cluster);
      if (said === null) continue;
      const { version } = said;
      const about = { ...cluster.about("version"), place: nkpVersionPlace(cluster, said) };
      const words = { cluster: cluster.planned?.name ?? cluster.name, version, release };
      const isKnown = paths.some(({ from }) => from === version) && paths.some(({ to }) => to === release);
      const way = wayBetween(paths, version, release);
      if (version === release || way?.length === 0) yield say.pass(about);
      else if (isOlder(release, version)) yield say.fail(about, "newer", words);
      else if (!isKnown) yield say.unknown(about, "unknown", words);
      else if (way === null) yield say.fail(about, "no-way", words);
      else yield say.fail(about, "by-others", { ...words, way });
    }
  },
});
