import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BreakEvenDocument, ComparisonDocument, WhatIfDocument } from "@nkp-planner/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import { fromJSON, toJSON } from "nkp-planner/documents";
import { describe, expect, it } from "vitest";
import { commands, type ListedCommand } from "../../packages/cli/src/commands/index.ts";
import { jsonSchemas } from "../../packages/core/scripts/schemas.ts";
import {
  cliOnce,
  FEW,
  FLEET,
  fewText,
  fileOf,
  fleetText,
  folder,
  HOST_PRICES,
  LIST,
  PRICES,
  RANGES,
  root,
} from "../support/command-line.ts";
import { cli } from "../support/process.ts";

/** Nobody has said what its tenants pay. */
const UNPRICED = fileOf("unpriced.yaml", fewText.replaceAll(/^ +price: .*\n/gm, ""));
/** A pod of it fits no node. */
const TOO_LARGE = fileOf("too-large.yaml", fewText.replace('cpu: "2"', 'cpu: "2000"'));

/** A pod whose request nobody outside knows, and a node. */
const CLUSTER = fileOf(
  "running.json",
  JSON.stringify([
    {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "kubetunnel-webhook", namespace: "kommander" },
      spec: { containers: [{ name: "a", resources: { requests: { cpu: "100m" } } }] },
    },
    {
      apiVersion: "v1",
      kind: "Node",
      metadata: { name: "one" },
      status: { capacity: { cpu: "8", memory: "32Gi" }, allocatable: { cpu: "8", memory: "31Gi" } },
    },
  ]),
);

/** A cluster of the example fleet, inside the repository as `check` wants it. */
const MANIFEST = join(root, "test/golden/cluster-api-yaml/management");

/** Both change prices alone, so that nothing is placed again for them. */
const TWO_RANGES = fileOf(
  "two-ranges.json",
  JSON.stringify({
    apiVersion: "nkp-planner/v1",
    kind: "WhatIf",
    currency: "EUR",
    ranges: [
      { price: "LABOUR", low: 80, high: 120 },
      { setting: "days-between-minors", low: 75, high: 130, mode: 114.5 },
    ],
  }),
);

/** All of a fleet of one tenant. */
const SHARD = join(folder, "shard.json");
const STREAM = fileOf(
  "stream.ndjson",
  `{"apiVersion":"nkp-planner/v1","kind":"Fleet","asOf":"2026-11-23","release":"nkp-2.17.1","currency":"EUR"}
{"id":"orchid","upgradeCadence":"own","workloads":[{"name":"web","replicas":2,"requests":{"cpu":"1","memory":"2Gi"}}]}\n`,
);
await cli(["shard", STREAM, "--index", "0", "--of", "1", "--workers", "1", "--out", SHARD]);

