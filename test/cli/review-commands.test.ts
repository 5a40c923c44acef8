import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { SMALL_FLEET } from "../support/check-scenario.ts";
import { emittedFiles } from "../support/checked.ts";

const BIN = inject("programFile");
const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const LINES = README.split("\n").flatMap((line) => /^npx nkp-planner ((?:check |diff HEAD).*)$/.exec(line)?.[1] ?? []);

let repository: string;

/** A fleet in two revisions, of which the second has a tenant less, and the clusters of the second. */
beforeAll(async () => {
  repository = mkdtempSync(join(tmpdir(), "review-"));
  const [kite, orchid] = SMALL_FLEET.tenants;
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], { cwd: repository });
  git("init", "-q");
  for (const tenants of [[kite, orchid], [kite]]) {
    writeFileSync(join(repository, "my-fleet.yaml"), JSON.stringify({ ...SMALL_FLEET, tenants }));
    git("add", "-A");
    git("commit", "-q", "-m", `${tenants.length} tenants`);
  }
  for (const [path, text] of Object.entries(await emittedFiles({ fleet: { ...SMALL_FLEET, tenants: [kite] } }))) {
    mkdirSync(join(repository, path, ".."), { recursive: true });
    writeFileSync(join(repository, path), text);
  }
});
afterAll(() => rmSync(repository, { recursive: true, force: true }));

it("are two lines of the README", () => {
  expect(LINES.map((line) => line.split(" ")[0])).toEqual(["check", "diff"]);
});

it.each([
  [0, "Nothing found: 2 clusters"],
  [1, "tenant-orchid is gone"],
])("line %i of them runs as it stands", (index, said) => {
  const words = [BIN, ...(LINES[index] ?? "").split(" ")];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: repository, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain(said);
});
