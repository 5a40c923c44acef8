import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { DiffDocument, isNegativeMoney, type Money, subtractMoney } from "@nkp-planner/core";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { widthOf } from "../../packages/cli/src/human/layout.ts";
import { cliOnce, FEW, fewText, fileOf, fleetText, HOST_PRICES, LIST, PRICES, root } from "../support/command-line.ts";
import { newRepository } from "../support/git-repository.ts";
import { cli, type Outcome } from "../support/process.ts";
import { program } from "../support/program.ts";

const unbroken = (text: string) => text.replaceAll(/\s+/g, " ");
const HYBRID = ["--model", "hybrid"];
const diffOf = async (...args: readonly string[]): Promise<DiffDocument> =>
  DiffDocument.parse(JSON.parse((await cliOnce(["diff", ...args, "--format", "json"])).stdout));

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

/** The three tenants of the small fleet with more of one of them, which needs a node more and no host. */
const GROWN = fileOf("grown.yaml", fewText.replace("name: web, replicas: 6,", "name: web, replicas: 14,"));
const UNPRICED = fileOf("diff-unpriced.yaml", fewText.replace('    price: { monthly: "4200.00" }\n', ""));
const TOO_LARGE = fileOf("diff-too-large.yaml", fewText.replace('cpu: "2"', 'cpu: "2000"'));

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

