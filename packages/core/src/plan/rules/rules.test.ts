import { describe, expect, it } from "vitest";
import { findingText } from "../../base/findings/finding-text.ts";
import { FINDINGS } from "../../base/findings/finding-texts.ts";
import { CALENDAR_TEXTS } from "../../lifecycle/calendar-texts.ts";
import { backupBilled } from "./backup-billed.ts";
import { hostRoom } from "./host-room.ts";
import { planRules } from "./index.ts";
import { podNetworks } from "./pod-networks.ts";
import { prismCentralSize } from "./prism-central-size.ts";
import type { JudgedPlan, PlanRule } from "./rule.ts";

/** As much of a plan as one rule looks at. */
const judged = (rule: PlanRule, plan: object) => rule.judge(plan as JudgedPlan);
const said = (rule: PlanRule, plan: object) =>
  judged(rule, plan).map((finding) => `${finding.severity} ${finding.code}: ${findingText(finding)}`);

describe("rules over a plan", () => {
  it("have ids of their own, and titles", () => {
    expect(new Set(planRules.map(({ id }) => id)).size).toBe(planRules.length);
    for (const { title } of planRules) expect(title).toMatch(/^[A-Z].*[^.]$/);
  });

  it("say which cluster has more nodes than its pod network has slices", () => {
    const network = { nodeCount: 256, surgeCount: 0, podNetworkNodeCount: 256 };
    const choices = Object.fromEntries(
      [
        ["pod-network-prefix", 16],
        ["pod-node-prefix", 24],
      ].map(([id, value]) => [id, { value }]),
    );
    const plan = (surgeCount: number) => ({
      clusters: [{ name: "alpha", network: { ...network, surgeCount } }],
      context: { choices },
    });
    expect(said(podNetworks, plan(0))).toEqual([]);
    expect(said(podNetworks, plan(1))).toEqual([
      "error pod-network-too-small: alpha has 257 nodes during an upgrade; a pod network of /16 has a /24 for 256 nodes. Take a larger pod network or larger nodes.",
    ]);
    expect(judged(podNetworks, plan(1))[0]?.subject).toEqual({ in: "plan", clusterName: "alpha" });
  });

  it("say which VM no host holds, and where spare hosts outlast the data", () => {
    const usablePerHost = { vcpu: 20, memoryGiB: 100, storageGiB: 1 };
    const vm = { clusterName: "alpha", role: "workload", vcpu: 1, memoryGiB: 101 };
    const plan = (
      spareHostCount: number,
      failuresToleratedCount: number | null,
      vmsTooLarge: readonly object[] = [],
    ) => ({
      infrastructure: {
        hostClusters: [{ usablePerHost, spareHostCount, failuresToleratedCount, hostCount: 4, vmsTooLarge }],
      },
    });
    expect(said(hostRoom, plan(1, 1))).toEqual([]);
    expect(said(hostRoom, plan(2, null))).toEqual([]);
    expect(said(hostRoom, plan(2, 1, [vm]))).toEqual([
      "error vm-larger-than-host: A workload node of alpha has 1 vCPU and 101 GiB, more than the 20 vCPU and 100 GiB that a host has left for VMs: it is on none, and bears the cost of none. Take a larger host or a smaller node shape.",
      "warning spare-without-data: VMs find room after 2 hosts fail at once, but their data survives only 1. Keep more copies of it.",
    ]);
  });

  it("say where backup is billed and nothing backs up", () => {
    const cluster = (application: string, tenantClaimsBytes = 1) => ({
      tenantClaimsBytes,
      footprint: [{ application }],
    });
    const catalog = { tenantServices: [{ backups: [] }, { backups: ["safekeeper"] }] };
    const plan = (...clusters: readonly object[]) => ({
      clusters,
      context: { catalog, priceBook: { added: [{ kind: "backup", name: "Backup storage" }] } },
    });
    expect(said(backupBilled, plan(cluster("safekeeper"), cluster("console", 0)))).toEqual([]);
    expect(
      said(backupBilled, { clusters: [cluster("console")], context: { catalog, priceBook: { added: [] } } }),
    ).toEqual([]);
    expect(said(backupBilled, plan(cluster("safekeeper"), cluster("console"), cluster("console", 0)))).toEqual([
      "warning backup-billed-without-backup: Backup storage is billed on all volumes of tenants, though no backup of the platform runs on 1 of 2 clusters: right only where another product makes one. Else take it out of the price book, or plan with tenant-services=full.",
    ]);
  });

  it("name whose volumes ask for more hosts than a Prism Central looks after", () => {
    const tib = 2 ** 40;
    const store = (name: string, replicas: number, storageBytes: number) => ({
      ...{ name, kind: "StatefulSet", replicas, priority: 0, nodeSelector: {}, tolerations: [], topologySpread: [] },
      ...{ antiAffinity: null, requestsPerReplica: { cpuMillicores: 0, memoryBytes: 0, storageBytes } },
    });
    const tenant = (id: string, ...demand: readonly object[]) => ({ id, name: id.toUpperCase(), demand });
    const refusalOfLargest = "x-large looks after at most 10 hosts, not 300.";
    const plan = (boundBy: string, hostCount: number) => ({
      input: {
        tenants: [tenant("orchid", store("db", 1, tib)), tenant("basalt", store("web", 9, 1), store("db", 2, tib))],
      },
      clusters: [{ daemons: [], platformClaimsBytes: tib, tenantClaimsBytes: 3 * tib + 9 }],
      infrastructure: {
        hostClusters: [{ boundBy, hostCount, siteCount: 1 }],
        prismCentral: { refusalOfLargest, size: { maximumHosts: 10 } },
      },
    });
    expect(judged(prismCentralSize, plan("storage", 300))[0]?.subject).toEqual({ in: "plan", tenantId: "basalt" });
    expect(said(prismCentralSize, plan("storage", 300))).toEqual([
      "error prism-central-too-small: No Prism Central is large enough: x-large looks after at most 10 hosts, not 300. Volumes ask for the hosts: of 4,096 GiB, BASALT claims 2,048 GiB, the largest part for db. Look whether so much is meant; or divide the fleet among several.",
    ]);
    for (const other of [plan("cpu", 300), plan("storage", 10)])
      expect(said(prismCentralSize, other)[0]).not.toContain("BASALT");
  });

  it("say when no Prism Central is large enough", () => {
    const refusalOfLargest = "large looks after at most 10000 VMs, not 10001.";
    expect(
      said(prismCentralSize, {
        infrastructure: { hostClusters: [{ boundBy: "cpu", siteCount: 1 }], prismCentral: { refusalOfLargest: null } },
      }),
    ).toEqual([]);
    expect(
      said(prismCentralSize, {
        infrastructure: { hostClusters: [{ boundBy: "cpu", siteCount: 1 }], prismCentral: { refusalOfLargest } },
      }),
    ).toEqual([
      "error prism-central-too-small: No Prism Central is large enough: large looks after at most 10000 VMs, not 10001. Divide the fleet among several.",
    ]);
  });
});

describe("the statements of rules", () => {
  it("have figures in their help only that their text has a place for, and end as sentences", () => {
    const all: Readonly<Record<string, { kind: string; text: string; help?: string }>> = {
      ...FINDINGS,
      ...CALENDAR_TEXTS,
    };
    for (const [key, row] of Object.entries(all)) {
      if (row.kind === "input" || key === "left-out") continue;
      const figures = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(figures(row.text), key).toEqual(expect.arrayContaining(figures(row.help ?? "")));
      for (const words of [row.text, row.help ?? "."]) expect(words, key).toMatch(/[.}]$/);
    }
  });
});
