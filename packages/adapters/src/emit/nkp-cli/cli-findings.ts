import type { Finding } from "@nkp-planner/core";
import { nodeLabels } from "../cluster-api/node-labels.ts";
import type { PoolToEmit } from "../plan-to-emit.ts";
import type { SiteCluster } from "../site/site-cluster.ts";
import type { BeyondFlags } from "./beyond-flags.ts";
import { cliFinding } from "./cli-texts.ts";
import { kommanderApplications } from "./kommander-applications.ts";

/** A cluster with what its flags do not say. */
export interface ScriptedCluster {
  readonly site: SiteCluster;
  readonly beyond: readonly BeyondFlags[];
}

/** What of a plan these scripts do not say, and what they say otherwise. */
export function cliFindings(scripted: readonly ScriptedCluster[]): readonly Finding[] {
  const own = scripted.map(({ site }) => site).filter(({ cluster }) => cluster.managedBy === null);
  const applications = own.map(({ name, cluster }) => ({
    name,
    edition: cluster.edition,
    ...kommanderApplications(cluster),
  }));
  return [
    cliFinding("first-pool-named"),
    ...scripted.flatMap(({ site: { name, cluster }, beyond }) => [
      ...cluster.pools.flatMap((pool) => roundedUp(name, pool)),
      ...beyond.map(({ pool, needs }) =>
        cliFinding("needs-manifest", { cluster: name, pool, needs }, { in: "plan", clusterName: name, poolName: pool }),
      ),
    ]),
    ...together(labelsStaying(scripted)).map(({ names: pools, what: labels }) =>
      cliFinding("labels-not-carried", { pools, labels }),
    ),
    ...together(applications.map(({ name, edition, unlicensed }) => ({ name, edition, what: unlicensed }))).map(
      ({ names: clusters, edition, what }) => cliFinding("licence-lacks", { clusters, edition, applications: what }),
    ),
    ...together(applications.map(({ name, edition, unnamed }) => ({ name, edition, what: unnamed }))).map(
      ({ names: clusters, what }) => cliFinding("come-unnamed", { clusters, applications: what }),
    ),
  ];
}

function roundedUp(cluster: string, { name: pool, shape }: PoolToEmit): readonly Finding[] {
  const amounts = [
    ["memory", shape.memoryGiB],
    ["disk", shape.diskGiB],
  ] as const;
  return amounts
    .filter(([, planned]) => !Number.isInteger(planned))
    .map(([of, planned]) =>
      cliFinding(
        "rounded-up",
        { cluster, pool, planned: `${planned} GiB of ${of}`, written: `${Math.ceil(planned)} GiB` },
        { in: "plan", clusterName: cluster, poolName: pool },
      ),
    );
}

function labelsStaying(scripted: readonly ScriptedCluster[]): readonly Told[] {
  return scripted.flatMap(({ site }) =>
    site.cluster.pools
      .filter(({ role }) => role !== "control-plane")
      .map((pool) => ({ name: `${site.name}/${pool.name}`, edition: "", what: notCarried(pool) })),
  );
}

/** What is to be said of one cluster, or of a pool. */
interface Told {
  readonly name: string;
  readonly edition: string;
  readonly what: readonly string[];
}

/** Those of which the same is to be said are named together; those without anything to say are not. */
function together(told: readonly Told[]): readonly (Omit<Told, "name"> & { readonly names: readonly string[] })[] {
  const alike = new Map<string, { names: string[]; edition: string; what: readonly string[] }>();
  for (const { name, edition, what } of told) {
    if (what.length === 0) continue;
    const key = JSON.stringify([edition, what]);
    const there = alike.get(key);
    if (there === undefined) alike.set(key, { names: [name], edition, what });
    else there.names.push(name);
  }
  return [...alike.values()];
}

/** Keys of labels that no command gives to nodes, and Cluster API not under their name. */
function notCarried(pool: PoolToEmit): readonly string[] {
  const { bare, staying } = nodeLabels(pool);
  return [...bare, ...staying];
}
