import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ForecastDocument } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../packages/cli/src/human/layout.ts";
import { FEW, fewText, fileOf, fleetText, PRICES, root } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

interface Month {
  readonly firstDay: string;
  readonly monthlyCost: { readonly amount: string };
}

describe("a forecast", () => {
  const args = ["forecast", FEW, "--prices", PRICES, "--model", "hybrid", "--months", "12"];

  it("prints every month to the cent as JSON, which adds up", async () => {
    const { code, stdout } = await cli([...args, "--format", "json"]);
    expect(code).toBe(0);
    const { illustrativePrices, forecasts } = JSON.parse(stdout);
    expect(illustrativePrices).toBe(true);
    expect(forecasts).toHaveLength(1);
    const [{ months, modelId, start, totalMargin, paybackMonthNumber }] = forecasts;
    expect({ modelId, start, months: months.length }).toEqual({ modelId: "hybrid", start: "2026-12-01", months: 12 });
    const cents = ({ amount }: { amount: string }) => Math.round(Number(amount) * 100);
    const sum = months.reduce(
      (total: number, month: { monthlyMargin: never }) => total + cents(month.monthlyMargin),
      0,
    );
    expect(cents(totalMargin)).toBe(sum);
    expect(cents(months.at(-1).cumulativeCash)).toBe(sum);
    expect(paybackMonthNumber === null).toBe(sum < 0);
  });

  it.each([
    ["month", 12],
    ["quarter", 4],
    ["year", 1],
  ])("prints a line a %s", async (every, lineCount) => {
    const { stdout } = await cli([...args, "--every", every]);
    expect(stdout.split("\n").filter((line) => /^\d+(–\d+)? +20\d\d-/.test(line))).toHaveLength(lineCount);
  });

  it("says that it buys hosts, what they are worth in the end, and fits the page", async () => {
    const hosts = join(root, "examples/price-book-hosts-eur.yaml");
    const { stdout } = await cli(["forecast", FEW, "--prices", hosts, "--months", "24"]);
    const flat = stdout.replaceAll(/\s+/g, " ");
    expect(flat).toContain("has to be put in");
    expect(flat).toContain("hosts at what they are still worth");
    expect(stdout).toContain("Hosts");
    expect(stdout.split("\n").filter((line) => widthOf(line) > 80)).toEqual([]);
  });

  describe("of a tenant that grows, beside one that comes and leaves", () => {
    const growing = fileOf(
      "growing.yaml",
      `apiVersion: nkp-planner/v1
kind: Fleet
asOf: 2026-12-01
release: nkp-2.17.1
currency: EUR
tenants:
  - id: acme
    growthPercentPerYear: 300
    workloads: [{ name: web, replicas: 4, requests: { cpu: 1500m, memory: 6Gi } }]
  - id: guest
    contract: { from: 2027-03-01, until: 2027-09-01 }
    workloads: [{ name: web, replicas: 2, requests: { cpu: 500m, memory: 1Gi } }]
`,
    );
    const shapes = "\nnodeShapes: [4x8x80, 8x12x80, 8x32x80, 16x64x80, 32x128x80]\n";
    const prices = fileOf("few-shapes.yaml", readFileSync(PRICES, "utf8") + shapes);
    const line = ["forecast", growing, "--prices", prices, "--model", "starter-self-managed", "--months", "12"];

    it("says what happens to clusters, what it asks for and saves, and by which rule", async () => {
      const { code, stdout } = await cli(line);
      expect(code).toBe(0);
      const flat = stdout.replaceAll(/\s+/g, " ");
      // An hour costs 95, and 12 × 67.20 = 806.40 is more than 8 × 95.
      expect(flat).toContain(
        "Starter per tenant: what happens to clusters · Month 4, from 2027-03-01: tenant-guest is built. · Month 8, from 2027-07-01: tenant-acme has other workers, 6 of 16 vCPU, 64 GiB instead of 12 of 8 vCPU, 32 GiB (11 before): 8 hours, EUR 760.00 once; saves EUR 67.20 a month, paid back after 12 months. · Month 10, from 2027-09-01: tenant-guest ends. All changes of nodes together cost EUR 760.00 once.",
      );
      expect(flat).toContain("or where that saves more than its effort (8 hours a cluster) within 12 months");
      expect(stdout.split("\n").filter((one) => widthOf(one) > 80)).toEqual([]);
    });

    it("prints the same as JSON, and its cost in the month", async () => {
      const { stdout } = await cli([...line, "--format", "json"]);
      const [forecast] = ForecastDocument.parse(JSON.parse(stdout)).forecasts;
      const months = (forecast?.months ?? []).map(({ nodeCount }) => nodeCount);
      const told = (forecast?.events ?? []).map(({ monthNumber, kind, because }) => [monthNumber, kind, because]);
      expect(told).toEqual([
        [4, "cluster-built", "tenants"],
        [8, "shape-changed", "payback"],
        [10, "cluster-ended", "tenants"],
      ]);
      const falls = months.flatMap((count, index) => (count < (months[index - 1] ?? 0) ? [index + 1] : []));
      expect(falls).toEqual([8, 10]);
      expect(forecast?.months[7]).toMatchObject({
        reshapeCost: { amount: "760.00" },
        oneTimeCost: { amount: "760.00" },
      });
      expect(forecast?.events[1]).toMatchObject({
        ...{ clusterName: "tenant-acme", effortHours: 8, monthlySaving: { amount: "67.20" }, paybackMonths: 12 },
        otherwise: [{ role: "control-plane" }, { role: "workload", nodeCount: 12, vcpuPerNode: 8 }],
      });
      expect(forecast?.findings.map(({ code }) => code)).toContain("nodes-kept");
    });

    it("keeps its nodes whatever that costs, where no time is long enough to pay back", async () => {
      const { stdout } = await cli([...line, "--set", "reshape-payback-months=0"]);
      const flat = stdout.replaceAll(/\s+/g, " ");
      expect(flat).not.toContain("has other workers");
      expect(flat).toContain("(8 hours a cluster) within 0 months");
    });
  });

  it("begins with the first whole month, and says so", async () => {
    const { stdout } = await cli([...args, "--start", "2026-12-31"]);
    const flat = stdout.replaceAll(/\s+/g, " ");
    expect(flat).toContain("Months begin on the first: what lies between 2026-12-31 and 2027-01-01 is not counted.");
    expect(flat).toContain("12 months from 2027-01-01, a line a month.");
    const { stdout: whole } = await cli([...args, "--start", "2027-01-01"]);
    expect(whole.replaceAll(/\s+/g, " ")).not.toContain("is not counted");
  });

  it("takes tenants to come and leave by rates, and says which", async () => {
    const rates = ["--churn-percent-per-year", "40", "--new-tenants-per-year", "3"];
    const { stdout } = await cli([...args, ...rates, "--every", "month"]);
    const flat = stdout.replaceAll(/\s+/g, " ");
    const counts = [...stdout.matchAll(/^\d+ +\d{4}-\d\d +(\d+) /gm)].map(([, count]) => Number(count));
    // A quarter of a tenant comes a month: months 5 and 9. Of 3, from month 5 on 4, 1 − 0.6^(1 ÷ 12) = 0.0417 leave a
    // month: 4 × 0.125 + 3 × 0.167 is a whole one by month 8.
    expect(counts).toEqual([3, 3, 3, 3, 4, 4, 4, 3, 4, 4, 4, 4]);
    expect(flat).toContain("3 tenants a year (asked for) are taken to come, 2 in these months");
    expect(flat).toContain(
      "40 % a year (asked for) of the tenants that no term or end of contract binds are taken to leave",
    );
  });

  it("names prices that change within its months, and counts with them from then on", async () => {
    const item =
      '{ sku: INFRA-VCPU, name: vCPU, appliesTo: infrastructure-vcpu, unit: vCPU-month, unitPrice: "29.50" }';
    const changes = `changes:\n  - { from: "2027-06-01", items: [${item}] }\n`;
    const book = fileOf("changing.yaml", `${readFileSync(PRICES, "utf8")}${changes}`);
    const own = args.map((arg) => (arg === PRICES ? book : arg));
    const document = async (given: readonly string[]): Promise<{ months: readonly Month[] }> =>
      JSON.parse((await cli([...given, "--format", "json"])).stdout).forecasts[0];
    const [plain, changing] = [await document(args), await document(own)];
    const costs = ({ months }: typeof plain) => months.map(({ monthlyCost }) => Number(monthlyCost.amount));
    const more = costs(changing).map((cost, index) => Math.round(cost - (costs(plain)[index] ?? 0)));
    // The months before June cost what they did; from then on each vCPU costs 10.00 more, of the same nodes.
    const juneIndex = plain.months.findIndex(({ firstDay }) => firstDay === "2027-06-01");
    expect(more.slice(0, juneIndex)).toEqual(Array(juneIndex).fill(0));
    expect(more.slice(juneIndex).every((one) => one > 0 && one % 10 === 0)).toBe(true);
    const { stdout } = await cli(own);
    const flat = stdout.replaceAll(/\s+/g, " ");
    expect(flat).toContain("has other prices from 2027-06-01 on: INFRA-VCPU 29.50 instead of 19.50.");
    expect(flat).toContain("stays as it is today, but for the changes above;");
  });

  it("knows the cost alone where a price is unknown", async () => {
    const free = fileOf("free.yaml", fewText.replaceAll(/^ +price: .*\n/gm, ""));
    const { code, stdout } = await cli(["forecast", free, "--months", "12", "--model", "hybrid"]);
    expect(code).toBe(0);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("Margin and payback are unknown");
    expect(stdout).not.toContain("Cash");
  });

  it("has nothing to say of no tenants", async () => {
    const nobody = fileOf("nobody.yaml", `${fleetText.slice(0, fleetText.indexOf("tenants:"))}tenants: []\n`);
    expect((await cli(["forecast", nobody])).stdout).toContain("nothing to forecast");
  });

  it("tells of its progress on a terminal alone", async () => {
    let seconds = 0;
    const clock = () => {
      seconds += 1;
      return seconds;
    };
    expect((await cli(args, { isTTY: true, clock })).stderr).toContain("\rPlanning month 12 of 12");
    expect((await cli(args, { clock })).stderr).toBe("");
  });

  it.each([
    [["--months", "11"], "from 12 to 60"],
    [["--months", "61"], "from 12 to 60"],
    [["--months", "many"], "is no number"],
    [["--discount", "101"], "from 0 to 100"],
    [["--churn-percent-per-year", "101"], "a percentage a year from 0 to 100"],
    [["--new-tenants-per-year", "few"], "is no number"],
    [["--start", "2027-02-29"], "a day of the calendar"],
  ])("refuses %j", async (more, expected) => {
    const { code, stdout, stderr } = await cli(["forecast", FEW, ...more]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(expected);
  });
});
