import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FEW, fileOf, fleetTextOf, folder, LIST } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const ONE = fileOf("one.yaml", fleetTextOf("basalt"));

/** A clock that is past every limit from the n-th look on. */
function lateFrom(lookCount: number): () => number {
  let count = 0;
  return () => {
    count += 1;
    return count < lookCount ? 0 : 99;
  };
}

const flat = (text: string) => text.replaceAll(/\s+/g, " ");
const LIMIT = ["--limit-seconds", "10"];

describe("who waits for a plan at a terminal", () => {
  it.each([
    ["compare", ["compare", ONE]],
    ["plan", ["plan", ONE]],
    ["cost", ["cost", ONE]],
    ["quote", ["quote", ONE]],
    ["explain", ["explain", ONE, "nodeCount"]],
    ["emit", ["emit", "kwok-cluster", ONE, "--out", join(folder, "kwok")]],
    ["sizes", ["sizes", ONE, "--up-to", "1"]],
    ["breakeven", ["breakeven", ONE, "--up-to", "1"]],
    ["forecast", ["forecast", ONE, "--months", "12"]],
    ["whatif", ["whatif", ONE, "--trials", "0", "--model", "hybrid"]],
  ])("is told by %s where it is, from two seconds on", async (_, args) => {
    const { stderr } = await cli(args, { isTTY: true, clock: () => 2 });
    expect(stderr).toMatch(/^\rPlanning .+\r +\r/);
  });

  it("is told nothing before, nor on a pipe", async () => {
    expect((await cli(["plan", FEW], { isTTY: true, clock: () => 1.9 })).stderr).toBe("");
    expect((await cli(["plan", FEW], { clock: () => 60 })).stderr).toBe("");
  });

  it("reads the model, which cluster of how many, and the question's part, in one line that is replaced", async () => {
    let seconds = 0;
    const clock = () => {
      seconds += 1;
      return seconds;
    };
    const plan = await cli(["plan", FEW], { isTTY: true, clock });
    expect(plan.stderr.replaceAll(/ +/g, " ")).toBe(
      [
        "\rPlanning Starter per tenant, cluster 2 of 4, tenant-basalt",
        "\rPlanning Starter per tenant, cluster 3 of 4, tenant-clinic-nord",
        "\rPlanning Starter per tenant, cluster 4 of 4, central-services ",
        "\rPlanning Starter per tenant, hosts under 4 clusters ",
        "\r \r",
      ].join(""),
    );
    const sizes = await cli(["sizes", ONE, "--up-to", "2"], { isTTY: true, clock });
    expect(sizes.stderr).toContain("\rPlanning 2 of 2 tenants: Hybrid, cluster 1 of");
  });
});

describe("a plan that is ended by its limit", () => {
  it.each([
    ["compare", ["compare", FEW]],
    ["plan", ["plan", FEW, "--format", "json"]],
    ["cost", ["cost", FEW]],
    ["quote", ["quote", FEW]],
    ["explain", ["explain", FEW, "nodeCount"]],
    ["emit", ["emit", "kwok-cluster", FEW, "--out", join(folder, "unwritten")]],
    ["sizes", ["sizes", FEW]],
    ["breakeven", ["breakeven", FEW]],
    ["forecast", ["forecast", FEW]],
    ["whatif", ["whatif", FEW]],
  ])("%s gives no figures, and says where it was", async (_, args) => {
    const { code, stdout, stderr } = await cli([...args, ...LIMIT], { clock: () => 10 });
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(flat(stderr)).toMatch(
      /^Not planned to its end \(exit code 3\): the limit of 10 s was reached\. It was at .+, cluster 1 of \d/,
    );
  });

  it("names model, cluster and tenant, and writes nothing", async () => {
    const out = join(folder, "late.json");
    const args = ["compare", FEW, "--format", "json", "--out", out, ...LIMIT];
    const { code, stderr } = await cli(args, { clock: lateFrom(4) });
    expect(code).toBe(3);
    expect(flat(stderr)).toContain(
      "It was at Starter per tenant, cluster 2 of 4, tenant-basalt of tenant basalt. Give it more with --limit-seconds, or plan fewer tenants.",
    );
    expect(existsSync(out)).toBe(false);
  });

  it("is whole where the limit is not reached", async () => {
    const { code, stdout, stderr } = await cli(["plan", ONE, ...LIMIT], { clock: () => 9.9 });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe((await cli(["plan", ONE])).stdout);
  });

  it.each(["0", "1.5", "soon"])("takes no limit of %s", async (limit) => {
    expect(await cli(["plan", ONE, "--limit-seconds", limit])).toMatchObject({ code: 2, stdout: "" });
  });
});

