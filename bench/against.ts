import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { FleetKind } from "./fleets.ts";
import { figureText, printPart, tableText, timeText } from "./report.ts";
import { progress } from "./timing.ts";

const root = join(import.meta.dirname, "..");
const KINDS: readonly FleetKind[] = ["distinct", "repeated"];
const QUICK = { sizes: [100], rounds: 1 };
const FULL = { sizes: [100, 1000], rounds: 3 };

/** What `--against` names is no checkout. */
export class NoCheckout extends Error {
  override readonly name = "NoCheckout";
}

/** What one checkout made of a fleet: see one-comparison.ts. */
interface Comparison {
  readonly ms: number;
  readonly digest: string;
}

/**
 * Two checkouts by turns in the same run, so that whatever else the machine does slows both: this one, and a folder or
 * a commit of this repository.
 * @throws NoCheckout where there is no such folder or commit; Error where one of them cannot plan
 */
export function measureAgainst(other: string, isQuick: boolean): void {
  const top = mkdtempSync(join(tmpdir(), "nkp-planner-against-"));
  try {
    const folder = existsSync(join(other, "packages/core"))
      ? realpathSync(other)
      : worktreeOf(other, join(top, "other"));
    const { sizes, rounds } = isQuick ? QUICK : FULL;
    const rows = KINDS.flatMap((kind) =>
      sizes.map((tenantCount) => {
        const before: Comparison[] = [];
        const now: Comparison[] = [];
        for (let round = 1; round <= rounds; round += 1) {
          progress(`${tenantCount} tenants, ${kind} sizes, round ${round} of ${rounds}`);
          before.push(comparisonIn(folder, kind, tenantCount));
          now.push(comparisonIn(root, kind, tenantCount));
        }
        const [was, is] = [middle(before), middle(now)];
        const ratio = `${figureText(is / was)} ×`;
        return [kind, String(tenantCount), timeText(was), timeText(is), ratio, sameText(before, now)];
      }),
    );
    printPart(
      `Beside ${other}`,
      [
        "Whole comparisons of Starter per tenant and Ultimate, each in a program of its own with nothing",
        `remembered, by turns; the middle of ${rounds === 1 ? "one run" : `${rounds} runs`} each. Below 1 × this checkout is the faster one.`,
      ],
      tableText(["sizes", "tenants", "there", "here", "here / there", "answers"], rows),
    );
  } finally {
    spawnSync("git", ["worktree", "remove", "--force", join(top, "other")], { cwd: root });
    rmSync(top, { recursive: true, force: true });
  }
}

function comparisonIn(folder: string, kind: FleetKind, tenantCount: number): Comparison {
  const program = join(import.meta.dirname, "one-comparison.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, folder, kind, String(tenantCount)], {
    ...{ cwd: folder, encoding: "utf8" },
  });
  if (status !== 0) throw new Error(`${folder} does not plan:\n${stderr}`);
  return JSON.parse(stdout);
}

function middle(all: readonly Comparison[]): number {
  return all.map(({ ms }) => ms).sort((a, b) => a - b)[Math.floor(all.length / 2)] as number;
}

/** Faster is nothing where the answer is another one. */
function sameText(before: readonly Comparison[], now: readonly Comparison[]): string {
  return new Set([...before, ...now].map(({ digest }) => digest)).size === 1 ? "the same" : "differ";
}

/** A commit in a folder of its own, with the libraries that are installed here. @throws NoCheckout */
function worktreeOf(commit: string, folder: string): string {
  const { status, stderr } = spawnSync("git", ["worktree", "add", "--quiet", "--detach", folder, commit], {
    ...{ cwd: root, encoding: "utf8" },
  });
  if (status !== 0)
    throw new NoCheckout(`--against: ${commit} is no folder with packages/core, and no commit: ${stderr.trim()}`);
  for (const below of ["", ...readdirSync(join(folder, "packages")).map((name) => join("packages", name))])
    linkModules(folder, join(below, "node_modules"));
  return folder;
}

/** The libraries of this checkout, and of its own packages those of the other one. */
function linkModules(folder: string, below: string): void {
  const from = join(root, below);
  if (!existsSync(from)) return;
  mkdirSync(join(folder, below), { recursive: true });
  for (const name of readdirSync(from)) {
    const at = join(below, name);
    if (name.startsWith(".")) continue;
    if (lstatSync(join(root, at)).isSymbolicLink()) symlinkSync(inOther(folder, join(root, at)), join(folder, at));
    else if (name.startsWith("@")) linkModules(folder, at);
  }
}

function inOther(folder: string, link: string): string {
  const real = realpathSync(link);
  return real.startsWith(join(root, "packages/")) ? join(folder, relative(root, real)) : real;
}
