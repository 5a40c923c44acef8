import { reachesNode, writtenLabel } from "../../kubernetes/node-label-sync.ts";
import type { PoolToEmit } from "../plan-to-emit.ts";

/** Labels of a pool, by what becomes of them. */
export interface NodeLabels {
  /** As they are. */
  readonly reaching: Readonly<Record<string, string>>;
  /** Keys without a domain: with one of Cluster API's before them they reach nodes. */
  readonly bare: readonly string[];
  /** Keys of somebody else's domain, which cannot reach nodes under it. */
  readonly staying: readonly string[];
}

export function nodeLabels({ labels }: PoolToEmit): NodeLabels {
  const keys = Object.keys(labels).filter((key) => !reachesNode(key));
  return {
    reaching: Object.fromEntries(Object.entries(labels).filter(([key]) => reachesNode(key))),
    bare: keys.filter((key) => !key.includes("/")),
    staying: keys.filter((key) => key.includes("/")),
  };
}

/** Labels of a pool so that they reach its nodes; without those that cannot. */
export function writtenLabels(pool: PoolToEmit): Readonly<Record<string, string>> {
  const { reaching, bare } = nodeLabels(pool);
  return { ...Object.fromEntries(bare.map((key) => [writtenLabel(key), pool.labels[key] ?? ""])), ...reaching };
}
