import { adapters, exampleOptions, planToEmit, textOf } from "@nkp-planner/adapters";
import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import {
  hybrid,
  type OperatingModel,
  type PlanInput,
  parseFleet,
  parsePriceBook,
  plannedFleet,
  type Settings,
  ultimateCentralized,
} from "@nkp-planner/core";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { billCsv } from "../packages/adapters/src/emit/bill/bill-csv.ts";
import type { BillItem } from "../packages/adapters/src/emit/bill/bill-item.ts";
import { billMarkdown } from "../packages/adapters/src/emit/bill/bill-markdown.ts";

const [found] = adapters.filter(({ id }) => id === "bill-of-materials");
if (found === undefined) throw new Error("bill-of-materials is not on the list.");
const adapter = found;

type Row = Readonly<Record<string, string>>;

async function written(
  model: OperatingModel,
  {
    fleet = exampleFleet,
    settings = {},
    priceBook = examplePriceBook,
  }: { fleet?: PlanInput; settings?: Settings; priceBook?: typeof examplePriceBook } = {},
) {
  const planned = plannedFleet(fleet, model, planningContext({ release: fleet.release, priceBook, settings }));
  const plan = planToEmit(planned);
  const comparison = () => {
    throw new Error("A bill compares nothing.");
  };
  const { files, findings } = await adapter.emit({
    plan,
    fleet: { planned, comparison },
    options: exampleOptions(adapter, plan),
  });
  const text = (path: string) =>
    files
      .filter((file) => file.path === path)
      .map(textOf)
      .join("");
  const csv = text("bill-of-materials.csv");
  return { planned, findings, csv, markdown: text("bill-of-materials.md"), rows: rowsOf(csv) };
}

