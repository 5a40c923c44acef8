import {
  compareModels,
  type LedgerLine,
  PlanningCache,
  starterSelfManaged,
  ultimateCentralized,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetOf, pods, toyContext } from "./support/toy.ts";

const linesOf = (ledger: readonly LedgerLine[]) =>
  Object.fromEntries(ledger.map(({ id, difference, grownBy }) => [id, [difference.amount, grownBy]]));

describe("what makes a difference, as a ledger", () => {
  const models = [starterSelfManaged, ultimateCentralized];
  const tenants = ["a", "b"].map((id) => ({ id, workloads: [pods(4, "1", "2Gi")] }));
  const compared = (...some: typeof tenants) =>
    compareModels(fleetOf(...some), models, toyContext(), ultimateCentralized.id, new PlanningCache());

  it("has licences, nodes and all else, each with the total that it grows with, and sums to what is saved", () => {
    const { verdict, plans } = compared(...tenants);
    const [winner, other] = [verdict.winnerId, verdict.otherId].map((id) => plans.find(({ model }) => model.id === id));
    const of = (driver: "license" | "vcpu" | "memory" | "storage" | "labour") =>
      Number(other?.totals.monthlyCostByDriver[driver].amount) -
      Number(winner?.totals.monthlyCostByDriver[driver].amount);
    expect(linesOf(verdict.ledger)).toEqual({
      licences: [of("license").toFixed(2), "licensedVcpu"],
      nodes: [(of("vcpu") + of("memory") + of("storage")).toFixed(2), "nodeCount"],
      rest: [of("labour").toFixed(2), "clusterCount"],
    });
  });

  it("is empty where nothing is compared", () => {
    expect(compared().verdict.ledger).toEqual([]);
  });
});
