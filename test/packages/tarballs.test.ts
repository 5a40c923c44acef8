import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

const root = new URL("../..", import.meta.url).pathname;
const PACKAGES = ["core", "catalog", "adapters", "cli"] as const;
const folder = mkdtempSync(join(tmpdir(), "nkp-planner-packages-"));
const scratch = join(folder, "scratch");
const tarballs = new Map<string, string>();

/**
 * What a user has: the machine's own Node and npm, not the ones of this workspace, and none of the settings that
 * pnpm hands to what it runs, the registry apart.
 */
const userPath = (process.env["PATH"] ?? "")
  .split(delimiter)
  .filter((one) => !one.includes("node_modules"))
  .join(delimiter);
const userEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name === "npm_config_registry" || !/^p?npm_/.test(name)),
  ),
  PATH: userPath,
  NO_COLOR: "1",
  NO_UPDATE_NOTIFIER: "1",
};

function pnpm(...args: readonly string[]): string {
  const entry = process.env["npm_execpath"];
  const [command, first] = entry?.includes("pnpm") ? [process.execPath, [entry]] : ["npx", ["-y", "pnpm@10.34.9"]];
  return execFileSync(command, [...first, ...args], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

function inScratch(command: string, ...args: readonly string[]) {
  return spawnSync(command, args, { cwd: scratch, encoding: "utf8", env: userEnv });
}

/** The first block of a language in a package's README: what a reader will paste. */
function exampleIn(name: string, language: string): string {
  const readme = readFileSync(join(root, "packages", name, "README.md"), "utf8");
  const block = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1];
  if (block === undefined) throw new Error(`The README of ${name} has no ${language} example.`);
  return block;
}

beforeAll(() => {
  for (const name of PACKAGES) {
    // The site is built after the packages, by the same command.
    if (process.env["SITE_IS_BUILT"] !== "1") pnpm("--filter", `./packages/${name}`, "run", "build");
    pnpm("--filter", `./packages/${name}`, "pack", "--pack-destination", folder);
  }
  for (const file of readdirSync(folder).filter((one) => one.endsWith(".tgz"))) {
    const name = file.replace(/^nkp-planner-(?:(core|catalog|adapters)-)?\d.*$/, (_all, scoped) => scoped ?? "cli");
    tarballs.set(name, join(folder, file));
  }
  mkdirSync(scratch);
  writeFileSync(join(scratch, "package.json"), JSON.stringify({ name: "scratch", private: true, type: "module" }));
  const install = ["install", "--no-audit", "--no-fund", ...tarballs.values(), "typescript@5.9.3", "@types/node@20"];
  const { status, stderr } = inScratch("npm", ...install);
  if (status !== 0) throw new Error(`npm install failed:\n${stderr}`);
});

describe("the tarballs", () => {
  it("are four", () => expect([...tarballs.keys()].sort()).toEqual([...PACKAGES].sort()));

  it.each(PACKAGES)("%s: publint has nothing to say", (name) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, "node_modules/publint/src/cli.js"), tarballs.get(name) ?? "", "--strict"],
      { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } },
    );
    expect(`${stdout}${stderr}`).toContain("All good!");
    expect(status).toBe(0);
  });

  it.each(["core", "catalog", "adapters"])("%s: types resolve for every consumer of modules", (name) => {
    const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const args = [attw, tarballs.get(name) ?? "", "--profile", "esm-only", "--no-emoji", "--no-color"];
    if (name === "core") args.push("--exclude-entrypoints", "./schema/*.json");
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(stdout).toContain("OK (ESM)");
    expect(status).toBe(0);
  });

  it.each(PACKAGES)("%s: holds code, types, maps, sources, licence and readme, and no test", (name) => {
    const files = execFileSync("tar", ["-tzf", tarballs.get(name) ?? ""], { encoding: "utf8" }).split("\n");
    for (const wanted of [
      /\/dist\/.*\.js$/,
      /\/dist\/.*\.d\.ts$/,
      /\.js\.map$/,
      /\.d\.ts\.map$/,
      /\/src\/.*\.ts$/,
      /\/LICENSE$/,
      /\/README\.md$/,
    ]) {
      expect(
        files.some((file) => wanted.test(file)),
        `${name} lacks ${wanted}`,
      ).toBe(true);
    }
    expect(files.filter((file) => /\.test\.|dataset|\/scripts\//.test(file))).toEqual([]);
  });

  it("the command line's holds the example files, as they are in the repository", () => {
    const packed = execFileSync("tar", ["-tzf", tarballs.get("cli") ?? ""], { encoding: "utf8" }).split("\n");
    const names = readdirSync(join(root, "examples"));
    expect(packed.filter((file) => file.startsWith("package/examples/")).toSorted()).toEqual(
      names.map((name) => `package/examples/${name}`).toSorted(),
    );
    const readme = readFileSync(join(root, "packages/cli/README.md"), "utf8");
    for (const name of names) expect(readme, name).toContain(`\`${name}\``);
  });

  it.each(PACKAGES)("%s: says what it is", (name) => {
    const text = execFileSync("tar", ["-xzOf", tarballs.get(name) ?? "", "package/package.json"], { encoding: "utf8" });
    const manifest = JSON.parse(text);
    expect(manifest).toMatchObject({
      type: "module",
      sideEffects: false,
      license: "Apache-2.0",
      engines: { node: ">=20" },
    });
    expect(text).not.toMatch(/workspace:|catalog:|"\.\/src\//);
  });
});

describe("in a project of somebody else", () => {
  it("npx nkp-planner compare runs, on the example and on a file", () => {
    const example = inScratch("npx", "--no-install", "nkp-planner", "compare");
    expect(example.stderr).toBe("");
    expect(example.status).toBe(0);
    expect(example.stdout).toContain("One Starter cluster per tenant costs");
    writeFileSync(join(scratch, "fleet.yaml"), readFileSync(join(root, "examples/msp-fleet.yaml")));
    const own = inScratch("npx", "--no-install", "nkp-planner", "compare", "fleet.yaml");
    expect(own.status).toBe(0);
    expect(example.stdout).toContain(own.stdout.split("\n\n")[0]);
    expect(inScratch("npx", "--no-install", "nkp-planner", "compare", "nowhere.yaml").status).toBe(2);
  });

  it("init writes files that plan, the packed examples do, and schema show knows the schemas that ship", () => {
    const nkp = (...args: readonly string[]) => inScratch("npx", "--no-install", "nkp-planner", ...args);
    expect(nkp("init", "--tenants", "2", "--out", "started")).toMatchObject({ status: 0, stderr: "" });
    const prices = ["--prices", "started/price-book.yaml", "--price-list", "started/price-list.yaml"];
    expect(nkp("compare", "started/fleet.yaml", ...prices)).toMatchObject({ status: 0, stderr: "" });
    const example = "node_modules/nkp-planner/examples/price-book-hosts-eur.yaml";
    expect(nkp("compare", "started/fleet.yaml", "--prices", example)).toMatchObject({ status: 0, stderr: "" });
    expect(nkp("schema", "show", "fleet")).toMatchObject({ status: 0, stderr: "" });
  });

  it("whatif gives the trials that the sources give, and runs them over threads where there are many", () => {
    const args = ["whatif", "--model", "hybrid", "--trials", "500", "--format", "json"];
    const packed = inScratch("npx", "--no-install", "nkp-planner", ...args);
    expect(packed.stderr).toBe("");
    const bin = join(root, "packages/cli/src/bin.ts");
    expect(packed.stdout).toBe(spawnSync(process.execPath, [bin, ...args], { encoding: "utf8" }).stdout);
    const lines = [
      'import { trialsInThreads } from "./node_modules/nkp-planner/dist/trials-in-threads.js";',
      'const question = { seed: 1, trialCount: 3000, currency: "EUR", ranges: [], slots: [], settings: {}, models: [] };',
      "const by = new Set();",
      "await trialsInThreads(question, (_, one) => by.add(one), 2);",
      "console.log([...by].join());",
    ];
    writeFileSync(join(scratch, "threads.mjs"), lines.join("\n"));
    expect(inScratch("node", "threads.mjs")).toMatchObject({ stdout: "thread\n", stderr: "", status: 0 });
  });

  const EXAMPLES = ["core", "catalog", "adapters"] as const;

  it("the examples in the READMEs type-check, the types of the packages too", () => {
    for (const name of EXAMPLES) writeFileSync(join(scratch, `${name}.ts`), exampleIn(name, "ts"));
    const settings = ["--strict", "--target", "es2023", "--module", "nodenext", "--skipLibCheck", "false"];
    const { stdout, status } = inScratch(
      "npx",
      "--no-install",
      "tsc",
      ...settings,
      ...EXAMPLES.map((name) => `${name}.ts`),
    );
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  it.each(EXAMPLES)("the example in the README of %s runs", (name) => {
    const ran = inScratch("node", `${name}.js`);
    expect(ran.stderr).toBe("");
    expect(ran.stdout.split("\n").length).toBeGreaterThan(1);
  });

  it("ten lines of TypeScript plan a fleet", () => {
    const lines = exampleIn("core", "ts")
      .split("\n")
      .filter((line) => line.trim() !== "");
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(inScratch("node", "core.js").stdout).toMatch(
      /^Starter per tenant: \d+ nodes, \d+ licensed vCPU, EUR [\d,.]+ a month$/m,
    );
  });

  it("runs on the Node it promises", () => {
    const { stdout } = inScratch("node", "--version");
    expect(Number(/^v(\d+)/.exec(stdout)?.[1])).toBeGreaterThanOrEqual(20);
  });
});
