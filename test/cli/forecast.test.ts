import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../packages/cli/src/human/layout.ts";
import { FEW, fewText, fileOf, fleetText, PRICES, root } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

describe("a forecast", () => {
  const args = ["forecast", FEW, "--prices", PRICES, "--model", "hybrid", "--months", "12"];

  it("prints every month to the cent as JSON, which adds up", async () => {
    const { code, stdout } = await cli([...args, "--format", "json"]);
    expect(code).toBe(0);
    const { illustrativePrices, forecasts } = JSON.parse(stdout);
    expect(illustrativePrices).toBe(true);
    expect(forecasts).toHaveLength(1);
    const [{ months, modelId, start, totalMargin, paybackMonthNumber }] = forecasts;
    expect({ modelId, start, months: months.length }).toEqual({ modelId: "hybrid", start: "2026-11-23", months: 12 });
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
    [["--start", "2027-02-29"], "a day of the calendar"],
  ])("refuses %j", async (more, expected) => {
    const { code, stdout, stderr } = await cli(["forecast", FEW, ...more]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(expected);
  });
});
