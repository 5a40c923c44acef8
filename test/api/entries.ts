import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ROOT } from "./compiler.ts";

/** What a program may import of a package: its name, or a path below it. */
export interface Entry {
  /** `nkp-planner`, `nkp-planner/money`. */
  readonly name: string;
  /** The source that it is. */
  readonly path: string;
  /** Where what it offers is written down, below the root. */
  readonly report: string;
  /** Whether signatures are held, not names alone: of the package that is made to be kept. */
  readonly isWhole: boolean;
}

/** Folders of `packages/`; of the last one, the library, signatures are held. */
const FOLDERS = ["core", "catalog", "adapters", "cli"] as const;

function entriesOf(folder: (typeof FOLDERS)[number]): readonly Entry[] {
  const { name, exports } = JSON.parse(readFileSync(join(ROOT, "packages", folder, "package.json"), "utf8"));
  return Object.entries<string>(exports)
    .filter(([, path]) => path.endsWith(".ts") && !path.includes("*"))
    .map(([at, path]) => ({
      name: join(name, at),
      path: join(ROOT, "packages", folder, path),
      report: join("packages", folder, "api", `${at === "." ? "index" : basename(at)}.api.md`),
      isWhole: folder === "cli",
    }));
}

/** Every entry of every package, in the order in which the packages need each other. */
export const ENTRIES: readonly Entry[] = FOLDERS.flatMap(entriesOf);
