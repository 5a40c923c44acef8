import type { Problem } from "../base/findings/problem.ts";
import { didYouMean, shown } from "../base/shown.ts";
import { MAIN_POOL } from "./tenant-pools.ts";

/** Names of pools that every cluster has. */
const TAKEN = ["control-plane", "platform"];

/** Pools named twice or as a pool of the platform, and workloads in pools that are not there. */
export function poolProblems(
  pools: readonly Readonly<Record<string, unknown>>[],
  workloads: readonly Readonly<Record<string, unknown>>[],
  path: Problem["path"],
): readonly Problem[] {
  const names = pools.map(({ name }) => name);
  const known = [MAIN_POOL, ...names.filter((name) => typeof name === "string" && name !== MAIN_POOL)] as string[];
  const ofPools = pools.flatMap(({ name, labels, taints }, index): readonly Problem[] => {
    const at = [...path, "pools", index];
    if (typeof name === "string" && TAKEN.includes(name))
      return [
        {
          path: [...at, "name"],
          found: shown(name),
          expected: "a name that the planner does not use",
          fix: "give it another name",
        },
      ];
    if (names.indexOf(name) !== index)
      return [
        {
          path: [...at, "name"],
          found: `${shown(name)} a second time`,
          expected: "each pool once",
          fix: "remove one of them",
        },
      ];
    // Everything runs there that names no pool, the platform's pods included.
    const isMain = name === MAIN_POOL && Array.isArray(taints) && taints.length > 0;
    const own = labels !== null && typeof labels === "object" && "pool" in labels;
    return [
      ...(isMain
        ? [
            {
              path: [...at, "taints"],
              found: "taints",
              expected: "none on the pool for everything",
              fix: "leave them out",
            },
          ]
        : []),
      ...(own
        ? [
            {
              path: [...at, "labels", "pool"],
              found: "pool",
              expected: "labels beside it",
              fix: "leave it out: it is the pool's name",
            },
          ]
        : []),
    ];
  });
  const ofWorkloads = workloads.flatMap(({ pool }, index): readonly Problem[] =>
    typeof pool !== "string" || known.includes(pool)
      ? []
      : [
          {
            path: [...path, "workloads", index, "pool"],
            found: shown(pool),
            expected: "one of the tenant's pools",
            fix: `${didYouMean(pool, known)}, or add it to pools`,
          },
        ],
  );
  return [...ofPools, ...ofWorkloads];
}
