import type { PoolToEmit } from "../plan-to-emit.ts";

const PASSED_ON_DOMAINS = ["node-restriction.kubernetes.io", "node.cluster.x-k8s.io"] as const;
const ROLE_DOMAIN = "node-role.kubernetes.io";

/**
 * Whether Cluster API passes a label of a machine on to its node.
 * @see https://cluster-api.sigs.k8s.io/reference/api/metadata-propagation
 */
export function reachesNode(label: string): boolean {
  const [domain = ""] = label.includes("/") ? label.split("/") : [];
  return domain === ROLE_DOMAIN || PASSED_ON_DOMAINS.some((own) => domain === own || domain.endsWith(`.${own}`));
}

/** Labels of a pool: those that reach its nodes, and the keys of those that do not. */
export function nodeLabels({ labels }: PoolToEmit): {
  readonly reaching: Readonly<Record<string, string>>;
  readonly staying: readonly string[];
} {
  const entries = Object.entries(labels);
  return {
    reaching: Object.fromEntries(entries.filter(([key]) => reachesNode(key))),
    staying: entries.filter(([key]) => !reachesNode(key)).map(([key]) => key),
  };
}
