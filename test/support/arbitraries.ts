import fc from "fast-check";
import type { TenantDraft } from "./toy.ts";

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
    largestPod: { cpu: `${Math.min(cpuMillicores, 2000)}m`, memory: `${Math.min(memoryMiB, 8192)}Mi` },
  }));

const price = fc.option(
  fc.integer({ min: 0, max: 2_000_000 }).map((cents) => ({ monthly: (cents / 100).toFixed(2) })),
  { nil: undefined, freq: 10 },
);

const tenant = fc
  .record({
    size: fc.oneof({ weight: 2, arbitrary: fc.array(workload, { maxLength: 4 }) }, { weight: 1, arbitrary: demand }),
    upgradeCadence: fc.constantFrom("fleet" as const, "own" as const),
    price,
  })
  .map(({ size, upgradeCadence, price: monthly }): TenantDraft => {
    const sized = Array.isArray(size) ? { workloads: size } : { demand: size };
    return { upgradeCadence, ...sized, ...(monthly === undefined ? {} : { price: monthly }) };
  });

/** Up to ten tenants with ids of their own. */
export const tenants = fc
  .array(tenant, { maxLength: 10 })
  .map((all) => all.map((one, index): TenantDraft => ({ ...one, id: `t${index}` })));

/** Settings that change how a plan is made. */
export const settings = fc.record(
  {
    floors: fc.constantFrom("documented", "none"),
    "licensed-vcpu": fc.constantFrom("worker", "all"),
    "shared-cost": fc.constantFrom("by-requests", "uniform"),
    "workload-node-shape": fc.constantFrom("fewest-vcpu", "documented-minimum", "command-default", "16x64x200"),
  },
  { requiredKeys: [] },
);
