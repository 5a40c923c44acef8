import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { CHECKED_ON } from "../../support/ci-example.ts";
import { root } from "../../support/command-line.ts";
import { KITE } from "./seed.ts";
import { type Machine, newMachine, type StepRun } from "./steps.ts";

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

const actionText = readFileSync(`${root}action.yml`, "utf8");
const action = parse(actionText) as {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
};
const workflow = parse(readFileSync(`${root}examples/ci/.github/workflows/sizing.yml`, "utf8")) as {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: { readonly sizing: { readonly steps: readonly Step[] } };
};
const steps = new Map(action.runs.steps.map((step) => [step.name ?? step.uses ?? "", step]));
const [, used, difference] = workflow.jobs.sizing.steps as [Step, Step, Step];

/** Answers what a step asks in `${{ … }}`: inputs alone, as the workflow gives them, and the number of the pull request. */
function answered(text: string, given: Readonly<Record<string, unknown>>): string {
  return text.replace(/\$\{\{ (.+?) \}\}/g, (_, asked: string) => {
    const [, input] = /^inputs\.([\w-]+)$/.exec(asked) ?? [];
    if (asked === "github.event.pull_request.number") return "7";
    if (input === undefined || action.inputs[input] === undefined) throw new Error(`nobody answers ${asked}`);
    return String(given[input] ?? action.inputs[input].default ?? "");
  });
}

