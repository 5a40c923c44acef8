import { copyFileSync, existsSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeXlsx } from "hucre";
import { createPlanner, type FleetInput } from "nkp-planner";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fileOf, fleetTextOf, folder, LIST, PRICES, RANGES, root } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const READMES = ["README.md", ...["core", "catalog", "adapters", "cli"].map((name) => `packages/${name}/README.md`)];

interface Block {
  readonly file: string;
  readonly language: string;
  readonly text: string;
}

const BLOCKS: readonly Block[] = [...READMES, "examples/quoting-tool/README.md"].flatMap((file) =>
  [...readFileSync(join(root, file), "utf8").matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(
    ([, language = "", text = ""]) => ({ file, language, text }),
  ),
);

function linesOf(language: string): readonly string[] {
  const blocks = BLOCKS.filter((block) => block.language === language && READMES.includes(block.file));
  return blocks.flatMap(({ text }) => text.split("\n")).map((line) => line.replace(/\s+#.*$/, ""));
}

/** Lines of shell that start the command, as its arguments. */
const COMMANDS = [
  ...new Set(linesOf("sh").flatMap((line) => /^npx (?:-y pnpm@10\.34\.9 )?nkp-planner (.*)$/.exec(line)?.[1] ?? [])),
]
  // These ask for a repository around them: review-commands.test.ts has one.
  .filter((line) => !/^check |^diff HEAD/.test(line))
  .map((line) => line.split(" "));
const SCRIPTS = BLOCKS.filter(({ language }) => language === "sh").flatMap(({ text }) =>
  [...text.matchAll(/^npx -y pnpm@10\.34\.9 (?!nkp-planner|install|--filter)([\w:]+)/gm)].map(([, name]) => name),
);

/** The user's own files by the names that READMEs give them; two tenants, as some commands plan a hundred sizes. */
const OWN: Readonly<Record<string, string>> = {
  "my-prices.yaml": PRICES,
  "my-list.yaml": LIST,
  "my-ranges.yaml": RANGES,
};
const VMS = [
  ["VM", "Powerstate", "Template", "CPUs", "Memory", "Total disk capacity MiB", "Folder"],
  ["a", "poweredOn", "False", 4, 16_384, 102_400, "orchid"],
  ["b", "poweredOn", "False", 2, 8192, 51_200, "basalt"],
];
const TABLE = "tenant,pods,cpu,memory GiB\norchid,12,6,24\nbasalt,4,2,8\n";

/** Arguments with the user's files where they lie, and a folder of its own for what is written. */
function placed(line: readonly string[]): readonly string[] {
  const out = mkdtempSync(join(folder, "out-"));
  // Where it is not said, `init` writes into the folder that it is started in.
  const args = line[0] === "init" && !line.includes("--out") ? [...line, "--out", "nkp-plan"] : line;
  return args.map((one, at) => {
    if (args[at - 1] === "--out") return join(out, one);
    return /^(my-.*\.yaml|tenants\.csv|rvtools\.xlsx)$/.test(one) ? join(folder, one) : one;
  });
}

/** Steps of a workflow are run elsewhere: test/cli/ci. */
const FLEETS = BLOCKS.filter(({ language, text }) => language === "yaml" && !/^ *- uses: /.test(text));

describe("the code blocks of the READMEs", () => {
  beforeAll(async () => {
    fileOf("rvtools.xlsx", Buffer.from(await writeXlsx({ sheets: [{ name: "vInfo", rows: VMS }] })));
    fileOf("my-fleet.yaml", fleetTextOf("orchid", "basalt"));
    fileOf("tenants.csv", TABLE);
    for (const [name, from] of Object.entries(OWN)) copyFileSync(from, join(folder, name));
  });

  it("are of TypeScript, which packages run, of shell, or YAML", () => {
    expect(new Set(BLOCKS.map(({ language }) => language))).toEqual(new Set(["sh", "ts", "yaml"]));
    const typed = BLOCKS.filter(({ language }) => language === "ts").map(({ file }) => file);
    expect(typed.filter((file) => !file.startsWith("packages/"))).toEqual([]);
    expect(COMMANDS.length).toBeGreaterThan(20);
  });

  it.each(COMMANDS.map((args) => [args.join(" "), args] as const))("nkp-planner %s runs", async (_line, args) => {
    const given = placed(args);
    const { code, stderr } = await cli(given);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining(", expected") });
    const to = given[given.indexOf("--out") + 1] ?? "";
    if (given.includes("--out")) expect(existsSync(to)).toBe(true);
  });

  it("start scripts of the workspace that there are", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(SCRIPTS).toContain("start");
    expect(SCRIPTS.filter((name) => !Object.hasOwn(scripts, name ?? ""))).toEqual([]);
  });

  it.each(FLEETS)("of YAML are fleets that plan: $text", ({ text }) => {
    const planner = createPlanner();
    if (!planner.ok) throw new Error(planner.problems[0]?.found);
    const head = { asOf: "2026-11-29", release: "nkp-2.17.1", currency: "EUR" };
    const answer = planner.value.plan({ ...head, ...parse(text) } as FleetInput, { model: "hybrid" });
    expect(answer.ok ? [] : answer.problems).toEqual([]);
  });
});
