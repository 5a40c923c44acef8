import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { figureOf, type OperatingModel, operatingModels, type PlannedFleet, plannedFleet } from "@nkp-planner/core";
import { expect, it } from "vitest";
import { fleetOf, pods } from "./support/toy.ts";

const [starter] = operatingModels as readonly [OperatingModel];
const context = (shape: string) =>
  planningContext({
    release: exampleFleet.release,
    priceBook: examplePriceBook,
    settings: { "workload-node-shape": shape },
  });
const opened = (plan: PlannedFleet, tenantId: string) => figureOf(plan, `cluster.tenant-${tenantId}.workerNodeCount`);

it("a node count opens to the sum of requests ÷ what a node has for them", () => {
  const plan = plannedFleet(exampleFleet, starter, context("cheapest"));
  const divided = plan.clusters.flatMap(({ pools }) => pools).filter(({ division }) => division !== null);
  expect(divided.length).toBeGreaterThan(10);
  for (const { division, lowerBoundNodeCount } of divided)
    expect(Math.ceil((division?.askedQuantity ?? 0) / (division?.quantityPerNode ?? 1))).toBe(lowerBoundNodeCount);
  // ⌈15.425 ÷ 7.34⌉ = 3
  expect(opened(plan, "orchid").lines[0]).toMatchObject({
    value: 3,
    note: "15.425 vCPU of requests ÷ 7.34 vCPU that a node has for them, rounded up; CPU binds; with 2 workers db stays pending: 0/5 nodes are available: 2 Insufficient cpu, 2 Insufficient memory, 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }.",
  });
});

it("says on which larger shape most of what spreading costs would be saved, and at what cost", () => {
  // Small pods fill nodes of 4 vCPU evenly, so that one of 3 vCPU finds none until there are 25.
  const workloads = [pods(60, "100m", "128Mi"), pods(3, "3", "2Gi")];
  const named = workloads.map((one, index) => ({ ...one, name: `w${index}` }));
  const fleet = { ...fleetOf({ id: "a", workloads: named }), release: exampleFleet.release };
  const small = plannedFleet(fleet, starter, context("documented-minimum"));
  expect(opened(small, "a").formula).toMatch(
    /cost 18 of the nodes; with nodes of 6 vCPU and 12 GiB there would be 7 in all, for EUR 1,796\.20 a month \(now EUR 4,719\.60\)\.$/,
  );
  const larger = plannedFleet(fleet, starter, context("8x12x80"));
  expect(larger.clusters[0]?.nodes.workers).toBe(5);
  expect(opened(larger, "a").formula).not.toContain("there would be");
});

it("divides what finds a node where not all pods do", () => {
  const named = { id: "a", workloads: [{ ...pods(1, "200", "1Gi"), name: "giant" }] };
  const fleet = { ...fleetOf(named), release: exampleFleet.release };
  const [line] = opened(plannedFleet(fleet, starter, context("cheapest")), "a").lines;
  expect(line?.note ?? "").not.toContain("of requests ÷");
});
