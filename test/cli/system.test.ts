import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { fileOf, folder } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const ONE = fileOf(
  "one.yaml",
  `apiVersion: nkp-planner/v1
kind: Fleet
asOf: 2026-11-23
release: nkp-2.17.1
currency: EUR
tenants:
  - { id: basalt, demand: { pods: 1, cpu: "1", memory: 1Gi } }
`,
);
const TABLE = fileOf("one.csv", "tenant,pods,vCPU,memory GiB\nQuartz,1,1,1\n");
const LOOP = join(folder, "loop");
symlinkSync(LOOP, LOOP);
const LONG = "x".repeat(5000);
const isLinux = process.platform === "linux";

const DEVICES: readonly (readonly [string, readonly string[], string])[] = [
  ["a device without an end", ["compare", "/dev/zero"], "more than 10 MiB"],
  ["a device that takes nothing", ["compare", ONE, "--out", "/dev/full", "--force"], "a full disk"],
];

describe("what the system does not open", () => {
  const CASES: readonly (readonly [string, readonly string[], string])[] = [
    ["a link to itself", ["compare", LOOP], "in a circle"],
    ["a name too long", ["compare", LONG], "a longer name"],
    ["a price list that is a folder", ["quote", ONE, "--price-list", folder], "a directory"],
    ["a fleet to join that is a link to itself", ["import", ONE, "--into", LOOP], "in a circle"],
    ["an output with a name too long", ["compare", ONE, "--out", LONG], "a longer name"],
    ["an output without a name", ["compare", ONE, "--out", ""], "an empty name"],
    ["a folder that is a link to itself", ["emit", "kwok-cluster", ONE, "--out", LOOP], "in a circle"],
    ["a folder with a name too long", ["emit", "kwok-cluster", ONE, "--out", LONG], "a longer name"],
    ["standard output for several files", ["emit", "kwok-cluster", ONE, "--out", "-"], "several files"],
  ];
  it.each([...CASES, ...(isLinux ? DEVICES : [])])("is told in a sentence: %s", async (_what, args, says) => {
    const { code, stdout, stderr } = await cli(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
  });
});

describe("--out -", () => {
  it("is standard output, for text and for a file of an import", async () => {
    const asked = await cli(["compare", ONE]);
    expect(await cli(["compare", ONE, "--out", "-"])).toEqual(asked);
    const { code, stdout } = await cli(["import", TABLE, "--into", ONE, "--out", "-"]);
    expect(code).toBe(0);
    expect(stdout).toContain("kind: Fleet");
    expect(existsSync("-")).toBe(false);
  });

  it("takes bytes too, but shows none of them on a terminal", async () => {
    const args = ["cost", ONE, "--model", "hybrid", "--format", "xlsx", "--out", "-"];
    expect((await cli(args)).code).toBe(0);
    expect(await cli(args, { isTTY: true })).toMatchObject({ code: 2, stderr: expect.stringContaining("--out FILE") });
  });
});

describe.skipIf(!isLinux)("a disk that is full", () => {
  const bin = inject("programFile");
  /** No file of more than so many blocks of 512 bytes, which the system refuses as it does on a full disk. */
  const within = (blocks: number, args: readonly string[]) =>
    spawnSync("sh", ["-c", `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, bin, ...args], {
      encoding: "utf8",
    });

  it("leaves the old file as it was, and nothing beside it", () => {
    const place = join(folder, "kept");
    spawnSync("mkdir", [place]);
    writeFileSync(join(place, "out.json"), "old");
    const { status, stderr } = within(1, [
      "compare",
      ONE,
      "--format",
      "json",
      "--out",
      join(place, "out.json"),
      "--force",
    ]);
    expect(stderr).toContain("a larger file than may be written");
    expect(status).toBe(2);
    expect(readFileSync(join(place, "out.json"), "utf8")).toBe("old");
    expect(readdirSync(place)).toEqual(["out.json"]);
  });

  it("leaves no tree of files where not all find room, and one that stood there as it was", async () => {
    const out = join(folder, "tree");
    expect(within(1, ["emit", "kwok-cluster", ONE, "--out", out]).status).toBe(2);
    expect(existsSync(out)).toBe(false);
    expect((await cli(["emit", "kwok-cluster", ONE, "--out", out])).code).toBe(0);
    const names = ["central-services", "nkp-planner-files.json", "tenant-basalt"];
    expect(readdirSync(out)).toEqual(names);
    const nodes = join(out, "tenant-basalt/nodes.yaml");
    const before = readFileSync(nodes, "utf8");
    const { status, stderr } = within(1, ["emit", "kwok-cluster", ONE, "--set", "zones=2", "--out", out]);
    expect(stderr).toContain("a larger file than may be written");
    expect(status).toBe(2);
    expect(readFileSync(nodes, "utf8")).toBe(before);
    expect(readdirSync(out)).toEqual(names);
  });

  it.each([
    ["standard output", `"$0" "$@" >/dev/full`, "standard output\n  found a full disk"],
    ["standard error", `"$0" "$@" --prices nowhere 2>/dev/full`, ""],
  ])("below %s ends with exit code 2 and no stack", (_what, command, says) => {
    const { status, stderr } = spawnSync("sh", ["-c", command, process.execPath, bin, "compare", ONE], {
      encoding: "utf8",
    });
    expect(stderr.startsWith(says)).toBe(true);
    expect(stderr).not.toContain("    at ");
    expect(status).toBe(2);
  });
});
