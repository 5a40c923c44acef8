import { createRequire } from "node:module";
import { resolve } from "node:path";
import process from "node:process";
import type TypeScript from "typescript";

// Loaded when asked for: a compiler has no place in what is bundled.
export const ts: typeof TypeScript = createRequire(resolve(process.cwd(), "package.json"))("typescript");

const root = resolve(process.cwd(), "..");

/** The packages that others may import, in the order in which to read about them. */
export const packages = [
  {
    id: "core",
    name: "@nkp-planner/core",
    about: "The planner: pure functions from tenants, platform and prices to a plan.",
  },
  { id: "catalog", name: "@nkp-planner/catalog", about: "Facts about NKP releases, with source and confidence." },
  {
    id: "adapters",
    name: "@nkp-planner/adapters",
    about: "Readers of the files people write, writers of files for other tools.",
  },
] as const;

export type PackageId = (typeof packages)[number]["id"];

export function entryOf(id: PackageId): string {
  return resolve(root, `packages/${id}/src/index.ts`);
}

/** `packages/core/src/plan/plan.ts` */
export function pathInRepository(fileName: string): string {
  return fileName.slice(root.length + 1);
}

export const program = ts.createProgram(
  packages.map(({ id }) => entryOf(id)),
  {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  },
);
export const checker = program.getTypeChecker();
