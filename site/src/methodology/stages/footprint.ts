import { clusterOfFollowed, ownPlan, sharedPlan } from "../../reference/example.ts";
import { defineStage } from "../stage.ts";

const plane = sharedPlan.clusters.find(({ role }) => role === "management");

export const footprint = defineStage({
  id: "footprint",
  title: "Footprint of the platform",
  lead: "What the platform itself requests on a cluster, component by component, each with the manifest or document it was read from.",
  text: [
    "Two parts add up. Below: what every cluster runs (control plane, network, storage driver, agents), and Cluster API where a cluster manages itself or others. Above: the applications that the release switches on for this edition and role.",
    "Some components run once, some on every node or every control plane node, some once per managed cluster. So the footprint depends on how many nodes there are, and the nodes on the footprint: the planner places both together.",
    "A component whose requests are not public is listed as unknown and counted as nothing; every plan that rests on one says so.",
  ],
  formula: [
    "requests of a component = times it runs × requests of one pod",
    "times: replicas, or once per node, per control plane node, per storage node, per managed cluster",
    "footprint = Σ over system components and default applications of the edition and role",
  ],
  terms: [
    ["default applications", "those that a cluster of the edition and role gets without being asked"],
    ["unknown", "no public figure; the platform asks for more than is counted, by an amount nobody states"],
  ],
  example: "A tenant's own cluster in one model, and the management cluster of another.",
  figures: [
    { plan: ownPlan, id: `cluster.${clusterOfFollowed(ownPlan).name}.requestedVcpu` },
    { plan: sharedPlan, id: `cluster.${plane?.name}.requestedVcpu` },
    { plan: sharedPlan, id: `cluster.${plane?.name}.requestedMemoryGiB` },
  ],
  choices: ["tenant-services", "ceph-storage-nodes", "rook-ceph-requests"],
  code: ["packages/core/src/demand/footprint.ts", "packages/core/src/clusters/pools/cluster-pods.ts"],
});
