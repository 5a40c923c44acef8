import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHECKED_ON } from "../../support/ci-example.ts";
import { root } from "../../support/command-line.ts";
import { hasShellcheck } from "../../support/scripts-run.ts";
import { KITE } from "./seed.ts";
import { type Machine, newMachine } from "./steps.ts";

const SCRIPT = `bash ${root}ci/check.sh`;
const ENV = {
  NKP_AGAINST: "clusters\n  apps  \n",
  NKP_POLICY: "sizing-policy.yaml",
  NKP_PRICES: "prices.yaml",
  NKP_PRICE_LIST: "price-list.yaml",
  NKP_ON: CHECKED_ON,
};

describe("ci/check.sh", () => {
  let machine: Machine;
  beforeAll(() => {
    machine = newMachine({ isInstalled: true });
  });
  afterAll(() => machine.remove());

  it("passes where the program does, and writes every report", () => {
    const { code, stdout } = machine.run(`${SCRIPT} json=a.json github=b`, ENV);
    expect(stdout).toContain("Nothing found: 5 clusters in 12 files");
    expect(code).toBe(0);
    expect(JSON.parse(machine.read("a.json"))).toMatchObject({ kind: "check" });
    expect(machine.read("b")).toBe("");
  });

  it("has the program's exit code, and its reports, where something is found", () => {
    const was = machine.read(KITE);
    machine.edit(KITE, "replicas: 5", "replicas: 4");
    const { code } = machine.run(`${SCRIPT} github=b`, ENV);
    expect(code).toBe(1);
    expect(machine.read("b")).toMatch(/^::error file=clusters\/tenant-kite\/cluster\.yaml,line=100,/);
    expect(machine.run(`${SCRIPT}`, { ...ENV, NKP_FAIL_ON: "none" }).code).toBe(0);
    machine.write(KITE, was);
  });

  it("ends with 2, and without an older report, where something cannot be read", () => {
    machine.write("b", "::error::of yesterday");
    const { code, stderr } = machine.run(`${SCRIPT} github=b`, { ...ENV, NKP_POLICY: "nowhere.yaml" });
    expect(stderr).toContain("nowhere.yaml");
    expect(code).toBe(2);
    expect(machine.has("b")).toBe(false);
  });

  it("ends with the program's own mistake, which is no finding", () => {
    const crash = "nkp-planner() { return 70; }; export -f nkp-planner; ";
    expect(machine.run(`${crash}${SCRIPT} github=b`, ENV).code).toBe(70);
    expect(machine.has("b")).toBe(false);
  });

  it("checks once, however many reports are asked for", () => {
    const counting = "nkp-planner() { echo run >>runs; }; export -f nkp-planner; ";
    expect(machine.run(`${counting}${SCRIPT} github=b json=a.json junit=c.xml`, ENV).code).toBe(0);
    expect(machine.read("runs")).toBe("run\n");
  });

  it.each([
    ["a fleet", { NKP_FLEET: "--help" }, "--help is no fleet file"],
    ["a path", { NKP_AGAINST: "clusters\n-h" }, "-h is no value of against"],
    ["a policy", { NKP_POLICY: "--version" }, "--version is no value of policy"],
  ])("takes no flag for %s, with which everything would pass", (_, more, said) => {
    const { code, stderr } = machine.run(SCRIPT, { ...ENV, ...more });
    expect(stderr).toBe(`${said}, so that nothing was checked\n`);
    expect(code).toBe(2);
  });

  it("reads no value as shell", () => {
    const { code } = machine.run(SCRIPT, { ...ENV, NKP_AGAINST: "$(touch canary); `touch canary` ; touch canary" });
    expect(code).toBe(2);
    expect(machine.has("canary")).toBe(false);
  });

  it("refuses a report without a file", () => {
    expect(machine.run(`${SCRIPT} json`, ENV)).toMatchObject({
      code: 2,
      stderr: "json is no FORMAT=FILE, so that nothing was checked\n",
    });
  });

  it("never passes where the program is missing", () => {
    const bare = newMachine({ isInstalled: false });
    const { code, stdout, stderr } = bare.run(`${SCRIPT} json=a.json`, ENV);
    bare.remove();
    expect(stderr).toContain("nkp-planner is not on the PATH, so that nothing was checked");
    expect({ code, stdout }).toEqual({ code: 127, stdout: "" });
  });

  it.skipIf(!hasShellcheck && process.env["CI"] === undefined)("has nothing that shellcheck finds", () => {
    const { status, stdout } = spawnSync("shellcheck", [`${root}ci/check.sh`], { encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });
});
