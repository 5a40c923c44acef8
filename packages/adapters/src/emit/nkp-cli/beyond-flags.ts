import { kubeletFields } from "../cluster-api/kubelet.ts";
import { nodeLabels } from "../cluster-api/node-labels.ts";
import type { KubeletToEmit, PoolToEmit } from "../plan-to-emit.ts";
import type { SiteCluster } from "../site/site-cluster.ts";
import { deviceOf } from "./devices.ts";
import { poolsInCommands } from "./pools-in-commands.ts";

/** What a control plane gets without being told. */
const CONTROL_PLANE = "node-role.kubernetes.io/control-plane";

/** What a pool needs that no flag says, in words. */
export interface BeyondFlags {
  readonly pool: string;
  readonly needs: readonly string[];
}

/** Of each pool of a cluster what must come into its manifest; pools that flags say in full are not among them. */
export function beyondFlags(
  { cluster }: SiteCluster,
  gpus: Readonly<Record<string, string>>,
  kubelet: KubeletToEmit,
): readonly BeyondFlags[] {
  const { plane, first, further } = poolsInCommands(cluster);
  const settings = Object.keys(kubeletFields(kubelet)).length === 0 ? [] : ["settings of the kubelet"];
  const ofPlane = plane.taints.filter(({ key, effect }) => key !== CONTROL_PLANE || effect !== "NoSchedule");
  const isBare = plane.taints.length === 0 ? ["no taint"] : [];
  return [
    { pool: plane.name, needs: [...isBare, ...taintWords(ofPlane), ...zoneWords(plane), ...settings] },
    ...(first === null ? [] : [ofWorkers(first, deviceWords(first), settings)]),
    ...further.map((pool) => ofWorkers(pool, deviceOf(pool, gpus) === null ? deviceWords(pool) : [], settings)),
  ].filter(({ needs }) => needs.length > 0);
}

function ofWorkers(pool: PoolToEmit, devices: readonly string[], settings: readonly string[]): BeyondFlags {
  const labels = Object.entries(nodeLabels(pool).reaching).map(([key, value]) => `label ${key}=${value}`);
  return {
    pool: pool.name,
    needs: [...taintWords(pool.taints), ...labels, ...zoneWords(pool), ...devices, ...settings],
  };
}

function taintWords(taints: PoolToEmit["taints"]): readonly string[] {
  return taints.map(({ key, value = "", effect }) => `taint ${key}${value === "" ? "" : `=${value}`}:${effect}`);
}

function zoneWords({ zones }: PoolToEmit): readonly string[] {
  return zones.length === 0 ? [] : [`failure domains for the zones ${zones.join(", ")}`];
}

function deviceWords({ shape }: PoolToEmit): readonly string[] {
  return Object.entries(shape.extended ?? {}).map(([name, count]) => `${count} × ${name} a machine`);
}