/** Commands that answer with what they have: the text, and the document with the finding at its head. */
async function both(args: readonly string[], lookCount: number) {
  const [text, json] = await Promise.all(
    [[], ["--format", "json"]].map((more) => cli([...args, ...LIMIT, ...more], { clock: lateFrom(lookCount) })),
  );
  const document = JSON.parse(json?.stdout ?? "");
  const said = document.findings.filter(({ code }: { code: string }) => code === "planning-stopped");
  return {
    codes: [text?.code, json?.code],
    text: flat(text?.stdout ?? ""),
    stderr: flat(text?.stderr ?? ""),
    document,
    said: said.map(({ statement }: { statement: string }) => statement),
  };
}

describe("a question that is ended by its limit", () => {
  it("sizes: gives the sizes that were planned", async () => {
    const { codes, text, stderr, document, said } = await both(["sizes", ONE, "--up-to", "5"], 60);
    const planned = document.sizes.length;
    const sentence = `Planned up to ${planned} of 5 tenants: the limit of 10 seconds ended it.`;
    expect(planned).toBeGreaterThan(0);
    expect(codes).toEqual([3, 3]);
    expect(text).toContain(sentence);
    expect(text).toContain(`from 1 to ${planned} tenants of this mix`);
    expect(stderr).toContain(`Not to be taken as it stands (exit code 3). ${sentence}`);
    expect(said[0]).toContain(sentence);
  });

  it("forecast: gives the months, and names the models that are left out", async () => {
    const { codes, text, document, said } = await both(["forecast", ONE, "--months", "12"], 16);
    const [{ months }, ...others] = document.forecasts;
    expect(others).toEqual([]);
    expect(months.length).toBeLessThan(12);
    expect(codes).toEqual([3, 3]);
    const sentences = [
      "Left out: one Ultimate plane, the hybrid. The limit of 10 seconds ended it before.",
      `Starter per tenant is planned up to ${months.length} of 12 months: the limit of 10 seconds ended it.`,
    ];
    for (const [index, sentence] of sentences.entries()) {
      expect(text).toContain(sentence);
      expect(said[index]).toContain(sentence);
    }
  });

  it("breakeven: gives the sizes, and names what it has no time for", async () => {
    const args = ["breakeven", ONE, "--up-to", "5", "--price-list", LIST, "--sku", "MK-VCPU", "--tie", "NKP-ULT"];
    const { codes, text, document, said } = await both(args, 40);
    expect(codes).toEqual([3, 3]);
    expect(document.breakEven.provenUpToTenantCount).toBeGreaterThan(0);
    expect(document.breakEven.provenUpToTenantCount).toBeLessThan(5);
    expect(said).toHaveLength(4);
    for (const part of ["the smallest tenant worth taking", "the unit price of MK-VCPU", "where NKP-ULT ties"])
      expect(text).toContain(`Left out: ${part}. The limit of 10 seconds ended it before.`);
    expect(text).not.toContain("--price-list");
  });

  it("whatif: gives the trials and ranges that there was time for", async () => {
    const args = ["whatif", ONE, "--model", "starter-self-managed", "--trials", "3000"];
    const { codes, text, document, said } = await both(args, 10);
    expect(codes).toEqual([3, 3]);
    expect(text).toMatch(/Planned up to [12],000 of 3,000 trials/);
    expect(document.trials.trialCount).toBeLessThan(3000);
    expect(document.tornado[0].swings).toEqual([]);
    expect(said.at(-1)).toContain("Left out: each range alone.");
    const asked = await cli([...args.slice(0, -1), String(document.trials.trialCount), "--format", "json"]);
    expect(JSON.parse(asked.stdout).trials).toEqual(document.trials);
  });

  it("whatif: gives the same ranges of every model", async () => {
    const args = ["whatif", ONE, "--model", "starter-self-managed", "--model", "hybrid", "--trials", "0"];
    const { text, document } = await both(args, 60);
    const [first, second] = document.tornado.map(({ swings }: { swings: readonly object[] }) => swings.length);
    expect(first).toBeGreaterThan(0);
    expect(second).toBe(first);
    expect(text).toMatch(new RegExp(`Planned up to ${first} of \\d+ ranges`));
  });
});
