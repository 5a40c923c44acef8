import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

  it("writes into a folder that is empty, and into one that is not only by force", async () => {
    const out = fresh();
    mkdirSync(out);
    expect(await emit(out)).toMatchObject({ code: 0 });
    writeFileSync(join(out, "mine.txt"), "mine");
    writeFileSync(join(out, "management/nodes.yaml"), "changed");
    expect(await emit(out)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("add --force") });
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

  it("writes nothing where the fleet is bad", async () => {
    const out = fresh();
    expect(await cli(["emit", "kwok-cluster", PRICES, "--out", out])).toMatchObject({ code: 2, stdout: "" });
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    [["emit", "kwok-clustr", FLEET, "--out", "x"], 'did you mean "kwok-cluster"?'],
    [["emit", "kwok-cluster", FLEET], "--out"],
    [["emit"], "FORMAT"],
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
