import { measuredFiles } from "@nkp-planner/adapters";
import { catalogOf, parameters, workloadNames } from "@nkp-planner/catalog";
import {
  chooseParameters,
  findingText,
  type Measurement,
  measuredFootprint,
  measuredFootprintDocument,
  measurementOf,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fileOf } from "./support/read.ts";
import { listOf, maker, node, pod, podsOf } from "./support/running-objects.ts";

const MIB = 1_048_576;

async function measured(texts: string | readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const files = [texts].flat().map((text, index) => fileOf(text, `file-${index}.json`));
  const read = await measuredFiles(files);
  const cluster = read.cluster ?? { workloads: [], nodes: [], kinds: [] };
  const context = { catalog: catalogOf("nkp-2.17.1"), choices: chooseParameters(parameters, settings) };
  return { ...read, cluster, measurement: measurementOf(cluster, context, workloadNames) };
}

function componentOf({ components }: Measurement, name: string) {
  const found = components.find(({ component }) => component === name);
  if (found === undefined) throw new Error(`No ${name} among ${components.map(({ component }) => component)}`);
  return found;
}

/** Catalog → cluster, and what the difference comes to. */
function figures(measurement: Measurement, name: string) {
  const { state, podCount, cpuMillicores, memoryBytes } = componentOf(measurement, name);
  const of = (one: typeof podCount, unit = 1) => [
    one.catalogValue === null ? null : one.catalogValue / unit,
    one.mostValue === null ? null : one.mostValue / unit,
    one.differenceValue === null ? null : one.differenceValue / unit,
  ];
  return { state, pods: of(podCount), cpu: of(cpuMillicores), mebibytes: of(memoryBytes, MIB) };
}

/** Used, left out and unreadable are all that was found. */
function expectSum({ report }: Awaited<ReturnType<typeof measured>>) {
  const excluded = report.excluded.reduce((sum, { count }) => sum + count, 0);
  expect(report.usedCount + excluded + report.unreadableCount).toBe(report.foundCount);
}

const COREDNS = { cpu: "100m", memory: "70Mi" };

