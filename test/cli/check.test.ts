import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkRules } from "@nkp-planner/adapters/check";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { SMALL_FLEET } from "../support/check-scenario.ts";
import { emittedFiles } from "../support/checked.ts";

const BIN = inject("programFile");
const KITE = "clusters/tenant-kite/cluster.yaml";

describe("nkp-planner check", () => {
  let model: string;
  let repository: string;

  beforeAll(async () => {
    model = mkdtempSync(join(tmpdir(), "check-"));
    for (const [path, text] of Object.entries(await emittedFiles({ fleet: SMALL_FLEET }))) {
      mkdirSync(join(model, path, ".."), { recursive: true });
      writeFileSync(join(model, path), text);
    }
    writeFileSync(join(model, "fleet.json"), JSON.stringify(SMALL_FLEET));
    execFileSync("git", ["init", "-q", model]);
  });
  beforeEach(() => {
    repository = mkdtempSync(join(tmpdir(), "checked-"));
    cpSync(model, repository, { recursive: true });
    return () => rmSync(repository, { recursive: true, force: true });
  });
  afterAll(() => rmSync(model, { recursive: true, force: true }));

  const check = (...args: readonly string[]) => {
    const on = args.includes("--on") ? [] : ["--on", "2026-11-30"];
    const words = [BIN, "check", "fleet.json", "--model", "ultimate-centralized", ...on, ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: repository, encoding: "utf8" });
    return { status, stdout, stderr: stderr.replaceAll(/\s+/g, " ") };
  };
  const write = (path: string, content: string | Uint8Array) => writeFileSync(join(repository, path), content);
  const edit = (path: string, before: string, after: string) =>
    write(path, readFileSync(join(repository, path), "utf8").replace(before, after));

  it("passes where files follow the plan, and says what it looked at", () => {
    const { status, stdout } = check("--against", "clusters");
    expect(status).toBe(0);
    expect(stdout).toContain("Nothing found: 3 clusters in 6 files");
  });

  it("fails on what it finds, at its line, as people and as GitHub read it", () => {
    edit(KITE, "replicas: 5", "replicas: 2");
    const line = readFileSync(join(repository, KITE), "utf8").split("\n").indexOf("          replicas: 2") + 1;
    const human = check("--against", "clusters");
    expect(human.status).toBe(1);
    expect(human.stdout).toContain(`${line}:`);
    const github = check("clusters", "--format", "github");
    expect(github.status).toBe(1);
    expect(github.stdout).toContain(`::error file=${KITE},line=${line},`);
    expect(check("clusters", "--fail-on", "none").status).toBe(0);
  });

  it("lets pass what a policy exempts, up to the last day of it", () => {
    edit(KITE, "replicas: 5", "replicas: 4");
    const exemption = (rule: string, expires: string) => `  - { rule: ${rule}, reason: moving, expires: ${expires} }\n`;
    const policy = (expires: string) =>
      `apiVersion: nkp-planner/v1\nkind: SizingPolicy\nexemptions:\n${exemption("too-few-nodes", expires)}${exemption("no-room-for-loss", expires)}`;
    write("policy.yaml", policy("2026-11-30"));
    const passed = check("clusters", "--policy", "policy.yaml");
    expect(passed.status).toBe(0);
    expect(passed.stdout).toContain("Let pass until 2026-11-30: too-few-nodes, cluster tenant-kite, pool workload.");
    write("policy.yaml", policy("2026-11-29"));
    expect(check("clusters", "--policy", "policy.yaml").status).toBe(1);
  });

  it("keeps what is known in a baseline, so that only what is new fails, wherever the known moves to", () => {
    edit(KITE, "replicas: 5", "replicas: 4");
    expect(check("clusters").status).toBe(1);
    const written = check("clusters", "--write-baseline", "known.json");
    expect(written.status).toBe(0);
    expect(written.stdout).toMatch(/Nothing found[\s\S]*\d findings? of the baseline/);
    const baseline = readFileSync(join(repository, "known.json"), "utf8");
    expect(JSON.parse(baseline)).toMatchObject({ kind: "CheckBaseline", model: "ultimate-centralized" });
    edit(KITE, "apiVersion", "# a line above\napiVersion");
    expect(check("clusters", "--baseline", "known.json").status).toBe(0);
    edit(KITE, "name: tenant-kite", "name: tenant-lark");
    const renamed = check("clusters", "--baseline", "known.json");
    expect(renamed.status).toBe(1);
    expect(renamed.stdout.replaceAll(/\s+/g, " ")).toContain("Findings of the baseline that are there no more: ");
    expect(check("clusters", "--write-baseline", "known.json").status).toBe(0);
    expect(readFileSync(join(repository, "known.json"), "utf8")).not.toBe(baseline);
  });

  it("says of a baseline that it is of another model", () => {
    const findings = JSON.stringify({
      apiVersion: "nkp-planner/v1",
      kind: "CheckBaseline",
      model: "pro",
      findings: [],
    });
    write("known.json", findings);
    const { status, stdout } = check("clusters", "--baseline", "known.json");
    expect(status).toBe(0);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("The baseline was written of pro, and the check is of ultimate");
  });

  it("loses no other file to a baseline", () => {
    const before = readFileSync(join(repository, "fleet.json"), "utf8");
    expect(check("clusters", "--write-baseline", "fleet.json").status).toBe(2);
    expect(readFileSync(join(repository, "fleet.json"), "utf8")).toBe(before);
    expect(check("clusters", "--write-baseline", "nowhere/known.json").status).toBe(2);
  });

  it.each([
    ["that is not there", "nowhere.json", "no such file"],
    ["of another major version", "later.json", "nkp-planner/v2"],
    ["that is another file", "fleet.json", "CheckBaseline"],
    ["with what is no fingerprint", "wrong.json", "fingerprint"],
    ["that is empty", "empty.json", "--write-baseline"],
    ["that is no text", "binary.json", "no text"],
  ])("refuses a baseline %s with exit code 2", (_title, path, said) => {
    const own = { apiVersion: "nkp-planner/v1", kind: "CheckBaseline", model: "ultimate-centralized", findings: [] };
    const finding = { fingerprint: "1234", rule: "too-few-nodes", about: "cluster a", file: "a.yaml" };
    write("later.json", JSON.stringify({ ...own, apiVersion: "nkp-planner/v2" }));
    write("wrong.json", JSON.stringify({ ...own, findings: [finding] }));
    write("empty.json", "");
    write("binary.json", new Uint8Array([0, 1, 2, 0]));
    const { status, stdout, stderr } = check("clusters", "--baseline", path);
    expect(stderr).toContain(said);
    expect(status).toBe(2);
    expect(stdout).toBe("");
  });

  it.each([
    ["no path", [], "no path"],
    ["a path that is not there", ["nowhere"], "no such file"],
    ["a path outside the repository", [".."], "outside the repository"],
    ["a folder without a cluster", ["empty"], "without files"],
    ["a file that is no text", ["binary.yaml"], "no text"],
    ["broken YAML", ["broken.yaml"], "broken.yaml"],
    ["a link out of the repository", ["out.yaml"], "outside the repository"],
    ["an unknown rule of a policy", ["clusters", "--policy", "unknown.yaml"], "too-few-node"],
    ["a model of a policy that there is none of", ["clusters", "--policy", "model.yaml"], "ultimate-centralised"],
    ["a list of tenants alone", ["tenants.csv"], "no rule asks about"],
    ["a policy that turns every rule off", ["clusters", "--policy", "off.yaml"], "nothing that a rule asks about"],
    ["a day that there is none of", ["clusters", "--on", "2026-02-30"], "no day"],
  ] as const)("refuses %s with exit code 2", (_, args, said) => {
    mkdirSync(join(repository, "empty"));
    write("binary.yaml", new Uint8Array([0, 1, 2, 0]));
    write("broken.yaml", "kind: Cluster\napiVersion: [\n");
    write(
      "unknown.yaml",
      "apiVersion: nkp-planner/v1\nkind: SizingPolicy\nrules: { too-few-node: { severity: note } }\n",
    );
    write("model.yaml", "apiVersion: nkp-planner/v1\nkind: SizingPolicy\nmodel: ultimate-centralised\n");
    const off = checkRules.map(({ id }) => `  ${id}: { severity: off }\n`).join("");
    write("off.yaml", `apiVersion: nkp-planner/v1\nkind: SizingPolicy\nrules:\n${off}`);
    write("tenants.csv", "tenant,pods,cpu,memory\nkite,6,12,24Gi\n");
    symlinkSync("/etc/hostname", join(repository, "out.yaml"));
    const { status, stderr, stdout } = check(...args);
    expect(stderr).toContain(said);
    expect(status).toBe(2);
    expect(stdout).toBe("");
  });

  it("says what it rests on beside a format that has no place for it", () => {
    write("clusters/kite.csv", "tenant,pods,cpu,memory\nkite,6,12,24Gi\n");
    const { stdout, stderr } = check("clusters", "--format", "github");
    expect(stdout).toBe("");
    for (const said of [
      "Prices are invented",
      "Kubernetes 1.34, which upstream has not patched",
      "Nothing found",
      "kite.csv",
    ])
      expect(stderr).toContain(said);
  });

  it("finds the model by the clusters, and says which; where two fit alike, it asks", () => {
    const ask = (...args: readonly string[]) =>
      spawnSync(process.execPath, [BIN, "check", "fleet.json", "--against", "clusters", ...args], {
        cwd: repository,
        encoding: "utf8",
      });
    const alike = ask();
    expect(alike.status).toBe(2);
    expect(alike.stderr).toContain("alike");
    rmSync(join(repository, "clusters/management"), { recursive: true });
    expect(ask().stdout.replaceAll(/\s+/g, " ")).toContain("Held against Starter per tenant");
  });

  it("follows no link of a folder, and says so of each", () => {
    symlinkSync("..", join(repository, "clusters/loop"));
    const { status, stdout } = check("clusters");
    expect(status).toBe(0);
    expect(stdout).toContain("Left out: clusters/loop (a link, which is not followed)");
  });

  it("finds scripts in a folder, and says which call nothing of NKP's", () => {
    write("clusters/create.sh", "#!/bin/sh\nnkp create cluster nutanix --cluster-name=kite --label=a\n");
    write("clusters/other.sh", "#!/bin/sh\necho kite\n");
    const { status, stdout } = check("clusters");
    expect(status).toBe(1);
    expect(stdout).toContain(
      "clusters/create.sh\n  2:48 error: nkp create cluster nutanix: NKP 2.17.1 has no flag --label.",
    );
    expect(stdout).toContain("Left out: clusters/other.sh (a script that calls no nkp create).");
  });

  it.each([
    ["as it is found", ""],
    ["as it is let pass", 'exemptions: [{ rule: unknown-cluster, reason: "old\\e[31m", expires: 2099-01-01 }]\n'],
  ])("lets no escape sequence of a file reach the terminal, %s", (_title, exemptions) => {
    edit(KITE, "name: tenant-kite", 'name: "tenant-kite\\e[31m-\\a"');
    write("policy.yaml", `apiVersion: nkp-planner/v1\nkind: SizingPolicy\n${exemptions}`);
    const { stdout, stderr } = check("clusters", "--policy", "policy.yaml");
    expect(stdout).toContain(exemptions === "" ? "[unknown-cluster]" : "Let pass until 2099-01-01: unknown-cluster");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(stdout + stderr).not.toMatch(/[\u0007\u001b]/);
  });
});
