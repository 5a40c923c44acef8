import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PACKAGES = ["core", "catalog", "adapters", "cli"] as const;
const root = join(import.meta.dirname, "..");

/** The program as it is installed, from what `pnpm build` has made, in a folder of its own. @throws Error where it is not built */
export function builtProgram(): string {
  const modules = join(mkdtempSync(join(tmpdir(), "nkp-planner-built-")), "node_modules");
  for (const name of PACKAGES) {
    const from = join(root, "packages", name);
    if (!existsSync(join(from, "dist"))) throw new Error("Nothing is built; run pnpm build first.");
    const manifest = JSON.parse(readFileSync(join(from, "package.json"), "utf8"));
    const to = join(modules, manifest.name);
    mkdirSync(to, { recursive: true });
    // As packing does it: what is published stands in place of what the workspace runs from.
    writeFileSync(join(to, "package.json"), JSON.stringify({ ...manifest, ...manifest.publishConfig }));
    for (const folder of ["dist", "data", "schema"])
      if (existsSync(join(from, folder))) cpSync(join(from, folder), join(to, folder), { recursive: true });
    linkOthers(join(from, "node_modules"), modules, Object.keys(manifest.dependencies ?? {}));
  }
  return join(modules, "nkp-planner/dist/bin.js");
}

/** Libraries of others where they lie. */
function linkOthers(from: string, modules: string, names: readonly string[]): void {
  for (const name of names) {
    const to = join(modules, name);
    if (name.startsWith("@nkp-planner/") || existsSync(to)) continue;
    mkdirSync(join(to, ".."), { recursive: true });
    symlinkSync(realpathSync(join(from, name)), to);
  }
}
