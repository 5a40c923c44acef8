import { messageText, valueText } from "@nkp-planner/core";
import { expect, it } from "vitest";
import { SMALL_FLEET } from "./support/check-scenario.ts";
import { checkFiles } from "./support/checked.ts";

const POOL = `apiVersion: cluster.x-k8s.io/v1beta1
kind: MachineDeployment
metadata: { name: platform }
spec:
  clusterName: management
  replicas: 5
  template:
    spec:
      bootstrap: { configRef: { kind: KubeadmConfigTemplate, name: platform } }
`;
const config = (taints: string) => `---
apiVersion: bootstrap.cluster.x-k8s.io/v1beta1
kind: KubeadmConfigTemplate
metadata: { name: platform }
spec: { template: { spec: { joinConfiguration: { nodeRegistration: { taints: ${taints} } } } } }
`;

/** What is said of the taints of a platform pool without a ClusterClass. */
async function saidOf(text: string) {
  const { judged } = await checkFiles({ fleet: SMALL_FLEET, files: { "clusters/management.yaml": text } });
  return judged
    .filter(({ rule: { id } }) => id === "platform-untainted" || id === "taints-drift")
    .map(({ rule, state, finding }) =>
      [rule.id, state, ...(finding === null ? [] : [messageText(finding.message, valueText)])].join(": "),
    );
}

it("knows the taints of a pool by the configuration that it names", async () => {
  const planned = "[{ key: dedicated, value: platform, effect: NoSchedule }]";
  expect(await saidOf(`${POOL}${config(planned)}`)).toEqual(["platform-untainted: pass", "taints-drift: pass"]);
  expect(await saidOf(`${POOL}${config("[]")}`)).toEqual([
    "platform-untainted: fail: management, pool platform: the taint dedicated=platform:NoSchedule of the plan is missing, so that any pod may land there.",
  ]);
});

it("does not know them where no file has it", async () => {
  expect(await saidOf(POOL)).toEqual([
    "platform-untainted: unknown: management, pool platform: whether its nodes have the planned taint cannot be known, as no file has the configuration with which they join.",
  ]);
});
