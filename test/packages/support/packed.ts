import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { folderOf, PACKAGES, ROOT } from "./user.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A folder of this run alone, gone after it: scratch projects are made in it. */
    scratchFolder: string;
    /** The tarball of each package, by its folder below `packages/`. */
    tarballs: Readonly<Record<string, string>>;
  }
}

function pnpm(...args: readonly string[]): string {
  const entry = process.env["npm_execpath"];
  const [command, first] = entry?.includes("pnpm") ? [process.execPath, [entry]] : ["npx", ["-y", "pnpm@10.34.9"]];
  return execFileSync(command, [...first, ...args], { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** Builds and packs the four packages once for all of the project's tests. */
export default function setup(project: TestProject): () => void {
  const scratchFolder = mkdtempSync(join(tmpdir(), "nkp-planner-packages-"));
  for (const name of PACKAGES) {
    // The site is built after the packages, by the same command.
    if (process.env["SITE_IS_BUILT"] !== "1") pnpm("--filter", `./packages/${name}`, "run", "build");
    pnpm("--filter", `./packages/${name}`, "pack", "--pack-destination", scratchFolder);
  }
  const files = readdirSync(scratchFolder).filter((one) => one.endsWith(".tgz"));
  project.provide("scratchFolder", scratchFolder);
  project.provide("tarballs", Object.fromEntries(files.map((file) => [folderOf(file), join(scratchFolder, file)])));
  return () => rmSync(scratchFolder, { recursive: true, force: true });
}
