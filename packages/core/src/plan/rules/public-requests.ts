import { type Finding, findingOf } from "../../base/findings/finding.ts";
import { named } from "./figures.ts";
import { definePlanRule } from "./rule.ts";

const ID = "public-requests";

/** Components of the platform whose requests nobody publishes. */
export const publicRequests = definePlanRule({
  id: ID,
  title: "What the platform asks for is public",
  judge: ({ clusters }) => {
    const found = new Map<string, Finding>();
    for (const { application, component, isUnknown, sources, note } of clusters.flatMap(({ footprint }) => footprint)) {
      if (!isUnknown) continue;
      const name = `${application}/${component}`;
      const evidence = { confidence: "unknown", sources, note } as const;
      found.set(name, findingOf(ID, "requests-not-public", { figures: { component: named(name) }, evidence }));
    }
    return [...found.values()];
  },
});
