import { change, FLEET, FLUX, KITE, MANAGEMENT, POLICY, type Seed, UMBRA } from "../seed.ts";

export const promisesSeeds: readonly Seed[] = [
  {
    name: "pruning of clusters switched on",
    edit: change(FLUX, "prune: false", "prune: true"),
    finds: [
      {
        rule: "pruning-beside-nkpcluster",
        file: FLUX,
        line: "prune: true",
        text: "Kustomization clusters prunes ./clusters, where NKPCluster management, NKPCluster tenant-kite, NKPCluster tenant-lark, 1 more object stands: a Cluster whose place it takes is deleted with its machines, and so is what it keeps when its own file goes.",
      },
    ],
  },
  {
    name: "pruning of a folder that nobody checks",
    edit: change(FLUX, "path: ./clusters\n  prune: false", "path: ./tenants\n  prune: true"),
    finds: [
      {
        rule: "prune-deletes-clusters",
        file: FLUX,
        line: "prune: true",
        text: "Kustomization clusters deletes what goes from ./tenants, and whether clusters stand there is not known: not all of it is among the files to check.",
        isUnknown: true,
      },
    ],
  },
  {
    name: "an exemption that has expired",
    edit: change(
      POLICY,
      "rules:",
      "exemptions:\n  - { rule: too-few-nodes, cluster: tenant-kite, reason: until the move, expires: 2026-11-29 }\nrules:",
    ),
    finds: [
      {
        rule: "expired-exemption",
        file: POLICY,
        line: "- { rule: too-few-nodes, cluster: tenant-kite, reason: until the move, expires: 2026-11-29 }",
        text: "The exemption of too-few-nodes of cluster tenant-kite was good until 2026-11-29: until the move",
      },
    ],
  },
  {
    name: "a share of the nodes that only one pool is above",
    edit: change(POLICY, "rules:", "rules:\n  above-target: { mostRequestedPercent: 62 }"),
    finds: [
      {
        rule: "above-target",
        file: MANAGEMENT,
        line: "replicas: 5",
        text: "management, pool platform: requests take 69.89 % of the CPU that nodes have for pods; the policy allows 62 %.",
      },
    ],
  },
  {
    name: "pods that fit on no machine",
    edit: change(FLEET, 'cpu: "1", memory: 4Gi', 'cpu: "1", memory: 4Ti'),
    finds: [
      {
        rule: "plan-cannot-run",
        file: UMBRA,
        line: "- apiVersion: v1",
        nth: 1,
        text: "The plan does not run as it is: claims on tenant-umbra asks for 1 vCPU and 4,096 GiB a pod, more than a node of 8 vCPU and 12 GiB has left for it. Give the pool a larger node shape.",
      },
      {
        rule: "pods-without-node",
        file: UMBRA,
        line: "- apiVersion: v1",
        nth: 4,
        text: "tenant-umbra: 4 pods would stay pending (claims): 0/7 nodes are available: 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 4 Insufficient memory.",
      },
      {
        rule: "oversized",
        file: UMBRA,
        line: 'capacity: { cpu: "8", memory: 16412000Ki, pods: "110" }',
        nth: 1,
        text: "tenant-umbra, pool workload: 4 nodes with 32 vCPU and 63.66 GiB declared, 4 nodes with 32 vCPU and 48 GiB planned: 15.66 GiB more. What they cost is not known: the prices are those of an example.",
      },
    ],
  },
  {
    name: "a tenant that wants its own pace of upgrades where all share one",
    edit: change(FLEET, "    name: Kite Media\n", "    name: Kite Media\n    upgradeCadence: own\n"),
    finds: [
      {
        rule: "wish-not-met",
        file: KITE,
        line: "name: tenant-kite",
        text: "The plan runs, but not as wanted: Kite Media wants its own upgrade cadence; an attached cluster follows the plane's.",
      },
    ],
  },
  {
    name: "a budget of disruptions that no drain gets past",
    edit: change(
      FLEET,
      "replicas: 2, requests: { cpu: 500m, memory: 1Gi }",
      "replicas: 2, disruptionBudget: { maxUnavailable: 0 }, requests: { cpu: 500m, memory: 1Gi }",
    ),
    finds: [
      {
        rule: "wish-not-met",
        file: KITE,
        line: "name: tenant-kite",
        text: "The plan runs, but not as wanted: An upgrade of tenant-kite never ends: the disruption budget lets no pod of queue be evicted. Allow one with maxUnavailable: 1, or run a replica more.",
      },
    ],
  },
];
