import { execFile } from "node:child_process";
import { inject } from "vitest";
import type { Outcome } from "./process.ts";

/** Runs the command line as a program of its own, in a folder, with nothing of this process but what it is given. */
export function program(
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Outcome> {
  const options = { cwd, env: { PATH: process.env["PATH"] ?? "", NO_COLOR: "1", ...env }, encoding: "utf8" } as const;
  return new Promise((done) => {
    execFile(process.execPath, [inject("programFile"), ...args], options, (error, stdout, stderr) => {
      done({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}
