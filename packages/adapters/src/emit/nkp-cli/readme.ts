import { type Finding, findingText } from "@nkp-planner/core";
import type { PlatformWords } from "../site/platform-words.ts";
import type { SiteCluster } from "../site/site-cluster.ts";
import type { ScriptedCluster } from "./cli-findings.ts";
import { kubeconfigOf } from "./scripts.ts";

/** What the scripts do, what they need, and in which order they are run. */
export function scriptsReadme(
  scripted: readonly ScriptedCluster[],
  words: PlatformWords,
  findings: readonly Finding[],
): string {
  const site = scripted.map((one) => one.site);
  return `# Clusters of NKP ${words.version}, by its command line

Each folder makes one cluster. Kubernetes ${words.kubernetesVersion}. Run everything from this folder.
${findings.map((finding) => `\n${findingText(finding)}\n`).join("")}
## What is needed

- \`nkp\` ${words.version} on the path: other releases have other flags.
- \`NUTANIX_USER\` and \`NUTANIX_PASSWORD\` in the environment. No file holds them, and no script prints them.
- A container engine such as Docker where a cluster manages itself: it begins in a temporary one.
- The image in Prism Central, and the addresses of API servers and load balancers, free and outside of DHCP.

## In which order

\`\`\`sh
${orderLines(site).join("\n")}
\`\`\`

\`dry-run.sh\` in each folder writes what would be made to \`manifest.yaml\`: it asks Prism Central or the management cluster, and makes nothing.

What stands behind the name of a script goes on to \`nkp create cluster\`, or \`nkp install kommander\`: the plan knows nothing of registries, proxies and SSH keys.
${beyondText(scripted, words)}`;
}

/** Clusters that manage themselves first: one of them manages the others. */
function orderLines(site: readonly SiteCluster[]): readonly string[] {
  const own = site.filter(({ cluster }) => cluster.managedBy === null);
  const managed = site.filter(({ cluster }) => cluster.managedBy !== null);
  const managers = [...new Set(managed.map(({ cluster }) => cluster.managedBy))];
  return [
    ...own.flatMap(({ name }) => [`./${name}/create-cluster.sh`, `./${name}/install-kommander.sh`]),
    ...managers.flatMap((manager) => {
      const name = own.find(({ cluster }) => cluster.name === manager)?.name;
      const others = managed.filter(({ cluster }) => cluster.managedBy === manager);
      const namespaces = [...new Set(others.map(({ namespace }) => namespace))];
      return [
        "",
        `# Now the licence of ${name ?? "the management cluster"}, and a workspace with the namespace ${namespaces.join(", ")}.`,
        `export KUBECONFIG="$PWD/${kubeconfigOf({ name: name ?? "MANAGEMENT" })}"`,
        ...others.map((one) => `./${one.name}/create-cluster.sh`),
      ];
    }),
  ];
}

function beyondText(scripted: readonly ScriptedCluster[], words: PlatformWords): string {
  const concerned = scripted.filter(({ beyond }) => beyond.length > 0);
  if (concerned.length === 0) return "";
  const kind = words.hasNkpCluster ? "NKPCluster" : "Cluster";
  const lines = concerned.flatMap(({ site, beyond }) =>
    beyond.map(({ pool, needs }) => `- ${site.name}, pool ${pool}: ${needs.join(", ")}`),
  );
  return `
## What no flag says

${lines.join("\n")}

The adapter cluster-api-yaml writes the same clusters with all of it: compare with its \`cluster.yaml\`.

- A cluster that another one manages: run \`dry-run.sh\` instead of \`create-cluster.sh\`, write what is missing and the further pools into \`manifest.yaml\`, and apply it on the management cluster with \`kubectl apply --server-side --filename\`.
- A cluster that manages itself: run its script, then write what is missing into its ${kind} with \`kubectl edit\`. Machines of the pool are replaced one after the other.
`;
}
