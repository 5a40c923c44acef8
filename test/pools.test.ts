import {
  InputError,
  operatingModels,
  type PlannedFleet,
  parseFleet,
  plannedFleet,
  problemsOf,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetOf, type TenantDraft, toyContext } from "./support/toy.ts";

const [starter] = operatingModels as [(typeof operatingModels)[number]];
const pods = (name: string, replicas: number, [cpu, memory]: readonly [string, string], more: object = {}) => ({
  name,
  replicas,
  requests: { cpu, memory },
  ...more,
});
const settings = { "workload-node-shape": "8x32x100", "loss-survived": "none", floors: "none" };

function planOf(tenants: readonly TenantDraft[], more: Readonly<Record<string, string>> = {}): PlannedFleet {
  return plannedFleet(fleetOf(...tenants), starter, toyContext({ ...settings, ...more }));
}

const poolsOf = (plan: PlannedFleet, at = 0) =>
  (plan.clusters[at]?.pools ?? []).map(({ name, shape, nodeCount }) => [
    name,
    `${shape.vcpu}x${shape.memoryGiB}`,
    nodeCount,
  ]);

describe("a pool of a tenant's own", () => {
  const db = pods("db", 3, ["2", "20Gi"], { pool: "db" });
  const web = pods("web", 4, ["1", "1Gi"]);

  it("has the shape that is asked for, and nodes for its own pods only", () => {
    const plan = planOf([{ workloads: [db, web], pools: [{ name: "db", shape: "4x64x200" }] }]);
    // Two pods of 2 vCPU do not share a node of 4, of which the kubelet keeps some: one a node.
    const [, main, own] = poolsOf(plan);
    expect(own?.slice(0, 2)).toEqual(["db", "4x64"]);
    expect(own?.[2]).toBe(3);
    expect(main?.slice(0, 2)).toEqual(["workload", "8x32"]);
    const [cluster] = plan.clusters;
    const placed = cluster?.podGroups.find(({ name }) => name === "db");
    expect(placed).toMatchObject({ nodeSelector: { pool: "db" }, poolName: "db" });
    expect(placed?.tolerations).toContainEqual({
      key: "dedicated",
      operator: "Equal",
      value: "db",
      effect: "NoSchedule",
    });
    expect(plan.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("leaves the others' nodes as they are without its pods", () => {
    const alone = poolsOf(planOf([{ workloads: [web] }]))[1];
    const beside = poolsOf(planOf([{ workloads: [db, web], pools: [{ name: "db" }] }]))[1];
    expect(beside).toEqual(alone);
  });

  it("never has fewer nodes than its minimum; the one for everything has its shape and minimum under its name", () => {
    const pools = [
      { name: "db", minNodes: 5 },
      { name: "workload", shape: "4x16x100", minNodes: 7 },
    ];
    expect(poolsOf(planOf([{ workloads: [db, web], pools }])).slice(1)).toEqual([
      ["workload", "4x16", 7],
      ["db", "8x32", 5],
    ]);
  });

  it("survives the loss that it asks for, with the headroom that it asks for", () => {
    const workerCount = (pool: object) => poolsOf(planOf([{ workloads: [db, web], pools: [{ name: "db", ...pool }] }]));
    const [usual, one, two] = [{}, { survives: 1 }, { survives: 2 }].map(
      (pool) => workerCount(pool)[2]?.[2] as number,
    ) as [number, number, number];
    expect([one - usual, two - usual]).toEqual([1, 2]);
    // Other pools of the cluster are held to what holds for all.
    expect(workerCount({ survives: 2 })[1]).toEqual(workerCount({})[1]);
    const roomy = workerCount({ headroomPercent: 100 })[2]?.[2];
    expect(roomy).toBeGreaterThan(usual);
    expect(workerCount({ headroomPercent: 100 })[1]).toEqual(workerCount({})[1]);
    const asForAll = poolsOf(
      planOf([{ workloads: [db, web], pools: [{ name: "db" }] }], { "headroom-percent": "100" }),
    );
    expect(roomy).toBe(asForAll[2]?.[2]);
  });

  it("knows what it is held to, and that its tenant asked for it", () => {
    const plan = planOf([{ workloads: [db, web], pools: [{ name: "db", survives: 2, headroomPercent: 20 }] }]);
    const [, , own] = plan.clusters[0]?.pools ?? [];
    expect(own).toMatchObject({
      lossSurvived: { title: "2", confidence: "user" },
      headroom: { title: "20", confidence: "user" },
    });
  });

  it("survives its own loss, and gets its own share of growth", () => {
    const [, , own] = poolsOf(
      planOf([{ workloads: [db, web], pools: [{ name: "db" }] }], { "loss-survived": "one-node" }),
    );
    const [, , without] = poolsOf(planOf([{ workloads: [db, web], pools: [{ name: "db" }] }]));
    expect(own?.[2]).toBe((without?.[2] as number) + 1);
    const [, main, grown] = poolsOf(
      planOf([{ workloads: [pods("db", 8, ["6", "8Gi"], { pool: "db" }), web], pools: [{ name: "db" }] }], {
        "growth-percent-per-year": "100",
        "planning-horizon-months": "12",
      }),
    );
    expect(grown?.[2]).toBe(16);
    expect(main?.[2]).toBeLessThan(8);
  });

  it("has DaemonSets that bear its taint, and no others of the tenant", () => {
    const agent = pods("agent", 1, ["1", "1Gi"], { kind: "DaemonSet" });
    const own = pods("own-agent", 1, ["1", "1Gi"], { kind: "DaemonSet", pool: "db" });
    const plan = planOf([{ workloads: [db, web, agent, own], pools: [{ name: "db" }] }]);
    const [, main, dbPool] = plan.clusters[0]?.pools ?? [];
    const daemonVcpu = (dbPool?.tenantRequests.cpuMillicores ?? 0) / 1000 - 6;
    expect(daemonVcpu).toBe(dbPool?.nodeCount);
    expect((main?.tenantRequests.cpuMillicores ?? 0) / 1000).toBe(4 + (main?.nodeCount ?? 0));
  });

  it("costs what its nodes cost: lines of all pools sum to the bill", () => {
    const plan = planOf([{ workloads: [db, web], pools: [{ name: "db", shape: "4x64x200" }] }]);
    const own = plan.costs.filter(({ poolName }) => poolName === "db");
    expect(own.length).toBeGreaterThan(2);
    expect(own.every(({ label }) => label.includes("db"))).toBe(true);
  });

  it("asks for nodes of its own will, which no documented minimum is", () => {
    const pools = [{ name: "workload", minNodes: 9 }];
    const [, main] = planOf([{ workloads: [web], pools }]).clusters[0]?.pools ?? [];
    expect(main).toMatchObject({ nodeCount: 9, floorAddedNodeCount: 0 });
    expect(main?.steps.at(-1)?.reason).toBe("asked");
  });

  it("is told of pods that bear its taint and are not named for it", () => {
    const any = pods("any", 2, ["1", "1Gi"], { tolerations: [{ operator: "Exists" }] });
    const plan = planOf([{ id: "a", workloads: [db, any], pools: [{ name: "db" }] }]);
    expect(plan.findings.filter(({ code }) => code === "pools-entered")).toHaveLength(1);
    expect(planOf([{ workloads: [db, web], pools: [{ name: "db" }] }]).findings.map(({ code }) => code)).not.toContain(
      "pools-entered",
    );
  });

  it("is counted without pods of another pool, and says whose rules speak of them", () => {
    const near = { podAffinity: { preferred: [{ weight: 1, over: "zone", workloads: ["db"] }] } };
    const across = (web: object) =>
      planOf([{ workloads: [db, web], pools: [{ name: "db" }] }]).findings.filter(({ code }) => code === "pools-apart");
    expect(across(pods("web", 4, ["1", "1Gi"], near))).toHaveLength(1);
    expect(across(pods("web", 4, ["1", "1Gi"], { labels: { app: "db" }, antiAffinity: "zone" }))).toHaveLength(1);
    expect(across(web)).toEqual([]);
  });

  it("that nothing runs in is told, and planned with the nodes that it asks for", () => {
    const plan = planOf([
      { id: "a", name: "Acme", workloads: [web], pools: [{ name: "db" }, { name: "gpu", minNodes: 2 }] },
    ]);
    expect(poolsOf(plan).map(([name, , count]) => [name, count])).toContainEqual(["gpu", 2]);
    expect(poolsOf(plan).map(([name]) => name)).not.toContain("db");
    expect(plan.findings.find(({ code }) => code === "pools-unused")?.subject).toEqual({ in: "plan", tenantId: "a" });
  });
});

describe("shapes that the price book offers", () => {
  const shapeWith = (nodeShapes: readonly object[] | null, memory: string) => {
    const context = toyContext({ ...settings, "workload-node-shape": "cheapest" });
    const priceBook = { ...context.priceBook, nodeShapes } as typeof context.priceBook;
    const fleet = fleetOf({ workloads: [pods("web", 4, ["1", memory])] });
    const [, pool] = plannedFleet(fleet, starter, { ...context, priceBook }).clusters[0]?.pools ?? [];
    return [`${pool?.shape.vcpu}x${pool?.shape.memoryGiB}`, pool?.confidence, pool?.note];
  };
  const offered = [
    { vcpu: 6, memoryGiB: 24, diskGiB: 100 },
    { vcpu: 6, memoryGiB: 96, diskGiB: 100 },
  ];

  it("are the only ones that are tried, and the user's", () => {
    expect(shapeWith(offered, "1Gi")).toEqual(["6x24", "user", "the cheapest of 2 shapes"]);
    expect(shapeWith(offered, "40Gi")[0]).toBe("6x96");
    expect(shapeWith(null, "1Gi")[0]).not.toBe("6x24");
  });

  it("are left out where none is as large as the documented one, which is said", () => {
    expect(shapeWith([{ vcpu: 1, memoryGiB: 1, diskGiB: 10 }], "1Gi")[2]).toMatch(/^the price book offers no shape/);
  });
});

describe("mistakes in pools", () => {
  const problems = (tenant: object) => {
    try {
      parseFleet({
        ...{ apiVersion: "nkp-planner/v1", kind: "Fleet", asOf: "2026-11-23", release: "nkp-2.17.1", currency: "EUR" },
        tenants: [{ id: "a", ...tenant }],
      });
      return [];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return problemsOf(error).map(({ path, found, fix }) => [path.join("."), found, fix]);
    }
  };

  it("are told all at once, each with its place", () => {
    const found = problems({
      pools: [
        { name: "db", shape: "8x64", labels: { pool: "x" } },
        { name: "db" },
        { name: "platform" },
        { name: "workload", taints: [{ key: "a", effect: "NoSchedule" }] },
      ],
      workloads: [pods("web", 1, ["1", "1Gi"], { pool: "bd" })],
    });
    expect(found.map(([place]) => place)).toEqual(
      expect.arrayContaining([
        "tenants.0.pools.0.shape",
        "tenants.0.pools.0.labels.pool",
        "tenants.0.pools.1.name",
        "tenants.0.pools.2.name",
        "tenants.0.pools.3.taints",
        "tenants.0.workloads.0.pool",
      ]),
    );
    const taint = { key: "licence", effect: "NoSchedule" };
    const tainted = problems({
      pools: [{ name: "db", taints: [taint, { ...taint, value: "x" }, { ...taint, effect: "NoExecute" }] }],
      workloads: [],
    });
    expect(tainted.map(([place]) => place)).toEqual(["tenants.0.pools.0.taints.1"]);
    const [lost] = problems({ pools: [{ name: "db", survives: "node" }], workloads: [] });
    expect(lost).toEqual(["tenants.0.pools.0.survives", '"node"', "write for example 1"]);
    const odd = problems({
      pools: [{ name: "db", labels: { "kubernetes.io/hostname": "h", disk: "ssd" } }],
      workloads: [
        pods("a", 1, ["1", "1Gi"], { pool: "db", nodeSelector: { pool: "workload" } }),
        pods("b", 1, ["1", "1Gi"], { nodeSelector: { disk: "ssd" } }),
        pods("c", 1, ["1", "1Gi"], { podAffinity: { required: [{ over: "zone", workloads: ["a"] }] } }),
        pods("d", 1, ["1", "1Gi"], { podAffinity: { preferred: [{ weight: 1, over: "zone", workloads: ["a"] }] } }),
        pods("e", 1, ["1", "1Gi"], {
          topologySpread: [{ over: "zone", minDomains: 2, whenUnsatisfiable: "ScheduleAnyway" }],
          labels: { "bad key!": "x" },
        }),
      ],
    });
    expect(odd.map(([place]) => place).sort()).toEqual([
      "tenants.0.pools.0.labels.kubernetes.io/hostname",
      "tenants.0.workloads.0.nodeSelector.pool",
      "tenants.0.workloads.1.nodeSelector",
      "tenants.0.workloads.2.podAffinity.required.0.workloads.0",
      "tenants.0.workloads.4.labels.bad key!",
      "tenants.0.workloads.4.topologySpread.0.minDomains",
    ]);
    expect(found).toContainEqual(["tenants.0.workloads.0.pool", '"bd"', 'did you mean "db"?, or add it to pools']);
  });
});

describe("workloads of one name", () => {
  it("are told: a rule that names one means all of them", () => {
    const [web, db] = [pods("web", 1, ["1", "1Gi"]), pods("db", 1, ["1", "1Gi"])];
    const told = (workloads: readonly object[]) =>
      planOf([{ workloads }]).findings.filter(({ code }) => code === "workload-repeated").length;
    expect(told([web, db])).toBe(0);
    expect(told([web, db, { ...web, kind: "StatefulSet" }])).toBe(1);
  });
});

describe("a rollout", () => {
  const told = (workload: object, settings: Readonly<Record<string, string>> = {}) =>
    planOf([{ workloads: [{ ...pods("web", 3, ["1", "1Gi"]), ...workload }] }], settings)
      .findings.map(({ code }) => code)
      .filter((code) => code === "rollout-endless" || code.startsWith("drain-"));
  const apart = { antiAffinity: "hostname" };
  const oneNode = { "loss-survived": "one-node" };

  it("that needs a node more than there are is told: of up to three pods none may be missing", () => {
    expect(told({ ...apart, replicas: 3 })).toEqual(["rollout-endless"]);
    expect(told({ ...apart, replicas: 4 })).toEqual([]);
    expect(told({ ...apart, replicas: 3 }, oneNode)).toEqual([]);
  });

  it("is told by what its Deployment says of pods that may be missing", () => {
    expect(told({ ...apart, rollout: { maxUnavailable: 1 } })).toEqual([]);
    expect(told({ ...apart, replicas: 4, rollout: { maxUnavailable: 0 } })).toEqual(["rollout-endless"]);
    // 20 % of 4 are 0 rounded down, 25 % are 1.
    expect(told({ ...apart, replicas: 4, rollout: { maxUnavailable: "20%" } })).toEqual(["rollout-endless"]);
    expect(told({ ...apart, replicas: 4, rollout: { maxUnavailable: "25%" } })).toEqual([]);
    // Both round to nothing: one may be missing after all.
    expect(told({ ...apart, rollout: { maxSurge: 0, maxUnavailable: "10%" } })).toEqual([]);
  });

  it("waits for room as well: a pod of 5 vCPU beside two that fill a node of 8 each", () => {
    const large = { replicas: 2, requests: { cpu: "5", memory: "1Gi" } };
    expect(told(large)).toEqual(["rollout-endless"]);
    expect(told(large, oneNode)).toEqual([]);
    expect(told({ ...large, kind: "StatefulSet" })).toEqual([]);
  });

  it("of one pod a zone waits for a fourth zone, however many nodes there are", () => {
    const zonal = { antiAffinity: "zone", replicas: 3 };
    expect(told(zonal, { ...oneNode, zones: "3" })).toEqual(["rollout-endless"]);
    const perRevision = {
      podAntiAffinity: { required: [{ over: "zone", matchLabelKeys: ["pod-template-hash"] }] },
    };
    expect(told(perRevision, { ...oneNode, zones: "3" })).toEqual([]);
  });
});

describe("a drained node", () => {
  const codesOf = (workload: object, settings: Readonly<Record<string, string>> = {}) =>
    planOf([{ workloads: [{ ...pods("web", 3, ["1", "1Gi"]), ...workload }] }], settings)
      .findings.map(({ code }) => code)
      .filter((code) => code.startsWith("drain-"));

  it.each([
    [{ minAvailable: 3 }, true],
    [{ minAvailable: 4 }, true],
    [{ minAvailable: 2 }, false],
    // 67 % of 3 are 2.01: three must run. 66 % are 1.98: two.
    [{ minAvailable: "67%" }, true],
    [{ minAvailable: "66%" }, false],
    [{ maxUnavailable: 0 }, true],
    [{ maxUnavailable: "0%" }, true],
    // 1 % of 3 is rounded up to one.
    [{ maxUnavailable: "1%" }, false],
  ])("waits for ever where a budget lets no pod go: %j", (disruptionBudget, isBlocked) => {
    expect(codesOf({ disruptionBudget })).toEqual(isBlocked ? ["drain-blocked"] : []);
  });

  it("leaves a pod pending where nothing is spare and no node comes first", () => {
    const large = { replicas: 2, requests: { cpu: "5", memory: "1Gi" } };
    expect(codesOf(large, { "surge-nodes": "0" })).toEqual(["drain-pending"]);
    expect(codesOf(large, { "surge-nodes": "1" })).toEqual([]);
    expect(codesOf(large, { "surge-nodes": "0", "loss-survived": "one-node" })).toEqual([]);
  });

  it("asks no DaemonSet, and a rollout of other kinds counts for nothing: both are told", () => {
    const told = (workload: object) =>
      planOf([{ workloads: [{ ...pods("web", 1, ["1", "1Gi"]), ...workload }] }]).findings.filter(
        ({ code }) => code === "wish-void",
      ).length;
    const rollout = { maxUnavailable: 1 };
    const disruptionBudget = { maxUnavailable: 1 };
    expect(told({ kind: "StatefulSet", rollout })).toBe(1);
    expect(told({ kind: "DaemonSet", disruptionBudget })).toBe(1);
    expect(told({ kind: "Deployment", rollout, disruptionBudget })).toBe(0);
    expect(told({ kind: "StatefulSet", disruptionBudget })).toBe(0);
  });

  it("refuses budgets and rollouts that Kubernetes refuses", () => {
    const workloads = [
      { ...pods("a", 1, ["1", "1Gi"]), disruptionBudget: { minAvailable: 1, maxUnavailable: 1 } },
      { ...pods("b", 1, ["1", "1Gi"]), disruptionBudget: {} },
      { ...pods("c", 1, ["1", "1Gi"]), disruptionBudget: { minAvailable: "half" } },
      { ...pods("d", 1, ["1", "1Gi"]), rollout: { maxSurge: 0, maxUnavailable: "0%" } },
      { ...pods("e", 1, ["1", "1Gi"]), rollout: { maxSurge: -1 } },
    ];
    try {
      planOf([{ workloads }]);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(problemsOf(error).map(({ path }) => path.slice(2).join("."))).toEqual([
        "workloads.0.disruptionBudget",
        "workloads.1.disruptionBudget",
        "workloads.2.disruptionBudget.minAvailable",
        "workloads.3.rollout.maxUnavailable",
        "workloads.4.rollout.maxSurge",
      ]);
    }
  });
});