/** Command, the name of its schema, and with what it is called. */
const PRINTED: readonly (readonly [command: string, schema: string, args: readonly string[]])[] = [
  ["compare", "comparison", [FLEET]],
  ["compare", "streamed-comparison", ["--stream", STREAM, "--workers", "1"]],
  ["merge", "streamed-comparison", [SHARD]],
  ["plan", "plan", [FLEET]],
  ["check", "check", [FLEET, MANIFEST, "--model", "hybrid", "--on", "2026-11-30", "--fail-on", "none"]],
  ["diff", "diff", [FEW, UNPRICED, "--model", "all"]],
  ["diff", "diff", [UNPRICED, TOO_LARGE, "--model", "hybrid", "--more-than-amount", "1.50"]],
  ["cost", "cost", [FEW, "--price-list", LIST]],
  ["quote", "quote", [FEW, "--price-list", LIST]],
  ["quote", "plan", [FEW, "--audience", "internal"]],
  ["breakeven", "break-even", [FEW, "--up-to", "2", "--tie", "operations-hours-attached", "--tie", "LABOUR"]],
  ["breakeven", "break-even", [TOO_LARGE, "--up-to", "1"]],
  ["breakeven", "break-even", [FEW, "--price-list", LIST, "--sku", "MK-VCPU", "--up-to", "3", "--up-to-pods", "3"]],
  ["explain", "figures", [FEW, "marginRatio"]],
  ["explain", "figures", [FEW, "licensedVcpu"]],
  ["explain", "figure-list", [FEW]],
  ["sizes", "sizes", [FEW, "--up-to", "2"]],
  ["forecast", "forecast", [FEW, "--prices", HOST_PRICES, "--months", "12"]],
  ["forecast", "forecast", [UNPRICED, "--model", "hybrid", "--months", "12"]],
  ["lifecycle", "lifecycle", [FLEET]],
  ["lifecycle", "lifecycle", [UNPRICED, "--model", "hybrid", "--months", "12"]],
  ["decide", "decision", [FLEET, "--weight", "all=1", "--scale", "blast=12..0"]],
  ["decide", "decision", [UNPRICED, "--model", "hybrid", "--months", "12"]],
  ["decide", "decision", [TOO_LARGE, "--weight", "cost=1"]],
  [
    "whatif",
    "what-if-document",
    [FEW, "--ranges", TWO_RANGES, "--table", "LABOUR,days-between-minors", "--trials", "20"],
  ],
  ["whatif", "what-if-document", [UNPRICED, "--model", "hybrid", "--ranges", RANGES, "--trials", "20"]],
  ["whatif", "what-if-document", [TOO_LARGE, "--model", "hybrid", "--trials", "0"]],
  ["measure", "measurement", [CLUSTER]],
  ["catalog list", "catalog", []],
  ["catalog show", "release", ["nkp-2.17.1"]],
  ["catalog show", "parameter", ["floors"]],
  ["catalog show", "fact-sheet", ["licensing"]],
  ["catalog show", "preset", ["preset-M"]],
  ["catalog show", "application", ["wordpress"]],
  ["catalog show", "source", ["architect"]],
  ["schema show", "schema-list", []],
  ["catalog diff", "release-changes", ["nkp-2.16.1", "nkp-2.17.1"]],
];

type Loaded = Awaited<ReturnType<ListedCommand["load"]>>["command"];

interface PrintingCommand {
  readonly name: string;
  readonly formats: readonly string[];
}

/** A command with the words of its `--format`, or those below it. */
function commandsIn(name: string, command: Loaded): readonly PrintingCommand[] {
  if ("getAllEntries" in command)
    return command.getAllEntries().flatMap((entry) => commandsIn(`${name} ${entry.name.original}`, entry.target));
  const { flags = {} } = command.parameters as { flags?: { format?: { values: readonly string[] } } };
  return [{ name, formats: flags.format?.values ?? [] }];
}

