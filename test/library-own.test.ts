import { plannerFactsOf } from "@nkp-planner/catalog/facts";
import { release } from "@nkp-planner/catalog/releases/nkp-2.17.1";
import {
  createPlanner,
  defineModel,
  definePriceBasis,
  defineSharing,
  type FleetInput,
  type PriceListInput,
  problemLine,
  type Result,
  ultimateCentralized,
} from "nkp-planner";
import { describe, expect, it } from "vitest";

function worthOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(problemLine).join("\n"));
  return result.value;
}

function problemsIn(result: Result<unknown>) {
  return result.ok ? [] : result.problems.map(({ code, in: where, path }) => [code, where, path.join(".")]);
}

const eur = (amount: string) => ({ amount, currency: "EUR" });

const workloads = [
  { name: "web", replicas: 4, requests: { cpu: "500m", memory: "1Gi" } },
  { name: "model", replicas: 2, requests: { cpu: "2", memory: "8Gi" } },
] as const;
const fleet: FleetInput = {
  asOf: "2026-11-29",
  release: "nkp-2.17.1",
  currency: "EUR",
  tenants: [
    { id: "fern", ref: "006F", size: { pods: 10, vcpu: 2, memoryGiB: 12 } },
    { id: "orchid", ref: "006O", size: { pods: 10, vcpu: 6, memoryGiB: 4 } },
  ],
};
const model = "starter-self-managed";
const list = {
  apiVersion: "nkp-planner/v1",
  illustrative: false,
  kind: "PriceList",
  id: "own",
  title: "By what we count",
  currency: "EUR",
  validFrom: "2026-01-01",
} as const;

const perWorkload = definePriceBasis({
  id: "workload",
  unit: "workload",
  quantity: (tenant) => tenant.workloads.length,
});
const perNode = definePriceBasis({
  id: "worker",
  unit: "worker",
  service: "compute",
  quantityOfClusters: (clusters) =>
    clusters.flatMap(({ workerPools }) => workerPools).reduce((sum, { nodeCount }) => sum + nodeCount, 0),
});

function withWorkloads(): FleetInput {
  return { ...fleet, tenants: [{ id: "fern", ref: "006F", workloads }] as unknown as FleetInput["tenants"] };
}

