import { spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { describe, expect, inject, it } from "vitest";
import { FEW, FLEET, fileOf, fleetText, folder } from "../support/command-line.ts";

describe("as a process of its own", () => {
  const bin = inject("programFile");
  const spawn = (args: readonly string[], options = {}) =>
    spawnSync(process.execPath, [bin, ...args], { encoding: "utf8", ...options });

  it("exits 0 with a table and 2 with an error", () => {
    expect(spawn(["compare", FEW])).toMatchObject({ status: 0, stderr: "" });
    expect(spawn(["compare", "/nowhere"])).toMatchObject({ status: 2, stdout: "" });
  });

  it.skipIf(process.platform === "win32")("says so when a file may not be read", () => {
    const path = fileOf("secret.yaml", fleetText);
    chmodSync(path, 0o000);
    chmodSync(folder, 0o755);
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--input-type=module", "--eval", asNobody("compare", path)],
      {
        encoding: "utf8",
      },
    );
    expect(stderr).toContain("a file you may not read");
    expect(status).toBe(2);
  });

  it.each([
    ["in a command", "process.stdout.write = () => { throw new Error('mine'); }"],
    ["outside of it", "setImmediate(() => { throw new Error('mine'); })"],
    ["that nobody waits for", "Promise.reject(new Error('mine'))"],
  ])(
    "exits 70 with a stack where the program makes a mistake %s, which is no code of anything found",
    (_where, code) => {
      const preloaded = ["--import", `data:text/javascript,${encodeURIComponent(code)}`];
      const { status, stderr } = spawnSync(process.execPath, [...preloaded, bin, "compare", FEW], { encoding: "utf8" });
      expect(stderr).toContain("nkp-planner made a mistake; please report it");
      expect(stderr).toContain("Error: mine\n    at ");
      expect(status).toBe(70);
    },
  );

  it("is quiet when its reader stops early", () => {
    const { status, stderr } = spawnSync(
      "sh",
      ["-c", `"${process.execPath}" "${bin}" plan "${FLEET}" --format json | head -n 1`],
      { encoding: "utf8" },
    );
    expect(status).toBe(0);
    expect(stderr).toBe("");
  });
});

/**
 * A program that runs the command line as a user who may read only what everybody may: root may read every file. It has
 * loaded all it needs before, because nobody else may enter the folder of this repository if it is below root's own.
 */
function asNobody(...args: readonly string[]): string {
  const source = (name: string) => JSON.stringify(new URL(`../../packages/cli/src/${name}`, import.meta.url).href);
  return `
    import { applicationFor } from ${source("application.ts")};
    import { run } from ${source("run.ts")};
    const args = ${JSON.stringify(args)};
    await applicationFor(args);
    if (process.getuid() === 0) {
      process.setgroups([]);
      process.setgid(65534);
      process.setuid(65534);
    }
    process.exitCode = await run(process, args);
  `;
}
