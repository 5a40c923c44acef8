import { describe, expect, it } from "vitest";
import { parseFleet } from "../../input/fleet.ts";
import { fleetChanges } from "./fleet-changes.ts";

const GIB = 2n ** 30n;
const fleet = (...tenants: readonly object[]) =>
  parseFleet({
    apiVersion: "nkp-planner/v1",
    kind: "Fleet",
    asOf: "2026-11-23",
    release: "nkp-2.17.1",
    currency: "EUR",
    tenants,
  });
const workload = (name: string, replicas: number, cpu: string, memory: string, more: object = {}) => ({
  name,
  replicas,
  requests: { cpu, memory },
  ...more,
});
const ofRow = (row: number, file = "vms.csv") => ({ origin: { file, row, reader: "vm-inventory" } });
const totals = (pods: number, cpu: string, memory: string, more: object = {}) => ({
  demand: { pods, cpu, memory, ...more },
});
const idsOf = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

describe("what changed from one fleet to another", () => {
  it("is who came, who went, and each size from old to new, in sum as well", () => {
    const before = fleet(
      { id: "kite", workloads: [workload("web", 3, "500m", "1Gi"), workload("old", 1, "1", "2Gi")] },
      { id: "orchid", ...totals(10, "5", "20Gi", { storage: "100Gi" }) },
      { id: "gone", ...totals(1, "2", "4Gi") },
      { id: "same", ...totals(2, "1", "1Gi") },
    );
    const after = fleet(
      { id: "lark", ...totals(4, "1500m", "6Gi") },
      { id: "orchid", ...totals(12, "5", "24Gi", { storage: "80Gi" }) },
      {
        id: "kite",
        workloads: [
          workload("web", 4, "750m", "1Gi"),
          workload("db", 2, "1", "4Gi", { kind: "StatefulSet", storagePerReplica: "10Gi" }),
        ],
      },
      { id: "same", ...totals(2, "1", "1Gi") },
    );
    const changes = fleetChanges(before, after);
    expect(idsOf(changes.added)).toEqual(["lark"]);
    expect(idsOf(changes.gone)).toEqual(["gone"]);
    expect(idsOf(changes.unchanged.map((one) => one.after))).toEqual(["same"]);
    expect(changes.notCompared).toEqual([]);
    const [kite, orchid] = changes.changed;
    // 3 × 0.5 + 1 × 1 = 2.5 vCPU, 3 × 1 + 1 × 2 = 5 GiB; 4 × 0.75 + 2 × 1 = 5 vCPU, 4 × 1 + 2 × 4 = 12 GiB, 2 × 10 GiB.
    expect(kite?.before.sizes).toEqual({
      ...{ podCount: 4n, cpuMillicores: 2500n, memoryBytes: 5n * GIB, storageBytes: 0n },
    });
    expect(kite?.after.sizes).toEqual({
      ...{ podCount: 6n, cpuMillicores: 5000n, memoryBytes: 12n * GIB, storageBytes: 20n * GIB },
    });
    expect(kite?.workloads).toMatchObject([
      { name: "web", before: { replicas: 3 }, after: { replicas: 4, requestsPerReplica: { cpuMillicores: 750 } } },
      { name: "old", before: { replicas: 1 }, after: null },
      { name: "db", kind: "StatefulSet", before: null, after: { replicas: 2 } },
    ]);
    expect(orchid?.workloads).toEqual([]);
    // Before 4 + 10 + 1 + 2 pods, 2.5 + 5 + 2 + 1 vCPU, 5 + 20 + 4 + 1 GiB, 100 GiB.
    expect(changes.before).toEqual({
      ...{ podCount: 17n, cpuMillicores: 10_500n, memoryBytes: 30n * GIB, storageBytes: 100n * GIB },
    });
    // Now 4 + 12 + 6 + 2 pods, 1.5 + 5 + 5 + 1 vCPU, 6 + 24 + 12 + 1 GiB, 80 + 20 GiB.
    expect(changes.after).toEqual({
      ...{ podCount: 24n, cpuMillicores: 12_500n, memoryBytes: 43n * GIB, storageBytes: 100n * GIB },
    });
  });

  it("is nothing of prices, contracts, growth, notes and origin", () => {
    const size = totals(2, "1", "1Gi");
    const before = fleet({ id: "kite", ...size });
    const after = fleet({
      ...{ id: "kite", name: "Kite", ...size, price: { monthly: "10.00" }, note: "ours" },
      ...{ growthPercentPerYear: 5, contract: { termMonths: 12 }, ...ofRow(3) },
    });
    expect(fleetChanges(before, after)).toMatchObject({ changed: [], added: [], gone: [], unchanged: [{}] });
  });

  it.each([
    ["another largest pod", totals(4, "4", "4Gi", { largestPod: { cpu: "2", memory: "2Gi" } })],
    ["workloads that add up to the same", { workloads: [workload("web", 4, "1", "1Gi")] }],
    ["one more byte", totals(4, "4", "4294967297B")],
  ])("is %s", (_what, demand) => {
    const [was, is] = [fleet({ id: "kite", ...totals(4, "4", "4Gi") }), fleet({ id: "kite", ...demand })];
    expect(fleetChanges(was, is).changed).toHaveLength(1);
    expect(fleetChanges(is, was).changed).toHaveLength(1);
  });

  it("is a device more, and a DaemonSet's size, though neither is in the sums; not the order of workloads", () => {
    const agent = { name: "agent", kind: "DaemonSet" };
    const before = fleet({
      id: "kite",
      workloads: [
        { ...agent, requests: { cpu: "100m", memory: "1Gi" } },
        workload("ml", 2, "1", "1Gi"),
        workload("web", 1, "1", "1Gi"),
      ],
    });
    const after = fleet({
      id: "kite",
      workloads: [
        workload("web", 1, "1", "1Gi"),
        { name: "ml", replicas: 2, requests: { cpu: "1", memory: "1Gi", "example.com/gpu": 1 } },
        { ...agent, requests: { cpu: "200m", memory: "1Gi" } },
      ],
    });
    const [kite] = fleetChanges(before, after).changed;
    expect(kite?.workloads.map(({ name }) => name)).toEqual(["agent", "ml"]);
    expect(kite?.before.sizes).toEqual(kite?.after.sizes);
    // 2 × 1 + 1 × 1: no pod of the DaemonSet.
    expect(kite?.before.sizes).toMatchObject({ podCount: 3n, cpuMillicores: 3000n });
  });

  it("loses nothing where numbers end that programs count with", () => {
    const many = (memory: string) =>
      fleet({ id: "kite", workloads: [workload("web", 1_000_000, "1", memory, { storagePerReplica: "1Pi" })] });
    const [was, is] = [many("1125899906842623"), many("1125899906842624")];
    const [kite] = fleetChanges(was, is).changed;
    // A million bytes more, of 2^50 × 10^6.
    expect((kite?.after.sizes.memoryBytes ?? 0n) - (kite?.before.sizes.memoryBytes ?? 0n)).toBe(1_000_000n);
    expect(kite?.after.sizes.storageBytes).toBe(2n ** 50n * 1_000_000n);
  });
});

