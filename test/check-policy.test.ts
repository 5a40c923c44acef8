import { readFileSync } from "node:fs";
import { checkRules, isOpen, NO_POLICY, readPolicy } from "@nkp-planner/adapters/check";
import { examplePriceBook } from "@nkp-planner/catalog";
import { InputError, messageText, problemsOf, valueText } from "@nkp-planner/core";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { policyFileSchema } from "../packages/adapters/src/check/policy/policy-file-schema.ts";
import { SMALL_FLEET } from "./support/check-scenario.ts";
import { type CheckCase, checkFiles, edited, emittedFiles } from "./support/checked.ts";

const HEAD = "apiVersion: nkp-planner/v1\nkind: SizingPolicy\n";
const KITE = "clusters/tenant-kite/cluster.yaml";
const schema = policyFileSchema(checkRules);
const read = (text: string) =>
  readPolicy({ name: "sizing-policy.yaml", bytes: new TextEncoder().encode(text) }, checkRules);
const takes = new Ajv({ strict: false, allErrors: true, formats: { date: true } }).compile(schema);

/** Line, path and what is to be done, of every problem. */
function problemsIn(text: string) {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.findings.map((finding, index) => {
      const { path, fix } = problemsOf(error)[index] ?? { path: [], fix: "" };
      const line = finding.subject.in === "input" ? finding.subject.line : undefined;
      return `${line} ${path.join(".")}: ${fix}`;
    });
  }
  return [];
}

describe("the schema of policies", () => {
  it("ships as it is of today: `pnpm schemas`", () => {
    const shipped = new URL("../packages/adapters/schema/sizing-policy.schema.json", import.meta.url);
    expect(JSON.parse(readFileSync(shipped, "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it("describes every property", () => {
    const bare: string[] = [];
    let count = 0;
    const look = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      const { properties, items } = value as { properties?: Record<string, object>; items?: object };
      for (const [name, one] of Object.entries(properties ?? {})) {
        count += 1;
        if (!/\S/.test((one as { description?: string }).description ?? "")) bare.push(`${path}.${name}`);
        look(one, `${path}.${name}`);
      }
      look(items, `${path}[]`);
    };
    look(schema, "");
    expect(bare).toEqual([]);
    expect(count).toBeGreaterThan(checkRules.length);
  });

  it("takes a policy that uses all of it, as the reader does", () => {
    const rules = Object.fromEntries(checkRules.map(({ id }) => [id, { severity: "note" }]));
    const exemption = { rule: "too-few-nodes", cluster: "tenant-kite", pool: "workload", file: "clusters" };
    const policy = {
      ...parse(HEAD),
      ...{ model: "ultimate-centralized", clusters: { "kite-prod": "tenant-kite" }, rules },
      exemptions: [{ ...exemption, reason: "Scaled down.", expires: "2027-03-31" }],
    };
    expect(takes(policy), JSON.stringify(takes.errors)).toBe(true);
    expect(read(JSON.stringify(policy)).exemptions).toHaveLength(1);
  });

  it("refuses what the reader refuses", () => {
    const wrong = [
      "rules: { to-few-nodes: { severity: error } }",
      "rules: { too-few-nodes: { severity: fatal } }",
      "rules: { nkp-support: { withinDays: -1 } }",
      "rules: { nkp-support: { within: 3 } }",
      "exemptions: [{ rule: too-few-nodes, expires: 2027-03-31 }]",
    ];
    for (const text of wrong) {
      expect(takes(parse(`${HEAD}${text}\n`)), text).toBe(false);
      expect(problemsIn(`${HEAD}${text}\n`), text).toHaveLength(1);
    }
  });
});

describe("what policies tell rules", () => {
  const thresholds = checkRules.flatMap((rule) =>
    Object.entries(rule.thresholds.shape).map(([name, field]) => ({ rule, name, field })),
  );

  it("is described, with an example that reader and schema take", () => {
    expect(thresholds.map(({ name }) => name)).toContain("withinDays");
    for (const { rule, name } of thresholds) {
      const { rules } = schema.properties as unknown as Record<string, { properties: Record<string, typeof schema> }>;
      const told = rules?.properties[rule.id]?.properties?.[name] as { description?: string; examples?: unknown[] };
      expect(told.description, `${rule.id}.${name}`).toMatch(/\.$/);
      const [example] = told.examples ?? [];
      expect(example, `${rule.id}.${name}`).toBeDefined();
      const policy = { ...parse(HEAD), rules: { [rule.id]: { [name]: example } } };
      expect(takes(policy), `${rule.id}.${name}`).toBe(true);
      expect(read(JSON.stringify(policy)).rules[rule.id]?.thresholds).toHaveProperty(name);
    }
  });
});

describe("a policy that is wrong", () => {
  it("is told of with all of its problems, each at its line", () => {
    const text = `${HEAD}rules:
  to-few-nodes: { severity: error }
  kubernetes-support: { severity: fatal, withinDays: -1 }
  nkp-support: { within: 3 }
exemptions:
  - { rule: too-few-nodes, expires: 2026-02-30, reason: none }
  - { rule: too-few-nodes, expires: 2026-12-31 }
`;
    expect(problemsIn(text).toSorted()).toEqual([
      '4 rules.to-few-nodes: did you mean "too-few-nodes"?',
      "5 rules.kubernetes-support.severity: use one of: error, warning, note, off",
      "5 rules.kubernetes-support.withinDays: raise it",
      "6 rules.nkp-support.within: use one of: severity, withinDays",
      "8 exemptions.0.expires: write it in that form",
      "9 exemptions.1.reason: add reason",
    ]);
  });

  it.each([
    ["an empty file", "\n", "1 : write apiVersion: nkp-planner/v1 and kind: SizingPolicy into it, then rules"],
    ["another kind", "apiVersion: nkp-planner/v1\nkind: Policy\n", "2 kind: give a file of kind SizingPolicy"],
    ["a fleet", JSON.stringify(SMALL_FLEET, null, 2), "3 kind: give a file of kind SizingPolicy"],
    ["a key twice", `${HEAD}rules: {}\nrules: {}\n`, "4 : remove one of the two"],
  ])("says one thing of %s", (_title, text, problem) => {
    expect(problemsIn(text)).toEqual([problem]);
  });

  it("refuses bytes that are no text", () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0xff]);
    expect(() => readPolicy({ name: "sizing-policy.yaml", bytes }, checkRules)).toThrow(InputError);
  });
});

