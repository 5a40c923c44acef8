import { isOpen } from "@nkp-planner/adapters/check";
import { messageText, valueText } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { SMALL_FLEET } from "../support/check-scenario.ts";
import { type CheckCase, checkFiles, edited, emittedFiles, type Files } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const on = (release: string) => ({ ...SMALL_FLEET, release });

/** What a rule says of files that are changed, `?` before what it does not know. */
async function said(ruleId: string, fleet: object, files: (planned: Files) => Files, more: Partial<CheckCase> = {}) {
  const result = await checkFiles({ fleet, ...more, files: files(await emittedFiles({ fleet, ...more })) });
  return result.judged
    .filter((one) => one.rule.id === ruleId && isOpen(one))
    .map(({ finding, state }) => {
      const text = finding === null ? "" : messageText(finding.message, valueText);
      return state === "unknown" ? `? ${text}` : text;
    });
}

describe("what is written in files, in other releases", () => {
  it("tells of a name before the upgrade that it will stall", async () => {
    const name = "tenant-kite-".padEnd(59, "x");
    const files = (planned: Files) => edited(planned, KITE, "\n  name: tenant-kite\n", `\n  name: ${name}\n`);
    expect(await said("name-too-long", on("nkp-2.17.1"), files)).toEqual([
      `${name}: the name has 59 characters, and with more than 58 the upgrade from NKP 2.17.1 to 2.18 will stall for the whole workspace.`,
    ]);
  });

  it("lets projects be before the release that advises against them", async () => {
    const files = (planned: Files) => ({
      ...planned,
      [KITE]: String(planned[KITE]).replaceAll(/( +)vcpuSockets:/g, "$1project: { type: name, name: kite }\n$&"),
    });
    expect(await said("project-not-internal", on("nkp-2.17.1"), files)).toEqual([]);
    expect(await said("project-not-internal", on("nkp-2.18.0-dev"), files)).toHaveLength(2);
  });

  it("knows kinds and fields from the release on that has them", async () => {
    const newer = await emittedFiles({ fleet: on("nkp-2.18.0-dev") });
    expect(
      await said("field-of-other-release", on("nkp-2.17.1"), (planned) => ({ ...planned, [KITE]: newer[KITE] ?? "" })),
    ).toEqual(["NKPCluster tenant-kite: NKP has this kind from 2.18 on, and the fleet is on 2.17.1."]);
    const older = (planned: Files) => edited(planned, KITE, "nkp-nutanix-v2.17.1", "nkp-nutanix-v2.16.1");
    expect(await said("field-of-other-release", on("nkp-2.17.1"), older)).toEqual([
      "Cluster tenant-kite: spec.topology.variables.0.value.addons.konnectorAgent is there from NKP 2.17 on, and the cluster is on 2.16.1.",
    ]);
  });

  it("holds an attached cluster to the release of the fleet, and one that manages itself to its own", async () => {
    const older = await emittedFiles({ fleet: on("nkp-2.17.1"), model: "starter-self-managed" });
    const fleet = on("nkp-2.18.0-dev");
    const kept =
      "Cluster tenant-kite: from NKP 2.18 on a cluster is kept as NKPCluster, and changes of the topology of its Cluster are refused.";
    const files = (planned: Files) => ({ ...planned, [KITE]: older[KITE] ?? "" });
    expect(await said("field-of-other-release", fleet, files)).toEqual([kept]);
    expect(await said("field-of-other-release", fleet, files, { model: "starter-self-managed" })).toEqual([]);
  });

  it.each([
    [
      "nkp-2.17.1",
      "--template=x",
      ["nkp create cluster nutanix: the flag --template is gone from NKP 2.17 on, and the fleet is on 2.17.1."],
    ],
    ["nkp-2.16.1", "--template=x", []],
    ["nkp-2.18.0-dev", "--capi-additional-sync-machine-labels=^msp", []],
    [
      "nkp-2.17.1",
      "--capi-additional-sync-machine-labels=^msp",
      [
        "nkp create cluster nutanix: the flag --capi-additional-sync-machine-labels is there from NKP 2.18 on, and the fleet is on 2.17.1.",
      ],
    ],
    [
      "nkp-2.18.0-dev",
      "--worker-vm-profile=large",
      [
        "? nkp create cluster nutanix: there is no flag --worker-vm-profile up to NKP 2.17, and whether 2.18.0 has it is not known.",
      ],
    ],
  ])("knows on %s of %s", async (release, flag, expected) => {
    const files = (planned: Files) => ({ ...planned, "create.sh": `#!/bin/sh\nnkp create cluster nutanix ${flag}\n` });
    expect(await said("flag-of-other-release", on(release), files)).toEqual(expected);
  });

  it.each([
    ["nkp-2.17.1", 1],
    ["nkp-2.18.0-dev", 0],
  ])("knows on %s which labels NKP passes on", async (release, count) => {
    const own = "node.cluster.x-k8s.io/pool: workload\n";
    const files = (planned: Files) =>
      edited(planned, KITE, own, `${own}${" ".repeat(release === "nkp-2.17.1" ? 14 : 16)}nutanix.com/owner: kite\n`);
    expect(await said("labels-stay-behind", on(release), files)).toHaveLength(count);
  });
});

