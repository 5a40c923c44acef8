import { readFileSync } from "node:fs";
import { isNegativeMoney, type Money, subtractMoney } from "@nkp-planner/core";
import { beforeAll, describe, expect, it } from "vitest";
import { widthOf } from "../../packages/cli/src/human/layout.ts";
import { diffOf, GROWN, HYBRID, UNPRICED, unbroken } from "../support/changed-fleets.ts";
import { cliOnce, FEW, fewText, fileOf, fleetText, LIST, PRICES } from "../support/command-line.ts";
import { newRepository } from "../support/git-repository.ts";
import { cli } from "../support/process.ts";
import { program } from "../support/program.ts";

/** One tenant grown, one gone, one new. */
const changedText = `${fleetText
  .replace("name: web, replicas: 6,", "name: web, replicas: 12,")
  .replace('name: db, replicas: 3, requests: { cpu: "2"', 'name: db, replicas: 6, requests: { cpu: "2"')
  .replace(/^ {2}- id: velvet\n(?: {4}.*\n)*/m, "")
  .trimEnd()}

  - id: lark
    name: Lark Logistics
    demand: { pods: 20, cpu: "8", memory: 32Gi, storage: 200Gi, largestPod: { cpu: "2", memory: 8Gi } }
    upgradeCadence: fleet
    price: { monthly: "3100.00" }
`;

describe("what people read of a change", () => {
  const repository = newRepository();
  const inRepository = (...args: readonly string[]) => program(args, { cwd: repository.folder });

  beforeAll(() => {
    repository.write("fleet.yaml", fleetText);
    repository.commit("As it was");
    repository.write("fleet.yaml", changedText);
  });

  it("is a table of totals, then clusters, tenants and what is asked for, in 80 columns", async () => {
    const { code, stdout, stderr } = await inRepository("diff", "HEAD:fleet.yaml", "fleet.yaml");
    expect(stderr).toBe("");
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot("../golden/diff.txt");
    for (const line of stdout.split("\n")) expect(widthOf(line), line).toBeLessThanOrEqual(80);
  });

  it("is a comment of a pull request, which begins with its marker", async () => {
    const args = ["--format", "markdown", ...HYBRID, "--model", "starter-self-managed", "--marker", "berlin"];
    const { code, stdout } = await inRepository("diff", "HEAD:fleet.yaml", "fleet.yaml", ...args);
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot("../golden/diff.md");
    expect(stdout.split("\n")[0]).toBe("<!-- nkp-planner diff berlin -->");
  });
});