describe("what runs", () => {
  it("is counted by its pods, each once, and not by what made them", async () => {
    const set = { ...maker("ReplicaSet", "kube-system", "coredns-6f9c", 2, COREDNS) };
    const owned = {
      ...set,
      metadata: { ...set.metadata, ownerReferences: [{ kind: "Deployment", name: "coredns", controller: true }] },
    };
    const found = await measured(
      listOf(
        maker("Deployment", "kube-system", "coredns", 3, COREDNS),
        owned,
        podsOf("kube-system", "coredns", 2, COREDNS),
      ),
    );
    // The Deployment wants 3; 2 run.
    expect(found.cluster.workloads).toEqual([
      {
        ...{ namespace: "kube-system", name: "coredns", kind: "Deployment", releases: [], version: "1.2.3" },
        ...{ podCount: 2, cpuMillicores: 100, memoryBytes: 70 * MIB, basis: "pods" },
      },
    ]);
    expect(found.report).toMatchObject({
      foundCount: 4,
      usedCount: 2,
      excluded: [{ count: 2, reason: "counted by their pods, which are in the files" }],
    });
    expectSum(found);
    expect(figures(found.measurement, "coredns")).toEqual({
      state: "same",
      pods: [2, 2, 0],
      cpu: [100, 100, 0],
      mebibytes: [70, 70, 0],
    });
  });

  it("is what templates say where there are no pods, and then nothing is known of what one leaves out", async () => {
    const found = await measured(
      listOf(
        maker("Deployment", "kube-system", "coredns", 2, null),
        maker("Deployment", "kommander", "kommander-traefik", 2, { cpu: "500m" }),
      ),
    );
    expect(figures(found.measurement, "coredns")).toEqual({
      state: "unknown",
      pods: [2, 2, 0],
      cpu: [100, null, null],
      mebibytes: [70, null, null],
    });
    expect(componentOf(found.measurement, "coredns").reason).toBe("template-states-none");
    expect(figures(found.measurement, "traefik")).toMatchObject({ cpu: [500, 500, 0], mebibytes: [0, null, null] });
  });

  it("requests 0 where a pod states nothing: the API server has been over it", async () => {
    const { measurement } = await measured(listOf(podsOf("kube-system", "cilium-operator", 2, null)));
    expect(figures(measurement, "cilium-operator")).toMatchObject({
      state: "same",
      cpu: [0, 0, 0],
      mebibytes: [0, 0, 0],
    });
  });

  it("is a pod as the scheduler counts it: the peak of starting, sidecars, limits in place of requests", async () => {
    const one = podsOf("kube-system", "coredns", 1, { cpu: "30m", memory: "10Mi" })[0];
    if (one === undefined) throw new Error("No pod.");
    const initContainers = [
      { name: "side", restartPolicy: "Always", resources: { limits: { cpu: "20m", memory: "40Mi" } } },
      { name: "init", resources: { requests: { cpu: "333m", memory: "333Mi" } } },
    ];
    const { measurement } = await measured(listOf({ ...one, spec: { ...one.spec, initContainers } }));
    // max(30 + 20, 20 + 333) = 353; max(10 + 40, 40 + 333) = 373. One pod of two: 353 − 2 × 100 = 153.
    expect(figures(measurement, "coredns")).toMatchObject({ cpu: [100, 353, 153], state: "more" });
    expect(figures(measurement, "coredns").mebibytes[1]).toBe(373);
  });

  it("leaves out what has ended, Jobs, makers of none, and kinds without pods; all adds up", async () => {
    const found = await measured(
      listOf(
        pod("kube-system", "ended", COREDNS, { status: { phase: "Succeeded" } }),
        pod("kube-system", "rook-ceph-osd-prepare-1-x", COREDNS, { owner: ["Job", "rook-ceph-osd-prepare-1"] }),
        maker("Deployment", "kube-system", "none", 0, COREDNS),
        { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "c" } },
        { apiVersion: "v1", kind: "Pod", metadata: { name: "bare" }, spec: {} },
        17,
        podsOf("kube-system", "coredns", 2, COREDNS),
      ),
    );
    expect(found.report).toEqual({
      entries: "objects",
      foundCount: 8,
      usedCount: 2,
      excluded: [
        { count: 1, reason: "pods that have ended" },
        { count: 1, reason: "Jobs and CronJobs with their pods, which run and end" },
        { count: 1, reason: "with 0 replicas" },
        { count: 1, reason: "that run no pods and are no nodes" },
      ],
      unreadableCount: 2,
    });
    expectSum(found);
    expect(found.findings.map((one) => findingText(one)).join("\n")).toContain("no containers in Pod bare");
  });

  it("is of several files one cluster: an object in two of them counts once", async () => {
    const text = listOf(podsOf("kube-system", "coredns", 2, COREDNS));
    const found = await measured([text, text]);
    expect(figures(found.measurement, "coredns").pods).toEqual([2, 2, 0]);
    expect(found.report.excluded).toEqual([{ count: 2, reason: "that stand in the files already" }]);
    expectSum(found);
  });

  it("is told in YAML, too, with the line of what cannot be read", async () => {
    const { findings, report } = await measured(`kind: List
apiVersion: v1
items:
  - apiVersion: v1
    kind: Pod
    metadata: { name: coredns, namespace: kube-system }
    spec:
      containers:
        - name: a
          resources: { requests: { cpu: 1o0m } }
`);
    expect(report).toMatchObject({ foundCount: 1, usedCount: 0, unreadableCount: 1 });
    expect(findings[0]?.subject).toMatchObject({ in: "input", file: "file-0.json", line: 10 });
  });

  it("is the same where a list is read piece by piece", async () => {
    const text = listOf(
      pod("kube-system", "kube-apiserver-node-7", { cpu: "250m" }, { owner: ["Node", "node-7"] }),
      podsOf("kube-system", "coredns", 2, COREDNS, { image: "coredns:v1.12.1" }),
      node("node-1", { cpu: "7910m", memory: "29023Mi" }),
      { ...maker("DaemonSet", "kube-system", "cilium", null, COREDNS), status: { desiredNumberScheduled: 7 } },
    );
    const whole = await measured(text);
    const bytes = new TextEncoder().encode(text);
    const pieces = await measuredFiles([
      {
        name: "file-0.json",
        head: bytes.subarray(0, 100),
        async *chunks() {
          for (let at = 0; at < bytes.length; at += 50) yield bytes.subarray(at, at + 50);
        },
      },
    ]);
    expect(pieces.cluster).toEqual(whole.cluster);
    expect(pieces.cluster?.workloads).toMatchObject([
      { name: "kube-apiserver", kind: "StaticPod", podCount: 1 },
      { name: "coredns", version: "1.12.1" },
      { name: "cilium", podCount: 7, basis: "template" },
    ]);
  });
});

