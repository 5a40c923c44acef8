import { type Finding, findingText } from "@nkp-planner/core";
import { type SecretNeeded, secretsOf } from "../cluster-api/secrets.ts";
import type { PlatformWords } from "../site/platform-words.ts";
import { RECEIVERS_SECRET, secretReceivers } from "./alertmanager.ts";
import type { FluxOptions } from "./flux-options.ts";
import { overridesPlace, prometheusNamespace, STACK } from "./monitoring.ts";
import { repositoryOf, withOwnRepository } from "./own-repositories.ts";
import type { ClusterPlace } from "./places.ts";

interface ReadmeContext {
  readonly words: PlatformWords;
  readonly options: FluxOptions;
  readonly findings: readonly Finding[];
}

/** What the tree holds, what it needs beside it, and how each cluster starts to follow it. */
export function repositoryReadme(places: readonly ClusterPlace[], context: ReadmeContext): string {
  const { words, options, findings } = context;
  return `# Clusters of NKP ${words.version}, kept by Flux

Commit this tree to the root of ${options.gitUrl}, branch \`${options.gitBranch}\`.
${findings.map((finding) => `\n${findingText(finding)}\n`).join("")}
## Where things are

| Cluster | Folder | Applied by | Metrics |
|---|---|---|---|
${places.map(clusterLine).join("\n")}

- \`cluster/\` is the cluster itself. It is never pruned: a file that goes missing must not take a cluster with it. To end a cluster, delete its object by hand.
- \`apps/\` is what runs beside the tenants' own workloads: namespace, rights, quota, and what writes metrics. It waits for \`cluster/\`, and is pruned, the namespaces of tenants apart.
- \`flux/\` is the source and the order of it. It names the folders of its cluster only.
- \`central/\` is the provider's: alerts on every cluster, and who is told of them.
${sharedText(places)}
## Whoever can read the repository

Flux reads it by the secret \`${options.gitSecret}\`, and whoever is an administrator of a cluster can read that secret there. Where tenants are administrators of their clusters, give each cluster a repository of its own, by the option gitUrls: a folder of \`tenants/\` needs no other.
${ownText(places, options)}
## Secrets

The files name secrets and hold none. Make these first:

${secretLines(places, context).join("\n")}

## How a cluster starts

${startText(places)}
## Metrics and alerts

Every cluster writes its metrics to ${options.remoteWriteUrl}, labelled \`cluster\`, and \`tenant\` where one tenant has it. Alerts are raised there, once: an agent cannot raise any, and a cluster that says nothing is told of too.

- \`central/rules/\`: for Prometheus itself. Test with \`promtool check rules central/rules/*.yaml\`.
- \`central/prometheus-rules/\`: the same as PrometheusRule, for its operator.
- \`central/alertmanager.yaml\`: who is told of what, by tenant and cluster. Test with \`amtool check-config central/alertmanager.yaml\`.

An alert on requests means that more is asked for than was planned, growth and headroom included: plan again.
${overridesText(places)}
## Quotas

A quota is what the plan counts for a tenant, and ${options.quotaExtraPercent} % more, at least its largest pod, so that a rollout can start a pod before another ends. Containers that say nothing get the requests of the tenant's mean pod.
`;
}

function ownText(places: readonly ClusterPlace[], options: FluxOptions): string {
  const own = withOwnRepository(places, options);
  if (own.length === 0) return "";
  const lines = own.map((place) => {
    const folders = [place.folder, ...place.tenants.map(({ folder }) => folder)];
    const names = [...new Set(folders)].map((folder) => `\`${folder}/\``).join(", ");
    return `- ${names}: to ${repositoryOf(place, options)}`;
  });
  return `
Commit these folders elsewhere, at the same place in the tree:

${lines.join("\n")}
`;
}

function clusterLine({ site, folder, appliedBy, metrics, isCentral }: ClusterPlace): string {
  const by = appliedBy === null ? "itself" : `\`${appliedBy}\``;
  return `| \`${site.name}\` | \`${folder}/\` | ${by} | ${METRICS[metrics ?? "none"]}${isCentral ? ", the central stack" : ""} |`;
}

const METRICS = {
  platform: "NKP's own Prometheus",
  stack: "a Prometheus of the provider's",
  agent: "an agent",
  none: "none planned",
} as const;

