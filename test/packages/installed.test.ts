import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { examplesIn, PACKAGES, ROOT, userProject } from "./support/user.ts";

const scratch = userProject(join(inject("scratchFolder"), "installed"));

beforeAll(() => scratch.install(...Object.values(inject("tarballs")), "typescript@5.9.3", "@types/node@20"));

describe("in a project of somebody else", () => {
  it.each(["zod", "@nkp-planner/core", "decimal.js"])("there is one copy of %s", (name) => {
    const { stdout } = scratch.run("npm", "ls", name, "--all", "--parseable");
    const folders = new Set(stdout.split("\n").filter((line) => line.endsWith(`node_modules/${name}`)));
    expect([...folders]).toEqual([join(scratch.folder, "node_modules", name)]);
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

const EXAMPLES = PACKAGES.flatMap((name) => examplesIn(name).map((text, at) => ({ file: `${name}-${at + 1}`, text })));

describe("the examples in the READMEs", () => {
  it("are there for every package that is imported", () =>
    expect(EXAMPLES.map(({ file }) => file)).toEqual([
      "core-1",
      "catalog-1",
      "catalog-2",
      "adapters-1",
      "cli-1",
      "cli-2",
      "cli-3",
    ]));

  // The oldest compiler that is supported is somebody else's; the newest one is ours.
  it.each([
    ["5.9", "node_modules/typescript/bin/tsc"],
    ["7", join(ROOT, "node_modules/typescript/bin/tsc")],
  ])("type-check with TypeScript %s, the types of the packages too", (version, tsc) => {
    expect(scratch.run("node", tsc, "--version").stdout).toMatch(`Version ${version}.`);
    for (const { file, text } of EXAMPLES) scratch.write(`${file}.ts`, text);
    const settings = ["--strict", "--target", "es2023", "--module", "nodenext", "--types", "node"];
    const files = EXAMPLES.map(({ file }) => `${file}.ts`);
    const { stdout, status } = scratch.run("node", tsc, ...settings, "--skipLibCheck", "false", ...files);
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  it.each(EXAMPLES)("$file runs", ({ file }) => {
    const ran = scratch.run("node", `${file}.js`);
    expect(ran.stderr).toBe("");
    expect(ran.stdout.split("\n").length).toBeGreaterThan(1);
  });

  it("ten lines and one import compare what a fleet costs", () => {
    const lines = examplesIn("cli")[0]
      ?.split("\n")
      .filter((line) => line.trim() !== "");
    expect(lines?.length).toBeLessThanOrEqual(10);
    expect(lines?.filter((line) => line.startsWith("import "))).toHaveLength(1);
    expect(scratch.run("node", "cli-1.js").stdout).toMatch(/^Starter per tenant: \d+ nodes, EUR \d+\.\d\d a month$/m);
  });

  it("ten lines of TypeScript plan a fleet", () => {
    const lines = examplesIn("core")[0]
      ?.split("\n")
      .filter((line) => line.trim() !== "");
    expect(lines?.length).toBeLessThanOrEqual(10);
    expect(scratch.run("node", "core-1.js").stdout).toMatch(
      /^Starter per tenant: \d+ nodes, \d+ licensed vCPU, EUR [\d,.]+ a month$/m,
    );
  });
});

describe("the library's entries", () => {
  const SUB_PATHS = ["documents", "money", "quantities", "scheduler", "schemas"];
  const ENTRIES = ["nkp-planner", ...SUB_PATHS.map((name) => `nkp-planner/${name}`)];

  it.each(ENTRIES)("%s is the same by import and by require, and says nothing", (entry) => {
    const imported = `import * as all from "${entry}"; console.log(Object.keys(all).toSorted().join());`;
    const required = `console.log(Object.keys(require("${entry}")).filter((key) => key !== "__esModule").toSorted().join());`;
    const [one, other] = ["module", "commonjs"].map((type) =>
      scratch.run("node", `--input-type=${type}`, "--eval", type === "module" ? imported : required),
    );
    expect(one).toMatchObject({ stderr: "", status: 0 });
    expect(one?.stdout.split(",").length).toBeGreaterThan(3);
    expect(other).toMatchObject({ stdout: one?.stdout, stderr: "", status: 0 });
  });

  it("a schema is read from where it is installed", () => {
    const schema = 'import { publishedSchema } from "nkp-planner/schemas"; console.log(publishedSchema("plan").title);';
    const run = scratch.run("node", "--input-type=module", "--eval", schema);
    expect(run).toMatchObject({ stdout: "nkp-planner plan --format json\n", stderr: "", status: 0 });
  });

  it.each([
    ["5.9", "node_modules/typescript/bin/tsc"],
    ["7", join(ROOT, "node_modules/typescript/bin/tsc")],
  ])("have types that TypeScript %s resolves", (_version, tsc) => {
    const lines = ENTRIES.map((entry, at) => `import * as entry${at} from "${entry}";`);
    const used = ENTRIES.map((_entry, at) => `export const names${at}: readonly string[] = Object.keys(entry${at});`);
    const money = 'import { marginRatioOf, money } from "nkp-planner/money";';
    const typed = 'export const ratio: number | null = marginRatioOf(money("2", "EUR"), money("1", "EUR"));';
    scratch.write("entries.ts", [...lines, ...used, money, typed].join("\n"));
    const settings = ["--strict", "--target", "es2023", "--module", "nodenext", "--noEmit", "--skipLibCheck", "false"];
    expect(scratch.run("node", tsc, ...settings, "entries.ts")).toMatchObject({ stdout: "", status: 0 });
  });
});

describe("one release of the catalog alone", () => {
  const IDS = readdirSync(join(ROOT, "packages/catalog/data/releases")).map((name) => name.replace(/\.json$/, ""));

  it.each(IDS)("%s is that release", (id) => {
    const text = `import { release } from "@nkp-planner/catalog/releases/${id}"; console.log(release.id);`;
    expect(scratch.run("node", "--input-type=module", "--eval", text)).toMatchObject({ stdout: `${id}\n`, stderr: "" });
  });

  it("a bundle of its facts holds no other one, and is smaller by a quarter than that of all", async () => {
    const bundled = async (text: string) => {
      const from = { contents: text, resolveDir: scratch.folder };
      const { outputFiles, metafile } = await build({
        stdin: from,
        bundle: true,
        minify: true,
        write: false,
        metafile: true,
        format: "esm",
        external: ["@nkp-planner/core", "zod"],
      });
      return {
        byteCount: outputFiles[0]?.contents.length ?? 0,
        releases: Object.keys(metafile.inputs).flatMap((path) => path.split("/data/releases/")[1] ?? []),
      };
    };
    const all = await bundled('import { plannerFacts } from "@nkp-planner/catalog"; console.log(plannerFacts);');
    const one = await bundled(`${examplesIn("catalog")[1]}; console.log(facts);`);
    expect(one.releases).toEqual(["nkp-2.17.1.json"]);
    expect(all.releases.length).toBe(IDS.length);
    // 297 of 412 kB: parameters, sources and presets serve every release.
    expect(one.byteCount / all.byteCount).toBeLessThan(0.75);
  });
});
