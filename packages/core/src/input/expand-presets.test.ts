import { describe, expect, it } from "vitest";
import { findingText } from "../base/findings/finding-text.ts";
import { InputError } from "../base/findings/input-error.ts";
import { parseFleet } from "./fleet.ts";
import type { TypicalComponent, WorkloadLibrary } from "./presets.ts";
import type { Workload } from "./workload.ts";

const cited = { confidence: "derived-upstream" as const, sources: ["chart"] };
const shop: TypicalComponent = {
  name: "shop",
  kind: "Deployment",
  replicas: 1,
  requests: { cpu: "250m", memory: "256Mi" },
  volume: { size: "12Gi", per: "component" },
  ...cited,
};
const database: TypicalComponent = {
  name: "database",
  kind: "StatefulSet",
  replicas: 3,
  requests: { cpu: "1.0", memory: "2G" },
  volume: { size: "8Gi", per: "replica" },
  ...cited,
};
const mute: TypicalComponent = {
  name: "mute",
  kind: "Deployment",
  replicas: 2,
  requests: { cpu: null, memory: "1Gi" },
  volume: null,
  confidence: "unknown",
  sources: ["chart"],
};
const library: WorkloadLibrary = {
  applications: [
    { id: "webshop", name: "Web shop", chart: "shop", version: "1.0.0", components: [shop, database], ...cited },
    { id: "silent", name: "Silent", chart: null, version: null, components: [mute], ...cited },
  ],
  presets: [
    { id: "S", name: "Small", components: [{ application: "webshop", ...shop, replicas: 2 }], ...cited },
    { id: "XL", name: "Extra large", components: [{ application: "webshop", ...database }], ...cited },
  ],
};

const head = { apiVersion: "nkp-planner/v1", kind: "Fleet", asOf: "2026-11-23", release: "nkp-2.17.1" };
const read = (tenant: object, from: WorkloadLibrary | null = library) =>
  parseFleet({ ...head, currency: "EUR", tenants: [{ id: "a", ...tenant }] }, "fleet", from ?? undefined);
const workloadsOf = (tenant: object) => read(tenant).tenants[0]?.demand as readonly Workload[];
const GIB = 2 ** 30;

function problemsOf(tenant: object, from: WorkloadLibrary | null = library): readonly string[] {
  try {
    read(tenant, from);
  } catch (error) {
    if (error instanceof InputError) return error.findings.map((finding) => findingText(finding));
    throw error;
  }
  return [];
}

describe("a tenant that names what it runs", () => {
  it("runs the components of its applications, replicas times count", () => {
    expect(workloadsOf({ applications: [{ application: "webshop", count: 2 }] })).toMatchObject([
      {
        name: "webshop/shop",
        replicas: 2,
        requestsPerReplica: { cpuMillicores: 250, memoryBytes: 256 * 2 ** 20, storageBytes: 12 * GIB },
      },
      {
        name: "webshop/database",
        replicas: 6,
        requestsPerReplica: { cpuMillicores: 1000, memoryBytes: 2_000_000_000, storageBytes: 8 * GIB },
      },
    ]);
  });

  it("knows every request that a source states", () => {
    for (const workload of workloadsOf({ preset: "S", applications: [{ application: "webshop" }] }))
      expect(workload).not.toHaveProperty("unknownRequests");
  });

  it("runs one of each where no count is said", () => {
    expect(workloadsOf({ applications: [{ application: "webshop" }] }).map(({ replicas }) => replicas)).toEqual([1, 3]);
  });

  it("counts a volume that replicas share once: 12 GiB for two are 6 each", () => {
    expect(workloadsOf({ preset: "S" })).toMatchObject([
      { name: "S/webshop/shop", replicas: 2, requestsPerReplica: { storageBytes: 6 * GIB } },
    ]);
  });

  it("keeps pods whose requests no source states, and says which", () => {
    expect(workloadsOf({ applications: [{ application: "silent" }] })).toMatchObject([
      {
        name: "silent/mute",
        replicas: 2,
        requestsPerReplica: { cpuMillicores: 0, memoryBytes: GIB, storageBytes: 0 },
        unknownRequests: ["cpu"],
      },
    ]);
  });

  it("remembers the names, so that the plan can say what it rests on", () => {
    const named = { preset: "S", applications: [{ application: "webshop", count: 2 }, { application: "silent" }] };
    expect(read(named).tenants[0]?.sizedBy).toEqual(["preset S", "webshop × 2", "silent"]);
    expect(read({ workloads: [] }).tenants[0]).not.toHaveProperty("sizedBy");
  });

  it("may have workloads, a preset and applications beside each other", () => {
    const own = { name: "own", replicas: 1, requests: { cpu: 1, memory: "1Gi" } };
    const tenant = { workloads: [own], preset: "S", applications: [{ application: "webshop" }] };
    expect(workloadsOf(tenant).map(({ name }) => name)).toEqual([
      "own",
      "S/webshop/shop",
      "webshop/shop",
      "webshop/database",
    ]);
  });
});

describe("names that cannot be looked up", () => {
  it.each([
    [{ preset: "XXL" }, 'tenants[0].preset: found "XXL", expected a preset of the catalog; did you mean "XL"?'],
    [{ preset: "s" }, 'tenants[0].preset: found "s", expected a preset of the catalog; did you mean "S"?'],
    [{ preset: "Q" }, 'tenants[0].preset: found "Q", expected a preset of the catalog; use one of: S, XL'],
    [
      { applications: [{ application: "silent" }, { application: "webshp" }] },
      'tenants[0].applications[1].application: found "webshp", expected a typical application of the catalog; did you mean "webshop"?',
    ],
    [
      { applications: [{ application: "silent" }, { application: "silent" }] },
      'tenants[0].applications[1].application: found "silent" a second time, expected each application once; remove it and raise the count of applications[0]',
    ],
    [
      { applications: [{ application: "silent", count: 0 }] },
      "tenants[0].applications[0].count: found 0, expected at least 1; raise it",
    ],
    [{ preset: 4 }, 'tenants[0].preset: found 4, expected text; write "4", between quotation marks'],
    [{ applications: "webshop" }, 'tenants[0].applications: found "webshop", expected a list; write a list'],
  ])("%j", (tenant, says) => expect(problemsOf(tenant)).toEqual([says]));

  it("says so where no library was given", () => {
    expect(problemsOf({ preset: "S", applications: [{ application: "webshop" }] }, null)).toEqual([
      'tenants[0].preset: found "S", expected no preset here, as no library of them was given; write the workloads out, or give the reader a library to look names up in',
      'tenants[0].applications[0].application: found "webshop", expected no typical application here, as no library of them was given; write the workloads out, or give the reader a library to look names up in',
    ]);
  });

  it("refuses totals beside any of them", () => {
    const demand = { pods: 1, cpu: 1, memory: "1Gi", largestPod: { cpu: 1, memory: "1Gi" } };
    expect(problemsOf({ demand, preset: "S", applications: [] })).toEqual([
      "tenants[0]: found both preset, applications and demand, expected totals alone, or no totals; remove the totals in demand, or preset, applications",
    ]);
  });
});