describe("tenants whose ids differ", () => {
  const size = totals(1, "4", "16Gi");

  it("are the same by a name that no other has", () => {
    const changes = fleetChanges(
      fleet(
        { id: "ours", name: "Kite", ...size },
        { id: "a", name: "Two", ...size },
        { id: "b", name: "Two", ...size },
      ),
      fleet({ id: "kite", name: "Kite", ...size }, { id: "c", name: "Two", ...size }),
    );
    expect(changes.unchanged.map(({ before, after, by }) => [before.id, after.id, by])).toEqual([
      ["ours", "kite", "name"],
    ]);
    expect([idsOf(changes.gone), idsOf(changes.added)]).toEqual([["a", "b"], ["c"]]);
  });

  it("are the same by the row of the same file, where they ask for the like too", () => {
    const before = fleet(
      { id: "ours", ...size, ...ofRow(3) },
      { id: "other", ...totals(1, "2", "8Gi"), ...ofRow(4) },
      { id: "shop", workloads: [workload("web", 1, "1", "1Gi")], ...ofRow(5) },
      { id: "far", ...size, ...ofRow(6) },
    );
    const after = fleet(
      { id: "kite", ...totals(2, "4", "16Gi"), ...ofRow(3) },
      { id: "lark", ...size, ...ofRow(4) },
      { id: "store", workloads: [workload("web", 5, "2", "1Gi"), workload("db", 1, "1", "1Gi")], ...ofRow(5) },
      { id: "near", ...size, ...ofRow(6, "others.csv") },
    );
    const changes = fleetChanges(before, after);
    expect(changes.changed.map(({ before: one, after: other, by }) => [one.id, other.id, by])).toEqual([
      ["ours", "kite", "row"],
      ["shop", "store", "row"],
    ]);
    expect([idsOf(changes.gone), idsOf(changes.added)]).toEqual([
      ["other", "far"],
      ["lark", "near"],
    ]);
  });

  it("goes by id before name: names that were exchanged are no change of ids", () => {
    const changes = fleetChanges(
      fleet({ id: "a", name: "b", ...size }, { id: "b", name: "a", ...size }),
      fleet({ id: "a", name: "a", ...size }, { id: "b", name: "b", ...size }),
    );
    expect(changes.unchanged.map(({ by }) => by)).toEqual(["id", "id"]);
  });
});

describe("files held against a fleet", () => {
  const size = totals(1, "4", "16Gi");
  const files = (...tenants: readonly object[]) => ({ ...fleet(...tenants), isPart: true });

  it("leave out whom they cannot know of: of other files, or from nobody knows where", () => {
    const before = fleet(
      { id: "kite", ...size, ...ofRow(2) },
      { id: "gone", ...size, ...ofRow(3) },
      { id: "site-b", ...size, ...ofRow(2, "site-b.csv") },
      { id: "by-hand", ...size },
    );
    const changes = fleetChanges(before, files({ id: "kite", ...size, ...ofRow(2) }));
    expect([idsOf(changes.gone), idsOf(changes.notCompared)]).toEqual([["gone"], ["site-b", "by-hand"]]);
    // kite and gone; not the two others.
    expect(changes.before.cpuMillicores).toBe(8000n);
    expect(changes.after.cpuMillicores).toBe(4000n);
  });

  it("know a file by its tenants where it has another name now", () => {
    const before = fleet(
      { id: "kite", ...size, ...ofRow(2, "may.csv") },
      { id: "gone", ...size, ...ofRow(3, "may.csv") },
    );
    const changes = fleetChanges(before, files({ id: "kite", ...size, ...ofRow(2, "june.csv") }));
    expect(idsOf(changes.gone)).toEqual(["gone"]);
    const strangers = fleetChanges(before, files({ id: "lark", ...totals(1, "1", "1Gi"), ...ofRow(2, "june.csv") }));
    expect([idsOf(strangers.gone), idsOf(strangers.notCompared)]).toEqual([[], ["kite", "gone"]]);
  });
});
