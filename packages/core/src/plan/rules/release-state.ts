import { findingOf } from "../../base/findings/finding.ts";
import { named } from "./figures.ts";
import { definePlanRule } from "./rule.ts";

const ID = "release-state";

/** What of a release is not final, or was read for another. */
export const releaseState = definePlanRule({
  id: ID,
  title: "The release's own figures are used",
  judge: ({ clusters, context: { catalog } }) => {
    const { release, system } = catalog;
    const { readFor } = system;
    if (clusters.length === 0) return [];
    return [
      ...(release.status === "prerelease"
        ? [
            findingOf(ID, "prerelease", {
              figures: { release: named(release.id) },
              evidence: { confidence: release.confidence, sources: release.sources },
            }),
          ]
        : []),
      ...(readFor.release !== release.id
        ? [
            findingOf(ID, "system-components", {
              figures: { read: named(readFor.release), release: named(release.id) },
              evidence: { sources: readFor.sources, note: readFor.note },
            }),
          ]
        : []),
    ];
  },
});
