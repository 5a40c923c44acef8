import { type Finding, findingText } from "@nkp-planner/core";
import type { KonnectorOptions } from "./konnector-options.ts";

const NAMESPACE = "ntnx-system";
const CHARTS = "https://mesosphere.github.io/charts/stable/";

/** How the agent is installed in each cluster, and what must be there before. */
export function konnectorReadme(
  installs: readonly { readonly name: string; readonly secret: string }[],
  { prismCentral, trustBundle, konnectorVersion }: KonnectorOptions,
  findings: readonly Finding[],
): string {
  return `# Konnector for clusters that Prism Central does not see

One folder a cluster, with values for the chart konnector-agent ${konnectorVersion}. The agent tells ${prismCentral.url} what runs there.
${findings.map((finding) => `\n${findingText(finding)}\n`).join("")}
## Before

In each cluster, in the namespace ${NAMESPACE}, which must allow privileged pods:

${installs.map(({ name, secret }) => `- on \`${name}\`, the secret \`${secret}\`, keys \`username\` and \`password\``).join("\n")}
${prismCentral.insecure ? "" : `- the ConfigMap \`${trustBundle}\` with the certificates that Prism Central is trusted by\n`}
The categories of \`categoryMappings\` must be there in Prism Central.

## Install

\`\`\`sh
${installs.map(({ name }) => installCommand(name, konnectorVersion)).join("\n")}
\`\`\`
`;
}

function installCommand(name: string, version: string): string {
  return `helm --kube-context ${name} upgrade --install konnector-agent konnector-agent --repo ${CHARTS} --version ${version} --namespace ${NAMESPACE} --create-namespace --values ${name}/values.yaml`;
}