describe("JSON for programs", () => {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    formats: { date: true, uri: true },
  });
  const schema = (name: string) => {
    const text = jsonSchemas().get(`${name}.schema.json`);
    if (text === undefined) throw new Error(`There is no ${name}.schema.json.`);
    const { $id } = JSON.parse(text);
    return ajv.getSchema($id) ?? ajv.compile(JSON.parse(text));
  };

  it("ships schemas that are what zod says", () => {
    for (const [name, text] of jsonSchemas()) {
      const kept = readFileSync(join(root, "packages/core/schema", name), "utf8");
      expect(kept, `packages/core/schema/${name} is stale: run pnpm schemas`).toBe(text);
    }
  });

  it.each(PRINTED)("%s fits %s.schema.json", async (command, name, args) => {
    const { stdout } = await cliOnce([...command.split(" "), ...args, "--format", "json"]);
    const validate = schema(name);
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(PRINTED)("%s is read back as %s, to the byte", async (command, name, args) => {
    const { stdout } = await cliOnce([...command.split(" "), ...args, "--format", "json"]);
    const read = fromJSON(stdout);
    if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 5)));
    expect(read.value).toEqual({ kind: name, document: JSON.parse(stdout), findings: [] });
    expect(toJSON(read.value.document)).toBe(stdout);
  });

  it("has a schema for every command that prints JSON", async () => {
    const loaded = await Promise.all(commands.map(async ({ name, load }) => commandsIn(name, (await load()).command)));
    const printing = loaded.flat().filter(({ formats }) => formats.includes("json"));
    expect(printing.map(({ name }) => name).sort()).toEqual([...new Set(PRINTED.map(([name]) => name))].sort());
  });

  it("begins every document with the version of its shape", async () => {
    for (const [command, name, args] of PRINTED) {
      const { stdout } = await cliOnce([...command.split(" "), ...args, "--format", "json"]);
      expect(stdout.split("\n")[1], `${command}, ${name}`).toBe('  "schemaVersion": "2.0",');
    }
  });

  it("says of answers to questions that a plan they rest on falls short", async () => {
    const args = [TOO_LARGE, "--model", "hybrid", "--trials", "0", "--format", "json"];
    const { tornado } = WhatIfDocument.parse(JSON.parse((await cliOnce(["whatif", ...args])).stdout));
    expect(tornado.map(({ base, findings }) => [base.isFeasible, findings[0]?.kind])).toEqual([[false, "infeasible"]]);
    const { stdout } = await cliOnce(["breakeven", TOO_LARGE, "--up-to", "1", "--format", "json"]);
    const { models } = BreakEvenDocument.parse(JSON.parse(stdout));
    expect(models.map(({ findings }) => findings[0]?.kind)).toEqual(["infeasible", "infeasible"]);
  });

  it("example files fit the schemas of what people write", async () => {
    const { parse } = await import("yaml");
    expect(schema("fleet")(parse(fleetText))).toBe(true);
    expect(schema("price-book")(parse(readFileSync(PRICES, "utf8")))).toBe(true);
    expect(schema("what-if")(parse(readFileSync(RANGES, "utf8")))).toBe(true);
    expect(schema("fleet")({ ...parse(fleetText), extra: 1 })).toBe(false);
  });

  it("says the same as the table", async () => {
    const json = ComparisonDocument.parse(JSON.parse((await cliOnce(["compare", FLEET, "--format", "json"])).stdout));
    const { stdout } = await cliOnce(["compare", FLEET]);
    const flat = stdout.replaceAll(/\s+/g, " ");
    expect(flat).toContain(json.verdict.text);
    for (const { totals } of json.plans) {
      expect(flat).toContain(totals.monthlyCost.amount.replace(/(\d)(\d{3}\.)/, "$1,$2"));
      expect(flat).toContain(String(totals.licensedVcpu));
    }
  });
});

describe("the README", () => {
  it("shows the figures that its first command prints", async () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const { plans } = ComparisonDocument.parse(
      JSON.parse((await cliOnce(["compare", FLEET, "--format", "json"])).stdout),
    );
    const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const grouped = (amount: string) => amount.replace(/(\d)(?=(\d{3})+\.)/g, "$1,");
    expect(readme).toContain(
      row(["Clusters, nodes", ...plans.map(({ totals }) => `${totals.clusterCount}, ${totals.nodeCount}`)]),
    );
    expect(readme).toContain(row(["Licensed vCPU", ...plans.map(({ totals }) => String(totals.licensedVcpu))]));
    expect(readme).toContain(
      row(["Hosts, a spare one included", ...plans.map(({ totals }) => String(totals.hostCount))]),
    );
    expect(readme).toContain(row(["Cost", ...plans.map(({ totals }) => grouped(totals.monthlyCost.amount))]));
    expect(readme).toContain(
      row([
        "Margin ratio",
        ...plans.map(({ totals }) => `${((totals.marginRatio ?? 0) * 100).toFixed(1)} %`.replace("-", "−")),
      ]),
    );
  });
});
