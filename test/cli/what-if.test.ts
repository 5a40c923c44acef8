import { join } from "node:path";
import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { assumedRanges, basePlans, defaultModels, PlanningStopped, trialQuestion, trialsOf } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { trialsInThreads } from "../../packages/cli/src/trials-in-threads.ts";
import { FEW, fileOf, fleetText, RANGES, root } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

describe("what if", () => {
  const ask = (...more: readonly string[]) =>
    cli(["whatif", FEW, "--model", "ultimate-centralized", "--format", "json", ...more]);
  const rangesOf = (...lines: readonly string[]) =>
    fileOf(
      "ranges.yaml",
      [
        "apiVersion: nkp-planner/v1",
        "kind: WhatIf",
        "currency: EUR",
        "ranges:",
        ...lines.map((line) => `  - ${line}`),
        "",
      ].join("\n"),
    );

  it("gives the same bytes for the same seed, and others for another", async () => {
    const ranges = rangesOf("{ price: LABOUR, low: 80, high: 120 }");
    const trials = async (seed: string) => (await ask("--ranges", ranges, "--trials", "100", "--seed", seed)).stdout;
    const first = await trials("1");
    expect(await trials("1")).toBe(first);
    expect(await trials("2")).not.toBe(first);
  });

  it("gives the same bytes over one, two and three threads", async () => {
    const models = defaultModels.filter(({ id }) => id !== "hybrid");
    const context = planningContext({ release: exampleFleet.release, priceBook: examplePriceBook });
    const input = { ...exampleFleet, tenants: exampleFleet.tenants.slice(0, 3) };
    const bases = basePlans(input, models, context);
    const { ranges } = assumedRanges(
      bases.map(({ plan }) => plan),
      context,
    );
    const question = trialQuestion(bases, input, context, { ranges, trialCount: 2500, seed: 3 });
    const once = JSON.stringify(trialsOf(question, 0, 2500));
    for (const threads of [1, 2, 3]) {
      const done: [number, string][] = [];
      const all = await trialsInThreads(question, (count, by) => done.push([count, by]), threads);
      expect(JSON.stringify(all)).toBe(once);
      expect(done.at(-1)?.[0]).toBe(2500);
      expect(new Set(done.map(([, by]) => by))).toEqual(new Set([threads === 1 ? "program" : "thread"]));
    }
    const stop = (count: number) => {
      if (count >= 2000) throw new PlanningStopped(10);
    };
    for (const threads of [1, 2]) {
      const some = await trialsInThreads({ ...question, trialCount: 4500 }, stop, threads);
      const { trialCount } = some;
      expect(trialCount).toBeLessThan(4500);
      expect(JSON.stringify(some)).toBe(JSON.stringify(trialsOf({ ...question, trialCount }, 0, trialCount)));
    }
  });

  it("says whose ranges the trials rest on, and that all of them agree only of ranges that somebody gave", async () => {
    const few = ["whatif", FEW, "--model", "starter-self-managed", "--model", "ultimate-centralized", "--trials", "50"];
    const assumed = (await cli(few)).stdout.replaceAll(/\s+/g, " ");
    expect(assumed).toMatch(/^By ranges that nobody gave \(±20 % .*?\): .* costs least in 100.0 % of 50 trials/);
    expect(assumed).not.toMatch(/ in (all|none) of /);
    const ranges = rangesOf("{ price: LABOUR, low: 80, high: 120 }");
    const given = (await cli([...few, "--ranges", ranges])).stdout.replaceAll(/\s+/g, " ");
    expect(given).toMatch(/^By the ranges given: .* costs least in all of 50 trials/);
  });

  it("shows what moves the difference between two models, and where their order turns", async () => {
    const few = ["whatif", FEW, "--model", "starter-self-managed", "--model", "ultimate-centralized", "--trials", "0"];
    const steady = (await cli(few)).stdout;
    expect(steady).toContain("What Ultimate, centralized costs more than Starter per tenant:");
    expect(steady).toContain("The order of the two turns at no end of a range.");
    const ranges = rangesOf("{ setting: operations-hours-self-managed, low: 1, high: 100 }");
    const turned = (await cli([...few, "--ranges", ranges])).stdout;
    expect(turned).toContain("* Ultimate, centralized costs less there.");
    const { differences } = JSON.parse((await cli([...few, "--ranges", ranges, "--format", "json"])).stdout);
    expect(differences).toMatchObject([
      { cheaperId: "starter-self-managed", dearerId: "ultimate-centralized", swings: [{ high: { isFeasible: true } }] },
    ]);
    expect(Number(differences[0].swings[0].high.monthlyCost.amount)).toBeLessThan(0);
  });

  it("says how far it is on a terminal, and nothing on a pipe", async () => {
    const ranges = rangesOf("{ price: LABOUR, low: 80, high: 120 }");
    const args = ["whatif", FEW, "--model", "hybrid", "--ranges", ranges, "--trials", "50"];
    let seconds = 0;
    const clock = () => {
      seconds += 1;
      return seconds;
    };
    expect((await cli(args, { isTTY: true, clock })).stderr).toContain("50 of 50 trials");
    expect((await cli(args)).stderr).toBe("");
  });

  it("draws a price list's prices", async () => {
    const list = join(root, "examples/price-list-eur.yaml");
    const ranges = rangesOf("{ listPrice: MK-VCPU, low: 60, high: 120 }");
    const args = ["--price-list", list, "--set", "agreed-prices=ignored", "--ranges", ranges, "--trials", "50"];
    const { trials, tornado } = JSON.parse((await ask(...args)).stdout);
    const [{ monthlyCost, monthlyMargin }] = trials.models;
    expect(monthlyCost.p10).toEqual(monthlyCost.p90);
    expect(Number(monthlyMargin.p10.amount)).toBeLessThan(Number(monthlyMargin.p90.amount));
    expect(tornado[0].swings[0].low.monthlyCost).toEqual(tornado[0].base.monthlyCost);
  });

  it.each([
    ["low above high", ["{ price: LABOUR, low: 120, high: 80 }"], "ranges.yaml:5:27  ranges[0].low"],
    ["an unknown SKU", ["{ price: LABUOR, low: 80, high: 120 }"], 'did you mean "LABOUR"?'],
    ["a setting out of bounds", ["{ setting: zones, low: 1, high: 12 }"], "a whole number from 1 to 9"],
    ["a mode outside", ["{ price: LABOUR, low: 80, high: 90, mode: 95 }"], "ranges[0].mode"],
    ["a negative price", ["{ price: LABOUR, low: -80, high: 90 }"], "leave out the minus sign"],
    ["a structural setting", ["{ setting: surge-nodes, low: 0, high: 2 }"], "--table"],
    ["a price list that is not given", ["{ listPrice: MK-VCPU, low: 1, high: 2 }"], "--price-list"],
  ])("refuses %s, at its place", async (_what, lines, says) => {
    const { code, stdout, stderr } = await ask("--ranges", rangesOf(...lines));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("ranges.yaml:");
    expect(stderr.replaceAll(/\s+/g, " ")).toContain(says.replaceAll(/\s+/g, " "));
  });

  it.each([
    [["--table", "LABOUR"], "pair of ranges"],
    [["--table", "LABUOR,NKP-ULT", "--ranges", RANGES], 'did you mean "LABOUR"?'],
    [["--trials", "many"], "no number of trials"],
    [["--seed", "-1"], "seed"],
  ])("%j is bad usage", async (args, says) => {
    expect(await ask(...args)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(says) });
  });

  it("says that a fleet without tenants has nothing to vary, and that prices are invented", async () => {
    const empty = fileOf("empty-fleet.yaml", `${fleetText.slice(0, fleetText.indexOf("tenants:"))}tenants: []\n`);
    expect((await cli(["whatif", empty, "--trials", "10"])).stdout).toContain("no tenants");
    expect(JSON.parse((await ask("--trials", "10")).stdout)).toMatchObject({ illustrativePrices: true });
  });

  it("plans again for what changes the nodes, where no trials are wanted", async () => {
    const ranges = rangesOf("{ setting: surge-nodes, low: 0, high: 2 }");
    const { code, stdout } = await ask("--ranges", ranges, "--trials", "0");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ trials: null, tornado: [{ swings: [{ id: "surge-nodes" }] }] });
  });
});
