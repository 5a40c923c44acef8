import { dirname, join, relative } from "node:path";

/**
 * The floors of core, from the ground up. A file may know what is on its own floor and below, never what is above:
 * values and types alike.
 */
export const FLOORS = [
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
  "views",
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

/** Sources of core with their own imports alone. The barrels at its root stand outside the house. */
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

/** Every import that goes up, and every file that is on no floor. */
export function importsThatGoUp(files: readonly CoreFile[]): readonly string[] {
  return files.flatMap(({ path, imports }) => {
    const own = floorOf(path);
    if (own < 0) return [`${path} is on no floor: put it on one of ${FLOORS.join(", ")}`];
    return imports
      .filter((other) => floorOf(other) > own)
      .map(
        (other) => `${path} imports ${other}, which is above it: move what both need down, or take it as an argument`,
      );
  });
}

function floorOf(path: string): number {
  return FLOORS.findIndex((floor) => path.startsWith(`${floor}/`));
}

/** Rooms (folders) that need each other, each circle as the imports that close it. */
export function circlesOfRooms(files: readonly CoreFile[]): readonly string[] {
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
