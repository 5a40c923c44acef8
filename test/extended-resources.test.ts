import {
  findingText,
  hostListOf,
  InputError,
  operatingModels,
  type PlannedFleet,
  placedVmsText,
  planDocument,
  plannedFleet,
  problemsOf,
  valueText,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { onlyHosts } from "./support/hosts.ts";
import { fleetOf, type TenantDraft, TOY_ITEMS, toyContext, toyPriceBook } from "./support/toy.ts";

const [starter] = operatingModels as [(typeof operatingModels)[number]];
const GPU = "nvidia.com/gpu";
const settings = { "loss-survived": "none", floors: "none", "workload-node-shape": "8x32x100" };
const web = { name: "web", replicas: 4, requests: { cpu: "1", memory: "1Gi" } };
const train = { name: "train", replicas: 5, requests: { cpu: "100m", memory: "1Gi", [GPU]: 1 } };

function planOf(tenant: TenantDraft, more: Readonly<Record<string, string>> = {}, book: object = {}): PlannedFleet {
  const context = toyContext({ ...settings, ...more });
  return plannedFleet(fleetOf(tenant), starter, { ...context, priceBook: { ...context.priceBook, ...book } });
}

const poolOf = (plan: PlannedFleet, name = "workload") => {
  const pool = plan.clusters[0]?.pools.find((one) => one.name === name);
  if (pool === undefined) throw new Error(`No pool ${name}.`);
  return pool;
};
const refused = (plan: PlannedFleet) =>
  plan.findings.filter(({ code }) => code.startsWith("pods-pending")).map((one) => findingText(one, valueText));

describe("pods that ask for GPUs", () => {
  const gpuPool = { name: "gpu", shape: `8x32x100+2x${GPU}` };

  it("need nodes for their GPUs, whatever else they ask for", () => {
    const pool = poolOf(planOf({ workloads: [web, { ...train, pool: "gpu" }], pools: [gpuPool] }), "gpu");
    // 5 pods of 1 GPU on nodes with 2: ⌈5 ÷ 2⌉ = 3. By CPU one node of 8 has room for 5 × 0.1.
    expect([pool.nodeCount, pool.neededFor]).toEqual([3, "extended-resource"]);
    expect(pool.division).toEqual({ of: "extended-resource", askedQuantity: 5, quantityPerNode: 2 });
    expect(pool.tenantExtended).toEqual({ [GPU]: 5 });
    // 3 nodes × 2 − 5 = 1
    expect(pool.room?.extended).toEqual({ [GPU]: 1 });
    const bare = { ...train, requests: { cpu: "100m", memory: "1Gi" }, pool: "gpu" };
    expect(poolOf(planOf({ workloads: [web, bare], pools: [gpuPool] }), "gpu").nodeCount).toBe(1);
  });

  it("are placed whole: two that take 3 of 4 do not share a node", () => {
    const two = { ...train, replicas: 2, requests: { ...train.requests, [GPU]: "3" } };
    // ⌈2 × 3 ÷ 4⌉ = 2 by the sum; three of them: ⌈9 ÷ 4⌉ = 3; of 2 each, 3 pods on ⌈6 ÷ 4⌉ = 2
    const countOf = (workload: object) =>
      poolOf(planOf({ workloads: [workload] }, { "workload-node-shape": `8x32x100+4x${GPU}` })).nodeCount;
    expect(countOf(two)).toBe(2);
    expect(countOf({ ...two, replicas: 3 })).toBe(3);
    expect(countOf({ ...two, replicas: 3, requests: { ...train.requests, [GPU]: 2 } })).toBe(2);
  });

  it("stay pending where no shape has one, with the scheduler's reason and what to do", () => {
    for (const shape of ["8x32x100", "cheapest"]) {
      const plan = planOf({ workloads: [web, train] }, { "workload-node-shape": shape });
      expect(refused(plan)).toEqual([
        `train on tenant-tenant-1 asks for 1 ${GPU} a pod, which no node has free: Insufficient ${GPU}. Give it a pool with a shape that has it, such as 16x128x100+2x${GPU}.`,
      ]);
    }
  });

  it("stay pending where a node has fewer than one pod asks for, or another kind", () => {
    const four = { ...train, requests: { ...train.requests, [GPU]: 4 } };
    expect(refused(planOf({ workloads: [four] }, { "workload-node-shape": `8x32x100+2x${GPU}` }))).toHaveLength(1);
    expect(refused(planOf({ workloads: [train] }, { "workload-node-shape": "8x32x100+2xamd.com/gpu" }))).toHaveLength(
      1,
    );
    expect(refused(planOf({ workloads: [train] }, { "workload-node-shape": `8x32x100+1x${GPU}` }))).toEqual([]);
  });

  it("of a DaemonSet are on every node, or stay pending there", () => {
    const agent = { name: "agent", kind: "DaemonSet", requests: { cpu: "100m", memory: "1Gi", [GPU]: 1 } };
    const plan = planOf({ workloads: [train, agent] }, { "workload-node-shape": `8x32x100+2x${GPU}` });
    // The agent takes 1 of 2 on each node: 5 pods on 5 nodes.
    expect(poolOf(plan).nodeCount).toBe(5);
    expect(poolOf(plan).tenantExtended).toEqual({ [GPU]: 5 + 5 });
    expect(refused(planOf({ workloads: [web, agent] }))).toHaveLength(1);
  });

  it("with a request of none are as if they asked for nothing", () => {
    const none = { ...train, requests: { ...train.requests, [GPU]: 0 } };
    expect(refused(planOf({ workloads: [none] }))).toEqual([]);
  });

  it("have more of them with growth and headroom: whole ones", () => {
    const plan = planOf(
      { workloads: [train], growthPercentPerYear: 50 },
      { "workload-node-shape": `8x32x100+2x${GPU}`, "planning-horizon-months": "12" },
    );
    // 5 × 50 % = 2.5, so 3 further pods of 1 GPU: ⌈8 ÷ 2⌉ = 4
    expect(poolOf(plan).nodeCount).toBe(4);
  });
});

describe("the cheapest shape", () => {
  const shapes = (...all: object[]) => ({ nodeShapes: all });
  const plain = { vcpu: 8, memoryGiB: 32, diskGiB: 100 };
  const cheapGpu = { vcpu: 4, memoryGiB: 32, diskGiB: 100, extended: { [GPU]: 2 } };
  const cheapest = { "workload-node-shape": "cheapest" };

  it("has GPUs where pods ask for them", () => {
    const plan = planOf({ workloads: [train] }, cheapest, shapes(plain, { ...plain, extended: { [GPU]: 2 } }));
    expect(poolOf(plan).shape.extended).toEqual({ [GPU]: 2 });
    expect(poolOf(plan).nodeCount).toBe(3);
  });

  it("has none where no pod does, however cheap nodes with GPUs are", () => {
    const plan = planOf({ workloads: [web] }, cheapest, shapes(plain, cheapGpu));
    expect(poolOf(plan).shape).toEqual(plain);
    // Where nothing else is offered, that is taken.
    expect(
      poolOf(planOf({ workloads: [web] }, cheapest, shapes({ ...plain, extended: { [GPU]: 1 } }))).shape.extended,
    ).toEqual({
      [GPU]: 1,
    });
  });
});

describe("the price of GPUs", () => {
  const book = (...more: object[]) =>
    toyPriceBook({
      items: [
        ...TOY_ITEMS,
        ...more.map((item, index) => ({
          ...{ sku: `GPU ${index}`, name: "Card", appliesTo: "gpu", unit: "GPU-month", unitPrice: "100" },
          ...item,
        })),
      ],
    });
  const tenant = {
    workloads: [
      { ...train, pool: "gpu" },
      { ...train, name: "draw", replicas: 1, requests: { cpu: "1", memory: "1Gi", "amd.com/gpu": 1 }, pool: "amd" },
    ],
    pools: [
      { name: "gpu", shape: `8x32x100+2x${GPU}` },
      { name: "amd", shape: "8x32x100+1xamd.com/gpu" },
    ],
  };
  const billed = (plan: PlannedFleet) =>
    plan.costs
      .filter(({ rate }) => rate.kind === "gpu")
      .map(({ poolName, quantity, amount, attribution: { workload, idle } }) => [
        poolName,
        quantity,
        ...[amount, workload, idle].map((one) => Number(one.amount)),
      ]);
  const unpriced = (plan: PlannedFleet) =>
    plan.findings.filter(({ ruleId }) => ruleId === "unpriced-devices").map((one) => findingText(one, valueText));

  it("counts those of nodes, and divides by those that pods ask for", () => {
    const plan = planOf(tenant, {}, book({}));
    // 3 nodes × 2 at 100: 5 asked for, 1 idle; 1 node × 1 beside.
    expect(billed(plan)).toEqual([
      ["gpu", 6, 600, 500, 100],
      ["amd", 1, 100, 100, 0],
    ]);
    expect(unpriced(plan)).toEqual([]);
  });

  it("may be another for each kind; one that names none is for all others", () => {
    expect(billed(planOf(tenant, {}, book({ resource: "amd.com/gpu", unitPrice: "70" }, {})))).toEqual([
      ["amd", 1, 70, 70, 0],
      ["gpu", 6, 600, 500, 100],
    ]);
  });

  it("is unknown where the book has none, and said so", () => {
    expect(unpriced(planOf(tenant, {}, book()))).toEqual([
      "The price book has no item for amd.com/gpu, nvidia.com/gpu: left out, unless its other rates are meant to cover them.",
    ]);
    expect(unpriced(planOf(tenant, {}, book({ resource: GPU })))).toEqual([
      "The price book has no item for amd.com/gpu: left out, unless its other rates are meant to cover them.",
    ]);
    expect(unpriced(planOf({ workloads: [web] }, {}, book()))).toEqual([]);
  });

  it("is refused of anything else", () => {
    const said = (item: object) => {
      try {
        return book(item).id;
      } catch (error) {
        if (error instanceof InputError) return problemsOf(error).map(({ fix, found }) => `${found}: ${fix}`);
        throw error;
      }
    };
    expect(said({ unit: "node-month" })).toEqual(['"node-month": convert the price and write unit: GPU-month']);
    expect(said({ appliesTo: "other", unit: "node-month", resource: GPU })).toEqual(['"nvidia.com/gpu": remove it']);
  });

  it("keeps a shape with GPUs from being the cheapest where fewer of them do", () => {
    const shapes = [2, 8].map((count) => ({ vcpu: 8, memoryGiB: 32, diskGiB: 100, extended: { [GPU]: count } }));
    const plan = (unitPrice: string) =>
      poolOf(
        planOf(
          { workloads: [train] },
          { "workload-node-shape": "cheapest" },
          { ...book({ unitPrice }), nodeShapes: shapes },
        ),
      );
    // 3 nodes with 2 cost 3 × node + 6 × GPU, one with 8 costs 1 × node + 8 × GPU: a node is worth 1 GPU, or more, or less.
    expect(plan("1").shape.extended).toEqual({ [GPU]: 8 });
    expect(plan("1000").shape.extended).toEqual({ [GPU]: 2 });
  });
});

describe("hosts of nodes with GPUs", () => {
  const tenant = { workloads: [{ ...train, pool: "gpu" }], pools: [{ name: "gpu", shape: `8x32x100+2x${GPU}` }] };
  const codes = (plan: PlannedFleet) =>
    plan.findings.filter(({ kind }) => kind === "infeasible").map((one) => findingText(one, valueText));

  it("have to have some, which somebody has to say", () => {
    expect(codes(planOf(tenant))).toEqual([
      "A gpu node of tenant-tenant-1 has 2 GPUs, more than the 0 that a host has for VMs: it is on none, and bears the cost of none. Say how many a host has, such as --set host-gpus=4, or take a node shape with fewer.",
    ]);
    expect(codes(planOf(tenant, { "host-gpus": "2" }))).toEqual([]);
  });

  it("are counted with room for an upgrade, and a spare one", () => {
    const hosts = onlyHosts(planOf(tenant, { "host-gpus": "2" }).infrastructure).hosts;
    // 3 nodes and one more during an upgrade, each on a host of its own: 4, and a spare one.
    expect(hosts).toMatchObject({ hostCount: 5, gpuHostCount: 4, boundBy: "gpu", demand: { gpuCount: 8 } });
    expect(hosts.usablePerHost.gpuCount).toBe(2);
  });

  it("are listed with what each has and where it starts again", () => {
    const hosts = onlyHosts(planOf(tenant, { "host-gpus": "2" }).infrastructure).hosts;
    const { rows, losses } = hostListOf(hosts);
    expect(rows.reduce((sum, { gpuCount = 0, hostCount }) => sum + gpuCount * hostCount, 0)).toBe(8);
    expect(rows.every(({ gpuCount = 0, freeGpuCount }) => gpuCount + (freeGpuCount ?? 0) === 2)).toBe(true);
    expect(losses.map(({ end }) => end)).not.toContain("down");
    expect(rows.flatMap(({ vms }) => vms.map(placedVmsText))).toContain("1 × tenant-tenant-1 gpu 8/32 and 2 GPUs");
  });

  it("say how many GPUs they have only where a fleet has any", () => {
    const parameterIds = (plan: PlannedFleet) =>
      plan.findings.map(({ subject }) => (subject.in === "plan" ? subject.parameterId : undefined));
    expect(parameterIds(planOf(tenant))).toContain("host-gpus");
    expect(parameterIds(planOf({ workloads: [web] }))).not.toContain("host-gpus");
  });
});

describe("documents of a plan with GPUs", () => {
  it("say what nodes have, what is asked for, and how much more fits", () => {
    const plan = planOf(
      { workloads: [web, { ...train, pool: "gpu" }], pools: [{ name: "gpu", shape: `8x32x100+2x${GPU}` }] },
      { "host-gpus": "4" },
    );
    const { clusters, infrastructure } = planDocument(plan).plan;
    const [controlPlane, main, own] = clusters[0]?.pools ?? [];
    expect(own).toMatchObject({
      extendedPerNode: { [GPU]: 2 },
      extendedRequested: { [GPU]: 5 },
      room: { extended: { [GPU]: 1 } },
    });
    for (const pool of [controlPlane, main]) expect(pool).not.toHaveProperty("extendedPerNode");
    // 3 nodes with 2 and one for an upgrade are 8 GPUs, on ⌈8 ÷ 4⌉ = 2 hosts; the others carry the rest.
    expect(infrastructure).toMatchObject({ gpuCountPerHost: 4 });
  });

  it("say of clusters that tenants share by what GPUs are divided", () => {
    const workloads = [{ ...train, pool: "gpu" }];
    const pools = [{ name: "gpu", shape: `8x32x100+2x${GPU}` }];
    const fleet = fleetOf({ id: "a", workloads, pools }, { id: "b", workloads: [web] });
    const shared = {
      ...starter,
      layout: (tenants: Parameters<typeof starter.layout>[0]) => {
        const [first] = starter.layout(tenants);
        return first === undefined ? [] : [{ ...first, name: "shared", tenantIds: tenants.map(({ id }) => id) }];
      },
    };
    const said = (plan: PlannedFleet) => plan.findings.filter(({ ruleId }) => ruleId === "shared-devices");
    expect(said(plannedFleet(fleet, shared, toyContext({ ...settings, "host-gpus": "4" })))).toHaveLength(1);
    expect(said(plannedFleet(fleet, starter, toyContext({ ...settings, "host-gpus": "4" })))).toEqual([]);
  });
});
