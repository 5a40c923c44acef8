import type { SiteOptions } from "../options/site-fields.ts";
import type { KubeletToEmit, PoolToEmit } from "../plan-to-emit.ts";
import type { PlatformWords } from "../site/platform-words.ts";
import type { SiteCluster } from "../site/site-cluster.ts";
import type { ClusterApiOptions } from "./cluster-api-options.ts";
import { clusterConfig, taintObject } from "./cluster-config.ts";
import { partsOf } from "./failure-domains.ts";
import { kubeletFields } from "./kubelet.ts";
import { machineDetails } from "./machine-details.ts";
import { writtenLabels } from "./node-labels.ts";

/** What a topology is written from, beside its cluster. */
export interface TopologyContext {
  readonly words: PlatformWords;
  readonly kubelet: KubeletToEmit;
  readonly prismCentral: NonNullable<SiteOptions["prismCentral"]>;
  readonly options: Pick<ClusterApiOptions, "failureDomains" | "gpus">;
}

/** The part of a cluster that all its envelopes hold: `classRef` is how v1beta2 names the class. */
export function topologyOf(site: SiteCluster, context: TopologyContext, api: "v1beta1" | "v1beta2"): object {
  const { words, options } = context;
  const [plane, workers] = planeAndWorkers(site.cluster.pools);
  const domains = partsOf(plane, options.failureDomains).flatMap(({ failureDomain }) => failureDomain ?? []);
  const kubelet = kubeletFields(context.kubelet);
  const machine = (pool: PoolToEmit, hasDomain: boolean) =>
    machineDetails(pool, site, { hasDomain, gpuNames: gpuNames(pool, options.gpus) });
  // The platform puts its classes into the namespace of every workspace.
  const ofClass = api === "v1beta2" ? { classRef: { name: words.clusterClass } } : { class: words.clusterClass };
  const controlPlane = { pool: plane, machine: machine(plane, domains.length > 0), kubelet, failureDomains: domains };
  return {
    ...ofClass,
    version: `v${words.kubernetesVersion}`,
    controlPlane: { replicas: plane.nodeCount },
    variables: [{ name: "clusterConfig", value: clusterConfig(site, context.prismCentral, controlPlane, words) }],
    workers: {
      machineDeployments: workers.flatMap((pool) =>
        partsOf(pool, options.failureDomains).map(({ name, nodeCount, failureDomain }) => ({
          class: "default-worker",
          name,
          replicas: nodeCount,
          ...(failureDomain === null ? {} : { failureDomain }),
          ...metadataOf(pool),
          variables: {
            overrides: [
              {
                name: "workerConfig",
                value: {
                  ...(pool.taints.length === 0 ? {} : { taints: pool.taints.map(taintObject) }),
                  ...kubelet,
                  nutanix: { machineDetails: machine(pool, failureDomain !== null) },
                },
              },
            ],
          },
        })),
      ),
    },
  };
}

/** The pool of the control plane, and the others. @throws Error where there is none: it is refused before */
function planeAndWorkers(pools: readonly PoolToEmit[]): readonly [PoolToEmit, readonly PoolToEmit[]] {
  const plane = pools.find(({ role }) => role === "control-plane");
  if (plane === undefined) throw new Error("A cluster without a control plane.");
  return [plane, pools.filter((pool) => pool !== plane)];
}

function metadataOf(pool: PoolToEmit): { readonly metadata?: object } {
  const labels = writtenLabels(pool);
  return Object.keys(labels).length === 0 ? {} : { metadata: { labels } };
}

/** One entry for each device of a machine. */
function gpuNames(pool: PoolToEmit, gpus: ClusterApiOptions["gpus"]): readonly string[] {
  return Object.entries(pool.shape.extended ?? {}).flatMap(([resource, count]) => {
    const name = gpus !== undefined && Object.hasOwn(gpus, resource) ? gpus[resource] : undefined;
    return name === undefined ? [] : Array.from({ length: Number(count) }, () => name);
  });
}
