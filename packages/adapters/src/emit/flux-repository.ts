import { EVERY_RELEASE } from "../formats/release-range.ts";
import { defineAdapter } from "./adapter.ts";
import { fluxOptions } from "./flux/flux-options.ts";
import { siteNeeds } from "./site/site-needs.ts";

/**
 * A Git tree that Flux keeps clusters by: each cluster and what runs beside its tenants' own workloads, and the
 * provider's alerts on all of them.
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/
 */
export const fluxRepository = defineAdapter({
  id: "flux-repository",
  title: "Git repository for Flux",
  summary: "A folder a tenant: its cluster, rights, quotas and metrics; and the provider's alerts, for Flux.",
  releases: { ...EVERY_RELEASE, from: "2.12" },
  options: fluxOptions,
  needs: siteNeeds,
  readsBack: ["machines"],
  load: async () => {
    const [{ emitRepository }, { readClusters }] = await Promise.all([
      import("./flux/emit-repository.ts"),
      import("./cluster-api/read-clusters.ts"),
    ]);
    return { emit: emitRepository, readBack: readClusters };
  },
});
