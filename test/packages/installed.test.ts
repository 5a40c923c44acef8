import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { exampleIn, ROOT, userProject } from "./support/user.ts";

const scratch = userProject(join(inject("scratchFolder"), "installed"));

beforeAll(() => scratch.install(...Object.values(inject("tarballs")), "typescript@5.9.3", "@types/node@20"));

/** What is installed under a name, wherever it lies: `zod@4.6.7`, each once. */
function installed(name: string): readonly string[] {
  const { stdout } = scratch.run("npm", "ls", name, "--all", "--parseable", "--long");
  const found = stdout.split("\n").flatMap((line) => line.split(":").filter((one) => one.startsWith(`${name}@`)));
  return [...new Set(found)];
}

describe("in a project of somebody else", () => {
  it.each(["zod", "@nkp-planner/core", "decimal.js"])("there is one copy of %s", (name) => {
    const { stdout } = scratch.run("npm", "ls", name, "--all", "--parseable");
    const folders = new Set(stdout.split("\n").filter((line) => line.endsWith(`node_modules/${name}`)));
    expect([...folders]).toEqual([join(scratch.folder, "node_modules", name)]);
    expect(installed(name)).toHaveLength(1);
  });

  it("npx nkp-planner compare runs, on the example and on a file", () => {
    const example = scratch.run("npx", "--no-install", "nkp-planner", "compare");
    expect(example.stderr).toBe("");
    expect(example.status).toBe(0);
    expect(example.stdout).toContain("One Starter cluster per tenant costs");
    scratch.write("fleet.yaml", readFileSync(join(ROOT, "examples/msp-fleet.yaml"), "utf8"));
    const own = scratch.run("npx", "--no-install", "nkp-planner", "compare", "fleet.yaml");
    expect(own.status).toBe(0);
    expect(example.stdout).toContain(own.stdout.split("\n\n")[0]);
    expect(scratch.run("npx", "--no-install", "nkp-planner", "compare", "nowhere.yaml").status).toBe(2);
  });

  it("init writes files that plan, the packed examples do, and schema show knows the schemas that ship", () => {
    const nkp = (...args: readonly string[]) => scratch.run("npx", "--no-install", "nkp-planner", ...args);
    expect(nkp("init", "--tenants", "2", "--out", "started")).toMatchObject({ status: 0, stderr: "" });
    const prices = ["--prices", "started/price-book.yaml", "--price-list", "started/price-list.yaml"];
    expect(nkp("compare", "started/fleet.yaml", ...prices)).toMatchObject({ status: 0, stderr: "" });
    const example = "node_modules/nkp-planner/examples/price-book-hosts-eur.yaml";
    expect(nkp("compare", "started/fleet.yaml", "--prices", example)).toMatchObject({ status: 0, stderr: "" });
    expect(nkp("schema", "show", "fleet")).toMatchObject({ status: 0, stderr: "" });
  });

  it("whatif gives the trials that the sources give, and runs them over threads where there are many", () => {
    const args = ["whatif", "--model", "hybrid", "--trials", "500", "--format", "json"];
    const packed = scratch.run("npx", "--no-install", "nkp-planner", ...args);
    expect(packed.stderr).toBe("");
    const bin = join(ROOT, "packages/cli/src/bin.ts");
    expect(packed.stdout).toBe(spawnSync(process.execPath, [bin, ...args], { encoding: "utf8" }).stdout);
    const lines = [
      'import { trialsInThreads } from "./node_modules/nkp-planner/dist/trials-in-threads.js";',
      'const question = { seed: 1, trialCount: 3000, currency: "EUR", ranges: [], slots: [], settings: {}, models: [] };',
      "const by = new Set();",
      "await trialsInThreads(question, (_, one) => by.add(one), 2);",
      "console.log([...by].join());",
    ];
    scratch.write("threads.mjs", lines.join("\n"));
    expect(scratch.run("node", "threads.mjs")).toMatchObject({ stdout: "thread\n", stderr: "", status: 0 });
  });
});

const EXAMPLES = ["core", "catalog", "adapters"] as const;

describe("the examples in the READMEs", () => {
  // The oldest compiler that is supported is somebody else's; the newest one is ours.
  it.each([
    ["5.9", "node_modules/typescript/bin/tsc"],
    ["7", join(ROOT, "node_modules/typescript/bin/tsc")],
  ])("type-check with TypeScript %s, the types of the packages too", (version, tsc) => {
    expect(scratch.run("node", tsc, "--version").stdout).toMatch(`Version ${version}.`);
    for (const name of EXAMPLES) scratch.write(`${name}.ts`, exampleIn(name, "ts"));
    const settings = ["--strict", "--target", "es2023", "--module", "nodenext", "--types", "node"];
    const files = EXAMPLES.map((name) => `${name}.ts`);
    const { stdout, status } = scratch.run("node", tsc, ...settings, "--skipLibCheck", "false", ...files);
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  it.each(EXAMPLES)("that of %s runs", (name) => {
    const ran = scratch.run("node", `${name}.js`);
    expect(ran.stderr).toBe("");
    expect(ran.stdout.split("\n").length).toBeGreaterThan(1);
  });

  it("ten lines of TypeScript plan a fleet", () => {
    const lines = exampleIn("core", "ts")
      .split("\n")
      .filter((line) => line.trim() !== "");
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(scratch.run("node", "core.js").stdout).toMatch(
      /^Starter per tenant: \d+ nodes, \d+ licensed vCPU, EUR [\d,.]+ a month$/m,
    );
  });
});