describe("components", () => {
  it("are laid beside what the catalog has of them, and what is not public is measured", async () => {
    const { measurement } = await measured(
      listOf(
        podsOf("kommander", "kubetunnel-webhook", 1, { cpu: "100m", memory: "64Mi" }),
        podsOf("kommander", "kubetunnel-controller-manager", 1, { cpu: "50m", memory: "200Mi" }),
      ),
    );
    expect(figures(measurement, "kubetunnel-webhook")).toEqual({
      state: "unknown",
      pods: [1, 1, 0],
      cpu: [null, 100, null],
      mebibytes: [null, 64, null],
    });
    expect(componentOf(measurement, "kubetunnel-webhook")).toMatchObject({
      isOpenQuestion: true,
      reason: "not-public",
      takeOver: "none",
    });
    // 50 − 100 and 200 − 150: more of one weighs more than less of the other.
    expect(figures(measurement, "kubetunnel-controller-manager")).toMatchObject({
      state: "more",
      cpu: [100, 50, -50],
      mebibytes: [150, 200, 50],
    });
    expect(measurement.components.slice(0, 2).map(({ component }) => component)).toEqual([
      "kubetunnel-webhook",
      "nkp-pulse-management",
    ]);
  });

  it("that run in sizes of their own are more where any pod is more", async () => {
    const { measurement, mixedCount } = await measured(
      listOf(
        podsOf("kube-system", "coredns", 1, COREDNS),
        pod(
          "kube-system",
          "coredns-77-x",
          { cpu: "200m", memory: "70Mi" },
          {
            owner: ["ReplicaSet", "coredns-77"],
            labels: { "pod-template-hash": "77" },
          },
        ),
      ),
    );
    expect(mixedCount).toBe(1);
    // 100 + 200 − 2 × 100.
    expect(componentOf(measurement, "coredns").cpuMillicores).toEqual({
      ...{ catalogValue: 100, leastValue: 100, mostValue: 200, differenceValue: 100, state: "more" },
    });
  });

  it("of which the catalog has only the sum are summed", async () => {
    const { measurement } = await measured(
      listOf(
        podsOf("kommander", "kommander-cm", 1, { cpu: "700m", memory: "600Mi" }),
        podsOf("kommander", "kommander-webhook", 2, { cpu: "200m", memory: "148Mi" }),
      ),
    );
    // 700 + 2 × 200 = 1,100 and 600 + 2 × 148 = 896, as the catalog has it.
    expect(figures(measurement, "kommander (controllers, webhooks, licensing, capimate)")).toEqual({
      state: "same",
      pods: [null, 3, null],
      cpu: [1100, 1100, 0],
      mebibytes: [896, 896, 0],
    });
  });

  it("of each node are as many as there are nodes, where a control plane is among them", async () => {
    const free = { cpu: "8", memory: "32668Mi" };
    const nodes = [node("c", free, true), node("w1", free), node("w2", free)];
    const agents = [1, 2].map((index) =>
      pod("kube-system", `cilium-${index}`, { cpu: "100m", memory: "10Mi" }, { owner: ["DaemonSet", "cilium"] }),
    );
    const { measurement } = await measured(listOf(nodes, agents));
    // 3 nodes, 2 pods: 2 × 100 − 3 × 100 and 2 × 10 − 3 × 10.
    expect(figures(measurement, "cilium-agent")).toEqual({
      state: "less",
      pods: [3, 2, -1],
      cpu: [100, 100, -100],
      mebibytes: [10, 10, -10],
    });
    // Static pods would be pods, and there is none of it.
    expect(figures(measurement, "kube-apiserver")).toMatchObject({ state: "not-running", pods: [1, null, null] });
    const alone = await measured(listOf(agents));
    expect(figures(alone.measurement, "cilium-agent")).toMatchObject({ state: "same", pods: [null, 2, null] });
  });

  it("of a kind that the files do not have may run all the same", async () => {
    const { measurement } = await measured(listOf(maker("Deployment", "kube-system", "coredns", 2, COREDNS)));
    expect(componentOf(measurement, "cilium-agent")).toMatchObject({ state: "unknown", reason: "kind-not-in-files" });
    expect(componentOf(measurement, "cilium-operator")).toMatchObject({ state: "not-running", reason: null });
  });
});

