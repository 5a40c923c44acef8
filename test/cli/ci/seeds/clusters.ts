import { change, FLEET, KITE, MANAGEMENT, ORCHID, remove, type Seed } from "../seed.ts";

export const clustersSeeds: readonly Seed[] = [
  {
    name: "a cluster by a name of nobody",
    edit: change(KITE, "  name: tenant-kite\n", "  name: tenant-heron\n"),
    finds: [
      {
        rule: "unknown-cluster",
        file: KITE,
        line: "name: tenant-heron",
        text: "tenant-heron is no cluster of the plan, which runs the fleet as Ultimate, centralized.",
      },
      {
        rule: "cluster-missing",
        file: FLEET,
        line: "- id: kite",
        text: "tenant-kite, the planned cluster of kite, is declared by no file.",
      },
    ],
  },
  {
    name: "a cluster by a name that upgrades do not take",
    edit: change(
      KITE,
      "  name: tenant-kite\n",
      "  name: tenant-kite-media-production-frankfurt-am-main-data-centre-2\n",
    ),
    finds: [
      {
        rule: "name-too-long",
        file: KITE,
        line: "name: tenant-kite-media-production-frankfurt-am-main-data-centre-2",
        text: "tenant-kite-media-production-frankfurt-am-main-data-centre-2: the name has 60 characters, and with more than 58 upgrades to NKP 2.18.0 stall for the whole workspace.",
      },
    ],
  },
  {
    name: "a cluster by the names of two tenants",
    edit: change(KITE, "  name: tenant-kite\n", "  name: kite-orchid\n"),
    finds: [
      {
        rule: "ambiguous-cluster",
        file: KITE,
        line: "name: kite-orchid",
        text: "kite-orchid may be each of these clusters of the plan: tenant-kite, tenant-orchid. It was held against none of them.",
      },
    ],
  },
  {
    name: "a pool of its own of Orchid Foods gone",
    edit: change(
      ORCHID,
      '          - class: default-worker\n            name: db\n            replicas: 4\n            metadata:\n              labels:\n                node.cluster.x-k8s.io/role: db\n                node.cluster.x-k8s.io/pool: db\n            variables:\n              overrides:\n                - name: workerConfig\n                  value:\n                    taints:\n                      - key: dedicated\n                        value: db\n                        effect: NoSchedule\n                    nutanix:\n                      machineDetails:\n                        bootType: uefi\n                        cluster:\n                          type: name\n                          name: pe-msp-01\n                        subnets:\n                          - type: name\n                            name: vlan-740\n                        image:\n                          type: name\n                          name: nkp-rocky-9.6-release\n                        project:\n                          type: name\n                          name: "_internal"\n                        vcpuSockets: 8\n                        vcpusPerSocket: 1\n                        memorySize: "64Gi"\n                        systemDiskSize: "100Gi"\n',
      "",
    ),
    finds: [
      {
        rule: "pool-missing",
        file: ORCHID,
        line: "apiVersion: clusters.nkp.nutanix.com/v1alpha1",
        text: "tenant-orchid: pool db is not declared; the plan has 4 workload nodes in it.",
      },
      {
        rule: "pods-without-node",
        file: ORCHID,
        line: "replicas: 4",
        text: "tenant-orchid: 3 pods would stay pending (db): 0/7 nodes are available: 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 4 node(s) didn't match Pod's node affinity/selector.",
      },
    ],
  },
  {
    name: "other pools than the platform's",
    edit: change(
      MANAGEMENT,
      "name: platform\n            replicas: 5",
      "name: services\n            replicas: 3\n          - class: default-worker\n            name: others\n            replicas: 2",
    ),
    finds: [
      {
        rule: "pods-without-node",
        file: MANAGEMENT,
        line: "apiVersion: clusters.nkp.nutanix.com/v1alpha1",
        text: "management: 131 pods would stay pending (rook-ceph-cluster/ceph-mon, rook-ceph-cluster/ceph-osd, cert-manager/cert-manager-controller, 98 more workloads): 0/3 nodes are available: 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }.",
      },
      {
        rule: "pool-missing",
        file: MANAGEMENT,
        line: "apiVersion: clusters.nkp.nutanix.com/v1alpha1",
        text: "management: pool platform is not declared; the plan has 5 platform nodes in it.",
      },
      {
        rule: "machines-unknown",
        file: MANAGEMENT,
        line: "- class: default-worker",
        nth: 1,
        text: "no machineDetails of Nutanix for pool services of NKPCluster management, where a machine whose size is known: it is not 0 is expected.",
        isUnknown: true,
      },
      {
        rule: "pool-not-planned",
        file: MANAGEMENT,
        line: "- class: default-worker",
        nth: 1,
        text: "management: the plan has no pool services, which is declared with 3 nodes.",
      },
      {
        rule: "pool-not-planned",
        file: MANAGEMENT,
        line: "- class: default-worker",
        nth: 2,
        text: "management: the plan has no pool others, which is declared with 2 nodes.",
      },
      {
        rule: "licences-short",
        file: FLEET,
        line: "apiVersion: nkp-planner/v1",
        text: "NKP Ultimate: how many vCPU the files declare is not known, so that they cannot be held against the 224 that licences are bought for; the plan needs 216.",
        isUnknown: true,
      },
    ],
  },
  {
    name: "the files of Lark Logistics gone",
    edit: remove("clusters/tenant-lark"),
    finds: [
      {
        rule: "cluster-missing",
        file: FLEET,
        line: "- id: lark",
        text: "tenant-lark, the planned cluster of lark, is declared by no file.",
      },
    ],
  },
  {
    name: "the list of Umbra Insurance's nodes gone",
    edit: remove("clusters/tenant-umbra"),
    finds: [
      {
        rule: "cluster-missing",
        file: FLEET,
        line: "- id: umbra",
        text: "tenant-umbra, the planned cluster of umbra, is declared by no file.",
      },
    ],
  },
  {
    name: "the management cluster's files gone",
    edit: remove("clusters/management"),
    finds: [
      {
        rule: "cluster-missing",
        file: FLEET,
        line: "apiVersion: nkp-planner/v1",
        text: "management, the planned management cluster, is declared by no file.",
      },
    ],
  },
  {
    name: "a new tenant in the fleet alone",
    edit: change(
      FLEET,
      "  - id: umbra\n",
      '  - id: heron\n    workloads:\n      - { name: web, replicas: 2, requests: { cpu: 500m, memory: 1Gi } }\n    price: { monthly: "9000.00" }\n\n  - id: umbra\n',
    ),
    finds: [
      {
        rule: "cost-above-budget",
        file: FLEET,
        line: "apiVersion: nkp-planner/v1",
        text: "The plan costs EUR 25,128.50 a month, the budget is EUR 25,000.00.",
      },
      {
        rule: "licences-short",
        file: FLEET,
        line: "apiVersion: nkp-planner/v1",
        text: "NKP Ultimate: licences are bought for 224 vCPU, the plan needs 248, the files declare 216.",
      },
      {
        rule: "cluster-missing",
        file: FLEET,
        line: "- id: heron",
        text: "tenant-heron, the planned cluster of heron, is declared by no file.",
      },
    ],
  },
];
