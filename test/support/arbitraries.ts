import type { PlanningContext } from "@nkp-planner/core";
import fc from "fast-check";
import { type TenantDraft, TOY_ITEMS, toyPriceBook } from "./toy.ts";
import { toyFullList, toyHostBook, toyTieredBook } from "./toy-prices.ts";

/** Random workloads and totals that a fleet file may hold. */
const workload = fc.record({
  name: fc.constantFrom("web", "db", "worker"),
  replicas: fc.integer({ min: 0, max: 40 }),
  requests: fc.record({
    cpu: fc.integer({ min: 0, max: 4000 }).map((millicores) => `${millicores}m`),
    memory: fc.integer({ min: 0, max: 16_384 }).map((mebibytes) => `${mebibytes}Mi`),
  }),
  storagePerReplica: fc.integer({ min: 0, max: 200 }).map((gibibytes) => `${gibibytes}Gi`),
});

const tolerationsOf = (priority: number) => (priority === 0 ? [] : [{ operator: "Exists" }]);

/** The same with the wishes and conditions that decide where pods may run. */
const placedWorkload = fc
  .record({
    base: workload,
    kind: fc.constantFrom("Deployment", "StatefulSet", "Job", "DaemonSet"),
    priority: fc.constantFrom(0, 0, 1000),
    extra: fc.oneof(
      { weight: 3, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: fc.constant({ antiAffinity: "hostname" }) },
      { weight: 1, arbitrary: fc.constant({ topologySpread: [{ over: "hostname", maxSkew: 2 }] }) },
      {
        weight: 1,
        arbitrary: fc.constant({ topologySpread: [{ over: "zone", whenUnsatisfiable: "ScheduleAnyway" }] }),
      },
      { weight: 1, arbitrary: fc.constant({ nodeSelector: { pool: "workload" } }) },
      {
        weight: 1,
        arbitrary: fc.constant({
          podAntiAffinity: { preferred: [{ weight: 50, over: "hostname" }] },
          labels: { app: "x" },
        }),
      },
      {
        weight: 1,
        arbitrary: fc.constant({ topologySpread: [{ over: "hostname", maxSkew: 3, nodeTaintsPolicy: "Honor" }] }),
      },
    ),
  })
  .map(({ base, kind, priority, extra }) => ({
    ...base,
    kind,
    priority,
    ...extra,
    // Pods that are kept apart need a node each.
    ...("antiAffinity" in extra ? { replicas: base.replicas % 8 } : {}),
    // A DaemonSet of a large pod leaves no room for anything else; one that tolerates all runs on the control plane too.
    ...(kind === "DaemonSet"
      ? { requests: { cpu: "300m", memory: "64Mi" }, tolerations: tolerationsOf(priority) }
      : {}),
  }));

type DrawnWorkload = { readonly replicas: number; readonly requests: object };

/** A few of them, as each takes a part of a node that is not shared. */
function withGpus<One extends DrawnWorkload>(one: One, count: number): One {
  return { ...one, replicas: one.replicas % 8, requests: { ...one.requests, "nvidia.com/gpu": count } };
}

const demand = fc
  .record({
    pods: fc.integer({ min: 1, max: 300 }),
    cpuMillicores: fc.integer({ min: 1, max: 100_000 }),
    memoryMiB: fc.integer({ min: 1, max: 400_000 }),
    storage: fc.integer({ min: 0, max: 5000 }).map((gibibytes) => `${gibibytes}G`),
  })
  .map(({ pods, cpuMillicores, memoryMiB, storage }) => ({
    pods,
    cpu: `${cpuMillicores}m`,
    memory: `${memoryMiB}Mi`,
    storage,
    // No smaller than the mean pod, or the totals would contradict it.
    largestPod: {
      cpu: `${Math.min(cpuMillicores, Math.max(2000, Math.ceil(cpuMillicores / pods)))}m`,
      memory: `${Math.min(memoryMiB, Math.max(8192, Math.ceil(memoryMiB / pods)))}Mi`,
    },
  }));

