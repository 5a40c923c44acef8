import type { ClusterPlan } from "@nkp-planner/core";
import { NO_OPTIONS } from "../../formats/options.ts";
import { defineCheckRule } from "../check-rule.ts";
import type { About } from "../subject/about.ts";
import type { Checked } from "../subject/checked.ts";
import { placeOfPlanned } from "../subject/fleet-places.ts";

/** Planned clusters that no file declares. */
export const clusterMissing = defineCheckRule({
  id: "cluster-missing",
  title: "A planned cluster that no file declares",
  severity: "error",
  summary: "Looks for each planned cluster in the files, where they hold objects of Kubernetes.",
  why: "A tenant whose cluster is declared nowhere has been sold something that nobody builds, or its files stand where the check does not look. A lone inventory of machines declares no clusters: then nothing is asked.",
  fix: "Add the files of the cluster (nkp-planner emit writes them), give the check their folder as well, or lower the rule in the policy where the clusters of a fleet stand in several repositories.",
  sources: [],
  thresholds: NO_OPTIONS,
  statements: {
    missing: "{cluster}, the planned cluster of {tenants}, is declared by no file.",
    "management-missing": "{cluster}, the planned management cluster, is declared by no file.",
    "service-missing": "{cluster}, a planned cluster without tenants, is declared by no file.",
  },
  *judge(checked, say) {
    if (checked.objects.length === 0) return;
    // Files that may be of one of several clusters are said once, by another rule.
    const maybe = new Set(checked.clusters.flatMap(({ candidates }) => candidates));
    const missing = new Set(checked.missing);
    for (const planned of checked.plan.clusters) {
      const about = aboutPlanned(checked, planned);
      if (!missing.has(planned)) yield say.pass(about);
      else if (!maybe.has(planned.name)) {
        const statement = planned.role === "management" ? "management-missing" : "service-missing";
        const tenants = firstOf(planned.tenantIds);
        if (tenants.length > 0) yield say.fail(about, "missing", { cluster: planned.name, tenants });
        else yield say.fail(about, statement, { cluster: planned.name });
      }
    }
  },
});

function aboutPlanned(checked: Checked, planned: ClusterPlan): About {
  const { name } = planned;
  return { what: `cluster ${name}`, clusterName: name, poolName: null, place: placeOfPlanned(checked, planned) };
}

const MOST_NAMED = 3;

function firstOf(names: readonly string[]): readonly string[] {
  return names.length <= MOST_NAMED
    ? names
    : [...names.slice(0, MOST_NAMED), `${names.length - MOST_NAMED} more tenants`];
}
