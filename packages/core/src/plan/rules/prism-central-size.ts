import { findingOf } from "../../base/findings/finding.ts";
import { text } from "./figures.ts";
import { definePlanRule } from "./rule.ts";

const ID = "prism-central-size";

/** Fleets beyond the largest Prism Central. */
export const prismCentralSize = definePlanRule({
  id: ID,
  title: "A Prism Central looks after all hosts and VMs",
  judge: ({ infrastructure: { prismCentral } }) => {
    const refusal = prismCentral?.refusalOfLargest ?? null;
    return refusal === null ? [] : [findingOf(ID, "prism-central-too-small", { figures: { reason: text(refusal) } })];
  },
});
