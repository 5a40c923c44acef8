import { change, FLEET, KITE, LARK, MANAGEMENT, ORCHID, type Seed, UMBRA } from "../seed.ts";

export const nodesSeeds: readonly Seed[] = [
  {
    name: "a worker of Kite Media less than the plan has for a loss",
    edit: change(KITE, "replicas: 5", "replicas: 4"),
    finds: [
      {
        rule: "too-few-nodes",
        file: KITE,
        line: "replicas: 4",
        text: "tenant-kite, pool workload: 4 nodes are declared, the plan has 5.",
      },
    ],
  },
  {
    name: "three workers of Kite Media less",
    edit: change(KITE, "replicas: 5", "replicas: 2"),
    finds: [
      {
        rule: "pods-without-node",
        file: KITE,
        line: "replicas: 2",
        text: "tenant-kite: 3 pods would stay pending (web): 0/5 nodes are available: 2 Insufficient cpu, 2 Insufficient memory, 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }.",
      },
      {
        rule: "too-few-nodes",
        file: KITE,
        line: "replicas: 2",
        text: "tenant-kite, pool workload: 2 nodes are declared, the plan has 5.",
      },
    ],
  },
  {
    name: "a worker of Lark Logistics, of which only totals are known, less",
    edit: change(LARK, "replicas: 5", "replicas: 4"),
    finds: [
      {
        rule: "too-few-nodes",
        file: LARK,
        line: "replicas: 4",
        text: "tenant-lark, pool workload: 4 nodes are declared, the plan has 5.",
      },
    ],
  },
  {
    name: "one worker of Lark Logistics alone",
    edit: change(LARK, "replicas: 5", "replicas: 1"),
    finds: [
      {
        rule: "pods-without-node",
        file: LARK,
        line: "replicas: 1",
        text: "tenant-lark: 29 pods would stay pending (largest pod, further pods, part 1, further pods, part 2, 1 more workload): 0/4 nodes are available: 1 Insufficient cpu, 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }.",
      },
      {
        rule: "too-few-nodes",
        file: LARK,
        line: "replicas: 1",
        text: "tenant-lark, pool workload: 1 node is declared, the plan has 5.",
      },
    ],
  },
  {
    name: "one worker of Orchid Foods less than is documented",
    edit: change(ORCHID, "name: workload\n            replicas: 4", "name: workload\n            replicas: 3"),
    finds: [
      {
        rule: "too-few-nodes",
        file: ORCHID,
        line: "replicas: 3",
        nth: 2,
        text: "tenant-orchid, pool workload: 3 nodes are declared, the plan has 4.",
      },
    ],
  },
  {
    name: "a platform node less",
    edit: change(MANAGEMENT, "replicas: 5", "replicas: 4"),
    finds: [
      {
        rule: "too-few-nodes",
        file: MANAGEMENT,
        line: "replicas: 4",
        text: "management, pool platform: 4 nodes are declared, the plan has 5.",
      },
    ],
  },
  {
    name: "workers that nobody counts",
    edit: change(KITE, "            replicas: 5\n", ""),
    finds: [
      {
        rule: "pods-without-node",
        file: KITE,
        line: "- class: default-worker",
        text: "tenant-kite: 6 pods would stay pending (web): 0/4 nodes are available: 1 Insufficient cpu, 1 Insufficient memory, 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }.",
      },
      {
        rule: "pods-without-node",
        file: KITE,
        line: "- class: default-worker",
        text: "tenant-kite: 1 pod would stay pending (queue): 0/4 nodes are available: 1 Insufficient cpu, 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }.",
      },
      {
        rule: "too-few-nodes",
        file: KITE,
        line: "- class: default-worker",
        text: "tenant-kite, pool workload: 1 node is declared, the plan has 5.",
      },
    ],
  },
  {
    name: "a node of Umbra Insurance that was lost overnight",
    edit: change(
      UMBRA,
      '  - apiVersion: v1\n    kind: Node\n    metadata:\n      name: tenant-umbra-workload-mv9kd\n      annotations:\n        cluster.x-k8s.io/cluster-name: tenant-umbra\n      labels:\n        node.cluster.x-k8s.io/pool: workload\n    status:\n      capacity: { cpu: "8", memory: 16412000Ki, pods: "110" }\n      allocatable: { cpu: 7500m, memory: 15200000Ki, pods: "110" }\n      conditions:\n        - { type: Ready, status: "True" }\n      nodeInfo: { kubeletVersion: v1.35.2 }\n',
      "",
    ),
    finds: [
      {
        rule: "too-few-nodes",
        file: UMBRA,
        line: "- apiVersion: v1",
        nth: 4,
        text: "tenant-umbra, pool workload: 3 nodes are declared, the plan has 4.",
      },
    ],
  },
  {
    name: "a cordoned node of Umbra Insurance",
    edit: change(
      UMBRA,
      "      name: tenant-umbra-workload-mv9kd\n      annotations:\n        cluster.x-k8s.io/cluster-name: tenant-umbra\n      labels:\n        node.cluster.x-k8s.io/pool: workload\n",
      "      name: tenant-umbra-workload-mv9kd\n      annotations:\n        cluster.x-k8s.io/cluster-name: tenant-umbra\n      labels:\n        node.cluster.x-k8s.io/pool: workload\n    spec: { unschedulable: true }\n",
    ),
    finds: [
      {
        rule: "no-room-for-loss",
        file: UMBRA,
        line: "- apiVersion: v1",
        nth: 4,
        text: "tenant-umbra: after the loss of node workload-1 a pod of claims finds no other: 0/5 nodes are available: 2 Insufficient memory, 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }.",
      },
    ],
  },
  {
    name: "a node of Umbra Insurance that is not ready",
    edit: change(
      UMBRA,
      '      name: tenant-umbra-workload-mv9kd\n      annotations:\n        cluster.x-k8s.io/cluster-name: tenant-umbra\n      labels:\n        node.cluster.x-k8s.io/pool: workload\n    status:\n      capacity: { cpu: "8", memory: 16412000Ki, pods: "110" }\n      allocatable: { cpu: 7500m, memory: 15200000Ki, pods: "110" }\n      conditions:\n        - { type: Ready, status: "True" }\n',
      '      name: tenant-umbra-workload-mv9kd\n      annotations:\n        cluster.x-k8s.io/cluster-name: tenant-umbra\n      labels:\n        node.cluster.x-k8s.io/pool: workload\n    status:\n      capacity: { cpu: "8", memory: 16412000Ki, pods: "110" }\n      allocatable: { cpu: 7500m, memory: 15200000Ki, pods: "110" }\n      conditions:\n        - { type: Ready, status: "False" }\n',
    ),
    finds: [
      {
        rule: "no-room-for-loss",
        file: UMBRA,
        line: "- apiVersion: v1",
        nth: 4,
        text: "tenant-umbra: after the loss of node workload-1 a pod of claims finds no other: 0/5 nodes are available: 2 Insufficient memory, 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }.",
      },
    ],
  },
  {
    name: "a fourth control plane node of Kite Media",
    edit: change(KITE, "controlPlane:\n        replicas: 3", "controlPlane:\n        replicas: 4"),
    finds: [
      {
        rule: "control-plane-even",
        file: KITE,
        line: "replicas: 4",
        text: "tenant-kite: 4 control plane nodes run etcd, which is an even count.",
      },
    ],
  },
  {
    name: "two control plane nodes of Orchid Foods",
    edit: change(ORCHID, "controlPlane:\n        replicas: 3", "controlPlane:\n        replicas: 2"),
    finds: [
      {
        rule: "below-minimum",
        file: ORCHID,
        line: "replicas: 2",
        text: "tenant-orchid: control plane nodes declared are 2, the documented minimum is 3.",
      },
    ],
  },
  {
    name: "a pod network without a slice for one node more",
    edit: change(KITE, '"192.168.0.0/16"', '"192.168.0.0/21"'),
    finds: [
      {
        rule: "no-room-for-surge",
        file: KITE,
        line: '- "192.168.0.0/21"',
        text: "tenant-kite: 8 nodes and 1 more during an update need a slice of the pod network each; 192.168.0.0/21 has 8 of /24.",
      },
    ],
  },
  {
    name: "six control plane nodes of the management cluster",
    edit: change(MANAGEMENT, "controlPlane:\n        replicas: 3", "controlPlane:\n        replicas: 6"),
    finds: [
      {
        rule: "control-plane-even",
        file: MANAGEMENT,
        line: "replicas: 6",
        text: "management: 6 control plane nodes run etcd, which is an even count.",
      },
    ],
  },
  {
    name: "more workers of Kite Media than the plan needs",
    edit: change(KITE, "replicas: 5", "replicas: 8"),
    finds: [
      {
        rule: "oversized",
        file: KITE,
        line: "replicas: 8",
        text: "tenant-kite, pool workload: 8 nodes with 64 vCPU and 128 GiB declared, 5 nodes with 40 vCPU and 80 GiB planned: 24 vCPU and 48 GiB more. What they cost is not known: the prices are those of an example.",
      },
      {
        rule: "licences-short",
        file: FLEET,
        line: "apiVersion: nkp-planner/v1",
        text: "NKP Ultimate: licences are bought for 224 vCPU, the plan needs 216, the files declare 240.",
      },
    ],
  },
  {
    name: "twice the pods of Kite Media's web in the fleet alone",
    edit: change(FLEET, "name: web, replicas: 6", "name: web, replicas: 12"),
    finds: [
      {
        rule: "too-few-nodes",
        file: KITE,
        line: "replicas: 5",
        text: "tenant-kite, pool workload: 5 nodes are declared, the plan has 7.",
      },
      {
        rule: "licences-short",
        file: FLEET,
        line: "apiVersion: nkp-planner/v1",
        text: "NKP Ultimate: licences are bought for 224 vCPU, the plan needs 232, the files declare 216.",
      },
    ],
  },
];
