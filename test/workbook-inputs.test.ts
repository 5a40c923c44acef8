import { workbookOf, xlsxBytes } from "@nkp-planner/adapters/workbook";
import { hostPlacementOf, operatingModels, type PlannedFleet, type PriceBook, plannedFleet } from "@nkp-planner/core";
import { readXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { onlyHosts } from "./support/hosts.ts";
import { type Recalculated, recalculatedFile } from "./support/recalculation.ts";
import { fleetOf, pods, toyContext, toyPriceBook, toyPriceList } from "./support/toy.ts";
import { toyHostBook, toyTieredBook } from "./support/toy-prices.ts";

/** Euros of one, with what is counted: every unit that a price can have, each by a round price. */
const PRICES = {
  vcpu: 10,
  memory: 2,
  storage: 0.1,
  starter: 5,
  ultimate: 20,
  hour: 50,
  host: 130.5,
  core: 2,
  kWh: 0.25,
  rack: 13.37,
  cluster: 7.5,
  node: 1.11,
  tenant: 3.33,
  backup: 0.02,
  vm: 99.99,
  fleet: 100,
  scanner: 0.77,
  kit: 33.33,
};
const item = (sku: keyof typeof PRICES, appliesTo: string, unit: string, more: object = {}) => ({
  ...{ sku, name: sku, appliesTo, unit, unitPrice: String(PRICES[sku]) },
  ...more,
});
const COMMON = [
  item("starter", "license-starter", "vCPU-month"),
  item("ultimate", "license-ultimate", "vCPU-month"),
  item("hour", "labour", "hour"),
  item("cluster", "support", "cluster-month"),
  item("node", "other", "node-month"),
  item("tenant", "other", "tenant-month"),
  item("backup", "backup", "GiB-month"),
  item("vm", "prism-central", "VM-month"),
  item("fleet", "other", "fleet-month"),
  item("scanner", "support", "vCPU-month"),
  item("kit", "onboarding", "tenant"),
  item("rack", "rack", "host-month"),
  item("core", "license-infrastructure", "core-month"),
  item("kWh", "power", "kWh", { wattsPerHost: 500 }),
];
const books = {
  nodes: toyPriceBook({
    items: [
      item("vcpu", "infrastructure-vcpu", "vCPU-month"),
      item("memory", "infrastructure-memory", "GiB-month"),
      item("storage", "infrastructure-storage", "GiB-month"),
      ...COMMON,
    ],
  }),
  hosts: toyPriceBook({ items: [item("host", "host", "host-month"), ...COMMON] }),
};
/** The toy's hosts have 12 cores; a month has 730 hours. */
const [CORES, HOURS] = [12, 730];

const fleet = fleetOf(
  { id: "a", workloads: [pods(4, "1", "2Gi", "10Gi")], upgradeCadence: "own" },
  { id: "b", workloads: [pods(3, "500m", "1Gi", "7Gi")] },
  { id: "c", workloads: [pods(2, "2", "4Gi")] },
);
const LIST = toyPriceList({
  items: [
    { sku: "C", name: "Cluster", per: "cluster", unitPrice: "300" },
    { sku: "N", name: "Node", per: "node", unitPrice: "41.5" },
    { sku: "V", name: "vCPU", per: "requested-vcpu", unitPrice: "12" },
    { sku: "S", name: "Storage", per: "storage", unitPrice: "0.5" },
  ],
});
function planOf(modelIndex: number, priceBook: PriceBook): PlannedFleet {
  const model = operatingModels[modelIndex] as (typeof operatingModels)[number];
  return plannedFleet(fleet, model, { ...toyContext({ "agreed-prices": "ignored" }), priceBook, priceList: LIST });
}

interface Input {
  readonly sheet: string;
  readonly cell: string;
  readonly column: string;
  readonly row: readonly unknown[];
}

/** The cells that the file marks as inputs, with the row that they stand in; prices and weights are not asked for. */
async function opened(
  plan: PlannedFleet,
): Promise<{ readonly inputs: readonly Input[]; readonly sheet: Recalculated }> {
  const bytes = await xlsxBytes(workbookOf(plan));
  const file = await readXlsx(bytes, { readStyles: true });
  const inputs = file.sheets
    .filter(({ name }) => ["Nodes", "Clusters", "Hosts", "Quantities"].includes(name))
    .flatMap(({ name, rows, cells }) =>
      [...(cells ?? [])].flatMap(([place, cell]) => {
        if (cell.style?.font?.color?.rgb?.slice(-6) !== "0000FF") return [];
        const [row, column] = place.split(",").map(Number) as [number, number];
        const letter = String.fromCharCode("A".charCodeAt(0) + column);
        return [{ sheet: name, cell: `${letter}${row + 1}`, column: letter, row: rows[row] ?? [] }];
      }),
    );
  return { inputs, sheet: await recalculatedFile(bytes) };
}

const FIRST_ROW = 4;
const cents = (amount: number) => Math.round(Number((amount * 100).toFixed(6)));

/** Lines of the bill that an input is a factor of: price, and quantity before and after, each rounded to the cent. */
type Moved = readonly [price: number, before: number, after: number];
const sumOf = (moved: readonly Moved[]) =>
  moved.reduce((sum, [price, before, after]) => sum + cents(price * after) - cents(price * before), 0);

/** What one more in an input costs a month, worked out from the prices above and nothing else. */
function movedBy({ sheet, column, row }: Input, plan: PlannedFleet, isByHosts: boolean): readonly Moved[] {
  const [first, second] = row.map(String) as [string, string];
  const number = (index: number) => Number(row[index]);
  const cluster = plan.clusters.find(({ name }) => name === first);
  const licence = cluster?.edition === "starter" ? PRICES.starter : PRICES.ultimate;
  const one = (price: number, quantity: number, each = 1): Moved => [price, quantity, quantity + each];
  if (sheet === "Nodes") {
    const nodes = number(2);
    const [vcpu, memory, disk, licensed] = [3, 4, 5, 6].map(number) as [number, number, number, number];
    const perNode: readonly Moved[] = [
      one(PRICES.vcpu, nodes * vcpu, vcpu),
      one(PRICES.memory, nodes * memory, memory),
      one(PRICES.storage, nodes * disk, disk),
    ];
    if (column === "G")
      return licensed === 0
        ? []
        : [one(licence, nodes * licensed, nodes), one(PRICES.scanner, nodes * licensed, nodes)];
    const licences: readonly Moved[] = [
      one(licence, nodes * licensed, licensed),
      one(PRICES.scanner, nodes * licensed, licensed),
    ];
    return [...(isByHosts ? [] : perNode), ...licences, one(PRICES.node, nodes)];
  }
  if (sheet === "Hosts") {
    if (first === "VMs of Prism Central") return [one(PRICES.vm, number(1))];
    const hosts = number(1);
    const kWh = (500 * HOURS) / 1000;
    const ofHosts: readonly Moved[] = isByHosts ? [one(PRICES.host, hosts)] : [];
    return [
      ...ofHosts,
      one(PRICES.rack, hosts),
      one(PRICES.core, hosts * CORES, CORES),
      one(PRICES.kWh, hosts * kWh, kWh),
    ];
  }
  if (sheet === "Clusters") {
    if (column === "E") return [one(PRICES.cluster, 1)];
    if (column === "F") return number(5) === 0 ? [] : [one(PRICES.tenant, number(5))];
    if (column === "G") return isByHosts || number(6) === 0 ? [] : [one(PRICES.storage, number(6))];
    const claims = number(8);
    if (claims === 0) return [];
    return [...(isByHosts ? [] : [one(PRICES.storage, claims)]), one(PRICES.backup, claims)];
  }
  const value = number(1);
  const role = (/(?:operations|upgrade)-hours-([a-z-]+)/.exec(first) ?? [])[1];
  const ofRole = plan.clusters.filter((each) => each.role === role).map(() => undefined);
  const upgrades = (days: number) => 365 / 12 / days;
  if (first.startsWith("operations-hours")) return ofRole.map(() => one(PRICES.hour, value));
  if (first.startsWith("upgrade-hours")) return ofRole.map(() => one(PRICES.hour, value * upgrades(73), upgrades(73)));
  if (first === "days-between-minors")
    return plan.clusters.map((): Moved => [PRICES.hour, 3 * upgrades(73), 3 * upgrades(74)]);
  if (first.startsWith("kWh"))
    return [
      one(
        PRICES.kWh,
        value * onlyHosts(plan.infrastructure).hosts.hostCount,
        onlyHosts(plan.infrastructure).hosts.hostCount,
      ),
    ];
  if (first.startsWith("fleet")) return [one(PRICES.fleet, value)];
  if (first === "onboarding-hours") return [];
  throw new Error(`Nobody has worked out what ${sheet} ${first} ${second} moves.`);
}

describe("every input of a workbook", () => {
  const cases = [
    ["nodes", 0],
    ["hosts", 2],
  ] as const;
  it.each(cases)("moves the cost by its quantity times the price, by %s, model %i", async (by, modelIndex) => {
    const plan = planOf(modelIndex, books[by]);
    const { inputs, sheet } = await opened(plan);
    expect(sheet.differences()).toEqual([]);
    const total = () => cents(sheet.valueAt("Summary", "B4") as number);
    const planned = total();
    for (const input of inputs) {
      const before = sheet.valueAt(input.sheet, input.cell) as number;
      sheet.set(input.sheet, input.cell, before + 1);
      const name = `${input.sheet}!${input.cell} ${input.row[0]} ${input.row[1]}`;
      expect(total() - planned, name).toBe(sumOf(movedBy(input, plan, by === "hosts")));
      const rows = FIRST_ROW + plan.tenants.length;
      expect(cents(sheet.valueAt("Margin", `G${rows}`) as number), name).toBe(total());
      const [price, margin] = ["D", "H"].map((column) => cents(sheet.valueAt("Margin", `${column}${rows}`) as number));
      expect(margin, name).toBe((price as number) - total());
      sheet.set(input.sheet, input.cell, before);
    }
    expect(total()).toBe(planned);
    const kinds = new Set(inputs.map(({ sheet: name, column }) => `${name} ${column}`));
    expect([...kinds].sort()).toEqual([
      "Clusters E",
      "Clusters F",
      "Clusters G",
      "Clusters I",
      "Hosts B",
      "Nodes C",
      "Nodes G",
      "Quantities B",
    ]);
  });
});
describe("what a tenant pays", () => {
  it("follows its nodes, clusters, volumes and requests", async () => {
    const plan = planOf(0, books.nodes);
    const { sheet } = await opened(plan);
    const price = () => cents(sheet.valueAt("Margin", "D4") as number);
    const planned = price();
    const rowOf = (name: string, ...texts: readonly string[]) => {
      for (let row = FIRST_ROW; row < FIRST_ROW + 20; row += 1)
        if (texts.every((text, index) => sheet.textAt(name, `${"AB"[index]}${row}`) === text)) return row;
      throw new Error(`${name} has no ${texts.join(" ")}`);
    };
    const own = plan.clusters.find(({ tenantIds }) => tenantIds.includes("a"))?.name ?? "";
    const moved = (name: string, cell: string, by: number) => {
      const before = sheet.valueAt(name, cell) as number;
      sheet.set(name, cell, before + by);
      const difference = price() - planned;
      sheet.set(name, cell, before);
      return difference;
    };
    expect(moved("Nodes", `C${rowOf("Nodes", own, "workload")}`, 2)).toBe(8300);
    expect(moved("Clusters", `E${rowOf("Clusters", own)}`, 1)).toBe(30_000);
    expect(moved("Clusters", `I${rowOf("Clusters", own)}`, 10)).toBe(500);
    expect(moved("Tenants", "D4", 0.5)).toBe(600);
  });
});

describe("quantities that tiers divide", () => {
  it("come to the plan's, and say when they leave their tier", async () => {
    const { sheet } = await opened(planOf(2, toyHostBook()));
    expect(sheet.differences()).toEqual([]);
    const row = Array.from({ length: 40 }, (_, index) => FIRST_ROW + index).find((one) =>
      String(sheet.textAt("Quantities", `A${one}`)).startsWith("Ultimate"),
    );
    // 40 vCPU and more cost another price: with nodes of a pool at 0 there are fewer.
    expect(sheet.valueAt("Quantities", `B${row}`)).toBe("as planned");
    for (let pool = FIRST_ROW; sheet.textAt("Nodes", `A${pool}`) !== "Total"; pool += 1)
      sheet.set("Nodes", `C${pool}`, 0);
    expect(sheet.valueAt("Quantities", `B${row}`)).toBe("beyond: plan again");
  });

  it("bill what comes on top at the last tier's price", async () => {
    const { sheet } = await opened(planOf(0, toyTieredBook()));
    const total = () => cents(sheet.valueAt("Summary", "B4") as number);
    const planned = total();
    // 61 GiB of claims in steps of 100: ten more are within the step, a hundred more are one more of 100 at 0.10.
    sheet.set("Clusters", "I4", 50);
    expect(total() - planned).toBe(0);
    sheet.set("Clusters", "I4", 140);
    expect(total() - planned).toBe(1000);
  });
});

describe("nodes and hosts in a workbook", () => {
  it("are the plan's, with what they have, what is asked of them and why there are so many", async () => {
    const plan = planOf(1, books.hosts);
    const { sheet } = await opened(plan);
    const pools = plan.clusters.flatMap(({ name, pools: all }) => all.map((pool) => ({ name, pool })));
    for (const [index, { name, pool }] of pools.entries()) {
      const row = FIRST_ROW + index;
      const at = (letter: string) => sheet.valueAt("Nodes", `${letter}${row}`) as number;
      expect([at("A"), at("B"), at("C"), at("D"), at("E"), at("F")]).toEqual([
        name,
        pool.role,
        pool.nodeCount,
        pool.shape.vcpu,
        pool.shape.memoryGiB,
        pool.shape.diskGiB,
      ]);
      expect(at("H") + at("I") + at("J") + at("K")).toBe(pool.nodeCount);
      expect(at("J")).toBe(pool.failureAddedNodeCount);
      expect(at("Q")).toBe(pool.capacity.cpuMillicores / 1000);
      expect(at("U")).toBeCloseTo((pool.nodeCount * pool.allocatablePerNode.cpuMillicores) / 1000, 9);
      const requested = pool.platformRequests.cpuMillicores + pool.tenantRequests.cpuMillicores;
      expect(at("W")).toBeCloseTo(at("U") - requested / 1000, 9);
    }
    const { loads } = hostPlacementOf(onlyHosts(plan.infrastructure).hosts);
    expect(loads.length).toBeGreaterThan(0);
    for (const [index, load] of loads.entries()) {
      const at = (letter: string) => sheet.valueAt("Host loads", `${letter}${FIRST_ROW + index}`);
      expect([at("A"), at("B"), at("C"), at("D")]).toEqual([index + 1, load.vmCount, load.vcpu, load.memoryGiB]);
    }
  });

  it("say where the VMs of each lost host start again, and that nothing left there is below 0", async () => {
    const plan = planOf(1, books.hosts);
    const { sheet } = await opened(plan);
    const { losses } = hostPlacementOf(onlyHosts(plan.infrastructure).hosts);
    const lines = losses.flatMap(({ hostNumber, restarts }) => {
      const [only, ...others] = new Set(restarts.map((vms) => vms.hostNumber));
      const vmCount = restarts.reduce((sum, vms) => sum + vms.vmCount, 0);
      return others.length === 0
        ? [[hostNumber, "all", "", vmCount, only]]
        : restarts.map((vms) => [hostNumber, vms.clusterName, vms.role, vms.vmCount, vms.hostNumber]);
    });
    expect(lines.length).toBeGreaterThan(0);
    for (const [index, line] of lines.entries()) {
      const at = (letter: string) => sheet.valueAt("Lost hosts", `${letter}${FIRST_ROW + index}`);
      expect(["A", "B", "C", "D", "E"].map(at)).toEqual(line);
      expect(at("H")).toBeGreaterThanOrEqual(0);
      expect(at("I")).toBeGreaterThanOrEqual(0);
    }
  });

  it("tie with the bill, and the checks say where they no longer do", async () => {
    const { sheet } = await opened(planOf(1, books.hosts));
    const rowOf = (name: string) =>
      Array.from({ length: 60 }, (_, index) => index + 1).find((row) => sheet.textAt("Summary", `A${row}`) === name);
    const check = (name: string) => sheet.valueAt("Summary", `B${rowOf(name)}`);
    const checks = [
      "Nodes of clusters less nodes of pools",
      "VMs on hosts less nodes and Prism Central",
      "VMs of lost hosts less VMs on hosts",
      "Nodes less the planner's",
      "Licensed vCPU less the planner's",
      "Hosts less the planner's",
    ];
    expect(checks.map(check)).toEqual([0, 0, 0, 0, 0, 0]);
    sheet.set("Nodes", "C4", (sheet.valueAt("Nodes", "C4") as number) + 1);
    sheet.set("Hosts", "B4", (sheet.valueAt("Hosts", "B4") as number) + 3);
    expect(checks.map(check)).toEqual([0, -1, 0, 1, 0, 3]);
  });

  it("tells every reader which cells may be changed, and that nothing is counted again", async () => {
    const file = await readXlsx(await xlsxBytes(workbookOf(planOf(0, books.nodes))));
    for (const name of ["Nodes", "Clusters", "Hosts", "Quantities"]) {
      const found = file.sheets.find((one) => one.name === name);
      expect(found?.rows[1]?.[0], name).toContain("Blue cells are inputs");
      const prompts = found?.dataValidations ?? [];
      expect(prompts.length, name).toBeGreaterThan(0);
      for (const prompt of prompts) expect(prompt.inputMessage, name).toContain("not counted again");
    }
    expect(file.sheets[0]?.rows.flat()).toContain("Blue cells may be changed");
  });
});
