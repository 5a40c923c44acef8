import { describe, expect, it } from "vitest";
import { diffOf, GROWN, HYBRID, TOO_LARGE, unbroken } from "../support/changed-fleets.ts";
import { cliOnce, FEW, fewText, fileOf, fleetText } from "../support/command-line.ts";

describe("limits, and what they let pass", () => {
  /** What the change of the small fleet costs more a month, by one model. */
  const differenceOf = async () => (await diffOf(FEW, GROWN, ...HYBRID)).diffs[0]?.cost.difference?.amount ?? "";

  it("leave one line, in both directions, at the very amount", async () => {
    const amount = await differenceOf();
    for (const [base, head, sign] of [
      [FEW, GROWN, String.raw`\+`],
      [GROWN, FEW, "−"],
    ] as const) {
      const { stdout } = await cliOnce(["diff", base, head, ...HYBRID, "--more-than-amount", amount]);
      expect(stdout.trimEnd().split("\n").length, stdout).toBe(1);
      expect(stdout).toMatch(
        new RegExp(
          `^Hybrid: no change above EUR ${amount}: cost ${sign}${amount} a month \\(${sign}\\d+\\.\\d %\\)\\.\n$`,
        ),
      );
    }
  });

  it("let more pass as it is", async () => {
    const less = (Number(await differenceOf()) - 0.01).toFixed(2);
    const { stdout } = await cliOnce(["diff", FEW, GROWN, ...HYBRID, "--more-than-amount", less]);
    expect(unbroken(stdout)).toContain("Hybrid: cost +");
    expect(stdout).toContain("Tenants\n");
  });

  it("say so in the comment too, with its marker", async () => {
    const args = ["--more-than-amount", "100000", "--more-than-percent", "50", "--format", "markdown"];
    const { stdout } = await cliOnce(["diff", FEW, GROWN, ...HYBRID, ...args]);
    expect(stdout.split("\n").slice(0, 3)).toEqual([
      "<!-- nkp-planner diff -->",
      "",
      expect.stringMatching(
        /^\*\*Hybrid: no change above EUR 100,000\.00 or 50 %: cost \+[\d,.]+ a month \(\+\d+\.\d %\)\.\*\*$/,
      ),
    ]);
    expect(stdout).not.toContain("<details>");
    expect(stdout).not.toContain("| ---");
  });

  it("never hide what a plan falls short of now", async () => {
    for (const format of ["human", "markdown"]) {
      const args = ["--more-than-percent", "100000", "--format", format];
      const { stdout } = await cliOnce(["diff", FEW, TOO_LARGE, ...HYBRID, ...args]);
      expect(unbroken(stdout)).toMatch(/[Ff]alls short now/);
      expect(stdout).toContain("orchid");
      expect(unbroken(stdout)).toContain("Hybrid (cannot run as it is described): no change above 100,000 %");
      expect(stdout).not.toContain("amounts in EUR");
    }
  });

  it("names all that a plan falls short of now, those beyond the first ten folded away", async () => {
    const tenant = (cpu: string, index: number) =>
      `  - { id: whale-${index}, workloads: [{ name: web, replicas: 1, requests: { cpu: "${cpu}", memory: 1Gi } }] }\n`;
    const [head] = fleetText.split(/^(?= {2}- id: )/m);
    const fleet = (cpu: string) => `${head}${Array.from({ length: 13 }, (_, index) => tenant(cpu, index)).join("")}`;
    const paths = [fileOf("fish.yaml", fleet("1")), fileOf("whales.yaml", fleet("2000"))] as const;
    const args = ["--model", "starter-self-managed", "--more-than-percent", "100000", "--format", "markdown"];
    const { stdout } = await cliOnce(["diff", ...paths, ...args]);
    const { diffs } = await diffOf(...paths, "--model", "starter-self-managed");
    const shortfalls = (diffs[0]?.findings.added ?? []).filter(({ kind }) => kind === "infeasible");
    expect(shortfalls.length).toBeGreaterThanOrEqual(13);
    expect(stdout).toContain(`\n- … and ${shortfalls.length - 10} more, below\n`);
    expect(stdout).toContain(
      `<details><summary>More that Starter per tenant falls short of now (${shortfalls.length - 10})</summary>`,
    );
    for (const index of Array.from({ length: 13 }).keys()) expect(stdout).toContain(`tenant-whale-${index} `);
  });

  it("leave the days of upgrades and what tenants ask for out too", async () => {
    const slow = fileOf(
      "slow-quietly.yaml",
      fewText.replace("    upgradeCadence: own\n", "    upgradeCadence: own\n    upgrades: { readyAfterDays: 300 }\n"),
    );
    const model = ["--model", "starter-self-managed"];
    const { stdout } = await cliOnce(["diff", FEW, slow, ...model, "--more-than-percent", "50"]);
    expect(stdout.trimEnd().split("\n").length, stdout).toBeLessThanOrEqual(2);
    expect(stdout).toMatch(/^Starter per tenant: no change/);
  });

  it.each([
    // The cost rises.
    [FEW, GROWN, [], { more: 1, less: 0, any: 1, none: 0 }],
    [GROWN, FEW, [], { more: 0, less: 1, any: 1, none: 0 }],
    [FEW, FEW, [], { more: 0, less: 0, any: 0, none: 0 }],
    [FEW, GROWN, ["--more-than-amount", "100000"], { more: 0, less: 0, any: 0, none: 0 }],
    // What falls short counts as more, whatever it costs.
    [FEW, TOO_LARGE, ["--more-than-amount", "100000"], { more: 1, less: 0, any: 1, none: 0 }],
    [TOO_LARGE, FEW, ["--more-than-amount", "100000"], { more: 0, less: 0, any: 0, none: 0 }],
  ])("decide the exit code with --fail-on, %#", async (base, head, limits, codes) => {
    const found: Record<string, number> = {};
    for (const word of Object.keys(codes))
      found[word] = (await cliOnce(["diff", base, head, ...HYBRID, ...limits, "--fail-on", word])).code;
    expect(found).toEqual(codes);
  });

  it.each([
    [["--more-than-amount", "ten"], "no number such as 12 or 7.5"],
    [["--more-than-amount", "-5"], "--more-than-amount"],
    [["--more-than-percent", "5%"], "write 5"],
    [["--fail-on", "always"], "--fail-on takes more, less, any or none"],
    [["--format", "html"], "--format takes human, json or markdown"],
    [["--marker", "berlin"], "--format markdown"],
    [["--marker", "-->", "--format", "markdown"], "letters, digits"],
  ])("refuse %j", async (args, says) => {
    const { code, stderr, stdout } = await cliOnce(["diff", FEW, GROWN, ...args]);
    expect(unbroken(stderr)).toContain(says);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});
