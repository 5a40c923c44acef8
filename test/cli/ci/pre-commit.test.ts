import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { CHECKED_ON, CI_EXAMPLE, exampleFiles } from "../../support/ci-example.ts";
import { root } from "../../support/command-line.ts";
import { KITE } from "./seed.ts";
import { type Machine, newMachine } from "./steps.ts";

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames: boolean;
  readonly additional_dependencies: readonly string[];
}

const [hook] = parse(readFileSync(`${root}.pre-commit-hooks.yaml`, "utf8")) as [Hook];
const { repos } = parse(readFileSync(`${CI_EXAMPLE}.pre-commit-config.yaml`, "utf8")) as {
  readonly repos: readonly [
    { readonly rev: string; readonly hooks: readonly [{ id: string; args: readonly string[] }] },
  ];
};
const [{ rev, hooks }] = repos;
const [asked] = hooks;

describe("the hook of the example", () => {
  let machine: Machine;
  beforeAll(() => {
    machine = newMachine({ isInstalled: true });
  });
  afterAll(() => machine.remove());

  /** As pre-commit starts it: the entry and its arguments, and no names of files. */
  const commit = () => machine.run([hook.entry, ...asked.args, `--on=${CHECKED_ON}`].join(" "));

  it("lets a commit pass that follows the plan, and stops one that does not", () => {
    expect(commit()).toMatchObject({ code: 0, stdout: expect.stringContaining("Nothing found: 5 clusters") });
    machine.edit(KITE, "replicas: 5", "replicas: 4");
    expect(commit()).toMatchObject({ code: 1, stdout: expect.stringContaining("4 nodes are declared, the plan has") });
  });
});

it("is asked for by its id and version, and for every file that a check reads", () => {
  const { version } = JSON.parse(readFileSync(`${root}packages/cli/package.json`, "utf8"));
  expect(asked.id).toBe(hook.id);
  expect(rev).toBe(`v${version}`);
  expect(hook).toMatchObject({ language: "node", pass_filenames: false });
  expect(hook.additional_dependencies).toEqual([`nkp-planner@${version}`]);
  const read = Object.keys(exampleFiles()).filter((name) => !/^\.|^README/.test(name));
  expect(read.filter((name) => !new RegExp(hook.files).test(name))).toEqual([]);
});
