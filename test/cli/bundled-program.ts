import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { bundleProgram } from "../../packages/cli/scripts/program-bundle.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The program's file: what is built of the sources as they are, for tests that start it as a process of its own. */
    programFile: string;
  }
}

const PACKAGE = fileURLToPath(new URL("../../packages/cli/", import.meta.url));

/** Builds the program once for all who start it: from its sources a start takes twice as long. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "nkp-planner-program-"));
  cpSync(join(PACKAGE, "package.json"), join(folder, "package.json"));
  symlinkSync(join(PACKAGE, "node_modules"), join(folder, "node_modules"));
  mkdirSync(join(folder, "dist"));
  await bundleProgram(join(folder, "dist"));
  project.provide("programFile", join(folder, "dist/bin.js"));
  return () => rmSync(folder, { recursive: true, force: true });
}
