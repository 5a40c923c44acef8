import type { Finding } from "@nkp-planner/core";
import { writtenLabel } from "../../kubernetes/node-label-sync.ts";
import { emitFinding } from "../making/emit-texts.ts";
import type { KubeletToEmit, PoolToEmit } from "../plan-to-emit.ts";
import type { SiteCluster } from "../site/site-cluster.ts";
import type { ClusterApiOptions } from "./cluster-api-options.ts";
import { zonesWithout } from "./failure-domains.ts";
import { besideProfile } from "./kubelet.ts";
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
    ...labelFindings(site, adapterId),
    ...site.flatMap(({ name, cluster }) => cluster.pools.flatMap((pool) => poolFindings(name, pool, gpus, adapterId))),
    ...(site.length === 0 ? [] : [emitFinding(adapterId, "not-of-the-plan")]),
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
  const devices = Object.keys(pool.shape.extended ?? {}).filter(
    (key) => gpus === undefined || !Object.hasOwn(gpus, key),
  );
  return devices.length === 0
    ? []
    : [emitFinding(adapterId, "devices-not-written", { cluster, pool: pool.name, devices }, where)];
}

/** What becomes of the workers' labels, of all clusters at once: most pools have the same. */
function labelFindings(site: readonly SiteCluster[], adapterId: string): readonly Finding[] {
  const pools = site.flatMap(({ cluster }) => cluster.pools).filter(({ role }) => role !== "control-plane");
  const all = pools.map(nodeLabels);
  const distinct = (keys: readonly string[]) => [...new Set(keys)];
  const renamed = distinct(all.flatMap((labels) => labels.bare));
  const staying = distinct(all.flatMap((labels) => labels.staying));
  return [
    ...(renamed.length === 0
      ? []
      : [emitFinding(adapterId, "labels-renamed", { labels: renamed, written: renamed.map(writtenLabel) })]),
    ...(staying.length === 0 ? [] : [emitFinding(adapterId, "labels-stay-behind", { labels: staying })]),
  ];
}

/** What the files cannot say of what nodes keep. */
export function kubeletFindings(kubelet: KubeletToEmit, adapterId: string): readonly Finding[] {
  const also = besideProfile(kubelet);
  if (also.length === 0) return [];
  return [emitFinding(adapterId, "reservations-not-written", { profile: kubelet.profile ?? "", also })];
}
