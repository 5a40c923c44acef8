import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import {
  type NodeShape,
  operatingModels,
  type PlannedFleet,
  parseFleet,
  parseShape,
  plannedFleet,
} from "@nkp-planner/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PoolWorkload, plannedWorkers } from "../bench/pool-cases.ts";

const [starter] = operatingModels as [(typeof operatingModels)[number]];

const API = { name: "api", replicas: 60, requests: { cpu: "1", memory: "1Gi" } };
const DB = { name: "db", replicas: 3, requests: { cpu: "4", memory: "110Gi" } };

const fleetOf = (workloads: readonly object[], more: object = {}) =>
  parseFleet({
    apiVersion: "nkp-planner/v1",
    kind: "Fleet",
    asOf: "2026-11-23",
    release: exampleFleet.release,
    currency: "EUR",
    tenants: [{ id: "t", name: "T", workloads, ...more }],
  });
const contextOf = (settings: Readonly<Record<string, string>> = {}) =>
  planningContext({ release: exampleFleet.release, priceBook: examplePriceBook, settings });
const planOf = (workloads: readonly object[], settings: Readonly<Record<string, string>> = {}, more: object = {}) =>
  plannedFleet(fleetOf(workloads, more), starter, contextOf(settings));

const workersOf = ({ clusters }: Pick<PlannedFleet, "clusters">) =>
  (clusters.find(({ name }) => name === "tenant-t")?.pools ?? []).filter(({ role }) => role === "workload");
const said = (plan: Pick<PlannedFleet, "clusters">) =>
  workersOf(plan).map(({ name, nodeCount, shape }) => `${name}: ${nodeCount} of ${shape.vcpu}/${shape.memoryGiB}`);
const vcpuOf = (plan: Pick<PlannedFleet, "clusters">) =>
  workersOf(plan).reduce((sum, { nodeCount, shape }) => sum + nodeCount * shape.vcpu, 0);
const ONE_POOL = { "division-saving-percent": "never" };

describe("a tenant with much memory in few pods and much CPU in many", () => {
  it("gets two pools where that costs less than one", () => {
    expect(said(planOf([API, DB], ONE_POOL))).toEqual(["workload: 7 of 16/128"]);
    // 8/12: 8 × 19.50 + 12 × 5.20 + 80 × 0.14 + 8 × 11 = 317.60; 16/128: 16 × 30.50 + 128 × 5.20 + 80 × 0.14 = 1,164.80.
    // In one 7 × 1,164.80 = 8,153.60; in two 4 × 1,164.80 + 10 × 317.60 = 7,835.20: 318.40 less.
    const plan = planOf([API, DB]);
    expect(said(plan)).toEqual(["workload: 4 of 16/128", "compute: 10 of 8/12"]);
    const [main, compute] = workersOf(plan);
    expect(main?.dividedWorkloads).toEqual([]);
    expect(compute).toMatchObject({ dividedWorkloads: ["api"], divisionMonthlySaving: { amount: "318.40" } });
  });

  it("costs no more than its halves, of which each has a cluster of its own", () => {
    const [both, api, db] = [planOf([API, DB]), planOf([API]), planOf([DB])];
    expect(vcpuOf(both)).toBeLessThanOrEqual(vcpuOf(api) + vcpuOf(db));
    expect(said(api)).toEqual(["workload: 12 of 8/12"]);
    expect(said(db)).toEqual(["workload: 4 of 16/128"]);
  });

  it("is told to put its workloads there", () => {
    const found = planOf([API, DB]).findings.find(({ code }) => code === "workers-divided");
    expect(found?.message.figures).toMatchObject({
      workloads: { value: ["api"] },
      saving: { value: { amount: "318.40" } },
    });
    expect(found?.subject).toMatchObject({ clusterName: "tenant-t", poolName: "compute", tenantId: "t" });
  });

  it("has pods there that ask for it, and the provider's on both", () => {
    const cluster = planOf([API, DB]).clusters.find(({ name }) => name === "tenant-t");
    expect(cluster?.podGroups.find(({ name }) => name === "api")).toMatchObject({
      nodeSelector: { pool: "compute" },
      tolerations: [{ key: "dedicated", operator: "Equal", value: "compute", effect: "NoSchedule" }],
    });
  });

  it("has its DaemonSets on the nodes of both", () => {
    const agent = { name: "agent", kind: "DaemonSet", replicas: 1, requests: { cpu: "100m", memory: "64Mi" } };
    const { kind: _, replicas: __, ...asked } = agent;
    const plan = planOf([API, DB, { ...asked, kind: "DaemonSet" }]);
    const [cluster] = plan.clusters;
    const nodeCount = workersOf(plan).reduce((sum, one) => sum + one.nodeCount, 0);
    expect(workersOf(plan)).toHaveLength(2);
    expect(cluster?.daemons[0]?.demand.podCount).toBe(nodeCount);
  });
});

