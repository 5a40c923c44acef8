import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { PACKAGES, ROOT } from "./support/user.ts";

const tarballs = inject("tarballs");

function tar(name: string, ...args: readonly string[]): string {
  return execFileSync("tar", [args[0] ?? "-tzf", tarballs[name] ?? "", ...args.slice(1)], { encoding: "utf8" });
}

/** Libraries whose files are mended or held byte by byte, so that another version must be looked at first. */
const HELD: ReadonlySet<string> = new Set(["hucre", "pptxgenjs"]);

describe("the tarballs", () => {
  it("are four", () => expect(Object.keys(tarballs).sort()).toEqual([...PACKAGES].sort()));

  it.each(PACKAGES)("%s: publint has nothing to say", (name) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, "node_modules/publint/src/cli.js"), tarballs[name] ?? "", "--strict"],
      { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } },
    );
    expect(`${stdout}${stderr}`).toContain("All good!");
    expect(status).toBe(0);
  });

  it.each(PACKAGES)("%s: types resolve for every consumer of modules", (name) => {
    const attw = join(ROOT, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const args = [attw, tarballs[name] ?? "", "--profile", "esm-only", "--no-emoji", "--no-color"];
    const patterns: Readonly<Record<string, string>> = { core: "./schema/*.json", catalog: "./releases/*" };
    if (patterns[name] !== undefined) args.push("--exclude-entrypoints", patterns[name]);
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(stdout).toContain("OK (ESM)");
    expect(status).toBe(0);
  });

  it.each(PACKAGES)("%s: holds code, types, maps, sources, licence, readme and changelog, and no test", (name) => {
    const files = tar(name).split("\n");
    for (const wanted of [
      /\/dist\/.*\.js$/,
      /\/dist\/.*\.d\.ts$/,
      /\.js\.map$/,
      /\.d\.ts\.map$/,
      /\/src\/.*\.ts$/,
      /\/LICENSE$/,
      /\/README\.md$/,
      /\/CHANGELOG\.md$/,
    ]) {
      expect(
        files.some((file) => wanted.test(file)),
        `${name} lacks ${wanted}`,
      ).toBe(true);
    }
    expect(files.filter((file) => /\.test\.|dataset|\/scripts\//.test(file))).toEqual([]);
  });

  it.each(PACKAGES)("%s: has the changelog and the licence of the repository", (name) => {
    for (const file of ["CHANGELOG.md", "LICENSE"])
      expect(tar(name, "-xzOf", `package/${file}`)).toBe(readFileSync(join(ROOT, file), "utf8"));
  });

  it("the command line's holds the example files, as they are in the repository", () => {
    const packed = tar("cli").split("\n");
    const names = readdirSync(join(ROOT, "examples")).filter((name) => name.endsWith(".yaml"));
    expect(packed.filter((file) => file.startsWith("package/examples/")).toSorted()).toEqual(
      names.map((name) => `package/examples/${name}`).toSorted(),
    );
    const readme = readFileSync(join(ROOT, "packages/cli/README.md"), "utf8");
    for (const name of names) expect(readme, name).toContain(`\`${name}\``);
  });

  it("the command line's holds what CI systems run, as it is in the repository", () => {
    const packed = tar("cli").split("\n");
    expect(packed.filter((file) => file.startsWith("package/ci/")).toSorted()).toEqual([
      "package/ci/check.sh",
      "package/ci/comment.mjs",
    ]);
    for (const file of ["ci/check.sh", "ci/comment.mjs"])
      expect(tar("cli", "-xzOf", `package/${file}`)).toBe(readFileSync(join(ROOT, file), "utf8"));
  });

  it("the command line's has its program in few files, and the licences of what others wrote of them", () => {
    const files = tar("cli").split("\n");
    expect(files.filter((file) => /^package\/dist\/[^/]+\.js$/.test(file)).length).toBeLessThan(200);
    expect(files.filter((file) => /^package\/dist\/(commands|human)\//.test(file))).toEqual([]);
    const licences = tar("cli", "-xzOf", "package/dist/THIRD-PARTY-LICENSES.txt");
    for (const name of ["core", "adapters"]) {
      const { dependencies } = JSON.parse(tar(name, "-xzOf", "package/package.json"));
      for (const library of Object.keys(dependencies))
        expect(licences).toMatch(new RegExp(`^${library} \\d.* \\(`, "m"));
    }
    expect(licences).not.toMatch(/^@nkp-planner/m);
  });

  it.each(PACKAGES)("%s: has a manifest in which nothing of the workspace is left", (name) => {
    const text = tar(name, "-xzOf", "package/package.json");
    expect(JSON.parse(text)).toMatchObject({ type: "module", sideEffects: false });
    expect(text).not.toMatch(/workspace:|catalog:|"\.\/src\//);
  });

  it.each(PACKAGES)("%s: takes newer minors of what it needs, but for what is held at one version", (name) => {
    const { version, dependencies, peerDependencies } = JSON.parse(tar(name, "-xzOf", "package/package.json"));
    for (const [library, range] of Object.entries<string>({ ...dependencies, ...peerDependencies })) {
      if (HELD.has(library)) expect(range).toMatch(/^\d+\.\d+\.\d+$/);
      else if (/nkp-planner/.test(library)) expect(range, library).toBe(`^${version}`);
      else expect(range, library).toMatch(/^\^\d+\.\d+\.\d+$/);
    }
  });
});
