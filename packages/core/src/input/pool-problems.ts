import type { Problem } from "../base/findings/problem.ts";
import { didYouMean, shown } from "../base/shown.ts";
import { DEDICATED_TAINT, MAIN_POOL, POOL_LABEL } from "./tenant-pools.ts";

type Raw = Readonly<Record<string, unknown>>;

/** Names of pools that every cluster has. */
export const TAKEN: readonly unknown[] = ["control-plane", "platform"];
/** Labels that every node gets from what it is. */
export const LABELS_OF_NODES = [POOL_LABEL, "kubernetes.io/hostname", "topology.kubernetes.io/zone"];

/** Pools named twice or as a pool of the platform, labels that are not theirs, and workloads that contradict their pool. */
export function poolProblems(
  pools: readonly Raw[],
  workloads: readonly Raw[],
  path: Problem["path"],
): readonly Problem[] {
  const names = pools.map(({ name }) => name);
  return [
    ...pools.flatMap((pool, index) => [
      ...nameProblems(pool, names.indexOf(pool["name"]) !== index, [...path, "pools", index]),
      ...nodeProblems(pool, [...path, "pools", index]),
    ]),
    ...workloads.flatMap((workload, index) => workloadProblems(workload, pools, [...path, "workloads", index])),
  ];
}

function nameProblems({ name }: Raw, isRepeated: boolean, path: Problem["path"]): readonly Problem[] {
  const place = [...path, "name"];
  if (TAKEN.includes(name)) {
    const expected = "a name that the planner does not use";
    return [{ path: place, found: shown(name), expected, fix: "give it another name" }];
  }
  if (!isRepeated) return [];
  return [
    { path: place, found: `${shown(name)} a second time`, expected: "each pool once", fix: "remove one of them" },
  ];
}

function nodeProblems({ name, labels, taints }: Raw, path: Problem["path"]): readonly Problem[] {
  const own = [...labelProblems(labels, path), ...repeatedTaints(name, taints, path)];
  // Everything runs there that names no pool, the platform's pods included.
  const isClosed = name === MAIN_POOL && Array.isArray(taints) && taints.length > 0;
  if (!isClosed) return own;
  const expected = "none on the pool for everything";
  return [...own, { path: [...path, "taints"], found: "taints", expected, fix: "leave them out" }];
}

function labelProblems(labels: unknown, path: Problem["path"]): readonly Problem[] {
  return LABELS_OF_NODES.filter((key) => key in recordOf(labels)).map((key) => ({
    path: [...path, "labels", key],
    found: shown(key),
    expected: "labels beside those that every node gets",
    fix: "leave it out",
  }));
}

/** A node takes one taint of a key and effect, the pool's own included. */
function repeatedTaints(pool: unknown, taints: unknown, path: Problem["path"]): readonly Problem[] {
  const seen = new Set([`${DEDICATED_TAINT} NoSchedule`]);
  return (Array.isArray(taints) ? taints.map(recordOf) : []).flatMap(({ key, effect }, index): readonly Problem[] => {
    if (typeof key !== "string" || typeof effect !== "string") return [];
    const what = `${key} ${effect}`;
    const isSecond = pool !== MAIN_POOL && seen.has(what);
    seen.add(what);
    if (!isSecond) return [];
    const expected = `one of a key and effect; every pool has ${DEDICATED_TAINT}, with its name, NoSchedule`;
    const fix = "leave it out";
    return [{ path: [...path, "taints", index], found: `${shown(what)} a second time`, expected, fix }];
  });
}

function workloadProblems(
  { pool, nodeSelector }: Raw,
  pools: readonly Raw[],
  path: Problem["path"],
): readonly Problem[] {
  const own = pools.map(({ name }) => name).filter((name) => typeof name === "string" && name !== MAIN_POOL);
  const known = [MAIN_POOL, ...(own as readonly string[])];
  if (typeof pool === "string" && !known.includes(pool)) {
    const fix = `${didYouMean(pool, known)}, or add it to pools`;
    return [{ path: [...path, "pool"], found: shown(pool), expected: "one of the tenant's pools", fix }];
  }
  const selected = Object.entries(recordOf(nodeSelector));
  const place = [...path, "nodeSelector"];
  const label = recordOf(nodeSelector)[POOL_LABEL];
  if (typeof pool === "string" && label !== undefined && label !== pool) {
    const fix = "leave one of them out";
    return [{ path: [...place, POOL_LABEL], found: shown(label), expected: `pool ${shown(pool)}, or none`, fix }];
  }
  const meant = pools.find(
    ({ name, labels }) =>
      name !== MAIN_POOL &&
      selected.length > 0 &&
      selected.every(([key, value]) => (key === POOL_LABEL ? name : recordOf(labels)[key]) === value),
  );
  if (typeof pool === "string" || meant === undefined) return [];
  const expected = "pool for a workload that runs in a pool of the tenant's own";
  return [
    { path: place, found: "nodes of a pool by their labels", expected, fix: `write pool: ${String(meant["name"])}` },
  ];
}

function recordOf(value: unknown): Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Raw) : {};
}
