import { CREATE, change, KITE, LARK, MANAGEMENT, ORCHID, type Seed, WEB } from "../seed.ts";

export const placingSeeds: readonly Seed[] = [
  {
    name: "a taint that only asks to prefer other nodes",
    edit: change(MANAGEMENT, "effect: NoSchedule", "effect: PreferNoSchedule"),
    finds: [
      {
        rule: "platform-untainted",
        file: MANAGEMENT,
        line: "- key: dedicated",
        text: "management, pool platform: the taint dedicated=platform:NoSchedule of the plan is missing, so that any pod may land there.",
      },
    ],
  },
  {
    name: "a taint with another value",
    edit: change(MANAGEMENT, "value: platform", "value: apps"),
    finds: [
      {
        rule: "pods-without-node",
        file: MANAGEMENT,
        line: "replicas: 5",
        text: "management: 131 pods would stay pending (rook-ceph-cluster/ceph-mon, rook-ceph-cluster/ceph-osd, cert-manager/cert-manager-controller, 98 more workloads): 0/8 nodes are available: 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 5 node(s) had untolerated taint {dedicated: apps}.",
      },
      {
        rule: "platform-untainted",
        file: MANAGEMENT,
        line: "- key: dedicated",
        text: "management, pool platform: the taint dedicated=platform:NoSchedule of the plan is missing, so that any pod may land there.",
      },
    ],
  },
  {
    name: "databases of Orchid Foods without their taint",
    edit: change(
      ORCHID,
      "                    taints:\n                      - key: dedicated\n                        value: db\n                        effect: NoSchedule\n",
      "",
    ),
    finds: [
      {
        rule: "taints-drift",
        file: ORCHID,
        line: "- class: default-worker",
        nth: 2,
        text: "tenant-orchid, pool db: nodes get no taint, the plan has taint dedicated=db:NoSchedule.",
      },
    ],
  },
  {
    name: "a label that does not reach the databases' nodes",
    edit: change(ORCHID, "node.cluster.x-k8s.io/role: db", "role: db"),
    finds: [
      {
        rule: "labels-stay-behind",
        file: ORCHID,
        line: "role: db",
        text: "tenant-orchid, pool db: the label role stays on the machines and does not reach the nodes.",
      },
    ],
  },
  {
    name: "machines in a project of a customer's own",
    edit: change(
      KITE,
      'name: "_internal"\n                  vcpuSockets: 4',
      "name: kite-media\n                  vcpuSockets: 4",
    ),
    finds: [
      {
        rule: "project-not-internal",
        file: KITE,
        line: "type: name",
        nth: 3,
        text: "NKPCluster tenant-kite: spec.capiCluster.topology.variables.0.value.controlPlane.nutanix.machineDetails.project is kite-media, and for NKP 2.18.0 the vendor advises _internal only.",
      },
    ],
  },
  {
    name: "pods of Kite Media that bear the platform's taint",
    edit: change(
      WEB,
      "      containers:\n",
      "      tolerations:\n        - { key: dedicated, operator: Equal, value: platform, effect: NoSchedule }\n      containers:\n",
    ),
    finds: [
      {
        rule: "platform-shared",
        file: WEB,
        line: "- { key: dedicated, operator: Equal, value: platform, effect: NoSchedule }",
        text: "Deployment web tolerates the taint of pool platform of management, and may run there.",
      },
    ],
  },
  {
    name: "a container of Kite Media without a request for CPU",
    edit: change(
      WEB,
      '            requests: { cpu: "2", memory: 4Gi }\n            limits: { memory: 4Gi }\n',
      "            limits: { memory: 4Gi }\n",
    ),
    finds: [
      {
        rule: "pods-without-requests",
        file: WEB,
        line: "- name: web",
        text: "Deployment web: containers without a request count as nothing, 1 of 1: web (cpu).",
      },
    ],
  },
  {
    name: "a limit of Kite Media below what its container asks for",
    edit: change(WEB, "limits: { memory: 4Gi }", "limits: { memory: 2Gi }"),
    finds: [
      {
        rule: "requests-above-limits",
        file: WEB,
        line: 'requests: { cpu: "2", memory: 4Gi }',
        text: "Deployment web, container web: the request of 4Gi memory is above the limit of 2Gi.",
      },
    ],
  },
  {
    name: "a field that the variable does not have",
    edit: change(LARK, "provider: Cilium\n", "providers: Cilium\n"),
    finds: [
      {
        rule: "field-of-other-release",
        file: LARK,
        line: "providers: Cilium",
        text: "NKPCluster tenant-lark: spec.capiCluster.topology.variables.0.value.addons.cni.providers is no field of the variable clusterConfig.",
      },
    ],
  },
  {
    name: "a kubelet that takes more pods than planned",
    edit: change(
      KITE,
      "              overrides:\n                - name: workerConfig\n                  value:\n",
      "              overrides:\n                - name: workerConfig\n                  value:\n                    kubeletConfiguration: { maxPods: 150 }\n",
    ),
    finds: [
      {
        rule: "kubelet-drift",
        file: KITE,
        line: "kubeletConfiguration: { maxPods: 150 }",
        text: "tenant-kite, pool workload: the kubelet keeps 0m of CPU and 100 MiB, and takes 150 pods; in the plan it keeps 0m of CPU and 100 MiB, and takes 110 pods.",
      },
    ],
  },
  {
    name: "a flag that no release has",
    edit: change(CREATE, "--worker-replicas=5", "--worker-replica=5"),
    finds: [
      {
        rule: "flag-of-other-release",
        file: CREATE,
        line: "--worker-replica=5 \\",
        text: "nkp create cluster nutanix: there is no flag --worker-replica up to NKP 2.17, and whether 2.18.0 has it is not known.",
        isUnknown: true,
      },
    ],
  },
  {
    name: "platform nodes without a taint",
    edit: change(
      MANAGEMENT,
      "                    taints:\n                      - key: dedicated\n                        value: platform\n                        effect: NoSchedule\n",
      "",
    ),
    finds: [
      {
        rule: "platform-untainted",
        file: MANAGEMENT,
        line: "- class: default-worker",
        text: "management, pool platform: the taint dedicated=platform:NoSchedule of the plan is missing, so that any pod may land there.",
      },
    ],
  },
];
