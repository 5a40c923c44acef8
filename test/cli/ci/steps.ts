import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { inject } from "vitest";
import { CI_EXAMPLE } from "../../support/ci-example.ts";
import { root } from "../../support/command-line.ts";

/** What a shell of a CI system did. */
export interface StepRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The example repository under git, and a machine of a CI system to run its steps on. */
export interface Machine {
  /** Where the repository lies. */
  readonly repository: string;
  /** A folder for what a job keeps for itself. */
  readonly temp: string;
  read(path: string): string;
  write(path: string, text: string): void;
  edit(path: string, before: string, after: string): void;
  git(...args: readonly string[]): string;
  has(path: string): boolean;
  /** Runs the text of a step by bash, as the systems start it. */
  run(script: string, env?: Readonly<Record<string, string>>, cwd?: string): StepRun;
  remove(): void;
}

/** Nothing of whoever runs the tests: no name, no key, no hook. */
const GIT = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
const WHO = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];

/** The program, as `npm install` would put it on the path. */
const PROGRAM = `#!/bin/sh
exec "${process.execPath}" "${inject("programFile")}" "$@"
`;

/** Stands in for the registry: puts the program, and what is shipped beside it, where it was told to. */
const NPM = `#!/usr/bin/env bash
set -euo pipefail
echo "npm $*" >>"$NPM_ASKED"
if [ "$1" = root ]; then echo "$NPM_GLOBAL/lib/node_modules"; exit; fi
prefix="$NPM_GLOBAL"
while [ "$#" -gt 0 ]; do
  if [ "$1" = --prefix ]; then prefix="$2"; fi
  shift
done
mkdir -p "$prefix/bin" "$prefix/lib/node_modules/nkp-planner"
cp "$NPM_PROGRAM" "$prefix/bin/nkp-planner"
cp -R "${root}ci" "$prefix/lib/node_modules/nkp-planner/"
`;

/** @param more.isInstalled whether the program is on the path from the beginning */
export function newMachine({ isInstalled }: { readonly isInstalled: boolean }): Machine {
  const top = mkdtempSync(join(tmpdir(), "nkp-planner-ci-"));
  const [repository, temp, bin, global] = ["repository", "temp", "bin", "global"].map((name) => join(top, name)) as [
    string,
    string,
    string,
    string,
  ];
  for (const folder of [temp, bin, join(global, "bin")]) mkdirSync(folder, { recursive: true });
  cpSync(CI_EXAMPLE, repository, { recursive: true });
  const git = (...args: readonly string[]) =>
    execFileSync("git", [...WHO, ...args], {
      cwd: repository,
      env: { PATH: process.env["PATH"], ...GIT },
      encoding: "utf8",
    });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "As planned");
  writeFileSync(join(top, "nkp-planner"), PROGRAM, { mode: 0o755 });
  writeFileSync(join(bin, "npm"), NPM, { mode: 0o755 });
  symlinkSync(process.execPath, join(bin, "node"));
  if (isInstalled) cpSync(join(top, "nkp-planner"), join(bin, "nkp-planner"));
  // The workspace has the program on its own path.
  const others = (process.env["PATH"] ?? "").split(delimiter).filter((one) => !one.includes("node_modules"));
  const at = (path: string) => join(repository, path);
  const read = (path: string) => readFileSync(at(path), "utf8");
  const write = (path: string, text: string) => writeFileSync(at(path), text);
  return {
    ...{ repository, temp, git, read, write },
    edit(path, before, after) {
      const text = read(path);
      if (text.split(before).length !== 2) throw new Error(`${before} does not stand once in ${path}`);
      write(
        path,
        text.replace(before, () => after),
      );
    },
    has: (path) => existsSync(at(path)),
    run(script, env = {}, cwd = repository) {
      const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
        cwd,
        env: {
          PATH: [bin, join(global, "bin"), ...others].join(delimiter),
          ...{ NPM_ASKED: join(top, "asked"), NPM_GLOBAL: global, NPM_PROGRAM: join(top, "nkp-planner") },
          ...GIT,
          ...env,
        },
        encoding: "utf8",
      });
      return { code: status, stdout, stderr };
    },
    remove: () => rmSync(top, { recursive: true, force: true }),
  };
}
