import { type Finding, findingText } from "@nkp-planner/core";
import { dnsLabels, LONGEST_LABEL } from "../../kubernetes/names.ts";
import { NAMESPACE } from "../../kubernetes/pod-template.ts";
import { workloadObjects } from "../../kubernetes/workload-objects.ts";
import { yamlDocuments } from "../../kubernetes/yaml-documents.ts";
import type { EmittedText } from "../emitted-file.ts";
import type { PlanToEmit } from "../plan-to-emit.ts";
import { type ClusterOnScheduler, onScheduler } from "./cluster-on-scheduler.ts";
import { nodeObjects } from "./node-objects.ts";

/** A folder per cluster: its nodes, its workloads, and how to load them. */
export function emitManifests({
  plan: { clusters },
  findings,
}: {
  readonly plan: PlanToEmit;
  readonly findings: readonly Finding[];
}): readonly EmittedText[] {
  const folders = dnsLabels(
    clusters.map(({ name }) => name),
    { word: "cluster", longest: LONGEST_LABEL },
  );
  return clusters.flatMap((cluster, index) => {
    const folder = folders[index] ?? "";
    const placed = onScheduler(cluster);
    return [
      { path: `${folder}/README.md`, text: readme(folder, placed, findings) },
      { path: `${folder}/nodes.yaml`, text: yamlDocuments(nodeObjects(placed.nodes)) },
      { path: `${folder}/workloads.yaml`, text: yamlDocuments(workloadObjects(cluster.name, placed.podGroups)) },
    ];
  });
}

function readme(folder: string, { nodes, podGroups }: ClusterOnScheduler, findings: readonly Finding[]): string {
  const context = `--context kwok-${folder}`;
  return `# ${folder}

Nodes: ${nodes.length}, workloads: ${podGroups.length}, as planned. Load them where a real scheduler places the pods and no machine
runs them.
${findings.map((finding) => `\n${findingText(finding)}\n`).join("")}
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
