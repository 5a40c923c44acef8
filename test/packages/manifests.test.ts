import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKAGES, ROOT } from "./support/user.ts";

function manifestIn(folder: string) {
  return JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));
}

const workspace = manifestIn("");

/** Which Nodes: oldest of 20 and 22 that import JSON and are `require`d without a word on stderr, and all from 24. */
const ENGINES = { node: "^20.19.0 || ^22.13.0 || >=24" };

describe("the manifests", () => {
  it.each(PACKAGES)("%s: the repository's address is that of the workspace, which is stated once there", (name) => {
    const home = workspace.bugs.replace(/\/issues$/, "");
    expect(workspace).toMatchObject({ repository: { url: `git+${home}.git` }, homepage: `${home}#readme` });
    expect(manifestIn(`packages/${name}`)).toMatchObject({
      repository: { ...workspace.repository, directory: `packages/${name}` },
      homepage: `${home}/tree/main/packages/${name}#readme`,
      bugs: workspace.bugs,
      license: workspace.license,
    });
  });

  it("are of one version", () => {
    expect(new Set(PACKAGES.map((name) => manifestIn(`packages/${name}`).version)).size).toBe(1);
  });

  it("core is brought by the project that uses catalog and adapters, and by the command for itself", () => {
    for (const name of ["catalog", "adapters"]) {
      const { dependencies = {}, peerDependencies, devDependencies } = manifestIn(`packages/${name}`);
      expect(Object.keys(peerDependencies)).toEqual(["@nkp-planner/core"]);
      expect(Object.keys(devDependencies)).toContain("@nkp-planner/core");
      expect(Object.keys(dependencies)).not.toContain("@nkp-planner/core");
    }
    expect(Object.keys(manifestIn("packages/cli").dependencies)).toContain("@nkp-planner/core");
  });

  it.each(PACKAGES)("%s: promises the Nodes that were tried, and its README says the same", (name) => {
    expect(manifestIn(`packages/${name}`).engines).toEqual(ENGINES);
    const readme = readFileSync(join(ROOT, "packages", name, "README.md"), "utf8");
    expect(readme).toContain("Node 20.19, 22.13, or 24 and newer");
    expect(readme.match(/\bNode \d/g)).toHaveLength(1);
  });
});
