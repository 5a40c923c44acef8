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

/** Labels of a pool, as they are written. */
export interface NodeLabels {
  readonly reaching: Readonly<Record<string, string>>;
  /** Keys that get a domain of Cluster API's before them, so that they reach nodes. */
  readonly renamed: readonly string[];
  /** Keys of somebody else's domain, which cannot reach nodes under it. */
  readonly staying: readonly string[];
}

export function nodeLabels({ labels }: PoolToEmit): NodeLabels {
  const entries = Object.entries(labels);
  const keys = entries.map(([key]) => key).filter((key) => !reachesNode(key));
  const renamed = keys.filter((key) => !key.includes("/"));
  return {
    reaching: Object.fromEntries(
      entries
        .filter(([key]) => reachesNode(key) || renamed.includes(key))
        .map(([key, value]) => [writtenLabel(key), value]),
    ),
    renamed,
    staying: keys.filter((key) => !renamed.includes(key)),
  };
}

/** `pool` → `node.cluster.x-k8s.io/pool`; a key with a domain stays as it is. */
export function writtenLabel(key: string): string {
  return key.includes("/") ? key : `${OWN_DOMAIN}/${key}`;
}