describe("a basis of a provider's own", () => {
  const priceList: PriceListInput<"workload" | "worker"> = {
    ...list,
    items: [
      { sku: "APP", name: "Application", per: "workload", unitPrice: "120.00" },
      { sku: "NODE", name: "Worker", per: "worker", unitPrice: "300.00", included: 1 },
    ],
  };
  const planner = worthOf(createPlanner({ bases: [perWorkload, perNode], priceList }));
  const quote = () => worthOf(planner.quote(withWorkloads(), { model, allow: ["illustrative"] }));

  it("is quoted as any other: 2 workloads × 120.00, and each worker but the first × 300.00", () => {
    const plan = worthOf(planner.plan(withWorkloads(), { model })).plan;
    const workers = plan.clusters.flatMap(({ pools }) => pools.filter(({ role }) => role === "workload"));
    const workerCount = workers.reduce((sum, { nodeCount }) => sum + nodeCount, 0);
    expect(workerCount).toBeGreaterThan(1);
    const lines = quote().quotes[0]?.recurring;
    expect(lines).toMatchObject([
      { sku: "APP", quantity: 2, unit: "workload", unitPrice: eur("120.00"), amount: eur("240.00") },
      { sku: "NODE", quantity: 1, unit: "worker", amount: eur("0.00") },
      { sku: "NODE", quantity: workerCount - 1, unit: "worker", amount: eur(`${(workerCount - 1) * 300}.00`) },
    ]);
    expect(plan.tenants[0]).toMatchObject({ monthlyPrice: eur(`${240 + (workerCount - 1) * 300}.00`) });
  });

  it("opens down to quantity × rate, and its price is found for a margin", () => {
    const { lines } = worthOf(planner.explain(withWorkloads(), { model, figure: "tenant.fern.monthlyPrice" }));
    expect(lines[0]).toMatchObject({ quantity: 2, quantityUnit: "workload" });
    const goal = { margin: 0.25, sku: "APP" };
    expect(worthOf(planner.priceFor(withWorkloads(), { model, goal }))).toMatchObject({
      per: "item",
      reason: "reached",
    });
  });

  it("that counts nodes lets the book stand behind the price, which the quote then says", () => {
    const one = worthOf(
      createPlanner({ bases: [perWorkload], priceList: { ...list, items: [priceList.items?.[0] as never] } }),
    );
    const isSaid = (result: Result<unknown>) => problemsIn(result).map(([code]) => code);
    // The example's price book is invented: it chooses the nodes that `worker` counts, and nothing that `workload` does.
    expect(isSaid(planner.quote(withWorkloads(), { model }))).toEqual(["price-invented"]);
    expect(isSaid(one.quote(withWorkloads(), { model }))).toEqual([]);
  });

  it("sees extended resources, units and nothing that it could change", () => {
    const seen: unknown[] = [];
    const perGpu = definePriceBasis({
      id: "gpu",
      unit: "GPU",
      quantity: (tenant) => {
        seen.push(tenant);
        return tenant.workloads.reduce((sum, one) => sum + one.replicas * (one.pieces["nvidia.com/gpu"] ?? 0), 0);
      },
    });
    const items = [{ sku: "GPU", name: "GPU", per: "gpu", unitPrice: "900.00" }] as const;
    const gpus = worthOf(createPlanner({ bases: [perGpu], priceList: { ...list, items } }));
    // 2 replicas × 1 GPU × 900.00; 4 × 0.5 + 2 × 2 = 6 vCPU; 4 × 1 + 2 × 8 = 20 GiB.
    const withGpus = workloads.map((one) =>
      one.name === "model" ? { ...one, pool: "gpu", requests: { ...one.requests, "nvidia.com/gpu": 1 } } : one,
    );
    const pools = [{ name: "gpu", shape: "16x128x100+2xnvidia.com/gpu" }];
    const asked = { ...fleet, tenants: [{ id: "fern", ref: "006F", pools, workloads: withGpus }] };
    expect(worthOf(gpus.plan(asked as unknown as FleetInput, { model })).plan.tenants[0]).toMatchObject({
      monthlyPrice: eur("1800.00"),
    });
    expect(seen[0]).toMatchObject({ id: "fern", ref: "006F", podCount: 6, vcpu: 6, memoryGiB: 20, storageGiB: 0 });
    expect(() => Object.assign(seen[0] as object, { vcpu: 1 })).toThrow(TypeError);
  });

  it.each([
    [
      "throws",
      () => {
        throw new RangeError("no such tenant");
      },
      "no such tenant for fern (fern)",
    ],
    ["gives no number", () => "many" as never, '"many" for fern (fern)'],
    ["gives NaN", () => Number.NaN, "NaN for fern (fern)"],
    ["gives less than nothing", () => -1, "-1 for fern (fern)"],
    ["gives more than can be counted", () => Number.POSITIVE_INFINITY, "Infinity for fern (fern)"],
  ])("that %s is a problem of whatever asks for prices", async (_what, quantity, found) => {
    const bad = definePriceBasis({ id: "bad", unit: "piece", quantity });
    const items = [{ sku: "BAD", name: "Bad", per: "bad", unitPrice: "1.00" }] as const;
    const planner = worthOf(createPlanner({ bases: [bad], priceList: { ...list, items } }));
    const answers = [
      planner.plan(fleet, { model }),
      planner.compare(fleet, {}),
      planner.quote(fleet, { model }),
      planner.explain(fleet, { model, figure: "nodeCount" }),
      planner.priceFor(fleet, { model, goal: { margin: 0.2, sku: "BAD" } }),
      await planner.plan.later(fleet, { model }),
    ];
    for (const answer of answers) {
      expect(problemsIn(answer)).toEqual([["not-accepted", "priceBasis", "bad"]]);
      expect(answer.ok ? "" : answer.problems[0]?.found).toBe(found);
    }
  });
});

describe("a way of sharing of a provider's own", () => {
  const byMemory = defineSharing({ id: "by-memory", title: "by memory", weight: ({ memoryGiB }) => memoryGiB });

  it("splits what serves several: 12 GiB of 16 bear three times what 4 of 16 bear, and all of it is borne", () => {
    const planner = worthOf(createPlanner({ sharing: [byMemory], settings: { "shared-cost": "by-memory" } }));
    const plan = worthOf(planner.plan(fleet, { model: ultimateCentralized })).plan;
    const [fern, orchid] = plan.tenants.map(({ sharedMonthlyCost }) => Number(sharedMonthlyCost.amount));
    expect((fern as number) / (orchid as number)).toBeCloseTo(12 / 4, 4);
    const borne = plan.tenants.reduce((sum, { monthlyCost }) => sum + Math.round(Number(monthlyCost.amount) * 100), 0);
    expect(borne).toBe(Math.round(Number(plan.totals.monthlyCost.amount) * 100));
  });

  it("is said where a share is opened", () => {
    const planner = worthOf(createPlanner({ sharing: [byMemory], settings: { "shared-cost": "by-memory" } }));
    const figure = "tenant.fern.sharedMonthlyCost";
    const opened = worthOf(planner.explain(fleet, { model: "ultimate-centralized", figure }));
    expect(JSON.stringify(opened.lines)).toContain("shared by-memory among 2");
  });

  it.each([
    [
      "throws",
      () => {
        throw new Error("unknown");
      },
      "unknown for fern (fern)",
    ],
    ["weighs nobody", () => 0, "0 for each of 2 tenants"],
    ["gives no number", () => null as never, "null for fern (fern)"],
  ])("that %s is a problem of the plan", (_what, weight, found) => {
    const bad = defineSharing({ id: "bad", title: "bad", weight });
    const planner = worthOf(createPlanner({ sharing: [bad], settings: { "shared-cost": "bad" } }));
    const answer = planner.plan(fleet, { model: "ultimate-centralized" });
    expect(problemsIn(answer)).toEqual([["not-accepted", "sharing", "bad"]]);
    expect(answer.ok ? "" : answer.problems[0]?.found).toBe(found);
  });
});