const price = fc.option(
  fc.integer({ min: 0, max: 2_000_000 }).map((cents) => ({ monthly: (cents / 100).toFixed(2) })),
  { nil: undefined, freq: 10 },
);

const tenant = fc
  .record({
    size: fc.oneof(
      { weight: 2, arbitrary: fc.array(fc.oneof(workload, placedWorkload), { maxLength: 4 }) },
      { weight: 1, arbitrary: demand },
    ),
    pools: fc.constantFrom(
      [],
      [],
      [{ name: "own" }],
      [{ name: "own", shape: "16x64x100+2xnvidia.com/gpu" }],
      [
        { name: "own", shape: "16x64x100", minNodes: 2, labels: { disk: "ssd" } },
        { name: "workload", minNodes: 4 },
      ],
    ),
    upgradeCadence: fc.constantFrom("fleet" as const, "own" as const),
    price,
    shareWeight: fc.integer({ min: 0, max: 70 }).map((tenths) => tenths / 10),
    contract: fc.record(
      { termMonths: fc.constantFrom(6, 12, 36), discountPercent: fc.constantFrom(0, 3.5, 12) },
      { requiredKeys: [] },
    ),
  })
  .map(({ size, pools, upgradeCadence, price: monthly, shareWeight, contract }): TenantDraft => {
    const hasOwn = pools.length > 0;
    // Every other workload runs in the tenant's own pool; selectors of another pool would contradict it.
    const hasGpus = JSON.stringify(pools).includes("gpu");
    const inPools = (workloads: readonly DrawnWorkload[]) =>
      workloads.map((one, index) => {
        if (!hasOwn || index % 2 !== 0 || "nodeSelector" in one) return one;
        const own = { ...one, pool: "own" };
        return hasGpus && !("kind" in one && one.kind === "DaemonSet") ? withGpus(own, 1 + (index % 4) / 2) : own;
      });
    const sized = Array.isArray(size) ? { workloads: inPools(size), pools } : { demand: size };
    return { upgradeCadence, shareWeight, contract, ...sized, ...(monthly === undefined ? {} : { price: monthly }) };
  });

/** Up to seven tenants with ids of their own. */
export const tenants = fc
  .array(tenant, { maxLength: 7 })
  .map((all) => all.map((one, index): TenantDraft => ({ ...one, id: `t${index}` })));

/** Settings that change how a plan is made. */
export const settings = fc.record(
  {
    floors: fc.constantFrom("documented", "none"),
    "licensed-vcpu": fc.constantFrom("worker", "all"),
    "shared-cost": fc.constantFrom("by-requests", "uniform", "by-nodes", "by-weights"),
    "loss-survived": fc.constantFrom("none", "one-node"),
    zones: fc.constantFrom("1", "1", "3"),
    "tenant-services": fc.constantFrom("none", "agents"),
    "arrival-orders": fc.constantFrom("1", "4"),
    "headroom-percent": fc.constantFrom("0", "15"),
    "growth-percent-per-year": fc.constantFrom("0", "25"),
    "host-gpus": fc.constantFrom("2", "8"),
    "workload-node-shape": fc.constantFrom("cheapest", "fewest-vcpu", "command-default", "16x64x200"),
  },
  { requiredKeys: [] },
);

const GPU_ITEM = { sku: "GPU", name: "Card", appliesTo: "gpu", unit: "GPU-month", unitPrice: "211.11" };

/** Ways to price: by vCPU and GiB, by hosts, by tiers, with GPUs; without and with a price list. */
export const priceWays = {
  vm: () => ({ priceBook: toyPriceBook() }),
  "tiers, price list": () => ({ priceBook: toyTieredBook(), priceList: toyFullList() }),
  GPUs: () => ({ priceBook: toyPriceBook({ items: [...TOY_ITEMS, GPU_ITEM] }) }),
  hosts: () => ({ priceBook: toyHostBook() }),
  "hosts, price list": () => ({ priceBook: toyHostBook(), priceList: toyFullList() }),
} as const satisfies Readonly<Record<string, () => Pick<PlanningContext, "priceBook" | "priceList">>>;

export type PriceWay = keyof typeof priceWays;
