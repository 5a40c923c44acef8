import { messageText, valueText } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { SMALL_FLEET } from "./support/check-scenario.ts";
import { checkFiles } from "./support/checked.ts";

const FILE = "clusters/kite.yaml";

/** What the rule says of a control plane of kubeadm, and on which line. */
async function saidOf(replicas: number, etcd: string) {
  const text = `apiVersion: cluster.x-k8s.io/v1beta1
kind: Cluster
metadata: { name: tenant-kite }
spec:
  controlPlaneRef: { kind: KubeadmControlPlane, name: tenant-kite-plane }
---
apiVersion: controlplane.cluster.x-k8s.io/v1beta1
kind: KubeadmControlPlane
metadata:
  name: tenant-kite-plane
  labels: { cluster.x-k8s.io/cluster-name: tenant-kite }
spec:
  version: v1.34.3
  replicas: ${replicas}
  kubeadmConfigSpec:
    clusterConfiguration:
      etcd:
        ${etcd}
`;
  const { judged } = await checkFiles({ fleet: SMALL_FLEET, files: { [FILE]: text } });
  const lines = text.split("\n");
  return judged
    .filter(({ rule }) => rule.id === "control-plane-even")
    .map(({ state, about, finding }) => [
      state,
      lines[about.place.line - 1]?.trim().replace(/:.*/, ""),
      ...(finding === null ? [] : [messageText(finding.message, valueText)]),
    ]);
}

const endpoints = (...names: readonly string[]) =>
  `external:\n          endpoints: [${names.map((name) => `"https://${name}:2379"`).join(", ")}]`;

describe("an even control plane", () => {
  it("is told where it runs etcd itself", async () => {
    expect(await saidOf(4, "local: {}")).toEqual([
      ["fail", "replicas", "tenant-kite: 4 control plane nodes run etcd, which is an even count."],
    ]);
  });

  it("is fine where etcd is elsewhere, whose count is judged", async () => {
    expect(await saidOf(4, endpoints("a", "b", "c"))).toEqual([["pass", "endpoints"]]);
    expect(await saidOf(3, endpoints("a", "b"))).toEqual([
      ["fail", "endpoints", "tenant-kite: 2 etcd machines run etcd, which is an even count."],
    ]);
  });

  it("is not known where one address stands for etcd", async () => {
    expect(await saidOf(4, endpoints("etcd"))).toEqual([
      [
        "unknown",
        "endpoints",
        "tenant-kite: how many etcd machines run etcd is not said, so that nobody can know whether it is odd.",
      ],
    ]);
  });
});