describe("what the plan's pods select nodes by", () => {
  const fleet = {
    ...SMALL_FLEET,
    tenants: [
      {
        id: "kite",
        name: "Kite Media",
        pools: [{ name: "fast" }],
        workloads: [{ name: "web", pool: "fast", replicas: 6, requests: { cpu: "2", memory: "4Gi" } }],
      },
    ],
  };

  it.each([
    ["is missing", "node.cluster.x-k8s.io/other: fast"],
    ["has another value", "node.cluster.x-k8s.io/pool: slow"],
  ])("is told where it %s", async (_, label) => {
    const files = (planned: Files) => edited(planned, KITE, "node.cluster.x-k8s.io/pool: fast", label);
    expect(await said("labels-stay-behind", fleet, files)).toEqual([
      "tenant-kite, pool fast: the nodes do not get the label pool=fast, by which the plan's pods select them.",
    ]);
    expect(await said("labels-stay-behind", fleet, (planned) => planned)).toEqual([]);
  });
});

describe("what stands in other objects", () => {
  const fleet = on("nkp-2.17.1");

  it.each([
    ["a map", '{ node-labels: "msp.example/disk=fast,other=x" }'],
    ["a list", "[{ name: node-labels, value: msp.example/disk=fast }]"],
  ])("lets a label be that the kubelet gives by %s of arguments", async (_, given) => {
    const pool = (config: string) => `apiVersion: cluster.x-k8s.io/v1beta1
kind: MachineDeployment
metadata: { name: kite-general }
spec:
  clusterName: kite-old
  replicas: 1
  template:
    metadata:
      labels:
        msp.example/disk: fast
    spec:
      clusterName: kite-old
      bootstrap: { configRef: { kind: KubeadmConfigTemplate, name: ${config} } }
---
apiVersion: bootstrap.cluster.x-k8s.io/v1beta1
kind: KubeadmConfigTemplate
metadata: { name: general }
spec: { template: { spec: { joinConfiguration: { nodeRegistration: { kubeletExtraArgs: ${given} } } } } }
`;
    const withPool = (config: string) => (planned: Files) => ({ ...planned, "old/pool.yaml": pool(config) });
    expect(await said("labels-stay-behind", fleet, withPool("general"))).toEqual([]);
    expect(await said("labels-stay-behind", fleet, withPool("another"))).toHaveLength(1);
  });

  it("tells pods of one maker once, and what stands beside its maker not at all", async () => {
    const pod = (name: string, owner: string) => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: shop
  labels: { pod-template-hash: 5d4f }
  ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: ${owner}-5d4f, uid: ${owner}, controller: true }]
spec: { containers: [{ name: app }] }
`;
    const web = "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\n";
    const template = "spec: { template: { spec: { containers: [{ name: app }] } } }\n";
    const text = [web + template, pod("web-1", "web"), pod("db-1", "db"), pod("db-2", "db")].join("---\n");
    expect(await said("pods-without-requests", fleet, (planned) => ({ ...planned, "apps/pods.yaml": text }))).toEqual([
      "Deployment web: containers without a request count as nothing, 1 of 1: app (cpu, memory).",
      "Deployment db: containers without a request count as nothing, 1 of 1: app (cpu, memory).",
    ]);
  });

  it.each([
    [
      "a folder that a generator names",
      "{{ path }}",
      "? ApplicationSet fleet deletes what goes from {{ path }}, and whether clusters stand there is not known: not all of it is among the files to check.",
    ],
    [
      "a folder",
      "clusters/tenant-kite",
      "ApplicationSet fleet deletes Cluster tenant-kite when the file goes from clusters/tenant-kite.",
    ],
  ])("looks at the template of an ApplicationSet with %s", async (_, folder, expected) => {
    const text = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: fleet }
spec:
  template:
    spec:
      sources: [{ chart: one, repoURL: https://charts.example }, { path: "${folder}" }]
      syncPolicy: { automated: { prune: true } }
`;
    expect(await said("prune-deletes-clusters", fleet, (planned) => ({ ...planned, "argo.yaml": text }))).toEqual([
      expected,
    ]);
  });
});

it("says of no object that nobody asks about it where a rule does", async () => {
  const pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a\n";
  const map = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n";
  const files = await emittedFiles({ fleet: SMALL_FLEET });
  const { passedOver } = await checkFiles({
    fleet: SMALL_FLEET,
    files: { ...files, "apps/a.yaml": `${pod}---\n${map}` },
  });
  expect(passedOver.map(({ count }) => count)).toEqual([1]);
});
