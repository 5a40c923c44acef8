import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { PACKAGES, ROOT } from "./support/user.ts";

const MANIFESTS = [...PACKAGES.map((name) => `packages/${name}/package.json`), "site/package.json"];

/** The versions that changesets makes of one change, in a copy of what it reads. */
function versionsAfter(bump: "patch" | "minor" | "major"): ReadonlySet<string> {
  const copy = join(inject("scratchFolder"), `versions-${bump}`);
  for (const file of [
    "package.json",
    "pnpm-workspace.yaml",
    "pnpm-lock.yaml",
    ".changeset/config.json",
    ...MANIFESTS,
  ]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file));
  }
  const run = (command: string, ...args: readonly string[]) =>
    execFileSync(command, args, { cwd: copy, stdio: "pipe" });
  run("git", "init", "--quiet", "--initial-branch", "main");
  writeFileSync(
    join(copy, ".changeset/change.md"),
    `---\n"@nkp-planner/core": ${bump}\n---\n\nNodes are counted anew.\n`,
  );
  run(process.execPath, join(ROOT, "node_modules/@changesets/cli/bin.js"), "version");
  return new Set(MANIFESTS.map((file) => JSON.parse(readFileSync(join(copy, file), "utf8")).version));
}

/** Numbers of a version, the given one raised by one, and those after it at zero. */
function raised(version: string, at: number): string {
  const numbers = version.split(".").map(Number);
  return numbers.map((number, place) => (place < at ? number : place === at ? number + 1 : 0)).join(".");
}

describe("a change of one package", () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, "packages/core/package.json"), "utf8"));

  // Core is a peer of two of them: a minor one must not come out as a major one for that.
  it.each([
    ["major", 0],
    ["minor", 1],
    ["patch", 2],
  ] as const)("that is %s moves all of them by as much, the site too", (bump, at) => {
    expect([...versionsAfter(bump)]).toEqual([raised(version, at)]);
  });
});
