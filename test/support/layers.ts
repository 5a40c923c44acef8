import { dirname, join, relative } from "node:path";

/**
 * The layers of core, from the lowest up. A file may know what is in its own layer and below, never what is above:
 * values and types alike.
 */
export const LAYERS = [
  "base",
  "input",
  "models",
  "demand",
  "scheduling",
  "prices",
  "clusters",
  "costs",
  "price-list",
  "plan",
  "lifecycle",
  "views",
  "streamed",
  "decision",
  "questions",
  "forecast",
  "whatif",
  "documents",
  "door",
] as const;

/** A source by its path below `packages/core/src`, and what it imports there. */
export interface CoreFile {
  readonly path: string;
  /** Paths below `packages/core/src` too. */
  readonly imports: readonly string[];
}

const SOURCE = "packages/core/src";

/** Sources of core with their own imports alone. The barrels at its root stand outside. */
export function coreFilesOf(
  sources: readonly { readonly path: string; readonly imports: readonly string[] }[],
): readonly CoreFile[] {
  return sources
    .map(({ path, imports }) => ({
      path: relative(SOURCE, path),
      imports: imports.filter((one) => one.startsWith(".")).map((one) => relative(SOURCE, join(dirname(path), one))),
    }))
    .filter(({ path }) => path.includes("/"));
}

/** Every import that goes up, and every file that is in no layer. */
export function importsThatGoUp(files: readonly CoreFile[]): readonly string[] {
  return files.flatMap(({ path, imports }) => {
    const own = layerOf(path);
    if (own < 0) return [`${path} is in no layer: put it into one of ${LAYERS.join(", ")}`];
    return imports
      .filter((other) => layerOf(other) > own)
      .map(
        (other) => `${path} imports ${other}, which is above it: move what both need down, or take it as an argument`,
      );
  });
}

function layerOf(path: string): number {
  return LAYERS.findIndex((layer) => path.startsWith(`${layer}/`));
}

/** Folders that need each other, each circle as the imports that close it. */
export function circlesOfFolders(files: readonly CoreFile[]): readonly string[] {
  const edges = files.flatMap(({ path, imports }) =>
    imports
      .map((other) => ({ from: dirname(path), to: dirname(other), text: `${path} imports ${other}` }))
      .filter(({ from, to }) => from !== to),
  );
  const below = new Map<string, Set<string>>();
  for (const { from, to } of edges) below.set(from, (below.get(from) ?? new Set()).add(to));
  const reaches = (from: string, wanted: string, seen = new Set<string>()): boolean =>
    [...(below.get(from) ?? [])].some((next) => {
      if (next === wanted) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, wanted, seen);
    });
  return edges.filter(({ from, to }) => reaches(to, from)).map(({ text }) => `${text}, and is needed there in turn`);
}
