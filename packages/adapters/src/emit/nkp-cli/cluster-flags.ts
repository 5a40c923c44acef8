import type { SiteOptions } from "../options/site-fields.ts";
import type { PlatformWords } from "../site/platform-words.ts";
import type { SiteCluster } from "../site/site-cluster.ts";
import type { FlagValues } from "./command-text.ts";
import type { CREATE_CLUSTER } from "./flags.ts";
import { machineOf, placeOf } from "./machine-flags.ts";
import { poolsInCommands } from "./pools-in-commands.ts";

/** What scripts are written from, beside their cluster. */
export interface ScriptContext {
  readonly words: PlatformWords;
  readonly prismCentral: NonNullable<SiteOptions["prismCentral"]>;
  readonly gpus: Readonly<Record<string, string>>;
}

/** Where the file of the management cluster, or of the cluster itself once it runs, is named. */
export const MANAGEMENT = { variable: "KUBECONFIG" } as const;

/** All that `nkp create cluster nutanix` is told of a cluster. */
export function clusterFlags(site: SiteCluster, context: ScriptContext): FlagValues<typeof CREATE_CLUSTER> {
  const { words, prismCentral } = context;
  const { plane, first } = poolsInCommands(site.cluster);
  const place = placeOf(site);
  return [
    ["--cluster-name", site.name],
    ["--namespace", site.namespace],
    ["--endpoint", prismCentral.url],
    ...(prismCentral.insecure ? [["--insecure", true] as const] : []),
    ["--kubernetes-version", words.kubernetesVersion],
    ["--vm-image", site.image],
    ["--control-plane-endpoint-ip", site.endpoint.host],
    ["--control-plane-endpoint-port", site.endpoint.port],
    ["--kubernetes-service-load-balancer-ip-range", `${site.loadBalancers.start}-${site.loadBalancers.end}`],
    ["--kubernetes-pod-network-cidr", site.podNetwork],
    ["--kubernetes-service-cidr", site.serviceNetwork],
    ["--csi-storage-container", site.storageContainer],
    ...[...machineOf(plane), ...place].map(([name, value]) => [`--control-plane-${name}` as const, value] as const),
    ...(first === null ? [["--worker-replicas", 0] as const] : machineOf(first).map(ofWorkers)),
    ...place.map(ofWorkers),
    ["--onboard-to-prism-central", "true"],
    site.cluster.managedBy === null ? ["--self-managed", true] : ["--kubeconfig", MANAGEMENT],
  ];
}

type MachineFlag = ReturnType<typeof machineOf>[number] | ReturnType<typeof placeOf>[number];

function ofWorkers([name, value]: MachineFlag) {
  return [`--worker-${name}` as const, value] as const;
}
