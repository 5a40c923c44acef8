import { type Finding, findingText } from "@nkp-planner/core";
import type { PlatformWords } from "../site/platform-words.ts";
import type { SiteCluster } from "../site/site-cluster.ts";
import { type SecretNeeded, secretsOf } from "./secrets.ts";

/** What the files are, what they need beside them, and in which order they go in. */
export function clustersReadme(
  site: readonly SiteCluster[],
  words: PlatformWords,
  findings: readonly Finding[],
): string {
  const kind = words.hasNkpCluster ? "NKPCluster" : "Cluster";
  const managed = site.filter(({ cluster }) => cluster.managedBy !== null);
  const [first] = managed;
  return `# Clusters of NKP ${words.version}

Each folder holds one cluster, as a ${kind}. Kubernetes ${words.kubernetesVersion}.
${findings.map((finding) => `\n${findingText(finding)}\n`).join("")}
## Secrets

The files name secrets and hold none. Make these first, in the namespace of their cluster:

${site.flatMap((one) => secretLines(one, words)).join("\n")}

## In which order

${orderText(managed.length, site.length)}
${
  first === undefined
    ? ""
    : `
\`\`\`sh
kubectl apply --server-side --dry-run=server --filename ${first.name}/cluster.yaml
kubectl apply --server-side --filename ${first.name}/cluster.yaml
\`\`\`
`
}
## In Git

Let Flux apply the folders with \`prune: false\`: a file that goes missing must not take a cluster with it.${
    words.hasNkpCluster
      ? " From NKP 2.18 on a Cluster of Cluster API must not be changed beside its NKPCluster."
      : " Before the platform goes to 2.18, replace each Cluster by its NKPCluster with pruning switched off."
  }
`;
}

function secretLines({ name, namespace }: SiteCluster, words: PlatformWords): readonly string[] {
  const needed: readonly SecretNeeded[] = Object.values(secretsOf(name, words));
  return needed.map((secret) => `- \`${namespace}/${secret.name}\`: ${secret.use}`);
}

function orderText(managedCount: number, count: number): string {
  if (managedCount === 0) return "Each cluster manages itself: make it first, then keep its file here.";
  return managedCount === count
    ? "Apply them on their management cluster."
    : "First the management cluster, which manages itself; then the others, applied on it.";
}
