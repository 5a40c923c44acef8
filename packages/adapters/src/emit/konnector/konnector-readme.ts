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

In each cluster, the namespace ${NAMESPACE} must be there and allow privileged pods:

\`\`\`sh
${installs.map(({ name }) => namespaceCommands(name)).join("\n")}
\`\`\`

In it must be:

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
  return `helm --kube-context ${name} upgrade --install konnector-agent konnector-agent --repo ${CHARTS} --version ${version} --namespace ${NAMESPACE} --values ${name}/values.yaml`;
}

/** @see https://kubernetes.io/docs/concepts/security/pod-security-admission/ */
function namespaceCommands(name: string): string {
  return `kubectl --context ${name} create namespace ${NAMESPACE}
kubectl --context ${name} label namespace ${NAMESPACE} pod-security.kubernetes.io/enforce=privileged`;
}
