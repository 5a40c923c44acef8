import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { adapters } from "@nkp-planner/adapters";
import { runAdapters } from "@nkp-planner/adapters/runs";
import { describe, expect, it } from "vitest";
import { writeFiles } from "../../packages/cli/src/output-folder.ts";
import { FEW, FLEET, folder, PRICES } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

describe("files for other tools", () => {
  let count = 0;
  const fresh = (): string => join(mkdtempSync(join(folder, "emit-")), `out-${++count}`);
  const emitOf = (fleet: string, out: string, ...more: readonly string[]) =>
    cli(["emit", "kwok-cluster", fleet, "--prices", PRICES, "--model", "hybrid", "--out", out, ...more]);
  const emit = (out: string, ...more: readonly string[]) => emitOf(FEW, out, ...more);

  it("writes a folder per cluster, and says what it wrote and what is next", async () => {
    const out = fresh();
    const { code, stdout, stderr } = await emitOf(FLEET, out);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    await expect(stdout.replaceAll(out, "OUT")).toMatchFileSnapshot("../golden/emit-kwok-cluster.txt");
    for (const cluster of ["management", "tenant-orchid"]) {
      expect(readdirSync(join(out, cluster)).sort()).toEqual(["README.md", "nodes.yaml", "workloads.yaml"]);
    }
    expect(readFileSync(join(out, "management/README.md"), "utf8")).toContain("Prices are invented");
  });

  it("writes the same as before, whatever the order of the flags", async () => {
    const [a, b] = [fresh(), fresh()];
    await emit(a);
    await cli(["emit", "--out", b, "--model", "hybrid", "--prices", PRICES, "kwok-cluster", FEW]);
    for (const name of readdirSync(a, { recursive: true, encoding: "utf8" }).filter((one) => one.includes("."))) {
      expect(readFileSync(join(b, name), "utf8")).toBe(readFileSync(join(a, name), "utf8"));
    }
  });

  it("replaces what it wrote and nobody changed, and says what is written no more", async () => {
    const out = fresh();
    expect(await emit(out)).toMatchObject({ code: 0 });
    writeFileSync(join(out, "mine.txt"), "mine");
    const again = await emit(out);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining("management/nodes.yaml (same)") });
    const other = await emit(out, "--set", "floors=none");
    expect(other).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("tenant-clinic-nord/nodes.yaml (changed)"),
    });
    writeFileSync(join(out, "management/nodes.yaml"), "changed");
    const refused = await emit(out);
    expect(refused).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("a file that was changed since"),
    });
    expect(readFileSync(join(out, "management/nodes.yaml"), "utf8")).toBe("changed");
    expect(await emit(out, "--force")).toMatchObject({ code: 0 });
    expect(readFileSync(join(out, "mine.txt"), "utf8")).toBe("mine");
  });

  it("leaves alone what a plan does not write any more, and what another hand put in the way", async () => {
    const out = fresh();
    expect(await emit(out)).toMatchObject({ code: 0 });
    const starter = ["emit", "kwok-cluster", FEW, "--prices", PRICES, "--out", out, "--model", "starter-self-managed"];
    const left = await cli(starter);
    expect(left).toMatchObject({ code: 0, stdout: expect.stringContaining("Written before and not any more") });
    expect(existsSync(join(out, "management/nodes.yaml"))).toBe(true);
    expect(await emit(out)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("was not written by nkp-planner"),
    });
  });

  it("writes nothing on a dry run", async () => {
    const out = fresh();
    const { code, stdout } = await emit(out, "--dry-run");
    expect(code).toBe(0);
    expect(stdout).toContain("management/nodes.yaml");
    expect(existsSync(out)).toBe(false);
  });

  it("takes options of a file and of the command line, and says what is wrong with them at its line", async () => {
    const of = (...more: readonly string[]) =>
      cli(["emit", "cluster-api-yaml", FEW, "--prices", PRICES, "--model", "hybrid", ...more]);
    const example = await of("--example-options");
    expect(example).toMatchObject({ code: 0, stderr: "" });
    const options = `${fresh()}.yaml`;
    writeFileSync(options, example.stdout);
    const out = fresh();
    expect(await of("--options", options, "--option", "project=_internal", "--out", out)).toMatchObject({ code: 0 });
    expect(readFileSync(join(out, "management/cluster.yaml"), "utf8")).toContain("_internal");
    writeFileSync(
      options,
      example.stdout.replace("prismElement", "prismElment").replace(/10\.40\.7\.10\b/, "10.40.7.300"),
    );
    const bad = await of("--options", options, "--out", `${out}-b`);
    expect(bad).toMatchObject({ code: 2, stdout: "" });
    expect(bad.stderr).toMatch(/\.yaml:\d+:\d+ +clusters\.management\.controlPlaneEndpoint/);
    expect(bad.stderr).toContain('did you mean "prismElement"?');
    expect(existsSync(`${out}-b`)).toBe(false);
    const none = await of("--out", `${out}-b`);
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining("--example-options") });
    for (const text of ["- a\n", "a: [\n", "", "# nothing\n"]) {
      writeFileSync(options, text);
      expect(await of("--options", options, "--out", `${out}-b`)).toMatchObject({ code: 2, stdout: "" });
    }
  });

  it("writes a run of what it has not read, or every mistake in it", async () => {
    const out = fresh();
    const lines = `${out}.ndjson`;
    writeFileSync(lines, '{ "id": "orchid" }\n');
    const of = (fleet: string, ...more: readonly string[]) => cli(["emit", "kubernetes-job", fleet, ...more]);
    const example = await of(lines, "--example-options");
    expect(example).toMatchObject({ code: 0, stderr: "" });
    const options = `${out}.yaml`;
    writeFileSync(options, example.stdout);
    const given = ["--options", options, "--prices", PRICES, "--set", "floors=none"];
    expect(await of(lines, ...given, "--out", out)).toMatchObject({
      ...{ code: 0, stderr: "" },
      stdout: expect.stringContaining("Nothing of the fleet was read: the parts plan it where they run."),
    });
    expect(readFileSync(join(out, "input/prices.yaml"))).toEqual(readFileSync(PRICES));
    expect(statSync(join(out, "run.sh")).mode & 0o111).toBe(0o111);
    writeFileSync(options, example.stdout.replace(/^shards: .*$/m, "shards: 0"));
    const bad = await of(lines, ...given, "--out", `${out}-b`);
    expect(bad).toMatchObject({ code: 2, stdout: "" });
    expect(bad.stderr).toMatch(/\.yaml:\d+:\d+ +shards/);
    const beside = await of(lines, ...given, "--model", "hybrid", "--limit-seconds", "9", "--out", `${out}-b`);
    expect(beside).toMatchObject({ code: 2, stdout: "" });
    for (const word of ["--option models=[hybrid]", "--limit-seconds"]) expect(beside.stderr).toContain(word);
    const none = await of("no-fleet.ndjson", "--prices", "no-book.yaml", "--out", `${out}-b`);
    expect(none).toMatchObject({ code: 2, stdout: "" });
    for (const name of ["no-fleet.ndjson", "no-book.yaml"]) expect(none.stderr).toContain(name);
    for (const fleet of [[], ["-"]])
      expect(await cli(["emit", "kubernetes-job", ...fleet, "--out", `${out}-b`])).toMatchObject({
        code: 2,
        stdout: "",
      });
    expect(existsSync(`${out}-b`)).toBe(false);
  });

  it("lists what can be written", async () => {
    const { code, stdout } = await cli(["emit", "--list"]);
    expect(code).toBe(0);
    for (const { id } of [...adapters, ...runAdapters]) expect(stdout).toContain(id);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("writes into a folder that is empty, and into one that is not only by force", async () => {
    const out = fresh();
    mkdirSync(join(out, "management"), { recursive: true });
    writeFileSync(join(out, "mine.txt"), "mine");
    writeFileSync(join(out, "management/nodes.yaml"), "changed");
    // A dry run says the same as the run itself.
    for (const more of [[], ["--dry-run"]])
      expect(await emit(out, ...more)).toMatchObject({
        ...{ code: 2, stdout: "" },
        stderr: expect.stringContaining("add --force"),
      });
    expect(readFileSync(join(out, "management/nodes.yaml"), "utf8")).toBe("changed");
    expect(await emit(out, "--force")).toMatchObject({ code: 0 });
    expect(readFileSync(join(out, "management/nodes.yaml"), "utf8")).toContain("kind: Node");
    expect(readFileSync(join(out, "mine.txt"), "utf8")).toBe("mine");
  });

  it.each([
    ["a file", (out: string) => writeFileSync(out, "x"), "a file in the way of a folder"],
    [
      "a folder in the way of a file",
      (out: string) => mkdirSync(join(out, "management/nodes.yaml"), { recursive: true }),
      "a folder in the way of a file",
    ],
    [
      "a link to another place",
      (out: string) => {
        mkdirSync(out);
        mkdirSync(`${out}-elsewhere`);
        symlinkSync(`${out}-elsewhere`, join(out, "management"));
      },
      "a link",
    ],
  ])("refuses %s, even by force", async (_what, prepare, says) => {
    const out = fresh();
    prepare(out);
    expect(await emit(out, "--force")).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(says) });
    if (existsSync(`${out}-elsewhere`)) expect(readdirSync(`${out}-elsewhere`)).toEqual([]);
  });

  it.each(["../escaped.yaml", "/tmp/escaped.yaml", "a/../../escaped.yaml", ".", ""])(
    "takes an adapter that leads out of the folder for mistaken: %j",
    async (path) => {
      const out = fresh();
      await expect(writeFiles(out, [{ path, text: "" }], { isForced: false })).rejects.toThrow("is outside of");
      expect(existsSync(out)).toBe(false);
    },
  );

  it("writes all files or none: what stood there is put back", async () => {
    const out = fresh();
    const kept = [
      { path: "a.txt", text: "first\n" },
      { path: "b/c.txt", text: "second\n" },
    ];
    await writeFiles(out, kept, { isForced: false });
    // No file system takes the last name: the others are in their place by then.
    const wrong = [
      { path: "a.txt", text: "other\n" },
      { path: "new/d.txt", text: "new\n" },
      { path: "e".repeat(300), text: "too long\n" },
    ];
    await expect(writeFiles(out, wrong, { isForced: true })).rejects.toThrow();
    expect(readdirSync(out, { recursive: true, encoding: "utf8" }).sort()).toEqual(["a.txt", "b", "b/c.txt"]);
    expect(readFileSync(join(out, "a.txt"), "utf8")).toBe("first\n");
    const missing = join(fresh(), "deep/er");
    await expect(writeFiles(missing, wrong, { isForced: false })).rejects.toThrow();
    expect(existsSync(join(missing, ".."))).toBe(false);
  });

  it("writes a script that can be run", async () => {
    const out = fresh();
    await writeFiles(out, [{ path: "a.sh", text: "exit\n", isExecutable: true }], { isForced: false });
    expect(statSync(join(out, "a.sh")).mode & 0o777).toBe(0o755);
  });

  it("writes nothing where the fleet is bad", async () => {
    const out = fresh();
    expect(await cli(["emit", "kwok-cluster", PRICES, "--out", out])).toMatchObject({ code: 2, stdout: "" });
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    [["emit", "kwok-clustr", FLEET, "--out", "x"], 'did you mean "kwok-cluster"?'],
    [["emit", "kwok-cluster", FLEET], "--out"],
    [["emit"], "--list"],
    [["emit", "kwok-cluster", FLEET, "--out", "x", "--model", "hybird"], "hybrid"],
  ])("%j is bad input", async (args, says) => {
    expect(await cli(args)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(says) });
  });

  it("helps", async () => {
    const { code, stdout } = await cli(["emit", "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("kwok-cluster");
  });
});
