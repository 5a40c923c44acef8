import { describe, expect, it } from "vitest";
import { fleetFile, pods, toyContext, toyPriceBook } from "../../../../../test/support/toy.ts";
import { valueText } from "../../base/findings/format.ts";
import { messageText } from "../../base/findings/messages.ts";
import { parseFleet } from "../../input/fleet.ts";
import { clusterNameOf, type OperatingModel } from "../../models/operating-model.ts";
import { starterSelfManaged } from "../../models/starter-self-managed.ts";
import { plannedFleet } from "../../plan/planned-fleet.ts";
import { parsePriceBook } from "../../prices/price-book.ts";

const LABOUR = { sku: "L", name: "Labour", appliesTo: "labour", unit: "hour", unitPrice: "1" };
const LICENCE = { sku: "S", name: "Starter", appliesTo: "license-starter", unit: "vCPU-month", unitPrice: "1" };
const HOST = { sku: "H", name: "Host", appliesTo: "host", unit: "host-month", unitPrice: "100" };

/** Tenants a and b on toy hosts, of 20 vCPU and 100 GiB, and on any others. */
function plan(fleet: object, hosts: readonly object[] = [], model: OperatingModel = starterSelfManaged) {
  const workloads = [pods(4, "1", "2Gi")];
  const input = parseFleet({ ...fleetFile({ id: "a", workloads }, { id: "b", workloads }), ...fleet });
  const priceBook = toyPriceBook({ items: [HOST, ...hosts, LICENCE, LABOUR] });
  return plannedFleet(input, model, { ...toyContext(), priceBook });
}
const codesOf = ({ findings }: ReturnType<typeof plan>) => findings.map(({ code }) => code);
const two = (silver: object = {}) => ({
  hostClusters: [{ name: "gold" }, { name: "silver", ...silver }],
  placement: [{ hostCluster: "silver", tenants: ["b"] }],
});

describe("several clusters of hosts", () => {
  it("carry what is placed on each, and Prism Central looks after both", () => {
    const { infrastructure, totals } = plan(two());
    expect(infrastructure.hostClusters.map(({ name, clusterNames }) => [name, clusterNames])).toEqual([
      ["gold", ["tenant-a"]],
      ["silver", ["tenant-b"]],
    ]);
    expect(totals.hostCount).toBe(3 + 3);
    // two clusters, six hosts; 2 × (3 + 2) nodes and itself
    expect(infrastructure.prismCentral?.lines.map(({ value }) => value)).toEqual([2, 6, 11]);
  });

  it("give today's figures where one is named and nothing is placed", () => {
    const [without, withOne] = [plan({}), plan({ hostClusters: [{ name: "gold" }] })];
    expect(withOne.totals).toEqual(without.totals);
    expect(withOne.tenants).toEqual(without.tenants);
  });

  it("are too small where what is placed on one needs more hosts than it may have", () => {
    expect(codesOf(plan(two({ maxHosts: 3 })))).not.toContain("host-cluster-too-small");
    const [finding] = plan(two({ maxHosts: 2 })).findings.filter(({ code }) => code === "host-cluster-too-small");
    expect(finding?.severity).toBe("error");
    expect(finding && messageText(finding.message, valueText)).toBe(
      "Cluster of hosts silver needs 3 hosts for what is placed on it, by the best placement found, and may have 2.",
    );
  });

  it("say that a tenant who shares a cluster lies where the first of it is placed", () => {
    const together: OperatingModel = {
      ...starterSelfManaged,
      layout: (tenants) =>
        starterSelfManaged
          .layout(tenants)
          .filter(({ name }) => name !== clusterNameOf({ id: "b" } as (typeof tenants)[number]))
          .map((one) => ({ ...one, tenantIds: tenants.map(({ id }) => id) })),
    };
    const placement = [
      { hostCluster: "gold", tenants: ["a"] },
      { hostCluster: "silver", tenants: ["b"] },
    ];
    const { infrastructure, ...rest } = plan({ ...two(), placement }, [], together);
    expect(infrastructure.hostClusters.map(({ clusterNames }) => clusterNames)).toEqual([["tenant-a"], []]);
    expect(codesOf({ infrastructure, ...rest })).toEqual(
      expect.arrayContaining(["placement-not-kept", "host-cluster-empty"]),
    );
  });

  it("say where hosts of another size have no price of their own, and which price is for no hosts", () => {
    const large = two({ host: "22x220x10" });
    expect(codesOf(plan(large))).toContain("hosts-priced-alike");
    const silver = { ...HOST, sku: "LARGE", hostCluster: "silver", unitPrice: "250" };
    const priced = plan(large, [silver]);
    expect(codesOf(priced)).not.toContain("hosts-priced-alike");
    // three of 100 and three of 250
    expect(priced.totals.monthlyCostByDriver.host.amount).toBe("1050.00");
    expect(codesOf(plan(two(), [{ ...silver, hostCluster: "bronze" }]))).toContain("host-price-unused");
  });

  it("need a price for all other hosts beside that of one cluster", () => {
    const only = { ...HOST, hostCluster: "silver" };
    const file = { apiVersion: "nkp-planner/v1", kind: "PriceBook", id: "p", title: "P", currency: "EUR" };
    const book = { ...file, validFrom: "2026-01-01", illustrative: false, items: [only, LICENCE, LABOUR] };
    expect(() => parsePriceBook(book)).toThrow("a price of the hosts of all other clusters beside it");
    expect(() => parsePriceBook({ ...book, items: [HOST, only, only] })).toThrow("a second rate for host/silver");
    expect(() => parsePriceBook({ ...book, items: [{ ...LABOUR, hostCluster: "silver" }] })).toThrow("none for labour");
  });
});
