import { describe, expect, it } from "vitest";
import { commands, type ListedCommand } from "../../packages/cli/src/commands/index.ts";
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
    const rows = listed
      .trimEnd()
      .replaceAll(/\n {3,}/g, " ")
      .split("\n");
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

type Loaded = Awaited<ReturnType<ListedCommand["load"]>>["command"];

/** The words that call a command, and those that call each command below it. */
function routesIn(words: readonly string[], command: Loaded): readonly { words: readonly string[]; command: Loaded }[] {
  const below = "getAllEntries" in command ? command.getAllEntries() : [];
  return [{ words, command }, ...below.flatMap(({ name, target }) => routesIn([...words, name.original], target))];
}

const routes = (
  await Promise.all(commands.map(async ({ name, load }) => routesIn([name], (await load()).command)))
).flat();

/** Paragraphs of a section, each option with its lines. */
function entriesOf(help: string, section: string): readonly string[] {
  const [, text = ""] = new RegExp(`\\n${section}\\n([\\s\\S]*?)(\\n\\n|\\n?$)`).exec(help) ?? [];
  return text.split(/\n(?= {2}-| {6}--| {2}\[| {2}\S)/).map((entry) => entry.replaceAll(/\s+/g, " ").trim());
}

describe("help", () => {
  it.each([[], ...routes.map(({ words }) => words)])("of %s %s fits 80 columns", async (...words) => {
    const { code, stdout } = await cliOnce([...words.filter((word) => word !== undefined), "--help"]);
    expect(code).toBe(0);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).not.toMatch(/ +\n/);
  });

  const options = routes.flatMap(({ words, command }) => {
    const { flags = {} } = ("parameters" in command ? command.parameters : {}) as { flags?: Record<string, unknown> };
    return Object.keys(flags).length === 0 ? [] : [{ words, count: Object.keys(flags).length }];
  });

  it.each(options)("of $words names what each option takes, and what holds without it", async ({ words, count }) => {
    const { stdout } = await cliOnce([...words, "--help"]);
    const entries = entriesOf(stdout, "FLAGS").filter((entry) => !/^(-h, )?--help/.test(entry));
    expect(entries).toHaveLength(count);
    for (const entry of entries) {
      expect(entry).toMatch(/^--[a-z-]+( [A-Z][A-Z,=]*(\.\.\.)?)? [A-Z]/);
      expect(entry).toMatch(/\((default: .*|needed)\)/);
      // Only what is switched on takes no value.
      expect(/^--[a-z-]+ [A-Z]+[ ,=.]/.test(entry) || /\(default: off\)/.test(entry), entry).toBe(true);
    }
  });

  it("keeps commands that are longer than a line such that they can be copied", async () => {
    const { stdout } = await cliOnce(["breakeven", "--help"]);
    expect(stdout).toContain("--margin 25% \\\n    --sku MK-VCPU\n");
  });
});

describe("a word that the command line does not know", () => {
  it.each([
    [
      ["plan", "--model", "starter"],
      '--model takes starter-self-managed, ultimate-centralized, hybrid, starter-managed or pro-self-managed, not "starter"',
    ],
    [["compare", "--format", "jsn"], 'did you mean "json"?'],
    [["compare", "--allow", "all"], "--allow takes infeasible or invalid-prices"],
    [["plan", "--modl", "hybrid"], "did you mean --model?"],
    [["plan", "--currency", "EUR"], "nkp-planner plan --help lists its options"],
    [["pln"], "did you mean `plan`?"],
    [["frobnicate"], "nkp-planner --help lists the commands"],
    [["my-fleet.yaml"], "write a command before it, such as nkp-planner compare my-fleet.yaml"],
    [["--prices", "mine.yaml"], "write a command before it, such as nkp-planner compare --prices"],
    [["catalog", "shw"], "did you mean `show`?"],
    [["sizes", "--up-to", "ten"], '--up-to: "ten" is no number of tenants from 1 to 500'],
    [["sizes", "--up-to", "30 tenants"], "write 30"],
    [["forecast", "--discount", "8%"], "write 8: it counts in percent"],
    [["forecast", "--discount", "7,5"], "write 7.5"],
    [["forecast", "--months", "36 months"], "write 36"],
    [["breakeven", "--pod", "500milli,2GB,10Gi"], 'write "500m"'],
    [["breakeven", "--pod", "500m,2GB,10Gi"], 'write "2Gi"'],
    [["breakeven", "--pod", "500m,2,10Gi"], 'write "2Gi" or "2Mi", or "2B" if bytes are meant'],
    [["plan", "a", "b"], "Too many arguments"],
  ])("%j", async (args, says) => {
    const { code, stderr } = await cliOnce(args);
    expect(code).toBe(2);
    expect(stderr.replaceAll(/\s+/g, " ")).toContain(says);
    expect(stderr.split("\n").every((line) => line.length <= 80)).toBe(true);
  });
});
