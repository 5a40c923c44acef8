import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** `pnpm test:fast`: the tests that take seconds, and of those that take a little longer what a change reaches. */

/** On two cores with nothing else to do. More is said aloud and fails nothing: a slow machine is nobody's mistake. */
const BUDGET_SECONDS = 60;

const ALWAYS = ["unit", "scenarios", "architecture"];

/** Run as far as they import what has changed; and whole where something has that they read or start, not import. */
const BY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  contracts: ["test/golden/", "examples/", "packages/catalog/dataset/"],
  planner: [],
  calculator: ["packages/core/schema/"],
  oracle: ["test/oracle/"],
};

/** Too slow for every change of the planner: run where something of their own has changed. */
const BY_FOLDER: Readonly<Record<string, readonly string[]>> = {
  cli: ["packages/cli/", "test/cli/", "test/golden/", "examples/", "packages/core/schema/", "README.md"],
  api: ["packages/", "test/api/"],
  properties: ["test/properties/"],
  "quoting-tool": ["examples/quoting-tool/", "packages/cli/src/library/"],
  scale: ["examples/scale/"],
  "how-to": ["docs/how-to/", "test/how-to/"],
};

const startedAt = performance.now();
const base = baseOfChange();
const changed = [...git("diff", "--name-only", base), ...git("ls-files", "--others", "--exclude-standard")];
const isTouched = ([, folders]: readonly [string, readonly string[]]) =>
  changed.some((path) => folders.some((folder) => path.startsWith(folder)));
const suites = [...Object.entries(BY_IMPORT), ...Object.entries(BY_FOLDER)];
const whole = suites.filter(isTouched).map(([name]) => name);
const partly = Object.keys(BY_IMPORT).filter((name) => !whole.includes(name));
const leftOut = [
  ...Object.keys(BY_FOLDER).filter((name) => !whole.includes(name)),
  "second-opinion",
  "packages",
  "site",
];

console.log(`${changed.length} files differ from ${base.slice(0, 12)}.`);
const codes = [vitest([...ALWAYS, ...whole])];
if (partly.length > 0) codes.push(vitest(partly, "--changed", base, "--passWithNoTests"));

const seconds = Math.round((performance.now() - startedAt) / 1000);
console.log(`\nTook ${seconds} s of ${BUDGET_SECONDS} s. Left out: ${leftOut.join(", ")}; pnpm test runs them too.`);
if (seconds > BUDGET_SECONDS)
  console.log(`\n*** OVER BUDGET by ${seconds - BUDGET_SECONDS} s, unless the machine was busy. ***\n`);
process.exitCode = Math.max(...codes);

/** On a branch: where it left main. On main: the commit before, or the last one where there is something beside it. */
function baseOfChange(): string {
  const [head = "HEAD"] = git("rev-parse", "HEAD");
  const main = ["main", "origin/main"].find((name) => git("rev-parse", "--verify", "--quiet", name).length > 0);
  const [fork = head] = main === undefined ? [] : git("merge-base", main, head);
  if (fork !== head) return fork;
  const [before = head] = git("rev-parse", "--verify", "--quiet", "HEAD~1");
  return git("status", "--porcelain").length > 0 ? head : before;
}

/** The lines that git prints; none where it has no answer. */
function git(...args: readonly string[]): readonly string[] {
  const { stdout } = spawnSync("git", args, { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line !== "");
}

function vitest(projects: readonly string[], ...more: readonly string[]): number {
  const entry = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
  const args = [entry, "run", ...projects.flatMap((name) => ["--project", name]), ...more];
  return spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
}
