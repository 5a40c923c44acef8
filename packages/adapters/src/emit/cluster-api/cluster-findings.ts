import type { Finding } from "@nkp-planner/core";
import { emitFinding } from "../making/emit-texts.ts";
import type { PoolToEmit } from "../plan-to-emit.ts";
import type { SiteCluster } from "../site/site-cluster.ts";
import type { ClusterApiOptions } from "./cluster-api-options.ts";
import { zonesWithout } from "./failure-domains.ts";
import { nodeLabels } from "./node-labels.ts";

/** What of a plan these files do not say, and what they cannot do. */
export function clusterFindings(
  site: readonly SiteCluster[],
  { failureDomains, gpus }: Pick<ClusterApiOptions, "failureDomains" | "gpus">,
  adapterId: string,
): readonly Finding[] {
  const zones = [...new Set(site.flatMap(({ cluster }) => cluster.pools.flatMap((pool) => pool.zones)))];
  const missing = [...new Set(site.flatMap(({ cluster }) => zonesWithout(cluster, failureDomains)))];
  const own = site.filter(({ cluster }) => cluster.managedBy === null).map(({ name }) => name);
  return [
    ...(missing.length === 0 ? [] : [emitFinding(adapterId, "zones-not-written", { zones, missing })]),
    ...site.flatMap(({ name, cluster }) => cluster.pools.flatMap((pool) => poolFindings(name, pool, gpus, adapterId))),
    ...(own.length === 0 ? [] : [emitFinding(adapterId, "made-by-themselves", { clusters: own })]),
  ];
}

function poolFindings(
  cluster: string,
  pool: PoolToEmit,
  gpus: ClusterApiOptions["gpus"],
  adapterId: string,
): readonly Finding[] {
  const where = { in: "plan", clusterName: cluster, poolName: pool.name } as const;
  const { staying } = pool.role === "control-plane" ? { staying: [] } : nodeLabels(pool);
  const devices = Object.keys(pool.shape.extended ?? {}).filter(
    (key) => gpus === undefined || !Object.hasOwn(gpus, key),
  );
  return [
    ...(staying.length === 0
      ? []
      : [emitFinding(adapterId, "labels-stay-behind", { cluster, pool: pool.name, labels: staying }, where)]),
    ...(devices.length === 0
      ? []
      : [emitFinding(adapterId, "devices-not-written", { cluster, pool: pool.name, devices }, where)]),
  ];
}
