import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cliOnce, root } from "../support/command-line.ts";

/** `examples/five-models`, by the commands of its README: one fleet by every operating model. */

const FOLDER = join(root, "examples/five-models");
const README = readFileSync(join(FOLDER, "README.md"), "utf8");
const COMMANDS = [...README.matchAll(/^npx nkp-planner (.*)$/gm)].map(([, line = ""]) =>
  line.split(" ").map((word) => (word.endsWith(".yaml") ? join(FOLDER, word) : word)),
);
const [compare = [], plan = []] = COMMANDS;
const FILES = compare.slice(1, compare.indexOf("--model"));
const modelsOf = (stdout: string) => JSON.parse(stdout).plans.map(({ modelId }: { modelId: string }) => modelId);

/** For a month of one cluster: 4 hours, and 3 every 114.5 days, at 100 an hour; each rounded to the cent. */
const LABOUR = 4 * 100 + 79.69;

/**
 * Licences at 10 a vCPU of workers for Starter, 20 for Pro and 40 for Ultimate; node vCPU at 20, GiB at 5, and GiB of disks and
 * claims at 0.10. Pro has no cluster but the tenants'; Starter by itself has a fourth, to which their agents report.
 */
const TOTALS: readonly (readonly [modelId: string, monthlyCost: number])[] = [
  ["starter-self-managed", 80 * 10 + 104 * 20 + 292 * 5 + 2576 * 0.1 + 4 * LABOUR],
  ["ultimate-centralized", 136 * 40 + 184 * 20 + 540 * 5 + 3354 * 0.1 + 4 * LABOUR],
  ["hybrid", 104 * 40 + 24 * 10 + 170 * 20 + 516 * 5 + 3168 * 0.1 + 4 * LABOUR],
  ["starter-managed", 72 * 10 + 96 * 20 + 222 * 5 + 2694 * 0.1 + 4 * LABOUR],
  ["pro-self-managed", 136 * 20 + 172 * 20 + 688 * 5 + 3122 * 0.1 + 3 * LABOUR],
];

describe("one fleet by five models", () => {
  it("costs what its sizes come to at the prices of the book, by each of them", async () => {
    const { code, stdout } = await cliOnce([...compare, "--format", "json"]);
    expect(code).toBe(0);
    const { plans, verdict } = JSON.parse(stdout);
    const found = plans.map(({ modelId, totals }: { modelId: string; totals: { monthlyCost: { amount: string } } }) => [
      modelId,
      totals.monthlyCost.amount,
    ]);
    expect(found).toEqual(TOTALS.map(([modelId, cost]) => [modelId, cost.toFixed(2)]));
    expect(verdict.winner).toBe("starter-managed");
  });

  it("is planned by one of them alone", async () => {
    const { code, stdout } = await cliOnce([...plan, "--format", "json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).plan.modelId).toBe("pro-self-managed");
  });

  it("is compared by those that are named, in the order of all", async () => {
    const two = ["--model", "starter-managed", "--model", "ultimate-centralized", "--format", "json"];
    const { stdout } = await cliOnce(["compare", ...FILES, ...two]);
    expect(modelsOf(stdout)).toEqual(["ultimate-centralized", "starter-managed"]);
  });

  it.each([
    ["compare", "plans"],
    ["lifecycle", "calendars"],
    ["forecast", "forecasts"],
  ])("keeps %s to the three where none is named, and to all where all are asked for", async (command, list) => {
    const short = command === "forecast" || command === "lifecycle" ? ["--months", "12"] : [];
    const prices = command === "lifecycle" ? [FILES[0] ?? ""] : FILES;
    const idsBy = async (more: readonly string[]) => {
      const { stdout } = await cliOnce([command, ...prices, ...short, ...more, "--format", "json"]);
      return JSON.parse(stdout)[list].map(({ modelId }: { modelId: string }) => modelId);
    };
    expect(await idsBy([])).toEqual(TOTALS.slice(0, 3).map(([id]) => id));
    expect(await idsBy(["--model", "all"])).toEqual(TOTALS.map(([id]) => id));
  });
});
