/** Domain of Cluster API for labels of nodes, which anybody may use. */
const OWN_DOMAIN = "node.cluster.x-k8s.io";
const PASSED_ON_DOMAINS = ["node-restriction.kubernetes.io", OWN_DOMAIN] as const;
const ROLE_DOMAIN = "node-role.kubernetes.io";

/**
 * Whether Cluster API passes a label of a machine on to its node.
 * @param further domains that a management cluster passes on besides, as --additional-sync-machine-labels of its Cluster API says
 * @see https://cluster-api.sigs.k8s.io/reference/api/metadata-propagation
 */
export function reachesNode(label: string, further: readonly string[] = []): boolean {
  const domain = domainOf(label);
  return domain === ROLE_DOMAIN || isOfDomain(label, [...PASSED_ON_DOMAINS, ...further]);
}

/**
 * Domains that the Cluster API of NKP passes on besides, from a release on.
 * @see `nkp create capi-components --help`, NKP 2.18.0, --capi-additional-sync-machine-labels
 */
export const DOMAINS_OF_NKP = { since: [2, 18], domains: ["nvidia.com", "nutanix.com", "amd.com"] } as const;

/** Whether a label is of one of some domains, or of one below them. */
export function isOfDomain(label: string, domains: readonly string[]): boolean {
  const domain = domainOf(label);
  return domains.some((own) => domain === own || domain.endsWith(`.${own}`));
}

function domainOf(label: string): string {
  return label.includes("/") ? (label.split("/")[0] ?? "") : "";
}

/** `pool` → `node.cluster.x-k8s.io/pool` */
export function writtenLabel(key: string): string {
  return `${OWN_DOMAIN}/${key}`;
}