describe("files with names that would be markup", () => {
  const HOSTILE = "</details> @octocat [x](https://evil.example) <!-- nkp-planner diff --> | a `b` *c* #1 <img src=x>";

  it("are texts in the comment, and nothing else", async () => {
    const named = (replicas: number) =>
      fewText
        .replace("name: Orchid Foods", `name: ${JSON.stringify(HOSTILE)}`)
        .replace("name: web, replicas: 6,", `name: web, replicas: ${replicas},`);
    const paths = [fileOf("hostile-was.yaml", named(6)), fileOf("hostile-is.yaml", named(14))] as const;
    const { stdout } = await cliOnce(["diff", ...paths, ...HYBRID, "--format", "markdown"]);
    expect(stdout).toContain("@&#8203;octocat");
    expect(stdout).not.toMatch(/@octocat|https:\/\/evil|<img|\[x\]\(/);
    expect(stdout.match(/<!--/g)).toHaveLength(1);
    expect(stdout.match(/<details>/g)?.length).toBe(stdout.match(/<\/details>/g)?.length);
  });

  it("are told with their signs in what people read", async () => {
    const { stderr, code } = await cliOnce(["diff", "no\u001b[31m:x.yaml", FEW]);
    expect(stderr).not.toContain("\u001b");
    expect(stderr).toContain(String.raw`\u001b`);
    expect(code).toBe(2);
  });
});

describe("a comment about very many tenants", () => {
  it("is cut below what GitHub takes, with the count of what is left out", async () => {
    const tenant = (index: number, replicas: number) =>
      `  - id: tenant-number-${index}\n    name: "${"@<".repeat(45)}${index}"\n    workloads:\n      - { name: web, replicas: ${replicas}, requests: { cpu: 500m, memory: 1Gi } }\n    price: { monthly: "100.00" }\n`;
    const [head] = fleetText.split(/^(?= {2}- id: )/m);
    const fleet = (replicas: number) =>
      `${head}${Array.from({ length: 90 }, (_, index) => tenant(index, replicas)).join("")}`;
    const paths = [fileOf("many-was.yaml", fleet(1)), fileOf("many-is.yaml", fleet(30))] as const;
    const { stdout } = await cliOnce(["diff", ...paths, "--format", "markdown", "--model", "starter-self-managed"]);
    expect(stdout.length).toBeLessThanOrEqual(65_536);
    expect(stdout.length).toBeGreaterThan(50_000);
    expect(stdout).toMatch(/… and \d+ more, left out because a comment may not be longer;/);
  });
});

describe("a revision", () => {
  const repository = newRepository();
  const inRepository = (args: readonly string[], more: { cwd?: string; env?: Record<string, string> } = {}) =>
    program(args, { cwd: repository.folder, ...more });

  beforeAll(() => {
    repository.write("fleets/fleet.yaml", fewText);
    repository.write("prices.yaml", readFileSync(HOST_PRICES, "utf8"));
    repository.commit("One");
    repository.write("prices.yaml", readFileSync(HOST_PRICES, "utf8").replace(/unitPrice: "95/, 'unitPrice: "96'));
    repository.commit("Two");
    repository.git("tag", "-m", "named", "v1");
    repository.write("fleets/fleet.yaml", fewText.replace("name: web, replicas: 6,", "name: web, replicas: 14,"));
    repository.git("add", "--all");
  });

  const sameAs = async (outcome: Promise<Outcome>, base: string, head: string) => {
    const { stdout, stderr, code } = await outcome;
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    const { diffs } = DiffDocument.parse(JSON.parse(stdout));
    expect(diffs).toEqual((await diffOf(base, head, ...HYBRID)).diffs);
  };

  it.each(["HEAD:fleets/fleet.yaml", "HEAD~1:fleets/fleet.yaml", "v1:fleets/fleet.yaml", "main:./fleets/fleet.yaml"])(
    "%s is the file that it had",
    async (revision) => {
      const args = ["diff", revision, "fleets/fleet.yaml", ...HYBRID, "--format", "json"];
      await sameAs(inRepository(args), FEW, GROWN);
    },
  );

  it("may be what is staged, and be on either side", async () => {
    const args = ["diff", "HEAD:fleets/fleet.yaml", ":fleets/fleet.yaml", ...HYBRID, "--format", "json"];
    await sameAs(inRepository(args), FEW, GROWN);
  });

  it("has prices too", async () => {
    const prices = ["--base-prices", "HEAD~1:prices.yaml", "--prices", "HEAD:prices.yaml"];
    const { stdout } = await inRepository([
      "diff",
      "HEAD:fleets/fleet.yaml",
      "HEAD:fleets/fleet.yaml",
      ...HYBRID,
      ...prices,
    ]);
    expect(unbroken(stdout)).toContain("Not the same on both sides: price book HEAD~1:prices.yaml → HEAD:prices.yaml.");
    expect(stdout).toContain("95.00");
  });

  it.each([
    ["HEAD", "a revision without a file", "write HEAD:fleet.yaml"],
    ["HEAD~9:fleets/fleet.yaml", 'no revision "HEAD~9"', "git log"],
    ["nowhere:fleets/fleet.yaml", 'no revision "nowhere"', "git log"],
    ["HEAD:fleets", "a folder", "name the fleet file in it"],
    ["HEAD:fleets/other.yaml", 'no file "fleets/other.yaml" in "HEAD"', "from the top of the repository"],
    ["HEAD:/etc/passwd", 'no file "/etc/passwd"', "from the top of the repository"],
    ["HEAD:../../etc/passwd", "no file", "from the top of the repository"],
    ["HEAD:", "no such file", "HEAD~1:fleet.yaml"],
    ["-x:fleets/fleet.yaml", "no name of a revision", "HEAD~1:fleet.yaml"],
    ["$(touch pwned):fleets/fleet.yaml", 'no revision "$(touch pwned)"', "git log"],
    ["HEAD;touch pwned;:fleets/fleet.yaml", "no revision", "git log"],
    ["HEAD\n--output=pwned:fleets/fleet.yaml", "no name of a revision", "HEAD~1:fleet.yaml"],
    ["HEAD:fleets/fleet.yaml\n--output=pwned", "no file", "from the top of the repository"],
    ["HEAD..main:fleets/fleet.yaml", "no revision", "git log"],
  ])("%j is refused, and does no harm", async (word, found, fix) => {
    const { code, stderr, stdout } = await inRepository(["diff", word, "fleets/fleet.yaml"]);
    const said = unbroken(stderr);
    expect(said).toContain(found);
    expect(said).toContain(fix);
    expect(said).not.toContain(" at ");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(repository.git("status", "--porcelain", "--untracked-files=all")).toBe("M  fleets/fleet.yaml\n");
  });

  it("says how to write the path from a folder below", async () => {
    const { code, stderr } = await inRepository(["diff", "HEAD:fleet.yaml", "fleet.yaml"], {
      cwd: `${repository.folder}/fleets`,
    });
    expect(unbroken(stderr)).toContain("from this folder, write HEAD:./fleet.yaml");
    expect(code).toBe(2);
  });

  it("needs git, and a repository, and says which of them is missing", async () => {
    const without = await inRepository(["diff", "HEAD:fleets/fleet.yaml", "fleets/fleet.yaml"], {
      env: { PATH: "/nowhere" },
    });
    expect(unbroken(without.stderr)).toContain("no git to read a revision with");
    expect(without.code).toBe(2);
    const outside = await inRepository(["diff", "HEAD:fleet.yaml", FEW], { cwd: "/" });
    expect(unbroken(outside.stderr)).toContain("a folder of no git repository");
    expect(outside.code).toBe(2);
  });

  it("gives way to a file of its name", async () => {
    repository.write("HEAD:fleets/odd.yaml", fewText);
    const { code, stdout } = await inRepository(["diff", "HEAD:fleets/odd.yaml", "HEAD:fleets/fleet.yaml", ...HYBRID]);
    expect(stdout).toMatch(/^Hybrid: no change/);
    expect(code).toBe(0);
    repository.git("clean", "--quiet", "--force", "-d");
  });

  it("tells of what is wrong with both sides at once", async () => {
    const { stderr, code } = await inRepository(["diff", "HEAD:nothing.yaml", "nothing.yaml"]);
    expect(stderr).toContain("2 problems");
    expect(code).toBe(2);
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

describe("the page about changes in review", () => {
  const page = readFileSync(`${root}docs/changes-in-review.md`, "utf8");
  const [, block = ""] = /```yaml title="a workflow"\n([\s\S]*?)```/.exec(page) ?? [];
  const { steps } = (parse(block) as Workflow).jobs.diff;

  /** A forge of which only the API of comments is there: it keeps them in a file, as the steps ask it to. */
  const FORGE = `#!/bin/sh
echo "$@" >> asked
case "$*" in
  *--jq*) [ -f kept ] && grep -qF "$(printf '%s' "$*" | sed 's/.*startswith("\\(.*\\)")).*/\\1/')" kept && echo 42; true ;;
  *) cp comment.md kept ;;
esac
`;

  it("writes one comment, and replaces it", async () => {
    const repository = newRepository();
    repository.write("fleet.yaml", fewText);
    repository.commit("One");
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD");
    repository.write("fleet.yaml", readFileSync(GROWN, "utf8"));
    repository.write("bin/gh", FORGE);
    repository.write("bin/npx", `#!/bin/sh\nshift\nexec "${process.execPath}" "${root}packages/cli/src/bin.ts" "$@"\n`);
    const env = {
      PATH: `${repository.folder}/bin:${process.env["PATH"]}`,
      ...{ GITHUB_BASE_REF: "main", GITHUB_REPOSITORY: "o/r", COMMENTS: "repos/o/r/issues/7/comments" },
    };
    const runs = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
    expect(runs).toHaveLength(2);
    const script = `chmod +x bin/*; ${runs.join("\n")}\n${runs.join("\n")}`;
    const { status, stderr } = spawnSync("bash", ["--norc", "-e", "-c", script], {
      cwd: repository.folder,
      env,
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const asked = readFileSync(`${repository.folder}/asked`, "utf8").trimEnd().split("\n");
    expect(asked).toHaveLength(4);
    expect(asked[1]).toBe("api repos/o/r/issues/7/comments -F body=@comment.md");
    expect(asked[3]).toBe("api --method PATCH repos/o/r/issues/comments/42 -F body=@comment.md");
    expect(readFileSync(`${repository.folder}/kept`, "utf8")).toMatch(/^<!-- nkp-planner diff -->\n/);
  });
});

interface Workflow {
  readonly jobs: { readonly diff: { readonly steps: readonly { readonly run?: string }[] } };
}
