import type { SiteOptions } from "../options/site-fields.ts";
import type { PoolToEmit } from "../plan-to-emit.ts";
import type { PlatformWords } from "../site/platform-words.ts";
import type { SiteCluster } from "../site/site-cluster.ts";
import { hasKonnector, secretsOf } from "./secrets.ts";

/** What a control plane without taints of its own gets from kubeadm. */
const USUAL_TAINT = { key: "node-role.kubernetes.io/control-plane", effect: "NoSchedule" } as const;

/** What the control plane's part of the variable is made of. */
export interface ControlPlanePart {
  readonly pool: PoolToEmit;
  readonly machine: object;
  readonly kubelet: { readonly kubeletConfiguration?: object };
  readonly failureDomains: readonly string[];
}

/** The variable `clusterConfig` of NKP's cluster class for Nutanix. */
export function clusterConfig(
  site: SiteCluster,
  prismCentral: NonNullable<SiteOptions["prismCentral"]>,
  { pool, machine, kubelet, failureDomains }: ControlPlanePart,
  words: PlatformWords,
): object {
  const secrets = secretsOf(site.name, words);
  const signIn = (name: string) => ({ credentials: { secretRef: { name } } });
  return {
    addons: {
      ccm: { strategy: "HelmAddon", ...signIn(secrets.machines.name) },
      cni: { provider: "Cilium", strategy: "HelmAddon" },
      csi: {
        defaultStorage: { provider: "nutanix", storageClassConfig: "volume" },
        providers: {
          nutanix: {
            strategy: "HelmAddon",
            ...signIn(secrets.volumes.name),
            storageClassConfigs: {
              volume: {
                allowExpansion: true,
                parameters: { storageContainer: site.storageContainer, "csi.storage.k8s.io/fstype": "ext4" },
              },
            },
          },
        },
        snapshotController: { strategy: "HelmAddon" },
      },
      clusterAutoscaler: { strategy: "HelmAddon" },
      nfd: { strategy: "HelmAddon" },
      ...(hasKonnector(words) ? { konnectorAgent: signIn(secrets.agent.name) } : {}),
      serviceLoadBalancer: { provider: "MetalLB", configuration: { addressRanges: [site.loadBalancers] } },
    },
    controlPlane: {
      ...taintsOf(pool),
      ...kubelet,
      nutanix: { ...(failureDomains.length === 0 ? {} : { failureDomains }), machineDetails: machine },
    },
    dns: { coreDNS: {} },
    kubeProxy: { mode: "disabled" },
    encryptionAtRest: { providers: [{ secretbox: {} }] },
    nutanix: {
      controlPlaneEndpoint: { ...site.endpoint, virtualIP: { provider: "KubeVIP" } },
      prismCentralEndpoint: {
        url: prismCentral.url,
        insecure: prismCentral.insecure,
        ...signIn(secrets.machines.name),
      },
    },
  };
}

/** Said only where they are not what kubeadm gives: to say them takes its own away. */
function taintsOf({ taints }: PoolToEmit): { readonly taints?: readonly object[] } {
  const isUsual = taints.length === 1 && taints[0]?.key === USUAL_TAINT.key && taints[0].effect === USUAL_TAINT.effect;
  return isUsual ? {} : { taints: taints.map(taintObject) };
}

/** A value that is empty is left out: the class takes none. */
export function taintObject({ key, value, effect }: PoolToEmit["taints"][number]): object {
  return { key, ...(value === undefined || value === "" ? {} : { value }), effect };
}