function rowsOf(csv: string): readonly Row[] {
  const { data, errors } = Papa.parse<Row>(csv, { header: true, newline: "\n", skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

const sumOf = (rows: readonly Row[], of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0);
const of = (rows: readonly Row[], part: string, unit?: string) =>
  rows.filter((row) => row["part"] === part && (unit === undefined || row["unit"] === unit));
const quantity = (row: Row) => Number(row["quantity"]);

describe("bill-of-materials", () => {
  it.each(["csv", "md"] as const)("of the example fleet, %s", async (ending) => {
    const { csv, markdown } = await written(ultimateCentralized);
    await expect(ending === "csv" ? csv : markdown).toMatchFileSnapshot(
      `./golden/bill-of-materials/bill-of-materials.${ending}`,
    );
  });

  it.each([ultimateCentralized, hybrid])("comes to the plan's own totals, $id", async (model) => {
    const { planned, rows } = await written(model);
    const { totals } = planned;
    const nodes = of(rows, "Nodes");
    expect(sumOf(of(rows, "Hosts", "hosts"), quantity)).toBe(totals.hostCount);
    expect(sumOf(of(rows, "Licences", "vCPU"), quantity)).toBe(totals.licensedVcpu);
    expect(sumOf(nodes, quantity)).toBe(totals.nodeCount);
    expect(sumOf(nodes, (row) => quantity(row) * Number(row["vcpuEach"]))).toBe(totals.vcpu);
    expect(sumOf(nodes, (row) => quantity(row) * Number(row["memoryGiBEach"]))).toBe(totals.memoryGiB);
    expect(sumOf(of(rows, "Addresses", "addresses"), quantity)).toBe(totals.ipAddressCount);
    expect(of(rows, "Addresses", "subnets")).toHaveLength(planned.clusters.length);
  });

  it("says of every quantity its unit, why, and how sure it is", async () => {
    const { rows } = await written(hybrid);
    for (const row of rows.filter((one) => one["part"] !== "Not counted"))
      for (const column of ["item", "quantity", "unit", "why", "confidence"])
        expect(row[column], row["item"]).toMatch(/\S/);
  });

  it("has no amount of money, and no price", async () => {
    const { planned, csv, markdown } = await written(ultimateCentralized);
    for (const text of [csv, markdown]) {
      expect(text).not.toContain(planned.currency);
      expect(text).not.toContain(planned.totals.monthlyCost.amount);
    }
  });

  it("marks an invented host, and not one of the fleet's own", async () => {
    const { rows, findings, markdown } = await written(ultimateCentralized);
    expect(of(rows, "Hosts", "hosts")[0]?.["item"]).toBe(
      "Host of an invented profile, 32 cores, 512 GiB of memory, 15 TiB raw",
    );
    expect(findings.map(({ code }) => code)).toEqual(["profile-invented", "not-counted", "quantities-alone"]);
    expect(markdown).toContain("32 cores, 512 GiB, 15 TiB is invented");
    const own = await written(ultimateCentralized, { settings: { "host-profile": "40x1024x20" } });
    expect(of(own.rows, "Hosts", "hosts")[0]?.["item"]).toBe("Host, 40 cores, 1024 GiB of memory, 20 TiB raw");
    expect(own.findings.map(({ code }) => code)).toEqual(["not-counted", "quantities-alone"]);
  });

  it("says what is not counted, with the cores that licences below are counted by", async () => {
    const { rows, planned, markdown } = await written(ultimateCentralized);
    const cores = planned.totals.hostCount * 32;
    const things = of(rows, "Not counted").map((row) => row["item"]);
    expect(things[0]).toBe(
      `licences of the infrastructure (NCI, AOS); the ${planned.totals.hostCount} hosts have ${cores} cores`,
    );
    expect(things).toContain("switches, cables and spare parts");
    expect(of(rows, "Not counted").map((row) => row["quantity"])).toEqual(things.map(() => ""));
    for (const thing of things) expect(markdown).toContain(thing);
  });

  it("counts what the price book prices by the unit, and then it is not missing", async () => {
    const item = (appliesTo: string, unit: string, name: string) => ({
      ...{ sku: name, name, appliesTo, unit, unitPrice: "1.00" },
    });
    const { priceBook } = await bookWith(item("license-infrastructure", "core-month", "NCI Pro"));
    const { rows, planned } = await written(ultimateCentralized, { priceBook });
    const row = of(rows, "Licences", "core")[0];
    expect([row?.["item"], quantity(row ?? {})]).toEqual(["NCI Pro", planned.totals.hostCount * 32]);
    expect(
      of(rows, "Not counted")
        .map((one) => one["item"])
        .join(),
    ).not.toContain("NCI");
  });

  it("says which licence comes with another, and what a licence counts", async () => {
    const of2 = async (settings: Settings) => {
      const { rows } = await written(hybrid, { settings });
      return Object.fromEntries(of(rows, "Licences").map((row) => [row["item"], row["why"]]));
    };
    expect((await of2({ "starter-licence": "included" }))["NKP Starter"]).toContain(
      "comes with the licence of the infrastructure below",
    );
    expect((await of2({}))["NKP Starter"]).toMatch(/^vCPU of worker nodes: \d+ vCPU on \d+ nodes of \d+ clusters?$/);
    expect((await of2({ "licensed-vcpu": "all" }))["NKP Starter"]).toMatch(/^vCPU of all nodes: /);
  });

  it("names clusters of hosts, and counts both sites of one that is stretched", async () => {
    const fleet = parseFleet({
      ...{ apiVersion: "nkp-planner/v1", kind: "Fleet", asOf: "2026-11-29", release: "nkp-2.17.1", currency: "EUR" },
      hostClusters: [
        { name: "silver", host: "32x512x15" },
        { name: "gold", host: "48x768x30", stretched: true },
      ],
      placement: [{ hostCluster: "gold", tenants: ["orchid"] }],
      tenants: [{ id: "orchid", workloads: [] }],
    });
    const { rows, planned } = await written(ultimateCentralized, { fleet });
    const hosts = of(rows, "Hosts", "hosts");
    expect(hosts.map((row) => row["hostCluster"])).toEqual(["silver", "gold"]);
    const gold = planned.infrastructure.hostClusters[1];
    expect(quantity(hosts[1] ?? {})).toBe(2 * (gold?.hostCount ?? 0));
    expect(hosts[1]?.["why"]).toContain("at each of 2 sites");
    expect(of(rows, "Nodes").find((row) => row["cluster"] === "tenant-orchid")?.["hostCluster"]).toBe("gold");
  });

  it("lets no name become a formula, a cell or markup", async () => {
    const { planned } = await written(ultimateCentralized);
    const row: BillItem = {
      part: "Nodes",
      item: '=HYPERLINK("http://example.invalid")',
      hostCluster: "+1",
      cluster: "a|b\r\n| c",
      pool: "@sum, <script>",
      quantity: 2.5,
      unit: "nodes",
      each: null,
      why: "\u001b[31m",
      confidence: "user",
    };
    const csv = billCsv([row], ["-1 + 1"]);
    const [read, not] = rowsOf(csv);
    expect(read).toMatchObject({
      item: `'=HYPERLINK("http://example.invalid")`,
      hostCluster: "'+1",
      cluster: "a|b\\u000d\\u000a| c",
      pool: "'@sum, <script>",
      quantity: "2.5",
      vcpuEach: "",
      why: "\\u001b[31m",
    });
    expect(not?.["item"]).toBe("'-1 + 1");
    const markdown = billMarkdown(planned, [row], []);
    const line = markdown.split("\n").find((text) => text.includes("HYPERLINK")) ?? "";
    // Six cells: seven bars that are none of a text's.
    expect(line.match(/(?<!\\)\|/g)).toHaveLength(7);
    expect(line).not.toMatch(/(?<!\\)<script/);
  });
});

async function bookWith(item: object) {
  const { readFileSync } = await import("node:fs");
  const { parse } = await import("yaml");
  const file = parse(readFileSync(new URL("../examples/price-book-eur.yaml", import.meta.url), "utf8"));
  return { priceBook: parsePriceBook({ ...file, items: [...file.items, item] }) };
}
