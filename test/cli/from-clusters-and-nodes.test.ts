import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fileOf } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const NEW_FLEET = ["--as-of", "2026-11-23", "--release", "nkp-2.17.1", "--currency", "EUR"];

const NODES = fileOf(
  "nodes.json",
  JSON.stringify({
    apiVersion: "v1",
    kind: "List",
    items: ["a", "b", "c", "d"].map((name) => ({
      apiVersion: "v1",
      kind: "Node",
      metadata: { name },
      status: { capacity: { cpu: "4", memory: "9Gi" }, allocatable: { cpu: "4", memory: "8Gi" } },
    })),
  }),
);

const CONTROL_PLANE = `apiVersion: controlplane.cluster.x-k8s.io/v1beta1
kind: KubeadmControlPlane
metadata: { name: kite-control-plane }
spec:
  replicas: 3
  machineTemplate: { infrastructureRef: { kind: NutanixMachineTemplate, name: m } }
---
apiVersion: infrastructure.cluster.x-k8s.io/v1beta1
kind: NutanixMachineTemplate
metadata: { name: m }
spec: { template: { spec: { vcpuSockets: 4, vcpusPerSocket: 1, memorySize: 8Gi, systemDiskSize: 40Gi } } }
`;

const unbroken = (text: string) => text.replaceAll(/\s+/g, " ");

describe("nodes and clusters", () => {
  it("become a tenant of what workers can hold, by options that are said", async () => {
    const { code, stdout, stderr } = await cli(["import", NODES, "--tenant", "Orchid", ...NEW_FLEET]);
    expect(code).toBe(0);
    expect(unbroken(stderr)).toContain("4 objects found, 4 used.");
    expect(unbroken(stderr)).toContain("pool nodes 4 × 4 vCPU, 9 GiB (pods can have 4 vCPU, 8 GiB).");
    expect(unbroken(stderr)).toContain("filled to 70 % of what they offer to pods");
    // 4 × 4 × 0.7 = 11.2 vCPU; 4 × 8 × 0.7 = 22.4 GiB = 22,937.6 MiB.
    expect(parse(stdout).tenants).toEqual([
      {
        ...{ id: "orchid", name: "Orchid", demand: { pods: 40, cpu: "11200m", memory: "22938Mi" } },
        origin: {
          ...{ file: "nodes.json", row: 1, date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), reader: "cluster-shapes" },
          basis: "70 % of what worker nodes offer, 10 pods a node",
        },
      },
    ]);
    const options = ["--option", "filled=55", "--option", "pods-per-node=25"];
    const other = await cli(["import", NODES, ...options, ...NEW_FLEET]);
    // 16 × 0.55 = 8.8 vCPU; 32 × 0.55 = 17.6 GiB = 18,022.4 MiB.
    expect(parse(other.stdout).tenants[0].demand).toEqual({ pods: 100, cpu: "8800m", memory: "18023Mi" });
  });

  it("are compared in one step", async () => {
    const { code, stdout } = await cli(["compare", NODES]);
    expect(code).toBe(0);
    expect(unbroken(stdout)).toContain("1 tenant; amounts in EUR a month");
  });

  it("without workers are refused with what there is", async () => {
    const refused = await cli(["import", fileOf("control-plane.yaml", CONTROL_PLANE), ...NEW_FLEET]);
    expect(refused.code).toBe(2);
    expect(refused.stdout).toBe("");
    expect(unbroken(refused.stderr)).toContain(
      "found Cluster kite: control plane 3 × 4 vCPU, 8 GiB; its workers are not in this file",
    );
  });
});
