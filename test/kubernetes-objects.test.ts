import { kubernetesObjects, type ReadResult } from "@nkp-planner/adapters";
import { findingText, problemOf } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { fileOf } from "./support/read.ts";

/** Objects of a cluster, made up, each with one trap of real files. */

interface Pod {
  readonly containers?: readonly object[];
  readonly initContainers?: readonly object[];
  readonly [field: string]: unknown;
}

const asks = (cpu: string, memory: string, more: object = {}) => ({
  name: "main",
  resources: { requests: { cpu, memory } },
  ...more,
});
const SMALL: Pod = { containers: [asks("100m", "128Mi")] };

const meta = (name: string, more: object = {}) => ({ name, namespace: "shop", ...more });
const ownedBy = (kind: string, name: string, uid = `uid-${name}`) => ({
  ownerReferences: [{ apiVersion: "apps/v1", kind, name, uid, controller: true }],
});
const of = (apiVersion: string, kind: string, name: string, spec: object, more: object = {}) => ({
  apiVersion,
  kind,
  metadata: meta(name, more),
  spec,
});
const deployment = (name: string, replicas: unknown, pod: Pod = SMALL, more: object = {}) =>
  of("apps/v1", "Deployment", name, { replicas, template: { spec: pod } }, more);
const pod = (name: string, spec: Pod = SMALL, more: object = {}, status: object = { phase: "Running" }) => ({
  ...of("v1", "Pod", name, { nodeName: "node-1", ...spec }, more),
  status,
});
const list = (...items: readonly object[]) => ({ apiVersion: "v1", kind: "List", items });

async function read(what: object | string, options: Record<string, string> = {}, name = "shop.yaml") {
  const text = typeof what === "string" ? what : stringify(what, { aliasDuplicateObjects: false });
  return kubernetesObjects.read(fileOf(text, name), { options });
}

const problemsOf = ({ findings }: ReadResult) => findings.filter(({ severity }) => severity === "error").map(problemOf);
const saidOf = ({ findings }: ReadResult) => findings.map((one) => findingText(one)).join("\n");
const reasonsOf = ({ report }: ReadResult) =>
  Object.fromEntries(report.excluded.map(({ reason, count }) => [reason, count]));

/** Name → pods, CPU, memory, storage of each tenant. */
function sizesOf(result: ReadResult) {
  expect(problemsOf(result)).toEqual([]);
  const { foundCount, usedCount, excluded, unreadableCount } = result.report;
  expect(usedCount + excluded.reduce((sum, { count }) => sum + count, 0) + unreadableCount).toBe(foundCount);
  const tenants = result.data as { name: string; workloads: Record<string, unknown>[] }[];
  return Object.fromEntries(
    tenants.map(({ name, workloads }) => [
      name,
      Object.fromEntries(
        workloads.map(({ name: workload, replicas, requests, storagePerReplica }) => {
          const { cpu, memory } = requests as { cpu: string; memory: string };
          return [workload, [replicas, cpu, memory, ...(storagePerReplica === undefined ? [] : [storagePerReplica])]];
        }),
      ),
    ]),
  );
}

