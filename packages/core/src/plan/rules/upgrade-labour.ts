import { findingOf } from "../../base/findings/finding.ts";
import { upgradeLabourOf } from "../../costs/upgrade-labour.ts";
import { numberOf } from "../../input/parameters.ts";
import { count } from "./figures.ts";
import { definePlanRule } from "./rule.ts";

const ID = "upgrade-labour";

/** Where the labour of upgrades comes from, where it is not the hours for each cluster alone. */
export const upgradeLabour = definePlanRule({
  id: ID,
  title: "Where hours of upgrades come from is said",
  judge: ({ input, context, clusters }) => {
    if (clusters.length === 0) return [];
    const labour = upgradeLabourOf(input, context);
    if (labour === "flat") return [];
    const figures = { months: count(numberOf(context.choices, "upgrade-horizon-months"), "months") };
    if (labour === "counted") return [findingOf(ID, "upgrades-counted", { figures })];
    return [findingOf(ID, "upgrades-not-played", {})];
  },
});
