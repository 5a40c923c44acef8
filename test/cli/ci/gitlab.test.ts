import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { CHECKED_ON, CI_EXAMPLE } from "../../support/ci-example.ts";
import { root } from "../../support/command-line.ts";
import { KITE } from "./seed.ts";
import { type Machine, newMachine, type StepRun } from "./steps.ts";

interface Job {
  readonly variables: Readonly<Record<string, string>>;
  readonly before_script: readonly string[];
  readonly script: readonly string[];
  readonly artifacts: { readonly when: string; readonly reports: Readonly<Record<string, string>> };
}

const job = (parse(readFileSync(`${root}templates/gitlab-ci.yml`, "utf8")) as Record<string, Job>)[
  "nkp-planner-check"
] as Job;
const example = parse(readFileSync(`${CI_EXAMPLE}.gitlab-ci.yml`, "utf8")) as {
  readonly include: readonly { readonly remote: string }[];
  readonly "nkp-planner-check": Pick<Job, "variables">;
};
const { version } = JSON.parse(readFileSync(`${root}packages/cli/package.json`, "utf8"));

describe("templates/gitlab-ci.yml in the pipeline of the example", () => {
  let machine: Machine;
  beforeEach(() => {
    machine = newMachine({ isInstalled: false });
  });
  afterEach(() => machine.remove());

  /** All lines of a job in one shell, as its runner has them: the project's variables lie over the template's. */
  const run = (more: Readonly<Record<string, string>> = {}): StepRun =>
    machine.run([...job.before_script, ...job.script].join("\n"), {
      ...job.variables,
      ...example["nkp-planner-check"].variables,
      ...{ GITLAB_CI: "true", CI: "true", CI_PROJECT_DIR: machine.repository, CI_PROJECT_ID: "42" },
      ...{ CI_API_V4_URL: "http://127.0.0.1:9/api/v4", CI_MERGE_REQUEST_IID: "7", CI_JOB_TOKEN: "job" },
      NKP_ON: CHECKED_ON,
      ...more,
    });

  it("installs the program, passes, and leaves both reports", () => {
    const { code, stdout } = run();
    expect(stdout).toContain("Nothing found: 5 clusters in 12 files");
    expect(code).toBe(0);
    expect(readFileSync(join(machine.temp, "../asked"), "utf8")).toContain(`--ignore-scripts nkp-planner@${version}\n`);
    const { codequality = "", junit = "" } = job.artifacts.reports;
    expect(JSON.parse(machine.read(codequality))).toEqual([]);
    expect(machine.read(junit)).toMatch(/<testsuites [^>]*failures="0"/);
    expect(job.artifacts.when).toBe("always");
  });

  it("fails on a finding, which is in both reports, and says why no comment was written", () => {
    machine.edit(KITE, "replicas: 5", "replicas: 4");
    const { code, stdout, stderr } = run({ NKP_PLANNER_TOKEN: "glpat-secret" });
    expect(code).toBe(1);
    const { codequality = "", junit = "" } = job.artifacts.reports;
    expect(JSON.parse(machine.read(codequality))).toMatchObject([
      { check_name: "too-few-nodes", location: { path: KITE, lines: { begin: 100 } } },
    ]);
    expect(machine.read(junit)).toMatch(/<testsuites [^>]*failures="1"/);
    expect(stdout).toContain("The comment could not be written.");
    expect(stdout + stderr).not.toContain("glpat-secret");
  });

  it("fails with 2 and leaves no report where something cannot be read", () => {
    expect(run({ NKP_POLICY: "nowhere.yaml", NKP_PLANNER_TOKEN: "glpat-secret" }).code).toBe(2);
    expect(Object.values(job.artifacts.reports).filter((name) => machine.has(name))).toEqual([]);
  });
});

it("is included by its version, and installs the same", () => {
  expect(example.include.map(({ remote }) => remote)).toEqual([
    `https://raw.githubusercontent.com/nkp-planner/nkp-planner/v${version}/templates/gitlab-ci.yml`,
  ]);
  expect(job.variables["NKP_PLANNER_VERSION"]).toBe(version);
});