describe("what is counted once", () => {
  const webSet = of(
    "apps/v1",
    "ReplicaSet",
    "web-7f",
    { replicas: 3, template: { spec: SMALL } },
    {
      uid: "uid-web-7f",
      ...ownedBy("Deployment", "web"),
    },
  );
  const webPods = ["a", "b", "c"].map((end) =>
    pod(`web-7f-${end}`, SMALL, { labels: { "pod-template-hash": "7f" }, ...ownedBy("ReplicaSet", "web-7f") }),
  );

  it("a Deployment beside its ReplicaSets and Pods", async () => {
    const result = await read(list(deployment("web", 3), webSet, ...webPods));
    expect(sizesOf(result)).toEqual({ shop: { web: [3, "100m", "128Mi"] } });
    expect(reasonsOf(result)).toEqual({ "counted with their owner": 4 });
  });

  it("a Deployment beside its Pods, where the ReplicaSet between is not in the file", async () => {
    expect(sizesOf(await read(list(deployment("web", 3), ...webPods)))).toEqual({
      shop: { web: [3, "100m", "128Mi"] },
    });
  });

  it("Pods alone, together by who made them and what they ask for", async () => {
    const larger = pod(
      "web-7f-d",
      { containers: [asks("200m", "128Mi")] },
      {
        labels: { "pod-template-hash": "7f" },
        ...ownedBy("ReplicaSet", "web-7f"),
      },
    );
    expect(sizesOf(await read(list(...webPods, larger, pod("alone"))))).toEqual({
      shop: { web: [3, "100m", "128Mi"], "shop-web": [1, "200m", "128Mi"], alone: [1, "100m", "128Mi"] },
    });
  });

  it("a StatefulSet with the claims of its templates, beside the claims that they made", async () => {
    const size = (storage: string) => ({ spec: { resources: { requests: { storage } } } });
    const db = of("apps/v1", "StatefulSet", "db", {
      replicas: 2,
      template: { spec: SMALL },
      volumeClaimTemplates: [{ metadata: { name: "data" }, ...size("10Gi") }],
    });
    const made = [0, 1].map((at) => ({ ...of("v1", "PersistentVolumeClaim", `data-db-${at}`, size("10Gi").spec) }));
    const result = await read(list(db, ...made));
    expect(sizesOf(result)).toEqual({ shop: { db: [2, "100m", "128Mi", "10240Mi"] } });
    expect(reasonsOf(result)).toEqual({ "claims counted with their StatefulSet": 2 });
  });

  it("a claim that all pods share, each bearing its part; claims that nothing mounts are told", async () => {
    const claim = (name: string) =>
      of("v1", "PersistentVolumeClaim", name, { resources: { requests: { storage: "9Gi" } } });
    const mounting = { ...SMALL, volumes: [{ name: "v", persistentVolumeClaim: { claimName: "files" } }] };
    const result = await read(list(deployment("web", 3, mounting), claim("files"), claim("stray")));
    expect(sizesOf(result)).toEqual({ shop: { web: [3, "100m", "128Mi", "3072Mi"] } });
    expect(reasonsOf(result)).toEqual({ "claims that no counted workload of the file mounts": 1 });
    expect(saidOf(result)).toContain("Claims that all pods share are there once");
  });
});

describe("what a pod asks for", () => {
  it("is its hungriest moment: an init container beside sidecars started before it", async () => {
    // 333m while it starts; 30m + 20m once it runs.
    const spec = {
      containers: [asks("30m", "30Mi")],
      initContainers: [
        asks("333m", "333Mi", { name: "init" }),
        asks("20m", "40Mi", { name: "s", restartPolicy: "Always" }),
      ],
    };
    expect(sizesOf(await read(pod("p", spec), {}, "x.json"))).toEqual({ x: { p: [1, "333m", "333Mi"] } });
  });

  it("is what the pod as a whole states, and what the runtime takes on top", async () => {
    const spec = { ...SMALL, resources: { requests: { cpu: "2" } }, overhead: { memory: "10Mi" } };
    expect(sizesOf(await read(deployment("web", 1, spec)))).toEqual({ shop: { web: [1, "2000m", "138Mi"] } });
  });

  it("is a limit where a request is left out, and counts devices", async () => {
    const spec = {
      containers: [{ name: "m", resources: { limits: { cpu: "1", memory: "1Gi", "nvidia.com/gpu": 2 } } }],
    };
    const result = await read(deployment("ml", 1, spec));
    expect(result.data).toMatchObject([
      { workloads: [{ requests: { cpu: "1000m", memory: "1024Mi", "nvidia.com/gpu": 2 } }] },
    ]);
  });

  it("is the larger of asked and allocated while a pod is resized, and not what its node can never give", async () => {
    const status = (more: object) => ({
      phase: "Running",
      containerStatuses: [{ name: "main", allocatedResources: { cpu: "300m", memory: "64Mi" }, ...more }],
    });
    const infeasible = { conditions: [{ type: "PodResizePending", reason: "Infeasible", status: "True" }] };
    const asked = { containers: [asks("100m", "128Mi")] };
    const wished = { containers: [asks("64", "128Mi")] };
    expect(sizesOf(await read(pod("p", asked, {}, status({}))))).toEqual({ shop: { p: [1, "300m", "128Mi"] } });
    expect(sizesOf(await read(pod("p", wished, {}, { ...status({}), ...infeasible })))).toEqual({
      shop: { p: [1, "300m", "64Mi"] },
    });
  });

  it("is not known where nobody states it, which is no 0: each is told with its line, or filled in as you say", async () => {
    const silent = { containers: [{ name: "a" }, { name: "b", resources: {} }] };
    const both = list(deployment("web", 3), deployment("mute", 2, silent));
    const result = await read(both);
    const [problem] = problemsOf(result);
    expect(problem?.found).toBe("no request for CPU and memory in Deployment shop/mute (a, b)");
    expect(problem?.line).toBeGreaterThan(15);
    expect(result.report).toMatchObject({ foundCount: 2, usedCount: 1, unreadableCount: 1 });
    const filled = await read(both, { "default-requests": "50m/64Mi" });
    expect(sizesOf(filled)).toEqual({ shop: { web: [3, "100m", "128Mi"], mute: [2, "100m", "128Mi"] } });
    expect(saidOf(filled)).toContain("Containers that state nothing are taken to request 50m/64Mi, as you say.");
  });

  it("is the least that is needed where some containers state nothing, and that is said", async () => {
    const result = await read(deployment("web", 1, { containers: [asks("1", "1Gi"), { name: "proxy" }] }));
    expect(sizesOf(result)).toEqual({ shop: { web: [1, "1000m", "1024Mi"] } });
    expect(saidOf(result)).toContain("1 of 2 containers state nothing beside others of their pods");
  });

  it("keeps pods apart where they must be, by their own labels", async () => {
    const affinity = (app: string, topologyKey: string) => ({
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: { matchLabels: { app } }, topologyKey }],
      },
    });
    const set = (name: string, app: string, key: string) =>
      of("apps/v1", "Deployment", name, {
        replicas: 2,
        template: { metadata: { labels: { app: "own" } }, spec: { ...SMALL, affinity: affinity(app, key) } },
      });
    const { data } = await read(
      list(
        set("a", "own", "kubernetes.io/hostname"),
        set("b", "other", "kubernetes.io/hostname"),
        set("c", "own", "topology.kubernetes.io/zone"),
      ),
    );
    expect(data).toMatchObject([
      { workloads: [{ antiAffinity: "hostname" }, { name: "b" }, { antiAffinity: "zone" }] },
    ]);
    expect((data as { workloads: object[] }[])[0]?.workloads[1]).not.toHaveProperty("antiAffinity");
  });
});