describe("names", () => {
  const cpu = { cpu: "1m", memory: "1Mi" };
  /** The component that the workload of a name is, beside some more of the platform. */
  const componentBy = async (
    kind: "Deployment" | "StatefulSet" | "DaemonSet",
    namespace: string,
    name: string,
    annotations = {},
  ) => {
    const one = pod(namespace, `${name}-0`, cpu, {
      annotations,
      ...(kind === "Deployment"
        ? { owner: ["ReplicaSet", `${name}-1`], labels: { "pod-template-hash": "1" } }
        : { owner: [kind, name] }),
    });
    const beside = ["kubetunnel-webhook", "kubetunnel-controller-manager"].flatMap((other) =>
      podsOf(namespace, other, 1, cpu),
    );
    const { measurement } = await measured(listOf(one, beside));
    const found = measurement.matched.find(({ workload }) => workload.name === name);
    return found === undefined ? null : [found.known.component.name, found.way];
  };

  it.each([
    ["DaemonSet", "kube-system", "cilium", "cilium-agent", "listed"],
    ["Deployment", "rook", "rook-ceph-mon-a", "ceph-mon", "listed"],
    ["Deployment", "ws", "cluster-autoscaler-018e-77", "cluster-autoscaler", "listed"],
    ["Deployment", "ws", "prometheus-adapter", "prometheus-adapter", "name"],
    ["StatefulSet", "ws", "prometheus-kube-prometheus-stack-prometheus", "prometheus", "alike"],
    ["StatefulSet", "ws", "alertmanager-kube-prometheus-stack-alertmanager", "alertmanager", "alike"],
    ["DaemonSet", "ws", "kube-prometheus-stack-prometheus-node-exporter", "prometheus-node-exporter", "alike"],
    ["Deployment", "ws", "kube-prometheus-stack-kube-state-metrics", "kube-state-metrics", "alike"],
    ["Deployment", "ws", "kube-prometheus-stack-operator", "prometheus-operator", "alike"],
    ["StatefulSet", "ws", "grafana-loki-loki-distributed-ingester", "loki-ingester", "alike"],
    ["Deployment", "kommander", "kommander-traefik", "traefik", "alike"],
    ["Deployment", "kommander", "kommander-kommander-ui", "kommander-ui", "alike"],
    ["Deployment", "ws", "reloader-reloader", "reloader", "alike"],
    ["Deployment", "ws", "dex-dex-controller", "dex-controller", "alike"],
    ["Deployment", "ws", "dex-k8s-authenticator", "dex-k8s-authenticator", "name"],
    ["Deployment", "metallb-system", "controller", "metallb-controller", "alike"],
    ["Deployment", "ws", "harbor-core", "harbor", "alike"],
  ] as const)("of a %s %s/%s are those of %s, %s", async (kind, namespace, name, component, way) => {
    expect(await componentBy(kind, namespace, name)).toEqual([component, way]);
  });

  it("under which Helm installed it tell an application", async () => {
    const helm = { "meta.helm.sh/release-name": "kube-prometheus-stack" };
    expect(await componentBy("Deployment", "ws", "kps-grafana", helm)).toEqual(["grafana", "alike"]);
    expect(await componentBy("Deployment", "ws", "kps-grafana")).toBeNull();
  });

  it("are of one kind only", async () => {
    expect(await componentBy("StatefulSet", "kube-system", "etcd")).toBeNull();
    expect(await componentBy("Deployment", "ws", "fluentd")).toBeNull();
  });

  it("of a tenant's own Grafana and Velero are the tenant's; of two of one name the one with the platform around it", async () => {
    const { measurement } = await measured(
      listOf(
        podsOf("shop", "grafana", 2, { cpu: "1", memory: "1Gi" }),
        podsOf("backup", "velero", 1, { cpu: "500m", memory: "128Mi" }),
        podsOf("shop", "kube-state-metrics", 1, cpu),
        ["kube-state-metrics", "prometheus-operator", "grafana"].flatMap((name) => podsOf("platform-x", name, 1, cpu)),
        podsOf("platform-x", "new-thing", 1, { cpu: "20m", memory: "32Mi" }),
      ),
    );
    expect(measurement.matched.map(({ workload: { namespace, name } }) => `${namespace}/${name}`)).toEqual([
      "platform-x/kube-state-metrics",
      "platform-x/prometheus-operator",
      "platform-x/grafana",
    ]);
    expect(measurement.elsewhere).toEqual([
      {
        namespace: "shop",
        ...{ workloadCount: 2, podCount: 3, cpuMillicores: 2001, memoryBytes: 2049 * MIB },
        likeNames: ["kube-prometheus-stack/grafana", "kube-prometheus-stack/kube-state-metrics"],
      },
      {
        namespace: "backup",
        ...{ workloadCount: 1, podCount: 1, cpuMillicores: 500, memoryBytes: 128 * MIB },
        likeNames: ["velero"],
      },
    ]);
    expect(measurement.notInCatalog).toEqual([
      {
        ...{ namespace: "platform-x", name: "new-thing", kind: "Deployment" },
        ...{ podCount: 1, cpuMillicores: 20, memoryBytes: 32 * MIB },
      },
    ]);
    expect(measurement.absentApplications).toContain("velero");
  });
});