/** Kite Media has one node too few: what a policy makes of that. */
async function tooFewWith(policy: string, today = "2026-11-30") {
  const files = edited(await emittedFiles({ fleet: SMALL_FLEET }), KITE, "replicas: 5", "replicas: 4");
  const { judged, offRuleIds } = await checkFiles({ fleet: SMALL_FLEET, files, policy: `${HEAD}${policy}`, today });
  const failed = judged.filter(({ rule, state }) => rule.id === "too-few-nodes" && state !== "pass");
  return { offRuleIds, failed: failed.map((one) => ({ severity: one.severity, isOpen: isOpen(one) })) };
}

describe("a policy", () => {
  it("asks every rule as it is where it says nothing", () => {
    expect(read(HEAD)).toEqual(NO_POLICY);
  });

  it("changes how bad a finding is, or turns its rule off", async () => {
    const said = (severity: string) => tooFewWith(`rules: { too-few-nodes: { severity: ${severity} } }\n`);
    expect((await said("note")).failed).toEqual([{ severity: "note", isOpen: true }]);
    expect(await said("off")).toEqual({ offRuleIds: ["too-few-nodes"], failed: [] });
  });

  it.each([
    ["on its last day", "", "2027-03-31", false],
    ["not on the day after", "", "2027-04-01", true],
    ["of its cluster", "cluster: tenant-kite, ", "2027-03-31", false],
    ["not of another cluster", "cluster: tenant-orchid, ", "2027-03-31", true],
    ["of its pool", "pool: workload, ", "2027-03-31", false],
    ["not of another pool", "pool: control-plane, ", "2027-03-31", true],
    ["of its file", `file: ${KITE}, `, "2027-03-31", false],
    ["below its folder", "file: clusters/tenant-kite, ", "2027-03-31", false],
    ["not below a folder whose name begins alike", "file: clusters/tenant-k, ", "2027-03-31", true],
  ])("lets a finding pass %s", async (_title, only, today, open) => {
    const exemption = `{ rule: too-few-nodes, ${only}reason: Moved in March., expires: 2027-03-31 }`;
    const { failed } = await tooFewWith(`exemptions: [${exemption}]\n`, today);
    expect(failed).toEqual([{ severity: "error", isOpen: open }]);
  });
});

describe("an exemption that lets nothing pass", () => {
  const noticesOf = async (only: string, without = "") => {
    const planned = await emittedFiles({ fleet: SMALL_FLEET });
    const kept = Object.entries(planned).filter(([path]) => without === "" || !path.startsWith(without));
    const exemption = `{ rule: too-few-nodes, ${only}reason: Moved in March., expires: 2027-03-31 }`;
    const files = edited(Object.fromEntries(kept), KITE, "replicas: 5", "replicas: 4");
    const { notices } = await checkFiles({ fleet: SMALL_FLEET, files, policy: `${HEAD}exemptions: [${exemption}]\n` });
    return notices.map(({ message }) => messageText(message, valueText));
  };

  it("is told", async () => {
    expect(await noticesOf("cluster: tenant-orchid, pool: workload, file: clusters/, ")).toEqual([
      "The exemption of too-few-nodes of cluster tenant-orchid, pool workload in clusters/ let nothing pass.",
    ]);
    expect(await noticesOf("cluster: tenant-orchyd, ")).toEqual([
      "The exemption of too-few-nodes of cluster tenant-orchyd let nothing pass.",
    ]);
  });

  it("is not told where it lets something pass, or its cluster was not looked at", async () => {
    expect(await noticesOf("cluster: tenant-kite, ")).toEqual([]);
    expect(await noticesOf("cluster: tenant-orchid, ", "clusters/tenant-orchid")).toEqual([]);
  });
});

