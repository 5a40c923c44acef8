import { defineCheckRule } from "../check-rule.ts";
import type { Checked } from "../subject/checked.ts";
import { minorsBehind, nkpVersionOf, nkpVersionPlace, plannedNkpVersion } from "../subject/versions.ts";
import { supportStateOf, WITHIN_DAYS } from "../support/support-end.ts";

/** Releases of NKP that the vendor looks after no more, or soon will not. */
export const nkpSupport = defineCheckRule({
  id: "nkp-support",
  title: "NKP out of support",
  severity: "error",
  severities: { ending: "warning" },
  summary:
    "Holds the release of the fleet, and of each cluster whose file has another, against the end of support that the vendor says, or else against how many minor versions it may be behind the newest.",
  why: "The vendor answers no question and mends no fault of a release that is out of support. Where it says no last day, support ends with the release that makes a version one too old.",
  fix: "Plan the upgrade: nkp-planner lifecycle shows the way and the days. Another window of support is an assumption, support-window-attached or support-window-self-managed.",
  sources: [],
  thresholds: WITHIN_DAYS,
  statements: {
    ended: "{what}: NKP {version} has had no support since {day}, its last day.",
    ending: "{what}: NKP {version} is supported until {day}, for {left} more.",
    "too-old":
      "{what}: NKP {version} is {behind} minor versions behind {newest}, which came out on {day}; supported are {window}.",
    unknown: "{what}: until when NKP {version} is supported is not known.",
  },
  *judge(checked, say, { withinDays }) {
    const { catalog } = checked.plan.context;
    const newest = newestOn(checked);
    for (const { what, version, window, about } of releasesOf(checked)) {
      const known = catalog.versions.find((one) => one.version === version);
      const words = { what, version };
      if (known?.endOfLifeOn !== undefined) {
        const { state, left } = supportStateOf(known.endOfLifeOn, checked.today, withinDays);
        if (state === "supported") yield say.pass(about);
        else yield say.fail(about, state, { ...words, day: known.endOfLifeOn, left });
        continue;
      }
      const behind = newest === undefined ? null : minorsBehind(version, newest.version);
      if (known === undefined || newest === undefined || behind === null || window === null)
        yield say.unknown(about, "unknown", words);
      else if (behind <= window) yield say.pass(about);
      else
        yield say.fail(about, "too-old", {
          ...words,
          ...{ behind, window, newest: newest.version, day: newest.releasedOn ?? "" },
        });
    }
  },
});

/** The fleet's release, and that of each cluster whose file has another. */
function* releasesOf(checked: Checked) {
  const planned = plannedNkpVersion(checked);
  const windows = checked.plan.clusters.map(({ supportWindowMinors }) => supportWindowMinors);
  const place = checked.fleet(["release"]);
  const about = { what: "fleet", clusterName: null, poolName: null, place };
  if (windows.length > 0) yield { what: "The fleet", version: planned, window: Math.min(...windows), about };
  for (const cluster of checked.clusters) {
    const said = nkpVersionOf(cluster);
    if (said === null || said.version === planned) continue;
    yield {
      what: cluster.planned?.name ?? cluster.name,
      version: said.version,
      window: cluster.planned?.supportWindowMinors ?? null,
      about: { ...cluster.about("version"), place: nkpVersionPlace(cluster, said) },
    };
  }
}

/** The newest release that was out on the day of the check. */
function newestOn({ plan, today }: Checked) {
  return plan.context.catalog.versions
    .filter(({ releasedOn }) => releasedOn !== null && releasedOn <= today)
    .reduce<Checked["plan"]["context"]["catalog"]["versions"][number] | undefined>(
      (newest, one) => (newest === undefined || (minorsBehind(newest.version, one.version) ?? 0) > 0 ? one : newest),
      undefined,
    );
}