describe("Ceph", () => {
  const ceph = (cpu: readonly string[], memory: readonly string[]) => [
    ["a", "b", "c"].flatMap((one) => podsOf("kommander", `rook-ceph-mon-${one}`, 1, of(cpu[0], memory[0]))),
    ["a", "b"].flatMap((one) => podsOf("kommander", `rook-ceph-mgr-${one}`, 1, of(cpu[1], memory[1]))),
    ["0", "1", "2", "3"].flatMap((one) => podsOf("kommander", `rook-ceph-osd-${one}`, 1, of(cpu[2], memory[2]))),
    ["n1", "n2", "n3"].flatMap((one) =>
      podsOf("kommander", `rook-ceph-crashcollector-${one}`, 1, { cpu: "100m", memory: "60Mi" }),
    ),
  ];
  const of = (cpu = "", memory = "") => ({ cpu, memory });
  const DECLARED = ceph(["200m", "300m", "350m"], ["612Mi", "652Mi", "1124Mi"]);
  const RENDERED = ceph(["1100m", "700m", "1100m"], ["1124Mi", "652Mi", "4196Mi"]);

  it("is planned by the reading that was measured", async () => {
    const { measurement } = await measured(listOf(DECLARED));
    // 3 × (200 − 1,100) and 3 × (612 − 1,124).
    expect(figures(measurement, "ceph-mon")).toEqual({
      state: "less",
      pods: [3, 3, 0],
      cpu: [1100, 200, -2700],
      mebibytes: [1124, 612, -1536],
    });
    expect(measurement.settings).toEqual([
      {
        parameter: "rook-ceph-requests",
        values: ["declared-in-manifest"],
        saidBy: [["ceph-mon", "ceph-mgr", "ceph-osd"]],
      },
      { parameter: "ceph-storage-nodes", values: ["3"], saidBy: [["ceph-crashcollector"]] },
    ]);
  });

  it("needs no setting where it is planned as it runs, and says where neither reading is right", async () => {
    const as = await measured(listOf(DECLARED), {
      "rook-ceph-requests": "declared-in-manifest",
      "ceph-storage-nodes": "3",
    });
    expect(as.measurement.settings).toEqual([]);
    expect(figures(as.measurement, "ceph-osd")).toMatchObject({ state: "same" });
    const back = await measured(listOf(RENDERED), { "rook-ceph-requests": "declared-in-manifest" });
    expect(back.measurement.settings[0]).toMatchObject({ values: ["rendered-chart"] });
    const neither = await measured(listOf(ceph(["200m", "700m", "999m"], ["612Mi", "652Mi", "1Gi"])));
    // The mgr runs as it is planned, and the mon by the other reading.
    expect(neither.measurement.settings[0]).toEqual({
      parameter: "rook-ceph-requests",
      values: ["declared-in-manifest", "rendered-chart"],
      saidBy: [["ceph-mon"], ["ceph-mgr"]],
    });
    expect(componentOf(neither.measurement, "ceph-osd").takeOver).toBe("none");
    expect(componentOf(neither.measurement, "ceph-mgr").takeOver).toBeNull();
    expect(componentOf(neither.measurement, "ceph-mon").takeOver).toBe("taken");
  });
});