describe("figures of a change", () => {
  it("are those of both plans, and their differences", async () => {
    const { diffs } = await diffOf(FEW, GROWN, "--model", "all");
    for (const { head, totals } of diffs) {
      const plan = async (path: string) =>
        JSON.parse((await cliOnce(["plan", path, "--model", head.modelId, "--format", "json"])).stdout).plan.totals;
      const [was, is] = [await plan(FEW), await plan(GROWN)];
      for (const { id, base, head: now, difference } of totals) {
        const [total = "", part] = id.split(".");
        const of = (all: Record<string, never>) => (part === undefined ? all[total] : undefined);
        if (of(was) !== undefined) expect({ id, base, now }).toEqual({ id, base: of(was), now: of(is) });
        if (typeof base === "object" && base !== null)
          expect(difference).toEqual(now === null ? null : subtractMoney(now as Money, base as Money));
      }
    }
  });

  it("turn their signs where the two are swapped", async () => {
    const [there, back] = [await diffOf(FEW, GROWN), await diffOf(GROWN, FEW)];
    expect(there.diffs).toHaveLength(3);
    there.diffs.forEach(({ cost }, index) => {
      const turned = back.diffs[index]?.cost;
      expect([cost.direction, turned?.direction]).toEqual(["more", "less"]);
      expect(turned?.difference?.amount).toBe(`-${cost.difference?.amount}`);
      expect(isNegativeMoney(cost.difference as Money)).toBe(false);
    });
    expect(there.demand?.changed.map(({ head }) => [head.tenantId, head.podCount])).toEqual([["orchid", "17"]]);
    expect(back.demand?.changed.map(({ base }) => [base.tenantId, base.podCount])).toEqual([["orchid", "17"]]);
  });

  it("are none of a fleet against itself: a line a model, and nothing else", async () => {
    const { code, stdout } = await cliOnce(["diff", FEW, FEW, "--model", "all"]);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(line).toMatch(/^[^:]+: no change, EUR [\d,.]+ a month\.$/);
    const { diffs, demand } = await diffOf(FEW, FEW, "--model", "all");
    expect(diffs.map(({ isChanged, upgrades }) => [isChanged, upgrades])).toEqual(diffs.map(() => [false, []]));
    expect(demand).toEqual({ added: [], gone: [], changed: [] });
  });

  it("say which prices changed, before everything else", async () => {
    const dearer = fileOf(
      "dearer.yaml",
      readFileSync(PRICES, "utf8").replace('unitPrice: "19.50"', 'unitPrice: "20.50"'),
    );
    const args = ["--base-prices", PRICES, "--prices", dearer, ...HYBRID];
    const { diffs } = await diffOf(FEW, FEW, ...args);
    const eur = (amount: string) => [{ amount, currency: "EUR" }];
    expect(diffs[0]?.rates).toEqual([
      { sku: "INFRA-VCPU", unit: "vCPU-month", base: eur("19.50"), head: eur("20.50") },
    ]);
    // A euro more for each vCPU of all nodes.
    const vcpu = diffs[0]?.totals.find(({ id }) => id === "vcpu")?.head;
    expect(diffs[0]?.cost.difference?.amount).toBe(`${vcpu}.00`);
    const { stdout } = await cliOnce(["diff", FEW, FEW, ...args]);
    const said = unbroken(stdout);
    expect(said).toContain(`Not the same on both sides: price book ${PRICES} → ${dearer}.`);
    expect(said.indexOf("Not the same")).toBeLessThan(said.indexOf("Hybrid: cost +"));
    expect(said).toContain("INFRA-VCPU vCPU-month EUR 19.50 EUR 20.50");
  });

  it("say which day, release, currency and list are not the same", async () => {
    const other = fewText
      .replace("asOf: 2026-11-23", "asOf: 2026-12-01")
      .replace("release: nkp-2.17.1", "release: nkp-2.16.1");
    const { stdout } = await cliOnce([
      "diff",
      FEW,
      fileOf("other-day.yaml", other),
      ...HYBRID,
      "--base-price-list",
      LIST,
    ]);
    const said = unbroken(stdout);
    expect(said).toContain(
      `Not the same on both sides: day 2026-11-23 → 2026-12-01; release nkp-2.17.1 → nkp-2.16.1; price list ${LIST} → none.`,
    );
  });

  it("do not subtract amounts of two currencies", async () => {
    const rate = 'exchangeRates: [{ from: EUR, to: USD, rate: "1.1", on: 2026-11-01 }]\nitems:';
    const book = fileOf("with-rate.yaml", readFileSync(PRICES, "utf8").replace("items:", rate));
    const dollars = fileOf("dollars.yaml", fewText.replace("currency: EUR", "currency: USD"));
    const args = ["diff", FEW, dollars, ...HYBRID, "--prices", book, "--fail-on", "less"];
    const { code, stdout } = await cliOnce(args);
    const said = unbroken(stdout);
    expect(said).toContain("currency EUR → USD");
    expect(said).toMatch(/Hybrid: EUR [\d,.]+ → USD [\d,.]+ a month; amounts of two currencies are not subtracted\./);
    expect(said).toMatch(/Cost a month EUR [\d,.]+ USD [\d,.]+ not known/);
    expect(code).toBe(1);
  });

  it("say on which other day an upgrade comes", async () => {
    const slow = fileOf(
      "slow.yaml",
      fewText.replace("    upgradeCadence: own\n", "    upgradeCadence: own\n    upgrades: { readyAfterDays: 300 }\n"),
    );
    const { diffs } = await diffOf(FEW, slow, "--model", "starter-self-managed");
    const { calendars: was } = JSON.parse((await cliOnce(["lifecycle", FEW, "--format", "json"])).stdout);
    const { calendars: is } = JSON.parse((await cliOnce(["lifecycle", slow, "--format", "json"])).stdout);
    const stepsIn = (calendars: typeof was) =>
      calendars[0].clusters.find(({ name }: { name: string }) => name === "tenant-basalt").steps;
    const expected = stepsIn(was)
      .map(({ minor, movedOn }: { minor: string; movedOn: string | null }, index: number) => [
        ...["tenant-basalt", minor, movedOn],
        stepsIn(is)[index].movedOn,
      ])
      .filter(([, , before, after]: readonly unknown[]) => before !== after);
    expect(expected.length).toBeGreaterThan(3);
    expect(
      diffs[0]?.upgrades?.map(({ clusterName, minor, base, head }) => [
        clusterName,
        minor,
        base?.movedOn,
        head?.movedOn,
      ]),
    ).toEqual(expected);
  });
});

