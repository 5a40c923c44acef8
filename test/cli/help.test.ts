import { describe, expect, it } from "vitest";
import { commands } from "../../packages/cli/src/commands/index.ts";
import { cliOnce } from "../support/command-line.ts";

/** The lines below USAGE, without those of flags that every command has. */
async function usageOf(...args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await cliOnce([...args, "--help"]);
  const [, usage = ""] = /^USAGE\n([\s\S]*?)\n\n/.exec(stdout) ?? [];
  return usage.split("\n").filter((line) => !/ --(help|version)$/.test(line));
}

describe("the program's own help, for which no command is loaded", () => {
  it("has every command in the list, each a word in small letters", async () => {
    expect(commands.length).toBeGreaterThan(9);
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
    for (const { name } of commands) expect(name).toMatch(/^[a-z]+$/);
    const { stdout } = await cliOnce(["--help"]);
    const [, listed = ""] = /\nCOMMANDS\n([\s\S]*)$/.exec(stdout) ?? [];
    const rows = listed.trimEnd().split("\n");
    expect(rows.map((row) => row.trim().split(/ {2,}/))).toEqual(commands.map(({ name, brief }) => [name, brief]));
  });

  it.each(commands.map(({ name }) => name))("says of %s what the command itself cannot do without", async (name) => {
    const own = await usageOf(name);
    const parts = own.map((line) => line.trim().split(" ")[2]).join("|");
    const expected = own.length === 1 ? own[0] : `  nkp-planner ${name} ${parts} ...`;
    expect(await usageOf()).toContain(expected);
  });

  it("knows which command was meant", async () => {
    for (const { name } of commands) {
      const { code, stderr } = await cliOnce([`${name.slice(0, -1)}`]);
      expect({ name, code }).toEqual({ name, code: 2 });
      expect(stderr).toContain(`\`${name}\``);
    }
  });

  it("gives the version before anything else that is asked", async () => {
    const { stdout } = await cliOnce(["--version"]);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await cliOnce(["-v", "compare"])).toEqual({ code: 0, stdout, stderr: "" });
  });
});
