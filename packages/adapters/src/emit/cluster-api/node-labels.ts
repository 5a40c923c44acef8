import type { PoolToEmit } from "../plan-to-emit.ts";

const OWN_DOMAIN = "node.cluster.x-k8s.io";
const PASSED_ON_DOMAINS = ["node-restriction.kubernetes.io", OWN_DOMAIN] as const;
const ROLE_DOMAIN = "node-role.kubernetes.io";

/**
 * Whether Cluster API passes a label of a machine on to its node.
 * @see https://cluster-api.sigs.k8s.io/reference/api/metadata-propagation
 */
function reachesNode(label: string): boolean {
  const [domain = ""] = label.includes("/") ? label.split("/") : [];
  return domain === ROLE_DOMAIN || PASSED_ON_DOMAINS.some((own) => domain === own || domain.endsWith(`.${own}`));
}

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

/** `pool` → `node.cluster.x-k8s.io/pool` */
export function writtenLabel(key: string): string {
  return `${OWN_DOMAIN}/${key}`;
}
