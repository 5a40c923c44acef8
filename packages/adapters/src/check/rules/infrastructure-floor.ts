import type { InfrastructureFloor } from "@nkp-planner/core";
import { NO_OPTIONS } from "../../formats/options.ts";
import { defineCheckRule } from "../check-rule.ts";
import type { Checked } from "../subject/checked.ts";
import { minorOf, minorsBehind, plannedNkpVersion } from "../subject/versions.ts";
import { AOS, PRISM_CENTRAL, versionBeneath } from "../support/infrastructure-support.ts";

/** Prism Central or AOS older than the fleet's release needs. */
export const infrastructureFloor = defineCheckRule({
  id: "infrastructure-floor",
  title: "Prism Central or AOS too old for the release",
  severity: "warning",
  summary:
    "Holds the versions of Prism Central and AOS that the fleet says under upgrades against what its release needs.",
  why: "A release that needs a newer version beneath it is not supported on an older one, and its clusters cannot be made or upgraded there.",
  fix: "Raise it first, or correct the version in the fleet file where another one runs.",
  sources: [],
  thresholds: NO_OPTIONS,
  statements: {
    below: "{product} {version} is older than {floor}, which NKP {release} needs.",
    "age-unknown": "Whether {product} {version} is as new as {floor}, which NKP {release} needs, is not known.",
    "floor-unknown": "Which {product} NKP {release} needs at least is not known, so that {version} may be too old.",
  },
  *judge(checked, say) {
    const release = minorOf(plannedNkpVersion(checked));
    const floor = floorOf(checked, release);
    for (const beneath of [PRISM_CENTRAL, AOS]) {
      const said = versionBeneath(checked, beneath);
      if (said === null) continue;
      const { about, version } = said;
      const words = { product: beneath.title, version, release };
      const needed = floor?.[beneath.property];
      if (needed === undefined) {
        yield say.unknown(about, "floor-unknown", words);
        continue;
      }
      const [own, least] = [version, needed].map((one) => releaseDayOf(checked, beneath.product, one));
      if (version === needed) yield say.pass(about);
      else if (own === undefined || least === undefined)
        yield say.unknown(about, "age-unknown", { ...words, floor: needed });
      else if (own < least) yield say.fail(about, "below", { ...words, floor: needed });
      else yield say.pass(about);
    }
  },
});

/** What a minor version needs: its own floor, or the last one known before it. */
function floorOf({ plan }: Checked, release: string): InfrastructureFloor | undefined {
  return plan.context.catalog.upgradeFacts.floors
    .filter(({ minor }) => (minorsBehind(minor, release) ?? -1) >= 0)
    .toSorted((a, b) => minorsBehind(a.minor, b.minor) ?? 0)[0];
}

/** Versions are as old as their day of release: `pc.2024.3` is older than `pc.7.3`. */
function releaseDayOf({ plan }: Checked, product: string, version: string): string | undefined {
  const { infrastructure } = plan.context.catalog.upgradeFacts;
  return infrastructure.find((one) => one.product === product && one.version === version)?.releasedOn;
}
