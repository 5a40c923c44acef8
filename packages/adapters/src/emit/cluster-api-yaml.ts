import { EVERY_RELEASE } from "../formats/release-range.ts";
import { defineAdapter } from "./adapter.ts";
import { clusterApiOptions } from "./cluster-api/cluster-api-options.ts";
import { siteNeeds } from "./site/site-needs.ts";

/**
 * Every cluster as the object that its release keeps in Git: Cluster of Cluster API with NKP's cluster class for
 * Nutanix up to 2.17, NKPCluster from 2.18 on.
 * @see https://cluster-api.sigs.k8s.io/tasks/experimental-features/cluster-class/
 */
export const clusterApiYaml = defineAdapter({
  id: "cluster-api-yaml",
  title: "Clusters for Cluster API and NKP",
  summary: "Each cluster as the object that NKP keeps: Cluster up to 2.17, NKPCluster from 2.18.",
  releases: { ...EVERY_RELEASE, from: "2.12" },
  options: clusterApiOptions,
  needs: siteNeeds,
  readsBack: ["machines"],
  load: async () => {
    const [{ emitClusters }, { readClusters }] = await Promise.all([
      import("./cluster-api/emit-clusters.ts"),
      import("./cluster-api/read-clusters.ts"),
    ]);
    return { emit: emitClusters, readBack: readClusters };
  },
});
