import { describe, expect, it } from "vitest";
import { findingText } from "../base/findings/finding-text.ts";
import { InputError } from "../base/findings/input-error.ts";
import { demandOf } from "../demand/demand.ts";
import { parsePriceBook, requireRates } from "../prices/price-book.ts";
import { parseFleet, type Tenant } from "./fleet.ts";

const head = {
  apiVersion: "nkp-planner/v1",
  kind: "Fleet",
  asOf: "2026-11-23",
  release: "nkp-2.17.1",
  currency: "EUR",
};
const fleet = (...tenants: object[]) => ({ ...head, tenants });
const web = { name: "web", replicas: 2, requests: { cpu: "500m", memory: "1Gi" } };

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return error.findings.map((finding) => findingText(finding));
    throw error;
  }
  return [];
}

const fleetProblems = (...tenants: object[]) => problemsOf(() => parseFleet(fleet(...tenants)));

describe("a fleet", () => {
  it("becomes whole millicores, whole bytes and exact money", () => {
    const { tenants } = parseFleet(
      fleet({ id: "a", workloads: [{ ...web, storagePerReplica: "10Gi" }], price: { monthly: "4200.50" } }),
    );
    expect(tenants[0]).toMatchObject({
      name: "a",
      upgradeCadence: "fleet",
      demand: [
        { replicas: 2, requestsPerReplica: { cpuMillicores: 500, memoryBytes: 2 ** 30, storageBytes: 10 * 2 ** 30 } },
      ],
    });
    expect(tenants[0]?.monthlyPrice?.amount).toBe("4200.50");
  });

  it("takes numbers where YAML makes them", () => {
    const { tenants } = parseFleet(
      fleet({ id: "a", workloads: [{ ...web, requests: { cpu: 2, memory: 2097152 } }], price: { monthly: 4200.5 } }),
    );
    expect(tenants[0]?.monthlyPrice?.amount).toBe("4200.50");
    expect(tenants[0]?.demand).toMatchObject([{ requestsPerReplica: { cpuMillicores: 2000, memoryBytes: 2_097_152 } }]);
  });

  it.each([
    [64, "without one this is 64 bytes", 'write "64Gi" or "64Mi", or "64B" if bytes are meant'],
    ["96", "without one this is 96 bytes", 'write "96Gi" or "96Mi", or "96B" if bytes are meant'],
    [1.5, "without one this is 2 bytes", 'write "1.5Gi" or "1.5Mi"'],
    ["100m", "without one this is one byte", 'write "100Gi" or "100Mi"'],
    [
      "1048575",
      "without one this is 1048575 bytes",
      'write "1048575Gi" or "1048575Mi", or "1048575B" if bytes are meant',
    ],
  ])("takes memory of %s for a forgotten unit, and storage too", (amount, expected, fix) => {
    const tenant = { id: "a", demand: { pods: 1, cpu: 1, memory: amount, storage: amount } };
    const sentence = `found ${JSON.stringify(amount)}, expected an amount with its unit; ${expected}; ${fix}`;
    expect(fleetProblems(tenant)).toEqual([
      `tenants[0].demand.memory: ${sentence}`,
      `tenants[0].demand.storage: ${sentence}`,
    ]);
  });

  it.each([0, "0", "0.0625Ki", "64k", 1048576, "1Mi"])("takes %s as it stands", (memory) => {
    expect(fleetProblems({ id: "a", workloads: [{ ...web, requests: { cpu: 1, memory } }] })).toEqual([]);
  });

  it.each(["64B", "65536 B", "65536 bytes", "1 byte", "68719476736B"])("takes %s for bytes, which say so", (size) => {
    const demand = { pods: 1, cpu: 1, memory: size, storage: size };
    const { tenants } = parseFleet(fleet({ id: "a", demand }));
    const bytes = Number.parseInt(size, 10);
    expect(tenants[0]?.demand).toMatchObject({ requests: { memoryBytes: bytes, storageBytes: bytes } });
  });

  it.each([
    ["1.5B", 'expected a Kubernetes quantity; write "1.5"'],
    ["64b", 'expected a Kubernetes quantity; write "64B" for bytes'],
    ["-64B", 'expected a Kubernetes quantity; write for example "8Gi"'],
  ])("takes %s for no bytes", (memory, sentence) => {
    const demand = { pods: 1, cpu: 1, memory };
    expect(fleetProblems({ id: "a", demand })).toEqual([`tenants[0].demand.memory: found "${memory}", ${sentence}`]);
    expect(fleetProblems({ id: "a", demand: { pods: 1, cpu: "64B", memory: "1Gi" } })).toHaveLength(1);
  });

  it("has no price where none is given", () => {
    expect(parseFleet(fleet({ id: "a", workloads: [] })).tenants[0]?.monthlyPrice).toBeNull();
  });

  it("tells all problems of all tenants at once", () => {
    const problems = fleetProblems(
      {
        id: "a",
        workloads: [
          { ...web, replicas: -1 },
          { ...web, requests: { cpu: "1", memory: "16GB" } },
        ],
      },
      { id: "a", wrokloads: [] },
      { workloads: [], price: { monthly: "19O0,00" } },
    );
    expect(problems).toEqual(
      expect.arrayContaining([
        "tenants[0].workloads[0].replicas: found -1, expected at least 0; raise it",
        'tenants[0].workloads[1].requests.memory: found "16GB", expected a Kubernetes quantity; write "16Gi" (16 GiB) or "16G" (14.9 GiB)',
        'tenants[1].wrokloads: found the unknown key "wrokloads", expected one of: id, name, ref, note, workloads, pools, preset, applications, demand, upgradeCadence, upgrades, growthPercentPerYear, price, contract, shareWeight, origin; did you mean "workloads"?',
        'tenants[1].id: found "a" a second time, expected an id of its own; give this tenant another id; the other one is tenants[0]',
        "tenants[2].id: found nothing, expected text; add for example id: orchid",
        expect.stringContaining('tenants[2].price.monthly: found "19O0,00"'),
      ]),
    );
  });

  it("wants either workloads or totals", () => {
    const demand = { pods: 1, cpu: 1, memory: "1Gi", largestPod: { cpu: 1, memory: "1Gi" } };
    expect(fleetProblems({ id: "a" })[0]).toContain("neither workloads nor demand");
    expect(fleetProblems({ id: "a", workloads: [], demand })[0]).toContain("both workloads and demand");
    expect(fleetProblems({ id: "a", demand })).toEqual([]);
    expect(fleetProblems({ id: "a", demand: { ...demand, largestPod: { cpu: 2, memory: "1Gi" } } })[0]).toContain(
      "largest pod",
    );
    expect(fleetProblems({ id: "a", demand: { ...demand, pods: 0 } })[0]).toContain("without pods");
  });

  it("takes pods as equal in size where the largest is not said, and says so", () => {
    const demand = parseFleet(fleet({ id: "a", demand: { pods: 3, cpu: 1, memory: "1Gi" } })).tenants[0]?.demand;
    expect(demand).toMatchObject({ isEvenlySized: true, largestPod: { cpuMillicores: 334, memoryBytes: 357_913_942 } });
    expect(demandOf({ demand } as Tenant).groups.map(({ replicas, requests }) => [replicas, requests])).toEqual([
      [1, { cpuMillicores: 334, memoryBytes: 357_913_942 }],
      [2, { cpuMillicores: 333, memoryBytes: 357_913_941 }],
    ]);
  });

  it.each([
    ["a name that hides in a terminal", { id: "a", name: "\u001b[31mred", workloads: [] }],
    ["a name that turns the text around", { id: "a", name: "a\u202Eb", workloads: [] }],
    ["an id that is no label", { id: "Orchid_1", workloads: [] }],
    ["a price with more digits than euros have", { id: "a", workloads: [], price: { monthly: "1.234" } }],
    ["a negative price", { id: "a", workloads: [], price: { monthly: "-5" } }],
    ["a 40-digit price", { id: "a", workloads: [], price: { monthly: "9".repeat(40) } }],
    ["a million million replicas", { id: "a", workloads: [{ ...web, replicas: 1e12 }] }],
    ["more memory than there is", { id: "a", workloads: [{ ...web, requests: { cpu: 1, memory: "1Ei" } }] }],
    ["a negative request", { id: "a", workloads: [{ ...web, requests: { cpu: "-1", memory: "1Gi" } }] }],
    ["a key of every object", { id: "a", workloads: [], ["__proto__"]: { polluted: true } }],
  ])("refuses %s", (_what, tenant) => expect(fleetProblems(tenant)).toHaveLength(1));

  it("does not let a file reach the prototype of anything", () => {
    expect(fleetProblems(JSON.parse('{"id":"a","workloads":[],"__proto__":{"polluted":true}}'))).toHaveLength(1);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it.each([null, 1, "text", [], { kind: "Fleet" }])("refuses %j without a crash", (value) => {
    expect(problemsOf(() => parseFleet(value)).length).toBeGreaterThan(0);
  });
});

describe("a price book", () => {
  const item = { sku: "V", name: "vCPU", appliesTo: "infrastructure-vcpu", unit: "vCPU-month", unitPrice: "0.0125" };
  const book = (...items: object[]) => ({
    apiVersion: "nkp-planner/v1",
    kind: "PriceBook",
    id: "b",
    title: "B",
    currency: "EUR",
    validFrom: "2026-01-01",
    illustrative: false,
    items,
  });

  it("keeps a rate finer than a cent", () => {
    expect(parsePriceBook(book(item)).rates["infrastructure-vcpu"]?.unitPrice.amount).toBe("0.0125");
  });

  it("wants each rate once and in its unit", () => {
    const problems = problemsOf(() => parsePriceBook(book({ ...item, unit: "GiB-month" }, item)));
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain("vCPU-month or vCPU-year");
    expect(problems[1]).toContain("a second rate");
  });

  it("names every missing rate with the line to add, and a foreign currency", () => {
    const problems = problemsOf(() =>
      requireRates(parsePriceBook(book(item)), "USD", ["labour", "license-ultimate", "labour"]),
    );
    expect(problems).toHaveLength(3);
    expect(problems[0]).toContain('"USD", or a dated rate');
    expect(problems[1]).toContain("appliesTo: labour, unit: hour");
  });
});