function sharedText(places: readonly ClusterPlace[]): string {
  const shared = places.filter(({ tenants }) => tenants.length > 1);
  if (shared.length === 0) return "";
  const lines = shared.map(
    ({ site, tenants }) => `- \`${site.name}\`: ${tenants.map(({ folder }) => `\`${folder}/\``).join(", ")}`,
  );
  return `
Clusters of several tenants are in \`shared/\`; what is a tenant's is in its own folder, and a change there touches nobody else. Series of a namespace bear the tenant's label, those of the whole cluster bear none.

${lines.join("\n")}
`;
}

function secretLines(places: readonly ClusterPlace[], { words, options }: ReadmeContext): readonly string[] {
  const keyed = secretReceivers(options.receivers);
  return places.flatMap((place) => {
    const { site, fluxNamespace, appliedBy, metrics, isCentral } = place;
    const made: readonly SecretNeeded[] = Object.values(secretsOf(site.name, words));
    const on = `on \`${appliedBy ?? site.name}\``;
    const inside = `on \`${site.name}\`, \`${prometheusNamespace(place)}`;
    return [
      ...made.map(({ name, use }) => `- ${on}, \`${site.namespace}/${name}\`: ${use}`),
      `- ${on}, \`${fluxNamespace}/${options.gitSecret}\`: to read the repository`,
      ...(metrics === null || isCentral
        ? []
        : [`- ${inside}/${options.remoteWriteSecret}\`, key \`token\`: to write metrics`]),
      ...(isCentral && metrics !== null && keyed.length > 0
        ? [`- ${inside}/${RECEIVERS_SECRET}\`, keys ${keyed.map((key) => `\`${key}\``).join(", ")}: to tell people`]
        : []),
    ];
  });
}

function startText(places: readonly ClusterPlace[]): string {
  const own = places.filter(({ appliedBy }) => appliedBy === null);
  const managing = own.filter(({ site }) => places.some(({ appliedBy }) => appliedBy === site.name));
  return `Make each cluster that manages itself first; its file cannot make it. Then, in each of them, once:

\`\`\`sh
${own.map(({ site, folder }) => `kubectl --context ${site.name} apply --kustomize ${folder}/flux`).join("\n")}
\`\`\`
${
  managing.length === 0
    ? ""
    : `
${managing.map(({ site }) => `\`${site.name}\``).join(", ")} makes the clusters that it manages, and applies their \`apps/\` in them by the kubeconfig that Cluster API leaves beside each.
`
}`;
}

function overridesText(places: readonly ClusterPlace[]): string {
  const overridden = places.filter(({ metrics }) => metrics === "platform");
  if (overridden.length === 0) return "";
  const own = overridden.filter(({ appliedBy }) => appliedBy === null);
  const workspaces = [...new Set(overridden.filter((one) => !own.includes(one)).map(({ site }) => site.namespace))];
  const commands = [
    ...own.map((place) =>
      patchOf(place.site.name, overridesPlace(place).namespace, {
        configOverrides: { name: overridesPlace(place).name },
      }),
    ),
    ...workspaces.flatMap((namespace) => {
      const inside = overridden.filter((one) => !own.includes(one) && one.site.namespace === namespace);
      return [...new Set(inside.map(({ appliedBy }) => appliedBy ?? ""))].map((manager) =>
        patchOf(manager, namespace, {
          clusterConfigOverrides: inside
            .filter(({ appliedBy }) => appliedBy === manager)
            .map((place) => ({
              clusterSelector: {
                matchExpressions: [
                  { key: "kommander.d2iq.io/cluster-name", operator: "In", values: [place.site.name] },
                ],
              },
              configMapName: overridesPlace(place).name,
            })),
        }),
      );
    }),
  ];
  return `
Clusters with NKP's own Prometheus keep it: a ConfigMap tells it where to write. Name the ConfigMaps to NKP, and look first at what \`kubectl get appdeployment ${STACK} --output yaml\` says already, because a list is replaced as a whole:

\`\`\`sh
${commands.join("\n")}
\`\`\`
`;
}

function patchOf(context: string, namespace: string, spec: object): string {
  return `kubectl --context ${context} --namespace ${namespace} patch appdeployment ${STACK} --type merge --patch '${JSON.stringify({ spec })}'`;
}
