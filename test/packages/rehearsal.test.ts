import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Registry, startRegistry } from "./support/registry.ts";
import { examplesIn, PACKAGES, ROOT, type UserProject, userProject } from "./support/user.ts";

const folder = join(inject("scratchFolder"), "rehearsal");
const { version } = JSON.parse(readFileSync(join(ROOT, "packages/cli/package.json"), "utf8"));

let registry: Registry;
let project: UserProject;

beforeAll(async () => {
  registry = await startRegistry(join(folder, "registry"));
  project = userProject(join(folder, "project"), registry.env);
});

afterAll(() => registry?.stop());

/** Everything a release does but the registry that it goes to, in this order. */
describe("a rehearsal of the release", () => {
  it("the four tarballs are published", async () => {
    const said = await Promise.all(PACKAGES.map((name) => project.npm("publish", inject("tarballs")[name] ?? "")));
    const names = ["@nkp-planner/core", "@nkp-planner/catalog", "@nkp-planner/adapters", "nkp-planner"];
    expect(said.map((text) => text.trim())).toEqual(names.map((name) => `+ ${name}@${version}`));
  });

  it("the command is installed from there by its name, with all that it needs", async () => {
    await project.install("nkp-planner");
    const { packages } = JSON.parse(readFileSync(join(project.folder, "package-lock.json"), "utf8"));
    const from = registry.env["npm_config_registry"] ?? "";
    for (const name of ["nkp-planner", "@nkp-planner/core", "@nkp-planner/catalog", "@nkp-planner/adapters"]) {
      expect(packages[`node_modules/${name}`], name).toMatchObject({ version });
      expect(packages[`node_modules/${name}`].resolved).toContain(`${from}/`);
    }
  });

  it("the command compares", () => {
    const { status, stdout, stderr } = project.run("npx", "--no-install", "nkp-planner", "compare");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("One Starter cluster per tenant costs");
  });

  it("the ten lines of the README plan", () => {
    project.write("ten-lines.mjs", examplesIn("core")[0] ?? "");
    const { status, stdout, stderr } = project.run("node", "ten-lines.mjs");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^Starter per tenant: \d+ nodes, \d+ licensed vCPU, EUR [\d,.]+ a month$/m);
  });
});
