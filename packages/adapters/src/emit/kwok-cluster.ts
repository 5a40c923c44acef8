import { NO_OPTIONS } from "../formats/options.ts";
import { EVERY_RELEASE } from "../formats/release-range.ts";
import { defineAdapter } from "./adapter.ts";

/**
 * A folder per cluster for KWOK, which lends an API server nodes without machines: what its scheduler does
 * with the pods is the test of the plan.
 * @see https://kwok.sigs.k8s.io/docs/user/kwok-manage-nodes-and-pods/
 */
export const kwokCluster = defineAdapter({
  id: "kwok-cluster",
  title: "Fake nodes and pods for KWOK",
  summary: "Nodes and workloads of every cluster as manifests, to see a real scheduler place them.",
  releases: EVERY_RELEASE,
  options: NO_OPTIONS,
  readsBack: ["nodes", "podCount"],
  load: async () => {
    const [{ emitManifests }, { readManifests }] = await Promise.all([
      import("./kwok/manifests.ts"),
      import("./kwok/read-back.ts"),
    ]);
    return { emit: emitManifests, readBack: readManifests };
  },
});
