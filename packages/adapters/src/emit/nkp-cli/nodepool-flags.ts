import type { PoolToEmit } from "../plan-to-emit.ts";
import type { SiteCluster } from "../site/site-cluster.ts";
import type { ScriptContext } from "./cluster-flags.ts";
import type { Expansion, FlagValues } from "./command-text.ts";
import { deviceOf } from "./devices.ts";
import type { CREATE_NODEPOOL } from "./flags.ts";
import { machineOf, placeOf } from "./machine-flags.ts";

/** All that `nkp create nodepool nutanix` is told of a pool. */
export function nodepoolFlags(
  site: SiteCluster,
  pool: PoolToEmit,
  { words, gpus }: ScriptContext,
  kubeconfig: string | Expansion,
): FlagValues<typeof CREATE_NODEPOOL> {
  const device = deviceOf(pool, gpus);
  return [
    ["--cluster-name", site.name],
    ["--namespace", site.namespace],
    ["--kubernetes-version", words.kubernetesVersion],
    ["--vm-image", site.image],
    ...[...machineOf(pool), ...placeOf(site)].map(([name, value]) => [`--${name}` as const, value] as const),
    ...(device === null
      ? []
      : ([
          ["--gpu-name", device.name],
          ["--gpu-count", device.count],
        ] as const)),
    ["--wait", true],
    ["--kubeconfig", kubeconfig],
  ];
}
