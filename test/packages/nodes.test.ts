import { createHash } from "node:crypto";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { userProject } from "./support/user.ts";

/** The oldest of each line that `engines` lets in. */
const NODES = ["20.19.0", "22.13.0", "24.0.0"] as const;

const folder = join(inject("scratchFolder"), "nodes");
const scratch = userProject(folder);

/** Node from npm's registry: a package that fetches the program itself when it is installed. */
async function nodeOf(version: string): Promise<string> {
  const project = userProject(join(folder, `node-${version}`));
  await project.install(`node@${version}`);
  return join(project.folder, "node_modules/node/bin/node");
}

const programs = new Map<string, string>();

beforeAll(async () => {
  const ours = scratch.install(...Object.values(inject("tarballs")));
  await Promise.all(NODES.map(async (version) => programs.set(version, await nodeOf(version))));
  await ours;
  scratch.write("required.cjs", REQUIRED);
});

/** What a program in CommonJS does: it has no `import`, and gets the modules by `require`. */
const REQUIRED = `
const core = require("@nkp-planner/core");
const { exampleFleet, examplePriceBook, planningContext } = require("@nkp-planner/catalog");
const { reports } = require("@nkp-planner/adapters");
const context = planningContext({ release: exampleFleet.release, priceBook: examplePriceBook });
const { totals } = core.planFleet(exampleFleet, core.operatingModels[0], context);
console.log(core.moneyText(totals.monthlyCost), reports.length > 1);
`;

/** The example fleet, as JSON that `plan.schema.json` describes. */
const PLAN = ["node_modules/nkp-planner/dist/bin.js", "plan", "--model", "hybrid", "--format", "json"];

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

describe("on every Node that is promised", () => {
  it.each(NODES)("%s is what runs", (version) => {
    expect(scratch.run(programs.get(version) ?? "", "--version").stdout).toBe(`v${version}\n`);
  });

  it("the same plan is the same bytes, and nothing is said beside it", () => {
    const ran = [...programs.values(), process.execPath].map((program) => scratch.run(program, ...PLAN));
    for (const { status, stderr } of ran) expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(ran[0]?.stdout ?? "")).toMatchObject({
      release: "nkp-2.17.1",
      plan: { totals: { nodeCount: expect.any(Number) } },
    });
    expect(new Set(ran.map(({ stdout }) => hashOf(stdout))).size).toBe(1);
  });

  it.each(NODES)("a CommonJS program on %s requires the packages, and nothing is said beside it", (version) => {
    const { status, stdout, stderr } = scratch.run(programs.get(version) ?? "", "required.cjs");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^EUR [\d,.]+ true\n$/);
  });
});
