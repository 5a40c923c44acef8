import { execFile } from "node:child_process";
import { resolve } from "node:path";
import process from "node:process";

/** The repository, seen from the folder in which the site is built. */
const root = resolve(process.cwd(), "..");

export interface Answer {
  readonly exitCode: number;
  /** What stands on the terminal: the answer, and what is said about errors. */
  readonly text: string;
}

/** Runs a program of the repository, as a reader of the page would. */
export function runNode(file: string, args: readonly string[] = []): Promise<Answer> {
  const env = { PATH: process.env["PATH"], NO_COLOR: "1", COLUMNS: "80" };
  return new Promise((done, fail) => {
    execFile(process.execPath, [file, ...args], { cwd: root, env, encoding: "utf8" }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : error.code;
      if (typeof exitCode === "number") done({ exitCode, text: `${stdout}${stderr}`.trimEnd() });
      else fail(error);
    });
  });
}
