import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { type EmittedFile, textOf } from "@nkp-planner/adapters";

export const hasShellcheck = spawnSync("shellcheck", ["--version"], { timeout: 60_000 }).status === 0;

export const USER = "msp-automation";
export const PASSWORD = "s3cret $(: >canary)";

/** What a script did. */
export interface ScriptRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Arguments of each call of `nkp`, in order. */
  readonly calls: readonly (readonly string[])[];
  /** What `nkp` found in its environment, at each call. */
  readonly accounts: readonly { readonly user: string; readonly password: string }[];
  /** Files that were not there before, below the folder of the files. */
  readonly made: readonly string[];
}

/** Writes down its arguments, NUL after each, behind their number and two variables; prints an object, and ends as it is told. */
const FAKE_NKP = `#!/bin/sh
printf '%s\\0' "$#" "\${NUTANIX_USER-}" "\${NUTANIX_PASSWORD-}" "$@" >>"$NKP_CALLS"
printf 'kind: Cluster\\n'
exit "\${NKP_STATUS:-0}"
`;

/** Files that an adapter wrote, in a folder that is gone when `use` is through. */
export function withWritten<Result>(files: readonly EmittedFile[], use: (folder: string) => Result): Result {
  const top = mkdtempSync(join(tmpdir(), "nkp-planner-scripts-"));
  try {
    const folder = join(top, "files");
    for (const file of files) {
      const path = join(folder, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, textOf(file));
      if ("isExecutable" in file && file.isExecutable === true) chmodSync(path, 0o755);
    }
    mkdirSync(join(top, "bin"));
    writeFileSync(join(top, "bin/nkp"), FAKE_NKP, { mode: 0o755 });
    symlinkSync(found("dirname"), join(top, "bin/dirname"));
    return use(folder);
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

/** Runs a script in the folder by the real bash; on its path are `dirname` and an `nkp` that writes its arguments down. */
export function runScript(
  folder: string,
  path: string,
  more: {
    readonly env?: Readonly<Record<string, string>>;
    readonly flags?: readonly string[];
    readonly further?: readonly string[];
  } = {},
): ScriptRun {
  const top = dirname(folder);
  const calls = join(top, "calls");
  writeFileSync(calls, "");
  const before = filesIn(folder);
  const account = { NUTANIX_USER: USER, NUTANIX_PASSWORD: PASSWORD };
  const env = { PATH: join(top, "bin"), NKP_CALLS: calls, LC_ALL: "C.UTF-8", ...(more.env ?? account) };
  const { status, stdout, stderr } = spawnSync(
    found("bash"),
    [...(more.flags ?? []), join(folder, path), ...(more.further ?? [])],
    {
      ...{ cwd: folder, env, encoding: "utf8", timeout: 60_000 },
    },
  );
  const words = readFileSync(calls, "utf8").split("\0").slice(0, -1);
  const runs: { readonly argv: readonly string[]; readonly user: string; readonly password: string }[] = [];
  while (words.length > 0) {
    const [count = "", user = "", password = ""] = words.splice(0, 3);
    runs.push({ argv: words.splice(0, Number(count)), user, password });
  }
  return {
    ...{ status, stdout, stderr },
    calls: runs.map(({ argv }) => argv),
    accounts: runs.map(({ user, password }) => ({ user, password })),
    made: filesIn(folder).filter((name) => !before.includes(name)),
  };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
}

/** Where a program lies. @throws Error where it is on no path */
export function found(program: string): string {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    if (folder !== "" && readable(folder).includes(program)) return join(folder, program);
  }
  throw new Error(`${program} is not on the path.`);
}

function readable(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
