import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import cliPackage from "nkp-planner/package.json" with { type: "json" };
import { beforeAll, describe, expect, inject, it } from "vitest";
import { SMALL_FLEET } from "../support/check-scenario.ts";
import { edited, emittedFiles } from "../support/checked.ts";
import { newRepository, type Repository } from "../support/git-repository.ts";

const BIN = inject("programFile");
const KITE = "clusters/tenant-kite/cluster.yaml";
/** Where it lies in the repository, with a space and letters that an address has no signs for. */
const FILE = "clusters/Zürich Nord/kite #1.yaml";
const MOST = 1_048_576;

describe("where check writes what it found", () => {
  let repository: Repository;
  let line: number;

  beforeAll(async () => {
    repository = newRepository();
    const files = edited(await emittedFiles({ fleet: SMALL_FLEET }), KITE, "replicas: 5", "replicas: 2");
    for (const [path, text] of Object.entries(files)) repository.write(path === KITE ? FILE : path, String(text));
    repository.write("fleet.json", JSON.stringify(SMALL_FLEET));
    repository.commit("a cluster that is too small");
    line = String(files[KITE]).split("\n").indexOf("          replicas: 2") + 1;
    mkdirSync(join(repository.folder, "folder"));
  });

  const check = (...args: readonly string[]) => {
    const words = [BIN, "check", "fleet.json", "clusters", "--model", "ultimate-centralized", "--on", "2026-11-30"];
    const { status, stdout, stderr } = spawnSync(process.execPath, [...words, ...args], {
      cwd: repository.folder,
      encoding: "utf8",
    });
    return { status, stdout, stderr: stderr.replaceAll(/\s+/g, " ") };
  };
  const textOf = (name: string) => readFileSync(join(repository.folder, name), "utf8");

  it("writes the format to a file and a summary behind what stands there, and prints the text", () => {
    repository.write("summary.md", "| before |\n| --- |");
    const { status, stdout, stderr } = check("--format", "sarif", "--out", "check.sarif", "--summary", "summary.md");
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain(`${FILE}\n  ${line}:`);
    const [run] = JSON.parse(textOf("check.sarif")).runs;
    expect(run.tool.driver.version).toBe(cliPackage.version);
    const found = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === "pods-without-node");
    expect(found.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: "clusters/Z%C3%BCrich%20Nord/kite%20%231.yaml" },
      region: { startLine: line },
    });
    const summary = textOf("summary.md");
    expect(summary.startsWith("| before |\n| --- |\n\n### nkp-planner check\n\n**")).toBe(true);
    expect(summary).toContain(`| clusters/Zürich Nord/kite #&#8203;1.yaml:${line} |`);
    const again = check("--format", "sarif", "--out", "check.sarif");
    expect(again).toMatchObject({ status: 2, stdout: "" });
    expect(again.stderr).toContain("a file that is there already");
  });

  it("writes several reports of one check, with the name for the comment among them", () => {
    const reports = ["gitlab=quality.json", "junit=check.xml", "markdown=comment=1.md"];
    const { status, stdout } = check(...reports.flatMap((report) => ["--report", report]), "--marker", "berlin");
    expect(status).toBe(1);
    expect(stdout).toContain(`${FILE}\n  ${line}:`);
    expect(JSON.parse(textOf("quality.json"))[0].location.path).toBe(FILE);
    expect(textOf("check.xml")).toContain('<testsuites name="nkp-planner check"');
    expect(textOf("comment=1.md")).toMatch(/^<!-- nkp-planner check berlin -->\n/);
    expect(check("--report", "junit=check.xml")).toMatchObject({ status: 2, stdout: "" });
    expect(check("--report", "junit=check.xml", "--force").status).toBe(1);
  });

  it("prints a comment whose hidden line has the name that it is given", () => {
    const { status, stdout, stderr } = check("--format", "markdown", "--marker", "berlin");
    expect(status).toBe(1);
    expect(stdout).toMatch(/^<!-- nkp-planner check berlin -->\n\n\*\*\d+ errors?, /);
    expect(stderr).toContain("Prices are invented");
  });

  it("adds no summary where none is shown for want of room, and says so", () => {
    writeFileSync(join(repository.folder, "full.md"), "x".repeat(MOST - 100));
    const { status, stderr } = check("--summary", "full.md", "--fail-on", "none");
    expect(status).toBe(0);
    expect(stderr).toContain("full.md has 1,048,476 of the 1,048,576 bytes that a summary may have");
    expect(textOf("full.md")).toHaveLength(MOST - 100);
  });

  it.each([
    ["a folder to write to", ["--format", "junit", "--out", "folder", "--force"], "a folder"],
    ["a full disk", ["--format", "gitlab", "--out", "/dev/full", "--force"], "a full disk"],
    ["a full disk for a summary", ["--summary", "/dev/full"], "a full disk"],
    ["a folder for a summary", ["--summary", "folder"], "a folder"],
    ["a name of a comment without one", ["--marker", "berlin"], "--format markdown"],
    ["a name that ends a comment", ["--format", "markdown", "--marker", "-->"], "at most 64 letters"],
    ["one file for both", ["--out", "one.md", "--summary", "./one.md"], "the file of --out"],
    ["one file for two reports", ["--report", "sarif=a", "--report", "json=./a"], "the file of --report"],
    ["a report of no format", ["--report", "sarf=a"], 'did you mean "sarif"?'],
    ["a report without a file", ["--report", "sarif="], "no format and a file"],
    ["a folder for a report", ["--report", "sarif=folder", "--force"], "a folder"],
  ] as const)("refuses %s with exit code 2, and prints nothing", (_, args, said) => {
    const { status, stdout, stderr } = check(...args);
    expect(stderr).toContain(said);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});
