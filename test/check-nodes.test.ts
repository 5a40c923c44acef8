import { messageText, valueText } from "@nkp-planner/core";
import { expect, it } from "vitest";
import { SMALL_FLEET } from "./support/check-scenario.ts";
import { checkFiles } from "./support/checked.ts";

/** A worker of Kite Media as kubectl prints it, for which the plan has 8 vCPU and what the kernel leaves of 16 GiB. */
const worker = (name: string, memory: string) => `  - kind: Node
    apiVersion: v1
    metadata:
      name: ${name}
      labels: { node.cluster.x-k8s.io/pool: workload }
      annotations: { cluster.x-k8s.io/cluster-name: tenant-kite }
    status:
      nodeInfo: { kubeletVersion: v1.31.9 }
      capacity: { cpu: "8", memory: ${memory} }
`;
const NODES = `apiVersion: v1
kind: List
items:
${worker("one", "16777216Ki")}${worker("two", "16000000Ki")}${worker("three", "16100000Ki")}`;

it("points at the smallest node of a pool, and at where a version of Kubernetes stands", async () => {
  const { judged } = await checkFiles({ fleet: SMALL_FLEET, files: { "nodes.yaml": NODES } });
  const lineOf = (rule: string) => {
    const { place } = judged.find((one) => one.rule.id === rule && one.state === "fail")?.about ?? {};
    return NODES.split("\n")[(place?.line ?? 0) - 1]?.trim();
  };
  expect(lineOf("nodes-too-small")).toBe('capacity: { cpu: "8", memory: 16000000Ki }');
  expect(lineOf("kubernetes-support")).toBe("nodeInfo: { kubeletVersion: v1.31.9 }");
  const small = judged.find((one) => one.rule.id === "nodes-too-small" && one.state === "fail")?.finding;
  expect(small && messageText(small.message, valueText)).toMatch(
    /a node has 8 vCPU and 15625 MiB, the plan has 8 vCPU/,
  );
});
