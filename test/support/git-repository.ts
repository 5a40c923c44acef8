import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A repository of git in a folder of its own. */
export interface Repository {
  readonly folder: string;
  /** Writes a file of it; nothing is staged. */
  write(path: string, text: string): void;
  /** Runs git in it. */
  git(...args: readonly string[]): string;
  /** Keeps all files as they are now. */
  commit(message: string): void;
}

/** Nothing of whoever runs the tests: no name, no key, no hook. */
const ENV = { PATH: process.env["PATH"] ?? "", GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
const WHO = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];

/** An empty one. */
export function newRepository(): Repository {
  const folder = mkdtempSync(join(tmpdir(), "nkp-planner-git-"));
  const git = (...args: readonly string[]) =>
    execFileSync("git", [...WHO, ...args], { cwd: folder, env: ENV, encoding: "utf8" });
  git("init", "--quiet", "--initial-branch=main");
  return {
    folder,
    git,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    commit(message) {
      git("add", "--all");
      git("commit", "--quiet", "--message", message);
    },
  };
}