describe("what nodes keep", () => {
  const kept = async (allocatable: Readonly<Record<string, string>>, settings = {}) => {
    const { measurement } = await measured(listOf(node("w", allocatable)), settings);
    const [one] = measurement.nodes;
    if (one === undefined) throw new Error("No node.");
    const { keptCpuMillicores: cpu, keptMemoryBytes: memory, state, takeOver } = one;
    const of = (figure: typeof cpu, unit: number) => [
      (figure.catalogValue ?? 0) / unit,
      (figure.mostValue ?? 0) / unit,
    ];
    const settingsOf = measurement.settings.map(({ parameter, values }) => `${parameter}=${values.join("|")}`);
    return { state, cpu: of(cpu, 1), mebibytes: of(memory, MIB), settings: settingsOf, takeOver };
  };

  it("is the hard eviction threshold by default", async () => {
    // 32,768 − 32,668 = 100 MiB.
    expect(await kept({ cpu: "8", memory: "32668Mi" })).toEqual({
      ...{ state: "same", cpu: [0, 0], mebibytes: [100, 100], settings: [], takeOver: null },
    });
  });

  it("is what the profile of tiers keeps, which one setting takes over", async () => {
    // 8 cores: 60 + 10 + 2 × 5 + 4 × 2.5 = 90m. 32,768 MiB: 1,024 + 819 + 819 + 983 = 3,645 MiB, and 100.
    const tiered = { cpu: "7910m", memory: `${32768 - 3645 - 100}Mi` };
    expect(await kept(tiered)).toEqual({
      ...{ state: "more", cpu: [0, 90], mebibytes: [100, 3745] },
      ...{ settings: ["kubelet-reservations=capacity-tiered"], takeOver: "taken" },
    });
    expect(await kept(tiered, { "kubelet-reservations": "capacity-tiered" })).toMatchObject({
      ...{ state: "same", cpu: [90, 90], settings: [] },
    });
  });

  it("is a reserve of one's own otherwise, rounded up to a MiB", async () => {
    // 8,000 − 7,800 = 200m; 32,768 − 31,644 = 1,124 MiB, of which 100 are the threshold.
    expect(await kept({ cpu: "7800m", memory: "31644Mi" })).toMatchObject({
      settings: ["reserved-cpu-millicores=200", "reserved-memory-mib=1024"],
    });
    // 32,768 × 1,024 − 33,554,000 = 432 KiB: no reserve, and a threshold of 1 MiB.
    expect(await kept({ cpu: "8", memory: "33554000Ki" })).toMatchObject({
      ...{ state: "less", settings: ["eviction-memory-mib=1"], takeOver: "taken" },
    });
    // 32,768 × 1,024 − 33,452,100 = 102,332 KiB are 99.9 MiB: no assumption is as fine as that.
    expect(await kept({ cpu: "8", memory: "33452100Ki" })).toMatchObject({ state: "same", settings: [] });
    expect(await kept({ cpu: "8", memory: "32668Mi", pods: "250" })).toMatchObject({ settings: ["pods-per-node=250"] });
  });

  it("is not one figure where nodes differ, and not known where a node does not say", async () => {
    const { measurement } = await measured(
      listOf(
        node("c", { cpu: "7900m", memory: "32668Mi" }, true),
        node("w1", { cpu: "7800m", memory: "32668Mi" }),
        node("w2", { cpu: "7800m", memory: "32668Mi" }),
      ),
    );
    expect(measurement.nodes.map(({ role, nodeCount }) => [role, nodeCount])).toEqual([
      ["worker", 2],
      ["control-plane", 1],
    ]);
    expect(measurement.settings).toEqual([
      {
        parameter: "reserved-cpu-millicores",
        values: ["200", "100"],
        saidBy: [["worker nodes"], ["control-plane nodes"]],
      },
    ]);
    const partly = await measured(
      listOf(
        node("c", { cpu: "8", memory: "32668Mi" }, true),
        node("w", { cpu: "7910m", memory: `${32768 - 3645 - 100}Mi` }),
        node("x", { cpu: "7910m", memory: `${32768 - 3645 - 100}Mi`, pods: "110" }),
      ),
    );
    // The control plane is as planned, and so speaks against what workers say.
    expect(partly.measurement.settings).toEqual([
      {
        parameter: "kubelet-reservations",
        values: ["capacity-tiered", "none"],
        saidBy: [["worker nodes"], ["control-plane nodes"]],
      },
    ]);
    const { status, ...silent } = node("w", {});
    const unknown = await measured(listOf({ ...silent, status: { capacity: status.capacity } }));
    expect(unknown.measurement.nodes[0]).toMatchObject({ state: "unknown", settings: [] });
  });

  it("is of another Kubernetes than the release's", async () => {
    const old = node("w", { cpu: "8", memory: "32668Mi" });
    const text = listOf({ ...old, status: { ...old.status, nodeInfo: { kubeletVersion: "v1.33.2+acme" } } });
    expect((await measured(text)).measurement.otherVersions).toEqual(["1.33.2"]);
  });
});

