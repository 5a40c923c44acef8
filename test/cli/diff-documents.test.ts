import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { diffOf, GROWN, HYBRID, unbroken } from "../support/changed-fleets.ts";
import { cliOnce, FEW, fewText, fileOf, LIST, PRICES, root } from "../support/command-line.ts";

describe("a fleet whose upgrades cannot be played", () => {
  const odd = fileOf(
    "odd-version.yaml",
    fewText.replace("    upgradeCadence: own\n", '    upgradeCadence: own\n    upgrades: { version: "9.99.0" }\n'),
  );

  it("is refused by its name where hours of people follow from them", async () => {
    const { code, stderr, stdout } = await cliOnce(["diff", FEW, odd, ...HYBRID]);
    expect(unbroken(stderr)).toContain(`${odd} tenants[1].upgrades.version found "9.99.0"`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    const both = await cliOnce(["diff", odd, fileOf("odd-again.yaml", readFileSync(odd, "utf8")), ...HYBRID]);
    expect(both.stderr).toContain("2 problems");
  });

  it("is compared without the days where they do not, and that is said", async () => {
    const args = [FEW, odd, ...HYBRID, "--set", "upgrade-labour=flat"];
    const { stdout } = await cliOnce(["diff", ...args]);
    expect(unbroken(stdout)).toMatch(
      /^Hybrid: no change, EUR [\d,.]+ a month; whether upgrades come on other days is not known\. $/,
    );
    const { diffs, findings } = await diffOf(...args);
    expect(diffs[0]?.upgrades).toBeNull();
    expect(findings.map(({ code }) => code)).toContain("upgrades-unplayed");
  });
});

describe("a plan document", () => {
  const planOf = async (fleet: string, name: string, ...more: readonly string[]) =>
    fileOf(name, (await cliOnce(["plan", fleet, ...HYBRID, "--format", "json", ...more])).stdout);

  it("is compared with another, and with the fleet that it was made of", async () => {
    const [was, is] = [await planOf(FEW, "was.json"), await planOf(GROWN, "is.json")];
    const [ofPlans, ofFleets] = [await diffOf(was, is), await diffOf(FEW, GROWN, ...HYBRID)];
    expect(ofPlans.diffs).toEqual(ofFleets.diffs.map((one) => ({ ...one, upgrades: null })));
    expect(ofPlans).toMatchObject({ demand: null, base: { kind: "plan", asOf: null, prices: null } });
    const { stdout } = await cliOnce(["diff", was, FEW]);
    expect(unbroken(stdout)).toMatch(
      /^Hybrid: no change, EUR [\d,.]+ a month; whether upgrades come on other days is not known\. $/,
    );
    expect(unbroken((await cliOnce(["diff", was, is])).stdout)).toContain(
      `${was} is a plan document: its day, its price files, the facts behind it, what tenants ask for and when upgrades come are not in it, and so are not compared.`,
    );
  });

  it.each([
    [["--prices", PRICES], "--prices with two plan documents"],
    [["--price-list", LIST], "--price-list with two plan documents"],
    [["--as-of", "2026-12-01"], "--as-of with two plan documents"],
    [["--release", "nkp-2.17.1"], "--release with two plan documents"],
    [["--set", "floors=none"], "--set with two plan documents"],
    [["--months", "12"], "--months with two plan documents"],
    [["--base-prices", PRICES], "--base-prices with a plan document as BASE"],
    [["--base-price-list", LIST], "--base-price-list with a plan document as BASE"],
    [["--model", "starter-managed"], 'found "hybrid", expected the model that --model asks for: starter-managed'],
  ])("refuses %j, which it cannot be planned by again", async (args, says) => {
    const plan = await planOf(FEW, "was.json");
    const { code, stderr, stdout } = await cliOnce(["diff", plan, plan, ...args]);
    expect(unbroken(stderr)).toContain(says);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  it("may be of a model of somebody's own, against another plan, not against a fleet", async () => {
    const was = await planOf(FEW, "was.json");
    const ofOwn = readFileSync(was, "utf8").replace(
      '"modelId": "hybrid",\n    "title": "Hybrid"',
      '"modelId": "mine",\n    "title": "Mine"',
    );
    const own = fileOf("own-model.json", ofOwn);
    const { stdout, code } = await cliOnce(["diff", was, own]);
    expect(unbroken(stdout)).toMatch(/ Hybrid → Mine: the same cost, EUR [\d,.]+ a month\. /);
    expect(code).toBe(0);
    const refused = await cliOnce(["diff", own, FEW]);
    expect(unbroken(refused.stderr)).toContain(
      'found "mine", expected one of the planner\'s models: starter-self-managed',
    );
    expect(unbroken(refused.stderr)).toContain("give another plan document in the place of the fleet");
    expect(refused.code).toBe(2);
  });

  it("tells of every option that cannot apply at once", async () => {
    const plan = await planOf(FEW, "was.json");
    const { stderr } = await cliOnce([
      "diff",
      plan,
      plan,
      "--prices",
      PRICES,
      "--base-prices",
      PRICES,
      "--model",
      "all",
    ]);
    expect(stderr).toContain("3 problems");
  });

  it.each([
    ["another document", async () => (await cliOnce(["compare", FEW, "--format", "json"])).stdout, "kind comparison"],
    ["an older form", async () => readFileSync(`${root}test/older-documents/plan-1.1.json`, "utf8"), "1.1"],
    ["a later form", async () => '{ "schemaVersion": "9.0", "plan": {} }', "9.0"],
    ["nothing that was written", async () => '{ "schemaVersion": "2.0" }', "a document that nkp-planner has written"],
    [
      "amounts of two currencies",
      async () => {
        const { stdout } = await cliOnce(["plan", FEW, ...HYBRID, "--format", "json"]);
        return stdout.replace(
          '"currency": "EUR"\n      },\n      "monthlyCostByDriver"',
          '"currency": "USD"\n      },\n      "monthlyCostByDriver"',
        );
      },
      'plan.totals.monthlyCost.currency found "USD", expected EUR',
    ],
    [
      "a currency that there is not",
      async () => (await cliOnce(["plan", FEW, ...HYBRID, "--format", "json"])).stdout.replaceAll('"EUR"', '"QQQ"'),
      'currency found "QQQ", expected a currency of ISO 4217',
    ],
  ])("is refused where it is %s", async (what, textOf, says) => {
    const { code, stderr } = await cliOnce([
      "diff",
      FEW,
      fileOf(`document-${what.replaceAll(" ", "-")}.json`, await textOf()),
      ...HYBRID,
    ]);
    expect(unbroken(stderr)).toContain(says);
    expect(code).toBe(2);
  });
});
