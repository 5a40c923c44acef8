import { sumMoney } from "../../base/money.ts";
import { costOfNodes } from "../../costs/node-costs.ts";
import { heldBackCostLines } from "./amount-lines.ts";
import { MEMORY, VCPU } from "./pool-lines.ts";
import { floorLines, floorNodeLines, heldBackLines } from "./size-lines.ts";
import type { TotalTable } from "./total-definition.ts";
import { sumPools } from "./total-parts.ts";

const ONLY_FOR_FLOORS = "Only for documented minimums";
const HELD_BACK = "Held back for a loss";

/** Of all nodes: those that are there for something else than today's pods. */
export const addedTotals = {
  floorAddedNodeCount: {
    title: "Nodes that only the documented minimums ask for",
    unit: "nodes",
    how: "Of all nodes: those that only the documented minimums ask for.",
    kind: "count",
    shownIn: ["calculator", "model-page"],
    below: "nodeCount",
    short: ONLY_FOR_FLOORS,
    of: (parts) => sumPools(parts, ({ floorAddedNodeCount }) => floorAddedNodeCount),
    lines: floorNodeLines,
  },
  floorAddedVcpu: {
    title: "vCPU that only the documented minimums ask for",
    unit: "vCPU",
    how: "The vCPU of the nodes that only the documented minimums ask for.",
    kind: "amount",
    shownIn: ["calculator", "terminal"],
    below: "vcpu",
    short: ONLY_FOR_FLOORS,
    of: (parts) => sumPools(parts, ({ floorAddedNodeCount, shape }) => floorAddedNodeCount * shape.vcpu),
    lines: (parts) => floorLines(parts, VCPU),
  },
  floorAddedMemoryGiB: {
    title: "Memory that only the documented minimums ask for",
    unit: "GiB",
    how: "The memory of the nodes that only the documented minimums ask for.",
    kind: "amount",
    shownIn: ["calculator", "terminal"],
    below: "memoryGiB",
    short: ONLY_FOR_FLOORS,
    of: (parts) => sumPools(parts, ({ floorAddedNodeCount, shape }) => floorAddedNodeCount * shape.memoryGiB),
    lines: (parts) => floorLines(parts, MEMORY),
  },
  failureAddedNodeCount: {
    title: "Nodes held back so that a loss is survived",
    unit: "nodes",
    how: "Of all nodes: those held back so that a loss is survived.",
    kind: "count",
    shownIn: ["calculator", "model-page"],
    below: "nodeCount",
    short: HELD_BACK,
    of: (parts) => sumPools(parts, ({ failureAddedNodeCount }) => failureAddedNodeCount),
    lines: (parts) => heldBackLines(parts, () => 1),
  },
  failureAddedVcpu: {
    title: "vCPU held back so that a loss is survived",
    unit: "vCPU",
    how: "The vCPU of the nodes held back so that a loss is survived.",
    kind: "amount",
    shownIn: ["calculator", "terminal"],
    below: "vcpu",
    short: HELD_BACK,
    of: (parts) => sumPools(parts, ({ failureAddedNodeCount, shape }) => failureAddedNodeCount * shape.vcpu),
    lines: (parts) => heldBackLines(parts, ({ shape }) => shape.vcpu),
  },
  failureAddedMonthlyCost: {
    title: "Cost of nodes held back for a loss",
    unit: "money a month",
    how: "What the nodes held back for a loss cost; a part of monthlyCost.",
    kind: "money",
    shownIn: ["calculator", "terminal"],
    below: "monthlyCost",
    short: "Of all these, held back for a loss",
    of: ({ clusters, costs, currency }) =>
      sumMoney(
        costOfNodes(clusters, costs, (pool) => pool.failureAddedNodeCount).map((part) => part.monthlyCost),
        currency,
      ),
    lines: heldBackCostLines,
  },
} as const satisfies TotalTable;
