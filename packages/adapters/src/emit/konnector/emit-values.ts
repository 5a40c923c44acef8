import { didYouMean, InputError, type Problem, shown } from "@nkp-planner/core";
import { LONGEST_LABEL } from "../../kubernetes/names.ts";
import { yamlDocuments } from "../../kubernetes/yaml-documents.ts";
import type { EmitWork } from "../adapter.ts";
import { hasKonnector } from "../cluster-api/secrets.ts";
import type { Emitted } from "../emitted-file.ts";
import type { ClusterToEmit, PlanToEmit } from "../plan-to-emit.ts";
import { nameProblems, wantedName } from "../site/object-names.ts";
import { categoryMappings, categoryProblems } from "./category-mappings.ts";
import type { KonnectorOptions, konnectorOptions } from "./konnector-options.ts";
import { konnectorReadme } from "./konnector-readme.ts";
import { comesWithThePlatform, notInThePlan } from "./konnector-texts.ts";

const ID = "konnector-values";
/** As the plan calls it where it counts it. */
const AGENT = "konnector-agent";
const HTTPS_PORT = 443;
/** As the platform calls it where it installs the agent itself. */
const SECRET_SUFFIX = "-pc-credentials-for-konnector-agent";

/** A file of values for each cluster, and how to install the agent by them. */
export function emitValues({ plan, options, findings }: EmitWork<typeof konnectorOptions>): Emitted {
  const chosen = chosenClusters(plan, options);
  const named = chosen.map((cluster) => ({ cluster, name: wantedName(cluster, ownOptions(cluster, options)) }));
  const uncounted = named.filter(({ cluster }) => !cluster.podGroups.some((group) => group.name === AGENT));
  const said = [
    ...(hasKonnector(plan.release) ? [comesWithThePlatform(plan.release.version)] : []),
    ...(uncounted.length === 0 ? [] : [notInThePlan(uncounted.map(({ name }) => name))]),
  ];
  const installs = named.map(({ name }) => ({ name, secret: secretOf(name) }));
  return {
    files: [
      { path: "README.md", text: konnectorReadme(installs, options, [...findings, ...said]) },
      ...named.map(({ cluster, name }) => ({
        path: `${name}/values.yaml`,
        text: yamlDocuments([valuesOf(name, cluster, options)]),
      })),
    ],
    findings: said,
  };
}

/** @throws InputError with every name and category that cannot be written, and every cluster that is not there */
function chosenClusters({ clusters }: PlanToEmit, options: KonnectorOptions): readonly ClusterToEmit[] {
  const known = clusters.map(({ name }) => name);
  const { konnectorClusters: wanted = known, clusters: said } = options;
  const unknown = (path: readonly string[], names: readonly string[]) =>
    names
      .filter((name) => !known.includes(name))
      .map(
        (name): Problem => ({
          path,
          found: `${shown(name)}, which the plan does not have`,
          expected: "a cluster of the plan",
          fix: didYouMean(name, known),
        }),
      );
  const chosen = clusters.filter(({ name }) => wanted.includes(name));
  // Nothing is written of pools, whatever they are called.
  const withoutPools = chosen.map((cluster) => ({ ...cluster, pools: [] }));
  const problems = [
    ...unknown(["konnectorClusters"], wanted),
    ...unknown(["clusters"], Object.keys(said)),
    ...nameProblems(withoutPools, (cluster) => ownOptions(cluster, options), LONGEST_LABEL),
    ...chosen.flatMap((cluster) => categoryProblems(cluster, options)),
  ];
  if (problems.length > 0) throw new InputError(`options of ${ID}`, problems);
  return chosen;
}

function ownOptions({ name }: ClusterToEmit, { clusters }: KonnectorOptions) {
  return Object.hasOwn(clusters, name) ? clusters[name] : undefined;
}

function secretOf(name: string): string {
  return `${name}${SECRET_SUFFIX}`;
}

/**
 * What the chart must be told of one cluster; the rest is its own.
 * @see nutanix-cloud-native/cluster-api-runtime-extensions-nutanix@043d31cd, addons/konnector-agent/values-template.yaml
 */
function valuesOf(name: string, cluster: ClusterToEmit, options: KonnectorOptions): object {
  const { url, insecure } = options.prismCentral;
  const { hostname, port } = new URL(url);
  const mappings = categoryMappings(cluster, options);
  return {
    k8sClusterName: name,
    k8sDistribution: "NKP",
    pc: { endpoint: hostname, port: port === "" ? HTTPS_PORT : Number(port), insecure },
    createSecret: false,
    prismCredentialsSecretName: secretOf(name),
    ...(insecure ? {} : { additionalTrustBundleConfigMapName: options.trustBundle }),
    ...(mappings === "" ? {} : { categoryMappings: mappings }),
  };
}