describe("what is not known", () => {
  it("says what it depends on, on either side, and is never zero", async () => {
    const there = unbroken((await cliOnce(["diff", FEW, UNPRICED, ...HYBRID])).stdout);
    expect(there).toContain("Price and margin are not known: they depend on the price of orchid.");
    expect(there).toMatch(/Price a month [\d,.]+ unknown not known/);
    const back = unbroken((await cliOnce(["diff", UNPRICED, FEW, ...HYBRID])).stdout);
    expect(back).toContain("Price and margin were not known: they depend on the price of orchid.");
    expect(back).toMatch(/Margin a month unknown [\d,.−]+ not known/);
    const both = (await cliOnce(["diff", UNPRICED, UNPRICED, ...HYBRID])).stdout;
    expect(both).toMatch(/^Hybrid: no change/);
  });

  it("is a cost without the price of a card, which counts for --fail-on in every direction", async () => {
    const cards = fewText.replace(
      "    workloads:\n      - { name: web, replicas: 6, requests: { cpu: 500m, memory: 1Gi } }",
      "    pools: [{ name: workload, shape: 8x32x100+1xnvidia.com/gpu }]\n    workloads:\n      - { name: web, replicas: 2, requests: { cpu: 500m, memory: 1Gi, nvidia.com/gpu: 1 } }",
    );
    const path = fileOf("cards.yaml", cards);
    const args = [FEW, path, "--model", "starter-self-managed", "--set", "host-gpus=4", "--more-than-percent", "1000"];
    const { code, stdout } = await cliOnce(["diff", ...args, "--fail-on", "less"]);
    expect(unbroken(stdout)).toContain(
      "The cost is not known in full any more: it depends on a price for nvidia.com/gpu, which the price book does not have.",
    );
    expect(code).toBe(1);
    expect((await cliOnce(["diff", ...args])).code).toBe(0);
  });
});

describe("standard input", () => {
  it("is one of the two", async () => {
    const { stdout, code } = await cli(["diff", "-", FEW, ...HYBRID], { stdin: fewText });
    expect(stdout).toMatch(/^Hybrid: no change/);
    expect(code).toBe(0);
  });

  it.each([
    [["-", "-"], "- for BASE and HEAD"],
    [["-", FEW, "--prices", "-"], "- for BASE and --prices"],
    [[FEW, FEW, "--prices", "-", "--base-prices", "-"], "- for --prices and --base-prices"],
  ])("is asked for once: %j", async (args, says) => {
    const { code, stderr } = await cli(["diff", ...args], { stdin: fewText });
    expect(unbroken(stderr)).toContain(says);
    expect(code).toBe(2);
  });
});

describe("a table of tenants", () => {
  it("is compared as a fleet of today", async () => {
    const table = (pods: number) => `tenant,pods,cpu,memory\nkite,${pods},10,40Gi\n`;
    const paths = [fileOf("was.csv", table(30)), fileOf("is.csv", table(40))] as const;
    const { stdout, code } = await cli(["diff", ...paths, ...HYBRID]);
    expect(unbroken(stdout)).toContain("kite: 30 pods → 40 pods");
    expect(code).toBe(0);
  });
});