/** Sentences that one rule says of files. */
async function sentencesOf(id: string, one: Omit<CheckCase, "fleet"> & { readonly fleet?: object }) {
  const { judged } = await checkFiles({ fleet: SMALL_FLEET, ...one });
  return judged.flatMap(({ rule, finding, state }) =>
    rule.id === id && finding !== null ? [`${state}: ${messageText(finding.message, valueText)}`] : [],
  );
}

describe("how bad a finding is", () => {
  const supportOn = async (today: string, policy = "") => {
    const fleet = { ...SMALL_FLEET, upgrades: { aos: "7.0" } };
    const files = await emittedFiles({ fleet });
    const { judged } = await checkFiles({ fleet, files, today, policy: `${HEAD}${policy}` });
    return judged.filter(({ rule, state }) => rule.id === "aos-support" && state === "fail").map((one) => one.severity);
  };

  it("may differ by what is said: support that ends soon is a warning, one that has ended an error", async () => {
    // The last day of AOS 7.0 is 2026-12-31.
    expect(await supportOn("2026-12-31")).toEqual(["warning"]);
    expect(await supportOn("2027-01-01")).toEqual(["error"]);
    expect(await supportOn("2027-01-01", "rules: { aos-support: { severity: note } }\n")).toEqual(["note"]);
  });
});

describe("limits of a policy", () => {
  it("stand beside the ceiling of the price list: the lower one counts", async () => {
    const [kite, orchid] = SMALL_FLEET.tenants;
    const withDiscount = (discountPercent: number) => ({
      ...SMALL_FLEET,
      tenants: [{ ...kite, contract: { discountPercent } }, orchid],
    });
    const files = await emittedFiles({ fleet: SMALL_FLEET });
    const policy = `${HEAD}rules: { discount-above-ceiling: { mostDiscountPercent: 10 } }\n`;
    expect(await sentencesOf("discount-above-ceiling", { files, policy, fleet: withDiscount(10) })).toEqual([]);
    expect(await sentencesOf("discount-above-ceiling", { files, policy, fleet: withDiscount(10.1) })).toEqual([
      "fail: kite: 10.1 % of discount are agreed, the policy allows 10 % at most.",
    ]);
  });

  it("say of licences what is not known, and what is short all the same", async () => {
    const files = edited(
      await emittedFiles({ fleet: SMALL_FLEET }),
      KITE,
      "                      vcpuSockets: 8\n",
      "",
    );
    const asked = (entitled: number) =>
      sentencesOf("licences-short", {
        files,
        policy: `${HEAD}rules: { licences-short: { entitled: { ultimate: ${entitled} } } }\n`,
      });
    expect(await asked(112)).toEqual([
      "unknown: NKP Ultimate: how many vCPU the files declare is not known, so that they cannot be held against the 112 that licences are bought for; the plan needs 112.",
    ]);
    expect(await asked(111)).toEqual([
      "fail: NKP Ultimate: licences are bought for 111 vCPU, the plan needs 112; how many the files declare is not known.",
    ]);
  });

  it("allow spare nodes, and what costs little", async () => {
    const files = edited(await emittedFiles({ fleet: SMALL_FLEET }), KITE, "replicas: 5", "replicas: 7");
    const asked = (words: string, priceBook = { ...examplePriceBook, illustrative: false }) =>
      sentencesOf("oversized", { files, priceBook, policy: `${HEAD}rules: { oversized: { ${words} } }\n` });
    const more =
      "fail: tenant-kite, pool workload: 7 nodes with 56 vCPU and 112 GiB declared, 5 nodes with 40 vCPU and 80 GiB planned: 16 vCPU and 32 GiB more";
    expect(await asked("spareNodes: 2")).toEqual([]);
    expect(await asked('fromMonthlyCost: "1108.80"')).toEqual([`${more}, which cost EUR 1,108.80 a month.`]);
    expect(await asked('fromMonthlyCost: "1108.81"')).toEqual([]);
    expect(await asked('fromMonthlyCost: "1108.81"', examplePriceBook)).toEqual([
      `${more}. What they cost is not known: the prices are those of an example.`,
    ]);
  });

  it("are asked nowhere else", async () => {
    const { judged } = await checkFiles({ fleet: SMALL_FLEET, files: await emittedFiles({ fleet: SMALL_FLEET }) });
    const asked = new Set(judged.map(({ rule }) => rule.id));
    for (const id of ["licences-short", "cost-above-budget", "margin-below-floor", "discount-above-ceiling"])
      expect(asked.has(id), id).toBe(false);
  });
});