describe("the footprint", () => {
  const SECRET = "acme-secret";

  it("holds components, versions, requests and nodes, and no name of its owner's", async () => {
    const image = `registry.${SECRET}.example:5000/${SECRET}/image:v2.4.1-${SECRET}@sha256:${SECRET}`;
    const more = {
      image,
      nodeName: SECRET,
      labels: { [SECRET]: SECRET, "app.kubernetes.io/instance": SECRET },
      annotations: { "meta.helm.sh/release-name": SECRET, [`${SECRET}.example/key`]: SECRET },
    };
    const named = node(SECRET, { cpu: "8", memory: "32668Mi" });
    const kubelet = { ...named.status, nodeInfo: { kubeletVersion: `v1.34.3-${SECRET}` } };
    const found = await measured(
      listOf(
        podsOf(`kommander-${SECRET}`, "kubetunnel-webhook", 1, { cpu: "100m", memory: "64Mi" }, more),
        podsOf(`kommander-${SECRET}`, `${SECRET}-thing`, 1, COREDNS, more),
        podsOf("kommander", `rook-ceph-mon-${SECRET}`, 1, { cpu: "1100m", memory: "1124Mi" }, more),
        podsOf(SECRET, SECRET, 1, COREDNS, more),
        pod("kube-system", `kube-apiserver-${SECRET}`, { cpu: "250m" }, { ...more, owner: ["Node", SECRET] }),
        { ...named, status: kubelet },
      ),
    );
    const document = measuredFootprintDocument(measuredFootprint(found.measurement, found.cluster.nodes));
    expect(JSON.stringify(document)).not.toContain("acme");
    expect(JSON.stringify(document)).not.toContain("secret");
    expect(document.measuredFootprint).toMatchObject({
      release: "nkp-2.17.1",
      confidence: "measured",
      notInCatalogCount: 1,
      nodes: [{ role: "worker", nodeCount: 1, kubernetesVersion: "1.34.3", cpuMillicores: 8000 }],
    });
    expect(document.measuredFootprint.components).toContainEqual({
      ...{ application: "kubetunnel", component: "kubetunnel-webhook", matchedBy: "name", version: "2.4.1" },
      ...{ podCount: 1, cpuMillicores: 100, memoryBytes: 64 * MIB, basis: "pods" },
    });
    expect(document.measuredFootprint.components.map(({ component }) => component)).toEqual([
      "kubetunnel-webhook",
      "ceph-mon",
      "kube-apiserver",
    ]);
  });

  it.each([
    ["registry.example/acme/dex:v2.42.0-acme", "2.42.0"],
    ["dex:2.42", "2.42"],
    ["localhost:5000/dex", null],
    ["dex:latest", null],
    ["dex:20240101", null],
    ["dex@sha256:1.2.3", null],
    ["dex:1.2.3.4.5.6", null],
    [`dex:${"9".repeat(2000)}`, null],
  ])("has of image %s the version %s", async (image, version) => {
    const { cluster } = await measured(listOf(pod("a", "b", COREDNS, { image })));
    expect(cluster.workloads[0]?.version).toBe(version);
  });
});

