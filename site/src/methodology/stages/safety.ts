import { comparison, sharedPlan } from "../../reference/example.ts";
import { defineStage } from "../stage.ts";

export const safety = defineStage({
  id: "safety",
  title: "Growth, losses and floors",
  lead: "Nodes beyond what today's pods need: for growth and headroom, for a loss that must not matter, for the vendor's documented minimum.",
  text: [
    "They are added in this order, each on top of the one before, and each with its own reason, so that the steps of a pool add up to its nodes and none is counted twice.",
    "A loss is survived when the pods of the lost nodes find a place on those that are left, and when everything placed again on those finds one too. Every single worker is taken away in turn, or a zone, as the assumption says.",
    "Where the pods were decides more than the order in which they come back: they are placed in three times as many orders as a count is tried in, and from each the lost ones come back as listed, small ones first and large ones first. Where nothing can be proven, as with hard spreading, one node more is kept. Losses of which arithmetic proves that no order leaves a pod pending are not tried. In 121 recorded pools the real scheduler never needed more nodes than that.",
    "A floor is counted last: only the nodes that nothing but the documented minimum asks for. Surge nodes exist during an upgrade only; they take addresses and room on hosts, and cost nothing by themselves.",
  ],
  formula: [
    "growth, headroom = further pods of the mean size, placed after all others",
    "spare = the smallest number of nodes more at which any loss leaves no pod without a node",
    "floor = max(0, documented minimum − nodes so far)",
    "nodes = needed + growth + headroom + spare + floor",
  ],
  terms: [
    ["loss", "any one worker, any two, a whole zone, or none"],
    ["floor", "the smallest pool that the vendor documents for the role and edition"],
  ],
  example: "What each model holds back for a loss, and what only documented minimums ask for.",
  figures: [
    ...comparison.plans.map((plan) => ({ plan, id: "failureAddedNodeCount" })),
    ...comparison.plans.map((plan) => ({ plan, id: "floorAddedNodeCount" })),
    { plan: sharedPlan, id: "floorAddedVcpu" },
  ],
  choices: [
    "loss-survived",
    "zones",
    "growth-percent-per-year",
    "planning-horizon-months",
    "headroom-percent",
    "headroom-pods",
    "floors",
    "attached-worker-floor",
    "surge-nodes",
  ],
  code: [
    "packages/core/src/scheduling/survival.ts",
    "packages/core/src/scheduling/loss-bound.ts",
    "packages/core/src/clusters/pools/pool-sizing.ts",
  ],
});
