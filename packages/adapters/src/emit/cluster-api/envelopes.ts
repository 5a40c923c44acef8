import type { SiteCluster } from "../site/site-cluster.ts";
import { type TopologyContext, topologyOf } from "./topology.ts";

const PROVIDER_LABEL = { "cluster.x-k8s.io/provider": "nutanix" } as const;

/** A cluster as its release of the platform keeps it. */
export function clusterObject(
  site: SiteCluster,
  context: TopologyContext,
  api: "v1beta1" | "v1beta2",
): Readonly<Record<string, unknown>> {
  return context.words.hasNkpCluster ? nkpCluster(site, context) : capiCluster(site, context, api);
}

function capiCluster(site: SiteCluster, context: TopologyContext, api: "v1beta1" | "v1beta2") {
  return {
    apiVersion: `cluster.x-k8s.io/${api}`,
    kind: "Cluster",
    metadata: { name: site.name, namespace: site.namespace, labels: PROVIDER_LABEL },
    spec: { clusterNetwork: networkOf(site), topology: topologyOf(site, context, api) },
  };
}

/** @see mesosphere/kommander-applications, common/nkpcluster/manifests/all.yaml (2.18 pre-release) */
function nkpCluster(site: SiteCluster, context: TopologyContext) {
  return {
    apiVersion: "clusters.nkp.nutanix.com/v1alpha1",
    kind: "NKPCluster",
    metadata: { name: site.name, namespace: site.namespace, labels: PROVIDER_LABEL },
    spec: {
      version: `v${context.words.version}`,
      capiCluster: { clusterNetwork: networkOf(site), topology: topologyOf(site, context, "v1beta2") },
    },
  };
}

function networkOf({ podNetwork, serviceNetwork }: SiteCluster) {
  return { pods: { cidrBlocks: [podNetwork] }, services: { cidrBlocks: [serviceNetwork] } };
}