describe("what does not run for good, or not by count", () => {
  it("leaves out what has ended and Jobs, and counts Jobs on request", async () => {
    const job = of("batch/v1", "Job", "load", { parallelism: 4, template: { spec: SMALL } });
    const cron = of("batch/v1", "CronJob", "nightly", { jobTemplate: { spec: { template: { spec: SMALL } } } });
    const all = list(
      deployment("web", 1),
      deployment("off", 0),
      pod("failed", SMALL, {}, { phase: "Failed" }),
      pod("nightly-1-x", SMALL, ownedBy("Job", "nightly-1")),
      job,
      cron,
    );
    const result = await read(all);
    expect(sizesOf(result)).toEqual({ shop: { web: [1, "100m", "128Mi"] } });
    expect(reasonsOf(result)).toEqual({
      "with 0 replicas": 1,
      "pods that have ended": 1,
      "counted with their owner": 1,
      "Jobs and CronJobs, which run and end": 2,
    });
    const counted = await read(all, { jobs: "counted" });
    expect(sizesOf(counted)["shop"]).toMatchObject({ load: [4, "100m", "128Mi"], nightly: [1, "100m", "128Mi"] });
  });

  it("counts a DaemonSet for each node, and a pod without a node with what is said of it", async () => {
    const agent = of("apps/v1", "DaemonSet", "agent", { template: { spec: SMALL } });
    const result = await read(list(agent, pod("waiting", { ...SMALL, nodeName: undefined }, {}, { phase: "Pending" })));
    expect(result.data).toMatchObject([{ workloads: [{ name: "agent", kind: "DaemonSet" }, { replicas: 1 }] }]);
    expect(saidOf(result)).toMatch(/Run on every worker node.*DaemonSet shop\/agent/);
    expect(saidOf(result)).toContain("Have no node yet, and are counted: Pod shop/waiting.");
  });

  it("says of autoscalers that pods are taken as written, and of huge pages that nothing is planned for them", async () => {
    const huge = {
      containers: [{ name: "m", resources: { limits: { cpu: "1", memory: "1Gi", "hugepages-2Mi": "4Mi" } } }],
    };
    const scaler = of("autoscaling/v2", "HorizontalPodAutoscaler", "web", { minReplicas: 1, maxReplicas: 9 });
    const result = await read(list(deployment("web", 1), deployment("db", 1, huge), scaler));
    expect(saidOf(result)).toContain("pods are taken as they are written: HorizontalPodAutoscaler shop/web.");
    expect(saidOf(result)).toContain("Huge pages are not planned for: Deployment shop/db.");
  });

  it("names objects that make pods by rules of their own, and does not count them", async () => {
    const result = await read(
      list(deployment("web", 1), of("monitoring.coreos.com/v1", "Prometheus", "k8s", { replicas: 2 })),
    );
    expect(saidOf(result)).toContain(
      "May make pods that are not in the file, and are not counted: Prometheus shop/k8s.",
    );
    expect(reasonsOf(result)).toEqual({ "of kinds that may make pods, which their own controller knows": 1 });
  });
});

