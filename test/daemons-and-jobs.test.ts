import { workbookOf } from "@nkp-planner/adapters/workbook";
import {
  compareModels,
  defaultModels,
  findingText,
  InputError,
  type PlannedFleet,
  planDocument,
  plannedFleet,
  quotesOf,
  requestsOfTenants,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { basisGroups } from "../site/src/view/basis-groups.ts";
import { onlyHosts } from "./support/hosts.ts";
import { fleetOf, toyContext, toyPriceBook, toyPriceList } from "./support/toy.ts";

const [starter] = defaultModels as [(typeof defaultModels)[number]];
const LIST = toyPriceList({
  items: [
    { sku: "V", name: "vCPU", per: "requested-vcpu", unitPrice: "12" },
    { sku: "M", name: "Memory", per: "requested-memory", unitPrice: "3" },
    { sku: "S", name: "Storage", per: "storage", unitPrice: "0.50" },
    { sku: "P", name: "Pods", per: "pod", unitPrice: "1" },
  ],
});
const web = { name: "web", replicas: 10, requests: { cpu: "1", memory: "1Gi" } };
const scanner = {
  ...{ name: "scanner", kind: "DaemonSet", requests: { cpu: "1", memory: "2Gi" } },
  ...{ storagePerReplica: "5Gi" },
};
const report = { name: "report", kind: "Job", replicas: 2, requests: { cpu: "500m", memory: "1Gi" } };

/** Ten pods of 1 vCPU and a DaemonSet of 1 on workers of 8: two of them, worked out in scenarios/daemonset-of-a-tenant.yaml. */
function planOf(...workloads: readonly object[]): PlannedFleet {
  const context = toyContext({ "workload-node-shape": "8x32x100" });
  return plannedFleet(fleetOf({ id: "a", name: "Acme", workloads }), starter, { ...context, priceList: LIST });
}
const priced = (plan: PlannedFleet) =>
  Object.fromEntries(
    (plan.tenants[0]?.priceLines ?? []).map(({ sku, quantity, amount }) => [sku, [quantity, Number(amount.amount)]]),
  );
const said = (findings: PlannedFleet["findings"]) => findings.map(({ code }) => code);

describe("a DaemonSet", () => {
  it("is charged once for each node that it runs on, with its volumes", () => {
    expect(planOf(web, scanner).clusters[0]?.nodes.workers).toBe(2);
    // 10 + 2 × 1 vCPU, 10 + 2 × 2 GiB, 2 × 5 GiB of volumes, 10 + 2 pods.
    expect(priced(planOf(web, scanner))).toEqual({ V: [12, 144], M: [14, 42], S: [10, 5], P: [12, 12] });
    expect(priced(planOf(web))).toMatchObject({ V: [10, 120], P: [10, 10] });
  });

  it("has volumes in the bill, in totals and on hosts", () => {
    const [plan, without] = [planOf(web, scanner), planOf(web, { ...scanner, storagePerReplica: "0Gi" })];
    expect(plan.clusters[0]?.tenantClaimsBytes).toBe(10 * 2 ** 30);
    const claims = plan.costs.filter(({ label }) => label === "volume claims of tenants");
    expect(claims.map(({ quantity, amount }) => [quantity, Number(amount.amount)])).toEqual([[10, 1]]);
    expect(plan.totals.storageGiB - without.totals.storageGiB).toBe(10);
    const raw = ({ infrastructure }: PlannedFleet) => onlyHosts(infrastructure).hosts.demand.storageGiB;
    expect(raw(plan) - raw(without)).toBe(20);
  });

  it("asks for a price of the class of its volumes", () => {
    expect(() => planOf(web, { ...scanner, storageClass: "gold" })).toThrow(InputError);
    const rate = (name: string, more: object) => ({
      sku: name,
      name,
      appliesTo: "infrastructure-storage",
      unit: "GiB-month",
      ...more,
    });
    const book = toyPriceBook();
    expect(book.rates["infrastructure-storage/gold"]).toBeUndefined();
    const gold = toyPriceBook({
      items: [
        { sku: "V", name: "vCPU", appliesTo: "infrastructure-vcpu", unit: "vCPU-month", unitPrice: "10" },
        { sku: "M", name: "Memory", appliesTo: "infrastructure-memory", unit: "GiB-month", unitPrice: "2" },
        rate("any", { unitPrice: "0.10" }),
        rate("gold", { unitPrice: "0.30", storageClass: "gold" }),
        { sku: "L", name: "Starter", appliesTo: "license-starter", unit: "vCPU-month", unitPrice: "5" },
        { sku: "H", name: "Engineer", appliesTo: "labour", unit: "hour", unitPrice: "50" },
      ],
    });
    const fleet = fleetOf({ id: "a", workloads: [web, { ...scanner, storageClass: "gold" }] });
    const context = { ...toyContext({ "workload-node-shape": "8x32x100" }), priceBook: gold };
    const lines = plannedFleet(fleet, starter, context).costs.filter(({ label }) => label.includes("class gold"));
    expect(lines.map(({ quantity, amount }) => [quantity, Number(amount.amount)])).toEqual([[10, 3]]);
  });

  it("is said, in plan and JSON, and in the quote and the workbook", () => {
    const plan = planOf(web, scanner);
    const finding = plan.findings.find(({ code }) => code === "daemonsets-by-node");
    expect(findingText(finding as PlannedFleet["findings"][number])).toBe(
      "DaemonSets of Acme count once on each node that they may run on, with their requests and volumes, in cost and price: scanner. More nodes, more of them.",
    );
    expect(planDocument(plan).plan.findings.map(({ code }) => code)).toContain("daemonsets-by-node");
    expect(said(quotesOf(plan).findings)).toContain("quoted-by-node");
    expect(quotesOf(plan).quotes[0]?.size).toMatchObject({ podCount: 12, vcpu: 12, memoryGiB: 14, storageGiB: 10 });
    expect(JSON.stringify(workbookOf(plan))).toContain("count once on each node");
    expect(said(planOf(web).findings)).not.toContain("daemonsets-by-node");
    expect(said(quotesOf(planOf(web)).findings)).not.toContain("quoted-by-node");
  });

  it("of a tenant on a shared cluster is that tenant's alone, on every node of it", () => {
    const shared: (typeof defaultModels)[number] = {
      ...starter,
      layout: (tenants) =>
        starter
          .layout(tenants)
          .slice(0, 1)
          .map((one) => ({ ...one, tenantIds: tenants.map(({ id }) => id) })),
    };
    const fleet = fleetOf({ id: "a", workloads: [web, scanner] }, { id: "b", workloads: [{ ...web, name: "shop" }] });
    const context = { ...toyContext({ "workload-node-shape": "8x32x100" }), priceList: LIST };
    const plan = plannedFleet(fleet, shared, context);
    const nodes = plan.clusters[0]?.nodes.workers ?? 0;
    expect(nodes).toBeGreaterThan(2);
    const quantityOf = (id: string) => plan.tenants.find(({ tenantId }) => tenantId === id)?.priceLines[0]?.quantity;
    expect([quantityOf("a"), quantityOf("b")]).toEqual([10 + nodes, 10]);
    const requests = requestsOfTenants(fleet, plan.clusters);
    expect([requests.get("a")?.cpuMillicores, requests.get("b")?.cpuMillicores]).toEqual([(10 + nodes) * 1000, 10_000]);
  });
});

describe("on the site", () => {
  it("both stand once among how it is counted, whatever the number of models", () => {
    const fleet = fleetOf({ id: "a", name: "Acme", workloads: [web, scanner, report] });
    const comparison = compareModels(fleet, defaultModels, toyContext(), starter.id);
    const statements = basisGroups(comparison, new Map()).flatMap(({ title, items }) =>
      title === "How it is counted" ? items.map(({ statement }) => statement) : [],
    );
    for (const text of ["DaemonSets of Acme count once", "Jobs of Acme are counted and charged"])
      expect(statements.filter((one) => one.startsWith(text))).toHaveLength(1);
  });
});

describe("a Job", () => {
  it("counts and is charged as pods that run all the time, and that is said", () => {
    const plan = planOf(web, report);
    expect(priced(plan)).toMatchObject({ V: [11, 132], P: [12, 12] });
    const finding = plan.findings.find(({ code }) => code === "jobs-always-running");
    expect(findingText(finding as PlannedFleet["findings"][number])).toBe(
      "Jobs of Acme are counted and charged as pods that run all the time: report. What runs a part of the time, or at times when others do not, needs less.",
    );
    expect(finding?.evidence?.confidence).toBe("assumption");
    expect(planDocument(plan).plan.findings.map(({ code }) => code)).toContain("jobs-always-running");
    expect(said(quotesOf(plan).findings)).toContain("quoted-as-always-running");
    expect(said(planOf(web, { ...report, replicas: 0 }).findings)).not.toContain("jobs-always-running");
    expect(said(planOf(web).findings)).not.toContain("jobs-always-running");
  });
});
