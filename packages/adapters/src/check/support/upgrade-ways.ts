import type { UpgradePath } from "@nkp-planner/core";

/**
 * The versions on the shortest way from one to another by a vendor's table, both left out; null: the table has none.
 * Of ways alike the one that the table has first.
 */
export function wayBetween(paths: readonly UpgradePath[], from: string, to: string): readonly string[] | null {
  const seen = new Set([from]);
  let ways: readonly (readonly string[])[] = [[from]];
  while (ways.length > 0) {
    const longer: (readonly string[])[] = [];
    for (const way of ways)
      for (const path of paths) {
        if (!path.isSupported || path.from !== way.at(-1) || seen.has(path.to)) continue;
        if (path.to === to) return way.slice(1);
        seen.add(path.to);
        longer.push([...way, path.to]);
      }
    ways = longer;
  }
  return null;
}