describe("files as people have them", () => {
  it("one object without kind, lists whose entries have none, an array, and what kubectl warns of before", async () => {
    const { apiVersion: _, kind: __, ...bare } = pod("p");
    const web = { shop: { web: [2, "100m", "128Mi"] } };
    const { apiVersion, kind, ...entry } = deployment("web", 2);
    expect(sizesOf(await read(JSON.stringify(bare), {}, "shop.json"))).toEqual({ shop: { p: [1, "100m", "128Mi"] } });
    const listed = { kind: `${kind}List`, apiVersion, items: [entry] };
    expect(sizesOf(await read(JSON.stringify(listed), {}, "shop.json"))).toEqual(web);
    expect(sizesOf(await read(JSON.stringify([deployment("web", 2)]), {}, "shop.json"))).toEqual(web);
    const warned = `Warning: v1 ComponentStatus is deprecated\n${JSON.stringify(listed)}`;
    expect(sizesOf(await read(warned, {}, "shop.json"))).toEqual(web);
  });

  it("several documents with anchors, each problem at its line", async () => {
    const text = `# web\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  replicas: 1\n  template:\n    spec:\n      containers:\n        - name: a\n          resources: &small\n            requests: {cpu: 100m, memory: 128Mi}\n        - name: b\n          resources: *small\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: bad}\nspec:\n  replicas: \${COUNT}\n  template:\n    spec:\n      containers:\n        - name: a\n          resources: {requests: {cpu: "\${CPU}", memory: 12xMi}}\n`;
    const result = await read(text);
    expect(result.data).toMatchObject([{ workloads: [{ name: "web", requests: { cpu: "200m", memory: "256Mi" } }] }]);
    const found = problemsOf(result).map(({ line, found: what, fix }) => [line, what, fix]);
    expect(found).toEqual([
      [
        20,
        expect.stringContaining('"\u0024{COUNT}" in Deployment bad, which is not resolved'),
        expect.stringContaining("envsubst"),
      ],
      [25, expect.stringContaining('"\u0024{CPU}" in Deployment bad'), expect.stringContaining("envsubst")],
    ]);
  });

  it("what is not rendered is refused with the command that renders it", async () => {
    const kustomization = {
      apiVersion: "kustomize.config.k8s.io/v1beta1",
      kind: "Kustomization",
      resources: ["web.yaml"],
    };
    const [problem] = problemsOf(await read(list(kustomization)));
    expect(problem?.fix).toContain("kustomize build");
    const chart = "apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: {{ .Values.replicas }}\n";
    expect(problemsOf(await read(chart))[0]?.fix).toContain("helm template");
  });

  it.each([
    ["an empty list", { apiVersion: "v1", kind: "List", items: null }, "no objects"],
    [
      "nodes alone",
      list(of("v1", "Node", "n", {})),
      "nothing that runs pods among 1 objects: of kinds that run no pods",
    ],
    ["a list of mixed things", { apiVersion: "v1", kind: "List", items: [1, "x", null] }, "1"],
  ])("%s is told, and nothing is made of it", async (_, what, found) => {
    const result = await read(what);
    expect(result.value).toBeNull();
    expect(problemsOf(result)[0]?.found).toContain(found);
  });
});

describe("whose workloads they are", () => {
  const labelled = (name: string, namespace: string, labels: object = {}) => ({
    ...deployment(name, 1),
    metadata: { name, namespace, labels },
  });
  const all = list(labelled("web", "a", { owner: "Kite" }), labelled("web", "b"), labelled("dns", "kube-system"));

  it("all of one tenant, by the file's name or one that is given; names stay apart", async () => {
    const one = [1, "100m", "128Mi"];
    expect(sizesOf(await read(all))).toEqual({ shop: { web: one, "b-web": one, dns: one } });
    expect(Object.keys(sizesOf(await read(all, { tenant: "Orchid Foods" })))).toEqual(["Orchid Foods"]);
    expect(Object.keys(sizesOf(await read(all, {}, "C:\\dumps\\kite.json")))).toEqual(["kite"]);
  });

  it("by namespace, without those that are no tenant's", async () => {
    const result = await read(all, { "tenant-by": "namespace", "leave-out": "kube-system,kommander" });
    expect(Object.keys(sizesOf(result))).toEqual(["a", "b"]);
    expect(reasonsOf(result)).toEqual({ "in namespaces that are left out": 1 });
  });

  it("by label, and what has none together", async () => {
    const result = await read(all, { "tenant-by": "label:owner" });
    expect(Object.keys(sizesOf(result))).toEqual(["Kite", "unassigned"]);
    expect(saidOf(result)).toContain("What has no label:owner is put together as unassigned.");
  });

  it("refuses other ways by name", async () => {
    await expect(read(all, { "tenant-by": "mood" })).rejects.toThrow(/namespace, label:KEY or annotation:KEY/);
  });
});