describe("hostile files", () => {
  it.each([
    ["nothing", ""],
    ["no object", "[1, null, true]"],
    ["text", "NAME READY\ncoredns 1/1\n"],
    ["a broken list", '{"kind":"List","apiVersion":"v1","items":[{'],
    ["deep nesting", `${"[".repeat(100_000)}`],
    ["a prototype", '[{"kind":"Pod","apiVersion":"v1","__proto__":{"spec":1},"metadata":{"__proto__":1,"name":"x"}}]'],
    ["wrong types", listOf({ kind: "Pod", apiVersion: "v1", metadata: 7, spec: { containers: [7, null, "x"] } })],
    ["a huge number", listOf(pod("a", "b", { cpu: "9".repeat(400), memory: "1Ei" }))],
    ["less than nothing", listOf(pod("a", "b", { cpu: "-1", memory: "-5Gi" }))],
    ["no number of replicas", listOf({ ...maker("Deployment", "a", "b", null, COREDNS), spec: { replicas: "NaN" } })],
    ["a strange node", listOf({ kind: "Node", apiVersion: "v1", status: { capacity: { cpu: {}, memory: [] } } })],
    ["names of words", listOf(pod("constructor", "__proto__", COREDNS, { owner: ["toString", "valueOf"] }))],
  ])("of %s are told and not thrown", async (_what, text) => {
    const found = await measured(text);
    expectSum(found);
    expect(found.measurement.components.filter(({ matchedBy }) => matchedBy !== null)).toEqual([]);
    for (const { podCount, cpuMillicores, memoryBytes } of found.cluster.workloads)
      for (const one of [podCount, cpuMillicores, memoryBytes]) expect(one === null || one >= 0).toBe(true);
  });

  it("with thousands of names take no longer than others", async () => {
    const many = Array.from({ length: 4000 }, (_, index) =>
      podsOf(`space-${index % 400}`, `work-${index}`, 1, COREDNS),
    );
    const found = await measured(listOf(many, podsOf("kube-system", "coredns", 2, COREDNS)));
    expect(found.measurement.elsewhere).toHaveLength(400);
    expectSum(found);
  });
});
