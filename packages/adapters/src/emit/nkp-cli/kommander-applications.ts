import type { ClusterToEmit } from "../plan-to-emit.ts";

/**
 * What the installer's file says of applications one by one, so that those of the plan are enabled and the others are
 * not; the internal ones come without.
 * @see "Nutanix Kubernetes Platform Guide", the file of a minimal installation of Kommander
 */
const NAMED: readonly string[] = [
  "dex",
  "dex-k8s-authenticator",
  "gatekeeper",
  "git-operator",
  "grafana-logging",
  "grafana-loki",
  "kommander",
  "kommander-ui",
  "kube-prometheus-stack",
  "kubefed",
  "kubernetes-dashboard",
  "kubetunnel",
  "logging-operator",
  "nkp-insights-management",
  "prometheus-adapter",
  "reloader",
  "rook-ceph",
  "rook-ceph-cluster",
  "traefik",
  "traefik-forward-auth-mgmt",
  "velero",
];
/** What `nkp install kommander --init` of later releases names also; older ones may not know them. */
const NAMED_LATER: readonly string[] = ["ai-navigator-app", "external-secrets"];

/** What becomes of the applications that the plan counts on a cluster. */
export interface KommanderApplications {
  /** In the file's order. */
  readonly named: readonly { readonly name: string; readonly isEnabled: boolean }[];
  /** Counted, and not asked about. */
  readonly unnamed: readonly string[];
  /** Counted, and beyond what the licence allows. */
  readonly unlicensed: readonly string[];
}

export function kommanderApplications({ applications }: Pick<ClusterToEmit, "applications">): KommanderApplications {
  const counted = applications.filter(({ isLicensed }) => isLicensed).map(({ name }) => name);
  const isNamed = (name: string) => NAMED.includes(name) || NAMED_LATER.includes(name);
  return {
    named: [...new Set([...NAMED, ...counted.filter(isNamed)])]
      .sort()
      .map((name) => ({ name, isEnabled: counted.includes(name) })),
    unnamed: counted.filter((name) => !isNamed(name)),
    unlicensed: applications.filter(({ isLicensed }) => !isLicensed).map(({ name }) => name),
  };
}
