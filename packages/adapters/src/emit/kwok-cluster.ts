import { type Finding, findingText } from "@nkp-planner/core";
import { dnsLabels, LONGEST_LABEL } from "../kubernetes/names.ts";
import { nodeObjects } from "../kubernetes/node-objects.ts";
import { NAMESPACE } from "../kubernetes/pod-template.ts";
import { workloadObjects } from "../kubernetes/workload-objects.ts";
import { yamlDocuments } from "../kubernetes/yaml-documents.ts";
import { type ClusterToEmit, defineAdapter } from "./adapter.ts";

/**
 * A folder per cluster for KWOK, which lends an API server nodes without machines: what its scheduler does
 * with the pods is the test of the plan.
 * @see https://kwok.sigs.k8s.io/docs/user/kwok-manage-nodes-and-pods/
 */
export const kwokCluster = defineAdapter({
  id: "kwok-cluster",
  title: "Fake nodes and pods for KWOK",
  summary: "Nodes and workloads of every cluster as manifests, to see a real scheduler place them.",
  emit: ({ clusters }, { notices = [] } = {}) => {
    const folders = dnsLabels(
      clusters.map(({ name }) => name),
      { word: "cluster", longest: LONGEST_LABEL },
    );
    return clusters.flatMap((cluster, index) => {
      const folder = folders[index] ?? "";
      return [
        { path: `${folder}/README.md`, text: readme(folder, cluster, notices) },
        { path: `${folder}/nodes.yaml`, text: yamlDocuments(nodeObjects(cluster.schedulerNodes)) },
        { path: `${folder}/workloads.yaml`, text: yamlDocuments(workloadObjects(cluster.name, cluster.podGroups)) },
      ];
    });
  },
});

function readme(folder: string, { schedulerNodes, podGroups }: ClusterToEmit, notices: readonly Finding[]): string {
  const context = `--context kwok-${folder}`;
  return `# ${folder}

Nodes: ${schedulerNodes.length}, workloads: ${podGroups.length}, as planned. Load them where a real scheduler places the pods and no machine
runs them.
${notices.map((notice) => `\n${findingText(notice)}\n`).join("")}
## KWOK

\`\`\`sh
kwokctl create cluster --name ${folder}
kubectl ${context} apply --filename nodes.yaml
kubectl ${context} apply --filename workloads.yaml
kubectl ${context} get pods --namespace ${NAMESPACE} --output wide
kubectl ${context} get pods --namespace ${NAMESPACE} --field-selector status.phase=Pending
\`\`\`

The last command lists what found no node: nothing, if the plan is right.

## kube-scheduler-simulator

Start it (\`make docker_up\`), then apply both files with \`kubectl --server localhost:3131\`. Its page,
http://localhost:3000, shows how every node was filtered and scored.

## An API server of your own

Run \`kwok\` beside it with \`--manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake\`. Use a cluster without
real nodes: these carry the plan's taints only, so that real pods would be bound to them and never run.

## What differs from the plan

- The DaemonSet controller lets its pods tolerate \`not-ready\`, \`unreachable\`, \`disk-pressure\`, \`memory-pressure\`,
  \`pid-pressure\` and \`unschedulable\` nodes on top of the tolerations written here. Every other taint keeps them
  away, the control plane's too, unless the workload tolerates it.
- Controllers create pods at the same time: among equal priorities the order, and with it the node of a single pod,
  may differ from run to run. Whether all of them fit should not.
- Static pods of the control plane are written as DaemonSets.
- KWOK completes the pods of Jobs at once, which frees their nodes again.
- A node's size is read when it is created: delete the nodes before you apply a changed \`nodes.yaml\`.
`;
}
