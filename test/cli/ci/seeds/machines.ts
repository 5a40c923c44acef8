import { change, FLEET, KITE, LARK, MANAGEMENT, ORCHID, type Seed, UMBRA } from "../seed.ts";

export const machinesSeeds: readonly Seed[] = [
  {
    name: "half the memory for workers of Kite Media",
    edit: change(KITE, 'memorySize: "16Gi"', 'memorySize: "8Gi"'),
    finds: [
      {
        rule: "pods-without-node",
        file: KITE,
        line: "replicas: 5",
        text: "tenant-kite: 2 pods would stay pending (web): 0/8 nodes are available: 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 5 Insufficient memory.",
      },
      {
        rule: "nodes-too-small",
        file: KITE,
        line: 'memorySize: "8Gi"',
        text: "tenant-kite, pool workload: a node has 8 vCPU and 8 GiB, the plan has 8 vCPU and 16 GiB.",
      },
    ],
  },
  {
    name: "half the CPU for workers of Kite Media",
    edit: change(KITE, "vcpuSockets: 8", "vcpuSockets: 4"),
    finds: [
      {
        rule: "pods-without-node",
        file: KITE,
        line: "replicas: 5",
        text: "tenant-kite: 4 pods would stay pending (web): 0/8 nodes are available: 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 5 Insufficient cpu.",
      },
      {
        rule: "nodes-too-small",
        file: KITE,
        line: "vcpuSockets: 4",
        nth: 2,
        text: "tenant-kite, pool workload: a node has 4 vCPU and 16 GiB, the plan has 8 vCPU and 16 GiB.",
      },
    ],
  },
  {
    name: "a GiB less for workers of Lark Logistics",
    edit: change(LARK, 'memorySize: "32Gi"', 'memorySize: "31Gi"'),
    finds: [
      {
        rule: "nodes-too-small",
        file: LARK,
        line: 'memorySize: "31Gi"',
        text: "tenant-lark, pool workload: a node has 8 vCPU and 31 GiB, the plan has 8 vCPU and 32 GiB.",
      },
    ],
  },
  {
    name: "half the memory for workers of Lark Logistics",
    edit: change(LARK, 'memorySize: "32Gi"', 'memorySize: "16Gi"'),
    finds: [
      {
        rule: "pods-without-node",
        file: LARK,
        line: "replicas: 5",
        text: "tenant-lark: 1 pod would stay pending (largest pod): 0/8 nodes are available: 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 5 Insufficient memory.",
      },
      {
        rule: "nodes-too-small",
        file: LARK,
        line: 'memorySize: "16Gi"',
        text: "tenant-lark, pool workload: a node has 8 vCPU and 16 GiB, the plan has 8 vCPU and 32 GiB.",
      },
    ],
  },
  {
    name: "less memory for databases of Orchid Foods",
    edit: change(ORCHID, 'memorySize: "64Gi"', 'memorySize: "48Gi"'),
    finds: [
      {
        rule: "nodes-too-small",
        file: ORCHID,
        line: 'memorySize: "48Gi"',
        text: "tenant-orchid, pool db: a node has 8 vCPU and 48 GiB, the plan has 8 vCPU and 64 GiB.",
      },
    ],
  },
  {
    name: "less memory for platform nodes",
    edit: change(MANAGEMENT, 'memorySize: "32Gi"', 'memorySize: "24Gi"'),
    finds: [
      {
        rule: "nodes-too-small",
        file: MANAGEMENT,
        line: 'memorySize: "24Gi"',
        text: "management, pool platform: a node has 8 vCPU and 24 GiB, the plan has 8 vCPU and 32 GiB.",
      },
    ],
  },
  {
    name: "half the memory for the management cluster's control plane",
    edit: change(MANAGEMENT, 'memorySize: "16Gi"', 'memorySize: "8Gi"'),
    finds: [
      {
        rule: "nodes-too-small",
        file: MANAGEMENT,
        line: 'memorySize: "8Gi"',
        text: "management, pool control-plane: a node has 4 vCPU and 8 GiB, the plan has 4 vCPU and 16 GiB.",
      },
    ],
  },
  {
    name: "less memory for the control plane of Kite Media",
    edit: change(KITE, 'memorySize: "12Gi"', 'memorySize: "8Gi"'),
    finds: [
      {
        rule: "nodes-too-small",
        file: KITE,
        line: 'memorySize: "8Gi"',
        text: "tenant-kite, pool control-plane: a node has 4 vCPU and 8 GiB, the plan has 4 vCPU and 12 GiB.",
      },
    ],
  },
  {
    name: "less CPU for the control plane of Lark Logistics",
    edit: change(LARK, "vcpuSockets: 4", "vcpuSockets: 2"),
    finds: [
      {
        rule: "nodes-too-small",
        file: LARK,
        line: "vcpuSockets: 2",
        text: "tenant-lark, pool control-plane: a node has 2 vCPU and 12 GiB, the plan has 4 vCPU and 12 GiB.",
      },
    ],
  },
  {
    name: "one node of Umbra Insurance that is smaller than its neighbours",
    edit: change(
      UMBRA,
      '      name: tenant-umbra-workload-mv9kd\n      annotations:\n        cluster.x-k8s.io/cluster-name: tenant-umbra\n      labels:\n        node.cluster.x-k8s.io/pool: workload\n    status:\n      capacity: { cpu: "8", memory: 16412000Ki, pods: "110" }',
      '      name: tenant-umbra-workload-mv9kd\n      annotations:\n        cluster.x-k8s.io/cluster-name: tenant-umbra\n      labels:\n        node.cluster.x-k8s.io/pool: workload\n    status:\n      capacity: { cpu: "8", memory: 16300000Ki, pods: "110" }',
    ),
    finds: [
      {
        rule: "nodes-too-small",
        file: UMBRA,
        line: 'capacity: { cpu: "8", memory: 16300000Ki, pods: "110" }',
        text: "tenant-umbra, pool workload: a node has 8 vCPU and 16300000 KiB, the plan has 8 vCPU and 16408117 KiB.",
      },
    ],
  },
  {
    name: "larger pods of Umbra Insurance in the fleet alone",
    edit: change(FLEET, 'cpu: "1", memory: 4Gi', 'cpu: "1", memory: 14Gi'),
    finds: [
      {
        rule: "pods-without-node",
        file: UMBRA,
        line: "- apiVersion: v1",
        nth: 4,
        text: "tenant-umbra: 4 pods would stay pending (claims): 0/7 nodes are available: 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 4 Insufficient memory.",
      },
      {
        rule: "nodes-too-small",
        file: UMBRA,
        line: 'capacity: { cpu: "8", memory: 16412000Ki, pods: "110" }',
        nth: 1,
        text: "tenant-umbra, pool workload: a node has 8 vCPU and 16412000 KiB, the plan has 8 vCPU and 65632468 KiB.",
      },
    ],
  },
];