describe("action.yml in the workflow of the example", () => {
  let machine: Machine;
  beforeEach(() => {
    machine = newMachine({ isInstalled: false });
    for (const name of ["output", "path", "summary"]) writeFileSync(join(machine.temp, name), "");
  });
  afterEach(() => machine.remove());

  const temp = (name: string) => readFileSync(join(machine.temp, name), "utf8");
  /** Runs a step as the runner does, with the folders that steps before it put on the path. */
  const step = (name: string, more: Readonly<Record<string, unknown>> = {}): StepRun => {
    const { run = "", env = {} } = name === "diff" ? difference : (steps.get(name) ?? {});
    const given = { ...used.with, on: CHECKED_ON, token: "ghs_secret", ...more };
    const added = temp("path").split("\n").slice(0, -1);
    return machine.run(`export PATH="${[...added, "$PATH"].join(":")}"\n${run}`, {
      ...Object.fromEntries(Object.entries(env).map(([key, value]) => [key, answered(value, given)])),
      ...{ GITHUB_ACTIONS: "true", CI: "true", GITHUB_WORKSPACE: machine.repository, GITHUB_ACTION_PATH: root },
      ...{ GITHUB_OUTPUT: join(machine.temp, "output"), GITHUB_PATH: join(machine.temp, "path") },
      ...{ GITHUB_STEP_SUMMARY: join(machine.temp, "summary"), RUNNER_TEMP: machine.temp },
      ...{ GITHUB_REPOSITORY: "msp/platform", GITHUB_BASE_REF: "main", GITHUB_API_URL: "http://127.0.0.1:9" },
    });
  };
  const outputs = () =>
    Object.fromEntries(
      temp("output")
        .split("\n")
        .slice(0, -1)
        .map((line) => line.split("=")),
    );

  it("installs the version that the action is of, and passes", () => {
    const installed = step("Install nkp-planner");
    const { version } = JSON.parse(readFileSync(`${root}packages/cli/package.json`, "utf8"));
    expect(installed.code).toBe(0);
    expect(readFileSync(join(machine.temp, "../asked"), "utf8")).toContain(`--ignore-scripts nkp-planner@${version}\n`);
    expect(temp("path")).toBe(`${machine.temp}/nkp-planner/bin\n`);
    const { code, stdout } = step("Check");
    expect(stdout).toContain("Nothing found: 5 clusters in 12 files");
    expect(stdout).not.toContain("::error");
    expect(code).toBe(0);
    expect(outputs()).toEqual({
      "exit-code": "0",
      findings: "0",
      report: `${machine.temp}/nkp-planner-report.json`,
    });
    expect(temp("summary")).toContain("Nothing found");
  });

  it("fails on a finding, annotates its line, counts it, and says it in the summary and in the comment", () => {
    step("Install nkp-planner");
    machine.edit(KITE, "replicas: 5", "replicas: 4");
    const { code, stdout } = step("Check", { "report-format": "sarif" });
    expect(code).toBe(1);
    expect(stdout).toContain(
      `\n::error file=${KITE},line=100,col=23,title=Fewer nodes than planned::tenant-kite, pool workload: 4 nodes are declared, the plan has 5.`,
    );
    expect(outputs()).toMatchObject({ "exit-code": "1", findings: "1" });
    expect(temp("summary")).toContain("4 nodes are declared, the plan has 5.");
    expect(temp("nkp-planner-comment.md")).toMatch(/^<!-- nkp-planner check -->\n/);
    expect(JSON.parse(temp("nkp-planner-report.sarif"))).toMatchObject({ version: "2.1.0" });
    const comment = step("Comment");
    expect(comment.code).toBe(0);
    expect(comment.stdout).toContain("::warning title=nkp-planner::The comment could not be written;");
    expect(comment.stdout + comment.stderr).not.toContain("ghs_secret");
  });

  it("fails with 2, and without a count, where something cannot be read", () => {
    step("Install nkp-planner");
    expect(step("Check", { prices: "nowhere.yaml" }).code).toBe(2);
    expect(outputs()).toMatchObject({ "exit-code": "2", findings: "" });
    expect(step("Comment").stdout).toContain("Nothing could be checked");
  });

  it("never passes where the program could not be installed", () => {
    expect(step("Check").code).toBe(127);
    expect(outputs()).toMatchObject({ "exit-code": "127", findings: "" });
  });

  it("runs no value of an input as shell", () => {
    step("Install nkp-planner");
    const hostile = '"; touch canary; "$(touch canary)`touch canary`';
    const { code } = step("Check", { against: hostile, policy: hostile });
    expect(code).toBe(2);
    expect(machine.has("canary")).toBe(false);
  });

  it("has what a change comes to in the summary", () => {
    step("Install nkp-planner");
    machine.git("update-ref", "refs/remotes/origin/main", "HEAD");
    machine.edit("fleet.yaml", "name: web, replicas: 6", "name: web, replicas: 12");
    const { code, stderr } = step("diff");
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining("expected") });
    expect(temp("summary")).toMatch(/^<!-- nkp-planner diff -->\n/);
    expect(temp("summary")).toContain("tenant-kite");
  });
});

describe("action.yml", () => {
  it("takes inputs through the environment, never within a script", () => {
    for (const { run = "" } of [...action.runs.steps, ...workflow.jobs.sizing.steps]) expect(run).not.toContain("${{");
    const asked = [...actionText.matchAll(/\$\{\{ inputs\.([\w-]+)/g)].map(([, name = ""]) => name);
    expect([...asked, "comment"].filter((name) => action.inputs[name] === undefined)).toEqual([]);
    expect(Object.keys(action.inputs).filter((name) => !actionText.includes(`inputs.${name}`))).toEqual([]);
    expect(Object.keys(used.with ?? {}).filter((name) => action.inputs[name] === undefined)).toEqual([]);
  });

  it("says what each input and output is", () => {
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)])
      expect(description).toMatch(/\.$/);
  });

  it("uses others' actions by their commit, with the version beside it", () => {
    const lines = [actionText, readFileSync(`${root}examples/ci/.github/workflows/sizing.yml`, "utf8")]
      .flatMap((text) => text.split("\n"))
      .filter((line) => line.includes("uses:") && !line.includes("nkp-planner/nkp-planner@v"));
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("asks for no permission but to read, and to comment", () => {
    expect(workflow.permissions).toEqual({ contents: "read", "pull-requests": "write" });
  });
});