describe("a catalog of one release", () => {
  it("plans that release to the same bytes, and says of another that it does not know it", () => {
    const small = worthOf(createPlanner({ catalog: plannerFactsOf([release]) }));
    const whole = worthOf(createPlanner({}));
    expect(JSON.stringify(small.compare(fleet, {}))).toBe(JSON.stringify(whole.compare(fleet, {})));
    expect(problemsIn(small.plan({ ...fleet, release: "nkp-2.16.1" }, { model }))).toEqual([
      ["not-accepted", "fleet", "release"],
    ]);
  });
});

describe("bases and ways of sharing that are none", () => {
  it.each<[string, unknown, readonly string[]]>([
    ["no list", { bases: 1, sharing: {} }, ["bases", "sharing"]],
    [
      "nothing in it",
      { bases: [null], sharing: [[]] },
      [
        "bases.0.id",
        "bases.0.unit",
        "bases.0.quantity or quantityOfClusters",
        "sharing.0.id",
        "sharing.0.title",
        "sharing.0.weight",
      ],
    ],
    [
      "a name of the planner's",
      { bases: [{ ...perWorkload, id: "pod" }], sharing: [{ id: "own", title: "t", weight: () => 1 }] },
      ["bases.0.id", "sharing.0.id"],
    ],
    ["a name twice", { bases: [perWorkload, perWorkload] }, ["bases.1.id"]],
    ["a name of another form", { bases: [{ ...perWorkload, id: "Per GPU" }] }, ["bases.0.id"]],
    ["both functions", { bases: [{ ...perWorkload, quantityOfClusters: () => 1 }] }, ["bases.0.quantityOfClusters"]],
    [
      "a service and a part that there are not",
      { bases: [{ ...perWorkload, service: "gpu", recovers: "all" }] },
      ["bases.0.service", "bases.0.recovers"],
    ],
    [
      "a hole in a list",
      { bases: new Array(1) },
      ["bases.0.id", "bases.0.unit", "bases.0.quantity or quantityOfClusters"],
    ],
    ["facts that are none", { catalog: {} }, ["catalog"]],
    [
      "facts without assumptions",
      { catalog: { parameters: [], platform: {}, releaseIds: [], releaseOf: () => undefined } },
      ["catalog"],
    ],
  ])("%s: each is a problem at its place", (_what, setup, paths) => {
    expect(problemsIn(createPlanner(setup as never)).map(([, where, path]) => [where, path])).toEqual(
      paths.map((path) => ["options", path]),
    );
  });

  it("are not there unless they are given: a list by an unknown basis and an unknown setting are refused", () => {
    const items = [{ sku: "A", name: "A", per: "workload", unitPrice: "1.00" }];
    const setup = { priceList: { ...list, items }, settings: { "shared-cost": "by-memory" } };
    expect(problemsIn(createPlanner(setup as never)).map(([, where, path]) => `${where} ${path}`)).toEqual([
      "priceList items.0.per",
      "settings shared-cost",
    ]);
  });

  it("do not compile where they are mistyped", () => {
    const items = [{ sku: "A", name: "A", per: "workloads", unitPrice: "1.00" }] as const;
    // @ts-expect-error: no basis is called workloads
    expect(createPlanner({ bases: [perWorkload], priceList: { ...list, items } }).ok).toBe(false);
    // @ts-expect-error: no way of sharing is called by-memory
    expect(createPlanner({ settings: { "shared-cost": "by-memory" } }).ok).toBe(false);
  });

  it("go with a model of one's own", () => {
    const mine = defineModel({ ...ultimateCentralized, id: "mine", title: "Mine" });
    const items = [{ sku: "A", name: "A", per: "workload", unitPrice: "10.00" }] as const;
    const planner = worthOf(createPlanner({ models: [mine], bases: [perWorkload], priceList: { ...list, items } }));
    expect(worthOf(planner.plan(withWorkloads(), { model: "mine" })).plan.tenants[0]).toMatchObject({
      monthlyPrice: eur("20.00"),
    });
  });
});