it("keeps dear devices for the pods that ask for them", () => {
  const train = { name: "train", replicas: 5, requests: { cpu: "2", memory: "16Gi", "nvidia.com/gpu": 1 } };
  const nodeShapes = ["8x12x80", "16x128x100+2xnvidia.com/gpu"].map(parseShape) as readonly NodeShape[];
  const context = contextOf({ "host-gpus": "4" });
  const planned = (saving: string) =>
    plannedFleet(fleetOf([{ ...API, replicas: 120 }, train]), starter, {
      ...contextOf({ "host-gpus": "4", "division-saving-percent": saving }),
      priceBook: { ...context.priceBook, nodeShapes },
    });
  // By devices ⌈5 ÷ 2⌉ = 3 nodes, and one more for a loss; 120 pods of 1 vCPU would need more than twice as many of them.
  const [main, apart] = workersOf(planned("2"));
  expect([main, apart].find((pool) => pool?.shape.extended !== undefined)?.nodeCount).toBe(4);
  expect([main, apart].find((pool) => pool?.shape.extended === undefined)?.shape).toMatchObject({ vcpu: 8 });
  const [one] = workersOf(planned("never"));
  expect(one?.nodeCount).toBeGreaterThan(8);
});

describe("on the toy platform's shapes", () => {
  const toy = (...main: readonly PoolWorkload[]) =>
    (plannedWorkers([{ name: "toy", own: [], main }], 0)[0] ?? []).map(
      ({ name, nodeCount, shape }) => `${name}: ${nodeCount} of ${shape.vcpu}/${shape.memoryGiB}`,
    );
  const pods = (replicas: number, cpuMillicores: number, memoryGiB: number) => ({
    replicas,
    cpuMillicores,
    memoryMiB: memoryGiB * 1024,
  });

  it("no pool is called after devices where nothing asks for any", () => {
    // 16x128 costs 506, 8x32 194, 8x12 154. The last two need 5 × 1 + 6 × 3 = 23 vCPU and 5 × 32 + 6 × 2 = 172 GiB, which
    // is 2 × 506; the first one and the console of 2 vCPU 7 vCPU and 12 GiB, which is 194.
    expect(toy(pods(5, 1000, 2), pods(5, 1000, 32), pods(6, 3000, 2))).toEqual([
      "workload: 1 of 8/32",
      "large: 2 of 16/128",
    ]);
  });

  it("the second division that is tried is another one, whatever workloads are told apart by", () => {
    // The last two are apart from the first by memory beside CPU as well as by size: that is one division and not two.
    // In one pool 5 of 16x64 (378): 1,890. With the second on 16x128 (506), the others ask for 34 vCPU and 162 GiB, which
    // is 3 × 378: 1,640.
    expect(toy(pods(8, 1000, 4), pods(5, 2000, 16), pods(8, 3000, 16))).toEqual([
      "workload: 3 of 16/64",
      "memory: 1 of 16/128",
    ]);
  });
});

describe("workers stay in one pool", () => {
  it("where dividing them saves less than is asked for", () => {
    // 318.40 of 8,153.60 are 3.905 % of what the workers cost.
    expect(said(planOf([API, DB], { "division-saving-percent": "4" }))).toEqual(["workload: 7 of 16/128"]);
    expect(workersOf(planOf([API, DB], { "division-saving-percent": "3.9" }))).toHaveLength(2);
  });

  it("where a shape is set, or pools are asked for", () => {
    expect(said(planOf([API, DB], { "workload-node-shape": "16x128x80" }))).toEqual(["workload: 7 of 16/128"]);
    const asked = { pools: [{ name: "workload", minNodes: 1 }] };
    expect(workersOf(planOf([API, DB], {}, asked))).toHaveLength(1);
  });

  it("where rules speak of pods on both sides", () => {
    const near = { ...API, podAffinity: { required: [{ over: "zone", workloads: ["db"] }] } };
    expect(workersOf(planOf([near, DB], { zones: "3" }))).toHaveLength(1);
  });

  it("where only totals are known", () => {
    const totals = { pods: 63, cpu: "72", memory: "390Gi", storage: "0", largestPod: { cpu: "4", memory: "110Gi" } };
    const fleet = fleetOf([], { workloads: undefined, demand: totals });
    expect(workersOf(plannedFleet(fleet, starter, contextOf()))).toHaveLength(1);
  });
});

it("never cost more than in one pool, and carry every pod", () => {
  const workload = fc.record({
    replicas: fc.integer({ min: 1, max: 20 }),
    cpu: fc.integer({ min: 1, max: 60 }),
    memory: fc.integer({ min: 1, max: 200 }),
  });
  fc.assert(
    fc.property(fc.array(workload, { minLength: 2, maxLength: 4 }), (drawn) => {
      const workloads = drawn.map(({ replicas, cpu, memory }, index) => ({
        name: `w${index}`,
        replicas,
        requests: { cpu: `${cpu * 100}m`, memory: `${memory * 256}Mi` },
      }));
      const [free, one] = [planOf(workloads), planOf(workloads, ONE_POOL)];
      const costOf = ({ totals }: PlannedFleet) => Number(totals.monthlyCost.amount);
      expect(costOf(free)).toBeLessThanOrEqual(costOf(one));
      expect(workersOf(free).flatMap(({ unplaced }) => unplaced)).toEqual([]);
      expect(workersOf(free).every(({ survivesLoss }) => survivesLoss)).toBe(true);
    }),
    { numRuns: 25 },
  );
});
