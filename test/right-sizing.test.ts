import { readFileSync } from "node:fs";
import { kubernetesObjects, type ReadResult, readers, recognise, rightSizing } from "@nkp-planner/adapters";
import { findingText, problemOf } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { fileOf } from "./support/read.ts";

/** What tools say of sizes, made up, each with one trap of real files. */

const MI = 1_048_576;
const GI = 1024 * MI;

const read = (what: unknown, options: Record<string, string> = {}, name = "prod.json") =>
  rightSizing.read(fileOf(typeof what === "string" ? what : JSON.stringify(what, null, 1), name), { options });
const problemsOf = ({ findings }: ReadResult) => findings.filter(({ severity }) => severity === "error").map(problemOf);
const saidOf = ({ findings }: ReadResult) => findings.map((one) => findingText(one)).join("\n");
const reasonsOf = ({ report }: ReadResult) =>
  Object.fromEntries(report.excluded.map(({ reason, count }) => [reason, count]));

/** Name → kind, pods, CPU, memory of each tenant; the report adds up. */
function sizesOf(result: ReadResult) {
  const { foundCount, usedCount, excluded, unreadableCount } = result.report;
  expect(usedCount + excluded.reduce((sum, { count }) => sum + count, 0) + unreadableCount).toBe(foundCount);
  const tenants = (result.data ?? []) as { name: string; workloads: Record<string, unknown>[] }[];
  return Object.fromEntries(
    tenants.map(({ name, workloads }) => [
      name,
      Object.fromEntries(
        workloads.map(({ name: workload, kind, replicas, requests }) => {
          const { cpu, memory } = requests as { cpu: string; memory: string };
          return [workload, [...(kind === undefined ? [] : [kind]), replicas, cpu, memory]];
        }),
      ),
    ]),
  );
}

describe("krr", () => {
  interface Scan {
    readonly name?: string;
    readonly namespace?: string;
    readonly kind?: string;
    readonly container?: string;
    readonly pods?: readonly boolean[];
    readonly requests?: readonly unknown[];
    readonly limits?: readonly unknown[];
    readonly recommended?: readonly unknown[];
    readonly object?: object;
    readonly info?: object;
  }
  const scan = (one: Scan = {}) => {
    const { name = "web", namespace = "shop", kind = "Deployment", container = "main", pods = [false, false] } = one;
    const { requests = [1, GI], limits = [null, null], recommended = [0.25, 256 * MI] } = one;
    const pair = ([cpu, memory]: readonly unknown[]) => ({ cpu, memory });
    const valued = (value: unknown) => ({ value, severity: "OK" });
    return {
      object: {
        ...{ cluster: "prod", name, container, namespace, kind, hpa: null },
        pods: pods.map((deleted, index) => ({ name: `${name}-${index}`, deleted })),
        allocations: { requests: pair(requests), limits: pair(limits), info: {} },
        ...one.object,
      },
      recommended: {
        requests: { cpu: valued(recommended[0]), memory: valued(recommended[1]) },
        limits: { cpu: valued(null), memory: valued("?") },
        info: one.info ?? {},
      },
      severity: "OK",
    };
  };
  const strategy = { name: "simple", settings: { cpu_percentile: 95.0, memory_buffer_percentage: 15.0 } };
  const krr = (...scans: readonly object[]) => ({ scans, score: 50, strategy, errors: [] });

  it("is taken by its recommendations, containers of a pod together, pods that are deleted left out", async () => {
    const result = await read(
      krr(
        scan({ pods: [false, false, true], recommended: [0.0065, 256 * MI] }),
        scan({ container: "proxy", pods: [false, false, true], requests: [0.5, GI], recommended: [0.0125, 0.5 * MI] }),
        scan({ name: "db", kind: "StatefulSet", pods: [false], requests: [2, 4 * GI], recommended: [0.5, GI] }),
      ),
    );
    expect(problemsOf(result)).toEqual([]);
    // 6.5 + 12.5 = 19 millicores; 256 + 0.5 MiB = 262,656 KiB.
    expect(sizesOf(result)).toEqual({
      prod: { web: [2, "19m", "262656Ki"], db: ["StatefulSet", 1, "500m", "1024Mi"] },
    });
    expect(result.report).toMatchObject({ entries: "containers", foundCount: 3, usedCount: 3 });
    // Requests: 2 × 1.5 + 2 = 5 vCPU, 2 × 2 + 4 = 8 GiB; recommended 2 × 0.019 + 0.5 = 0.538, 2 × 256.5 MiB + 1 GiB = 1.501 GiB.
    expect(saidOf(result)).toContain("Sizes are recommendations of krr, not requests.");
    expect(saidOf(result)).toContain(
      "By requests as they stand it would be 5 vCPU and 8 GiB; by recommendation 0.538 vCPU and 1.5 GiB: 89 % less CPU, 81 % less memory.",
    );
    expect(saidOf(result)).toContain("The strategy of krr is simple (cpu_percentile 95, memory_buffer_percentage 15).");
  });

  it("by requests, where a limit stands for a request that is left out, and quantities are texts", async () => {
    const file = krr(scan({ requests: ["50m", null], limits: [2, "2048Mi"] }));
    expect(sizesOf(await read(file, { basis: "requests" }))).toEqual({ prod: { web: [2, "50m", "2048Mi"] } });
  });

  it("what it could not tell is not known, which is no 0: the pod as a whole, with the place", async () => {
    const file = krr(
      scan(),
      scan({ name: "cart" }),
      scan({ name: "cart", container: "proxy", recommended: ["?", null], info: { cpu: "Not enough data" } }),
    );
    const result = await read(file);
    const [problem] = problemsOf(result);
    expect(problem?.found).toBe(
      "no recommendation for CPU and memory of Deployment shop/cart, container proxy (?, Not enough data)",
    );
    expect(problem?.line).toBeGreaterThan(80);
    expect(problem?.fix).toContain("--option basis=requests");
    expect(sizesOf(result)).toEqual({ prod: { web: [2, "250m", "256Mi"] } });
    expect(result.report).toMatchObject({ foundCount: 3, usedCount: 1, unreadableCount: 2 });
    const filled = await read(file, { "default-requests": "100m/128Mi" });
    expect(sizesOf(filled)).toEqual({ prod: { web: [2, "250m", "256Mi"], cart: [2, "350m", "384Mi"] } });
    expect(saidOf(filled)).toContain("Of the 2 of 3 containers that have both");
    expect(saidOf(filled)).toContain(
      "Are taken to request 100m/128Mi where nothing is known, as you say: Deployment shop/cart.",
    );
  });

  it("a size of less than a byte is a byte, and says that it is one", async () => {
    const result = await read(krr(scan({ recommended: [0.0065, 0.5] })));
    expect(problemsOf(result)).toEqual([]);
    expect(sizesOf(result)).toEqual({ prod: { web: [2, "7m", "1B"] } });
    expect(saidOf(result)).toContain("less than 0.0001 GiB: 99 % less CPU, more than 99 % less memory.");
  });

  it("runs DaemonSets on each node, and leaves out Jobs, namespaces and what has no pods", async () => {
    const file = krr(
      scan({ name: "agent", kind: "DaemonSet", pods: [false, false, false] }),
      scan({ name: "nightly", kind: "CronJob" }),
      scan({ name: "load", kind: "GroupedJob", pods: [false] }),
      scan({ name: "off", pods: [true] }),
      scan({ name: "dns", namespace: "kube-system" }),
      scan({ name: "shop", kind: "Rollout", object: { hpa: { min_replicas: 1, max_replicas: 9 } } }),
    );
    const result = await read(file, { "leave-out": "kube-system" });
    expect(sizesOf(result)).toEqual({
      prod: { agent: ["DaemonSet", undefined, "250m", "256Mi"], shop: [2, "250m", "256Mi"] },
    });
    expect(reasonsOf(result)).toEqual({
      "of Jobs and CronJobs, which run and end": 2,
      "of workloads with 0 pods": 1,
      "in namespaces that are left out": 1,
    });
    expect(saidOf(result)).toContain("Run on every worker node, and are counted there: DaemonSet shop/agent.");
    expect(saidOf(result)).toContain(
      "An autoscaler changes how many pods they have; pods are counted as they were: Rollout shop/shop.",
    );
    const counted = await read(file, { jobs: "counted" });
    expect(sizesOf(counted)["prod"]).toMatchObject({ nightly: ["Job", 2, "250m", "256Mi"] });
  });

  it("by namespace or cluster; workloads of one name in two namespaces are two", async () => {
    const file = krr(scan(), scan({ namespace: "bank", object: { cluster: null } }));
    expect(sizesOf(await read(file))).toEqual({
      prod: { web: [2, "250m", "256Mi"], "bank-web": [2, "250m", "256Mi"] },
    });
    expect(Object.keys(sizesOf(await read(file, { "tenant-by": "namespace" })))).toEqual(["shop", "bank"]);
    expect(Object.keys(sizesOf(await read(file, { "tenant-by": "cluster" })))).toEqual(["prod", "unassigned"]);
    await expect(read(file, { "tenant-by": "label:a" })).rejects.toThrow(/namespace or cluster/);
  });

  it("what is there twice is of two clusters that nobody names, and no pod of twice the size", async () => {
    const result = await read(krr(scan(), scan({ container: "proxy" }), scan(), scan({ name: "db" })));
    // 2 pods of 250 + 250 millicores, and 2 of 250.
    expect(sizesOf(result)).toEqual({
      prod: { web: [2, "500m", "512Mi"], "shop-web": [2, "250m", "256Mi"], db: [2, "250m", "256Mi"] },
    });
    expect(saidOf(result)).toContain("count each time: Deployment shop/web.");
  });

  it("is the same as YAML, and behind what it writes while it works", async () => {
    const file = krr(scan());
    const expected = sizesOf(await read(file));
    expect(sizesOf(await read(stringify(file), {}, "prod.yaml"))).toEqual(expected);
    const logged = `\n KRR v1.8\nUsing strategy: Simple\n${JSON.stringify(file)}`;
    expect(sizesOf(await read(logged))).toEqual(expected);
  });

  it("takes nothing that is no size, and stands what is not as it should be", async () => {
    const result = await read(
      krr(
        scan({ name: "a", recommended: [-1, 5] }),
        scan({ name: "b", recommended: [{ deep: 1 }, 1e300] }),
        scan({ name: "c", recommended: ["NaN", "12x"] }),
        scan({ name: "d", recommended: [Number.MAX_VALUE, true] }),
        "text" as unknown as object,
        { object: [] },
        scan({ name: "fine", recommended: ["1e-2", "1.34217728e+08"] }),
      ),
    );
    expect(sizesOf(result)).toEqual({ prod: { fine: [2, "10m", "128Mi"] } });
    expect(result.report).toMatchObject({ foundCount: 7, unreadableCount: 6 });
    expect(problemsOf(result).map(({ found }) => found)).toContain("-1 as CPU of Deployment shop/a, container main");
  });

  it("a basis that it does not have is refused with those that it has", async () => {
    const [problem] = problemsOf(await read(krr(scan()), { basis: "usage" }));
    expect(problem).toMatchObject({ found: "no usage in what krr says", expected: "requests or recommendation" });
  });

  describe("csv", () => {
    const HEAD =
      "Namespace,Name,Pods,Old Pods,Type,Container,Severity,CPU Requests Current,CPU Requests Recommended,CPU Limits Current,CPU Limits Recommended,Memory Requests Current,Memory Requests Recommended,Memory Limits Current,Memory Limits Recommended";
    it("raw: what is unset is a limit or nothing, and ? is not known", async () => {
      const result = await read(
        `${HEAD}\nshop,web,2,1,Deployment,main,OK,0.05,0.0065,2,unset,unset,104857600,2147483648,104857600\nshop,db,1,0,StatefulSet,main,UNKNOWN,1,?,unset,unset,unset,?,unset,?\n`,
        {},
        "krr.csv",
      );
      expect(sizesOf(result)).toEqual({ krr: { web: [2, "7m", "100Mi"] } });
      expect(problemsOf(result)).toMatchObject([
        { line: 3, found: "no recommendation for CPU and memory of StatefulSet shop/db, container main (?)" },
      ]);
      const byRequests = await read(
        `Cluster,${HEAD}\nprod,shop,web,2,1,Deployment,main,OK,0.05,?,2,unset,unset,?,2147483648,?\n`,
        { basis: "requests", "tenant-by": "cluster" },
      );
      expect(sizesOf(byRequests)).toEqual({ prod: { web: [2, "50m", "2048Mi"] } });
    });

    it("for people: refused, naming csv-raw", async () => {
      const text = `Namespace,Name,Pods,Old Pods,Type,Container,CPU Diff,CPU Requests,CPU Limits,Memory Diff,Memory Requests,Memory Limits\nshop,web,2,0,Deployment,main,+10m,(+10m) 5m -> 15m,unset,,unset,unset\n`;
      expect(problemsOf(await read(text))[0]?.fix).toBe("run krr again with -f csv-raw");
      expect(recognise(fileOf(text, "krr.csv"), readers)).toEqual({ reader: rightSizing });
    });
  });
});

describe("VerticalPodAutoscalers", () => {
  const recommended = (containerName: string, cpu: string, memory: string, more: object = {}) => ({
    containerName,
    target: { cpu, memory },
    lowerBound: { cpu: "10m", memory: "100Mi" },
    uncappedTarget: { cpu, memory },
    upperBound: { cpu: "1", memory: "1Gi" },
    ...more,
  });
  const vpa = (name: string, status: object | undefined, kind = "Deployment") => ({
    apiVersion: "autoscaling.k8s.io/v1",
    kind: "VerticalPodAutoscaler",
    metadata: { name: `${name}-vpa`, namespace: "shop", ownerReferences: [{ apiVersion: "apps/v1", kind, name }] },
    spec: { targetRef: { apiVersion: "apps/v1", kind, name }, updatePolicy: { updateMode: "Off" } },
    ...(status === undefined ? {} : { status }),
  });
  const of = (...containerRecommendations: readonly object[]) => ({ recommendation: { containerRecommendations } });
  const list = (...items: readonly object[]) => ({ apiVersion: "v1", items, kind: "List", metadata: {} });
  const file = list(
    vpa("web", of(recommended("main", "25m", "262144k"), recommended("proxy", "11m", "52428800"))),
    vpa("db", of(recommended("db", "1", "1Gi", { uncappedTarget: { cpu: "4", memory: "1Gi" } })), "StatefulSet"),
    vpa("agent", of(recommended("agent", "100m", "128Mi")), "DaemonSet"),
  );

  it("do not say how many pods there are: that is asked for once, and no DaemonSet needs it", async () => {
    const problems = problemsOf(await read(file));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.found).toBe("no count of pods of Deployment shop/web, StatefulSet shop/db");
    expect(problems[0]?.fix).toContain("--option pods=2 for each, or --option pods=web=3,1");
  });

  it("are taken by their targets, with bounds and what is capped said", async () => {
    const result = await read(file, { pods: "shop/web=3,2" });
    expect(problemsOf(result)).toEqual([]);
    // 25 + 11 = 36 millicores; 262,144,000 + 52,428,800 = 314,572,800 bytes = 300 MiB.
    expect(sizesOf(result)).toEqual({
      prod: {
        web: [3, "36m", "300Mi"],
        db: ["StatefulSet", 2, "1000m", "1024Mi"],
        agent: ["DaemonSet", undefined, "100m", "128Mi"],
      },
    });
    expect(saidOf(result)).toContain("Are capped");
    expect(saidOf(result)).toContain("StatefulSet shop/db (db).");
    // A DaemonSet once: 3 × 2 containers of web, 2 of db, 1 of agent = 9, each of 10m to 1 and 100 MiB to 1 GiB.
    expect(saidOf(result)).toMatch(
      /Its lower bounds come to 0.09 vCPU and 0.8789 GiB, its upper bounds to 9 vCPU and 9 GiB/,
    );
    expect(saidOf(result)).toContain("Have as many pods as you say: Deployment shop/web, StatefulSet shop/db.");
  });

  it("without a status say nothing, which is no 0", async () => {
    const conditions = [{ type: "NoPodsMatched", status: "True", message: "No pods match this VPA object" }];
    const result = await read(
      list(vpa("web", of(recommended("main", "1", "1Gi"))), vpa("new", undefined), vpa("gone", { conditions })),
      { pods: "1" },
    );
    expect(problemsOf(result).map(({ found }) => found)).toEqual([
      "no recommendation for CPU and memory of Deployment shop/new (it has no status)",
      "no recommendation for CPU and memory of Deployment shop/gone (No pods match this VPA object)",
    ]);
    expect(sizesOf(result)).toEqual({ prod: { web: [1, "1000m", "1024Mi"] } });
  });

  it("say which containers are switched off", async () => {
    const one = vpa("web", of(recommended("main", "1", "1Gi")));
    const containerPolicies = [
      { containerName: "*", mode: "Auto" },
      { containerName: "proxy", mode: "Off" },
    ];
    const result = await read(list({ ...one, spec: { ...one.spec, resourcePolicy: { containerPolicies } } }), {
      pods: "1",
    });
    expect(saidOf(result)).toContain(
      "Have no recommendation, as they are switched off, and add nothing: proxy (web-vpa).",
    );
  });

  it("beside what they size know how many pods it has, and what it requests", async () => {
    const web = {
      ...{ apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web", namespace: "shop" } },
      spec: {
        replicas: 4,
        template: { spec: { containers: [{ name: "main", resources: { requests: { cpu: "1", memory: "1Gi" } } }] } },
      },
    };
    const result = await read(list(vpa("web", of(recommended("main", "250m", "256Mi"))), web));
    expect(sizesOf(result)).toEqual({ prod: { web: [4, "250m", "256Mi"] } });
    expect(saidOf(result)).toContain("75 % less CPU, 75 % less memory");
    const containers = [...web.spec.template.spec.containers, { name: "proxy", resources: {} }];
    const more = { ...web, spec: { template: { spec: { containers } } } };
    const partly = await read(list(vpa("web", of(recommended("main", "250m", "256Mi"))), more));
    expect(problemsOf(partly).map(({ found }) => found)).toEqual([
      "no recommendation for CPU and memory of Deployment shop/web, container proxy (nothing is recommended for it)",
    ]);
    // It does not say how many: one.
    const filled = await read(list(vpa("web", of(recommended("main", "250m", "256Mi"))), more), {
      "default-requests": "50m/64Mi",
    });
    expect(sizesOf(filled)).toEqual({ prod: { web: [1, "300m", "320Mi"] } });
  });

  it.each([
    ["YAML of kubectl", stringify(file)],
    ["JSON of kubectl", JSON.stringify(file, null, 4)],
    ["JSON on one line", JSON.stringify(file)],
    ["one object", stringify(vpa("web", of(recommended("main", "1", "1Gi"))))],
    [
      "a list of their own",
      stringify({ ...file, kind: "VerticalPodAutoscalerList", apiVersion: "autoscaling.k8s.io/v1" }),
    ],
  ])("are known by what they are, not taken for objects of a cluster: %s", (_what, text) => {
    expect(recognise(fileOf(text, "vpa.yaml"), readers)).toEqual({ reader: rightSizing });
  });

  it("are known however the first characters are cut, and whoever owns them", () => {
    const owner = { apiVersion: "apps/v1", kind: "Deployment", name: "web" };
    const owned = { ...vpa("web", undefined), metadata: { name: "web", ownerReferences: [owner, owner] } };
    for (const text of [JSON.stringify(list(owned)), stringify(list(owned))])
      for (let length = text.indexOf("autoscaling.k8s.io/") + 20; length <= text.length; length += 1)
        expect(recognise(fileOf(text.slice(0, length), "vpa.json"), readers)).toEqual({ reader: rightSizing });
  });

  it("beside workloads are a cluster's objects, as they were", () => {
    const web = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web" } };
    const text = stringify(list(vpa("web", of(recommended("main", "1", "1Gi"))), web));
    expect(recognise(fileOf(text, "all.yaml"), readers)).toEqual({ reader: kubernetesObjects });
  });
});

describe("Goldilocks", () => {
  const container = (
    containerName: string,
    cpu: string,
    memory: string,
    requests: object = {},
    limits: object = {},
  ) => {
    const target = { cpu, memory };
    return { containerName, lowerBound: target, upperBound: target, target, uncappedTarget: target, limits, requests };
  };
  const file = {
    Namespaces: {
      shop: {
        namespace: "shop",
        workloads: {
          web: {
            ...{ controllerName: "web", controllerType: "Deployment" },
            containers: {
              main: container("main", "25m", "100Mi", { cpu: "100m", memory: "200Mi" }),
              proxy: container("proxy", "15m", "28Mi", {}, { cpu: "100m", memory: "56Mi" }),
            },
          },
        },
      },
      old: {
        namespace: "old",
        deployments: { app: { deploymentName: "app", containers: { app: container("app", "1", "1Gi") } } },
      },
    },
  };

  it("has targets of each container, and no count of pods", async () => {
    expect(problemsOf(await read(file))).toHaveLength(1);
    const result = await read(file, { pods: "web=2,1" });
    expect(problemsOf(result)).toEqual([]);
    // 25 + 15 millicores, 100 + 28 MiB.
    expect(sizesOf(result)).toEqual({ prod: { web: [2, "40m", "128Mi"], app: [1, "1000m", "1024Mi"] } });
    // Of web alone requests are known, a limit among them: 2 × 200m, 2 × 256 MiB; 80m and 256 MiB instead.
    expect(saidOf(result)).toContain(
      "Of the 2 of 3 containers that have both: by requests as they stand it would be 0.4 vCPU and 0.5 GiB; by recommendation 0.08 vCPU and 0.25 GiB: 80 % less CPU, 50 % less memory.",
    );
  });

  it("a workload without containers is not known", async () => {
    const empty = {
      Namespaces: { shop: { namespace: "shop", workloads: { web: { controllerName: "web", containers: {} } } } },
    };
    const result = await read(empty, { pods: "1" });
    expect(problemsOf(result)[0]?.found).toBe(
      "no recommendation for CPU and memory of shop/web (it has no containers)",
    );
  });
});

describe("Prometheus", () => {
  type Labels = Readonly<Record<string, string>>;
  const series = (name: string, labels: Labels, value: unknown) => ({
    metric: { ...(name === "" ? {} : { __name__: name }), namespace: "shop", instance: "a", ...labels },
    value: [1_700_000_000.123, value],
  });
  const REQUESTS = "kube_pod_container_resource_requests";
  const size = (pod: string, container: string, cpu: unknown, memory: unknown, name = REQUESTS, more: Labels = {}) => [
    series(name, { pod, container, resource: "cpu", unit: "core", ...more }, cpu),
    series(name, { pod, container, resource: "memory", unit: "byte", ...more }, memory),
  ];
  const phase = (pod: string, is: string) =>
    ["Pending", "Running", "Succeeded", "Failed", "Unknown"].map((one) =>
      series("kube_pod_status_phase", { pod, phase: one }, one === is ? "1" : "0"),
    );
  const owner = (pod: string, kind: string, name: string) =>
    series("kube_pod_owner", { pod, owner_kind: kind, owner_name: name, owner_is_controller: "true" }, "1");
  const answer = (...result: readonly object[]) => ({ status: "success", data: { resultType: "vector", result } });
  const M128 = String(128 * MI);

  it("puts CPU and memory together, which are series of their own, and pods by who makes them", async () => {
    const result = await read(
      answer(
        ...size("web-7f9c-a", "web", "0.25", M128),
        ...size("web-7f9c-a", "proxy", "0.05", "67108864"),
        ...size("web-7f9c-b", "web", "0.25", "1.34217728e+08"),
        ...size("web-7f9c-b", "proxy", "0.05", "67108864"),
        ...size("db-0", "db", "1", String(GI)),
        ...size("agent-x", "agent", "0.1", M128),
        ...size("load-1-x", "load", "4", M128),
        ...size("done", "done", "8", M128),
        ...["web-7f9c-a", "web-7f9c-b", "db-0", "agent-x", "load-1-x"].flatMap((pod) => phase(pod, "Running")),
        ...phase("done", "Succeeded"),
        owner("web-7f9c-a", "ReplicaSet", "web-7f9c"),
        owner("web-7f9c-b", "ReplicaSet", "web-7f9c"),
        owner("db-0", "StatefulSet", "db"),
        owner("agent-x", "DaemonSet", "agent"),
        owner("load-1-x", "Job", "load-1"),
      ),
    );
    expect(problemsOf(result)).toEqual([]);
    expect(sizesOf(result)).toEqual({
      prod: {
        web: [2, "300m", "192Mi"],
        db: ["StatefulSet", 1, "1000m", "1024Mi"],
        agent: ["DaemonSet", undefined, "100m", "128Mi"],
      },
    });
    // 2 × 8 series of sizes less 2 of the Job and 2 of what has ended; 6 × 5 phases and 5 owners beside them.
    expect(result.report).toMatchObject({ entries: "series", foundCount: 51, usedCount: 12, unreadableCount: 0 });
    expect(reasonsOf(result)).toEqual({
      "of pods that have ended": 2,
      "of Jobs and CronJobs, which run and end": 2,
      "series that say no size, such as phases and owners": 35,
    });
    // 2 × 0.3 + 1 + 0.1.
    expect(saidOf(result)).toContain("It comes to 1.7 vCPU");
    expect(saidOf(result)).toContain("It is one sample: what ran at that moment");
  });

  it("takes the largest pod of a DaemonSet for all, and says so", async () => {
    const result = await read(
      answer(
        ...size("agent-x", "agent", "0.1", M128),
        ...size("agent-y", "agent", "0.3", M128),
        owner("agent-x", "DaemonSet", "agent"),
        owner("agent-y", "DaemonSet", "agent"),
      ),
    );
    expect(sizesOf(result)).toEqual({ prod: { agent: ["DaemonSet", undefined, "300m", "128Mi"] } });
    expect(saidOf(result)).toContain(
      "Pods of these DaemonSets differ in size, and the largest counts: DaemonSet shop/agent.",
    );
  });

  it("takes a limit for a request that is left out, an init container where it is larger, and older names", async () => {
    const result = await read(
      answer(
        series(`${REQUESTS}_cpu_cores`, { pod: "p", container: "a" }, "0.1"),
        series("kube_pod_container_resource_limits_memory_bytes", { pod: "p", container: "a" }, M128),
        ...size("p", "init", "2", "1048576", "kube_pod_init_container_resource_requests"),
      ),
    );
    expect(sizesOf(result)).toEqual({ prod: { p: [1, "2000m", "128Mi"] } });
    expect(saidOf(result)).toContain("Nothing says who makes the pods (kube_pod_owner)");
    expect(saidOf(result)).toContain("Nothing says which pods have ended (kube_pod_status_phase)");
  });

  it("what is NaN or not there is not known, pods without any series of sizes too", async () => {
    const result = await read(
      answer(
        ...size("good", "a", "1", M128),
        ...size("half", "a", "NaN", M128),
        ...size("endless", "a", "1", "+Inf"),
        ...size("below", "a", "-1", M128),
        ...phase("mute", "Running"),
        ...phase("gone", "Failed"),
        series("kube_pod_container_info", { pod: "good", container: "bare" }, "1"),
      ),
    );
    expect(problemsOf(result).map(({ found }) => found)).toEqual([
      "no request for CPU of Pod shop/half, container a (NaN)",
      "no request for memory of Pod shop/endless, container a (+Inf)",
      '"-1" as a value of shop/below/a',
      "no request for CPU and memory of Pod shop/mute (no series of its sizes)",
      "no request for CPU and memory of Pod shop/good, container bare",
    ]);
    expect(sizesOf(result)).toEqual({});
  });

  it("counts what two collectors say once, and reads labels that a scraper or OpenTelemetry renamed", async () => {
    const ksm = { namespace: "monitoring", pod: "ksm-0", container: "ksm" };
    const exported = { ...ksm, exported_namespace: "shop", exported_pod: "web", exported_container: "a" };
    const otel = { namespace: "", k8s_namespace_name: "bank", k8s_pod_name: "vault", k8s_container_name: "a" };
    const result = await read(
      answer(
        ...size("", "", "1", M128, REQUESTS, exported),
        ...size("", "", "1", M128, REQUESTS, { ...exported, instance: "b" }),
        ...size("", "", "2", M128, REQUESTS, otel),
        series(REQUESTS, { pod: "web", container: "a", resource: "nvidia_com_gpu", unit: "integer" }, "1"),
      ),
      { "tenant-by": "namespace" },
    );
    expect(sizesOf(result)).toEqual({ shop: { web: [1, "1000m", "128Mi"] }, bank: { vault: [1, "2000m", "128Mi"] } });
    expect(saidOf(result)).toContain("2 series are there more than once");
    expect(saidOf(result)).toContain("Is not planned from series: nvidia_com_gpu.");
  });

  it("of a range takes the end, without what was gone by then", async () => {
    const over = (one: { metric: object; value: unknown[] }, ...values: readonly (readonly unknown[])[]) => ({
      metric: one.metric,
      values,
    });
    const [oldCpu, oldMemory] = size("old", "a", "", "") as [ReturnType<typeof series>, ReturnType<typeof series>];
    const [newCpu, newMemory] = size("new", "a", "", "") as [ReturnType<typeof series>, ReturnType<typeof series>];
    const all = [
      over(oldCpu, [100, "8"], [160, "8"]),
      over(oldMemory, [100, M128], [160, M128]),
      over(newCpu, [160, "1"], [220, "2"]),
      over(newMemory, [160, M128], [220, M128]),
    ];
    const result = await read({ status: "success", data: { resultType: "matrix", result: all } });
    expect(sizesOf(result)).toEqual({ prod: { new: [1, "2000m", "128Mi"] } });
    expect(reasonsOf(result)).toEqual({ "series that end before the range does": 2 });
    expect(saidOf(result)).toContain("the last sample of a range of 2");
  });

  it("takes sums of a namespace as one pod each, and answers one after another", async () => {
    const sum = (namespace: string, resource: string, value: string) => ({
      metric: { namespace, resource },
      value: [1, value],
    });
    const two = [
      answer(sum("shop", "cpu", "3"), sum("bank", "cpu", "1")),
      answer(sum("shop", "memory", M128), sum("bank", "memory", M128)),
    ];
    const texts = [JSON.stringify(two), two.map((one) => JSON.stringify(one)).join("\n")];
    // 3 vCPU and 134,217,728 bytes by 3 pods, rounded up.
    for (const text of texts) {
      const result = await read(text, { pods: "shop=3,1" });
      expect(sizesOf(result)).toEqual({ prod: { shop: [3, "1000m", "44739243"], bank: [1, "1000m", "128Mi"] } });
      expect(saidOf(result)).toContain("Series have no name, as the query changed them; they are taken for requests.");
    }
  });

  it("takes a pod as the scheduler counts it before the sum of its containers", async () => {
    const ofPod = (resource: string, unit: string, value: string) =>
      series("kube_pod_resource_request", { pod: "a", scheduler: "default-scheduler", resource, unit }, value);
    const result = await read(
      answer(
        ...size("a", "main", "1", M128),
        ...size("b", "main", "2", M128),
        ofPod("cpu", "cores", "1.25"),
        ofPod("memory", "bytes", String(GI)),
      ),
    );
    expect(sizesOf(result)).toEqual({ prod: { a: [1, "1250m", "1024Mi"], b: [1, "2000m", "128Mi"] } });
    expect(reasonsOf(result)).toEqual({ "that others say already, of a pod or its containers": 2 });
  });

  it("takes what was used by rules that Kubernetes' dashboards record, for what requests nothing", async () => {
    const used = [
      series(
        "node_namespace_pod_container:container_cpu_usage_seconds_total:sum_irate",
        { pod: "a", container: "m" },
        "0.5",
      ),
      series("container_memory_working_set_bytes", { pod: "a", container: "m" }, M128),
      series("container_memory_working_set_bytes", { pod: "a", container: "" }, "999999999"),
    ];
    const file = answer(...size("b", "main", "2", M128), ...used);
    expect(problemsOf(await read(file))).toHaveLength(1);
    const filled = await read(file, { missing: "usage" });
    expect(sizesOf(filled)).toEqual({ prod: { b: [1, "2000m", "128Mi"], a: [1, "500m", "128Mi"] } });
    expect(reasonsOf(filled)).toEqual({ "that others say already, of a pod or its containers": 1 });
  });

  it("reads series without what is around them", async () => {
    const text = JSON.stringify([...size("a", "a", "1", M128), ...size("b", "b", "2", M128)]);
    expect(sizesOf(await read(text))).toEqual({ prod: { a: [1, "1000m", "128Mi"], b: [1, "2000m", "128Mi"] } });
    expect(recognise(fileOf(text), readers)).toEqual({ reader: rightSizing });
  });

  it.each([
    [{ status: "error", errorType: "bad_data", error: "parse error" }, "an error of Prometheus: bad_data: parse error"],
    [answer(), "an answer without series"],
    [answer(series("up", {}, "1")), "nothing of requests among up"],
    [{ status: "success", data: { resultType: "scalar", result: [1, "2"] } }, "an answer of the type scalar"],
    [{ resultType: "vector", result: "no list" }, "an answer without series"],
  ])("refuses what says nothing of sizes: %j", async (what, found) => {
    const result = await read(what);
    expect(problemsOf(result).map((one) => one.found)).toEqual([found]);
    expect(recognise(fileOf(JSON.stringify(what)), readers)).toEqual({ reader: rightSizing });
  });
});

describe("OpenCost", () => {
  interface Given {
    readonly properties?: object;
    readonly minutes?: number;
    readonly requests?: readonly unknown[];
    readonly usage?: readonly unknown[];
    readonly cost?: number;
    readonly [more: string]: unknown;
  }
  const allocation = (name: string, given: Given = {}) => {
    const { minutes = 1440, requests = [1, GI], usage = [0.25, 0.5 * GI], cost = 2, properties, ...more } = given;
    return {
      [name]: {
        ...{ name, minutes, properties: properties ?? { cluster: "prod", namespace: name } },
        ...{ cpuCoreRequestAverage: requests[0], ramByteRequestAverage: requests[1] },
        ...{ cpuCoreUsageAverage: usage[0], ramByteUsageAverage: usage[1], totalCost: cost },
        ...more,
      },
    };
  };
  const answer = (...windows: readonly object[]) => ({ code: 200, status: "success", data: windows });

  it("has sums of namespaces, costs of a window and not of a month, and what is nobody's", async () => {
    const result = await read(
      answer({
        ...allocation("shop", { requests: [1.5, 2 * GI], pvBytes: 5 * GI }),
        ...allocation("bank"),
        ...allocation("__idle__", { requests: [64, 64 * GI], cost: 99 }),
        ...allocation("prod/__unmounted__/__unmounted__", { properties: { namespace: "__unmounted__" } }),
      }),
    );
    expect(problemsOf(result)).toEqual([]);
    expect(sizesOf(result)).toEqual({ prod: { shop: [1, "1500m", "2048Mi"], bank: [1, "1000m", "1024Mi"] } });
    expect(reasonsOf(result)).toEqual({ "idle, which nobody asked for": 1, "volumes that nothing mounts": 1 });
    const said = saidOf(result);
    expect(said).toContain(
      "By requests as they stand it would be 2.5 vCPU and 3 GiB; by usage 0.5 vCPU and 1 GiB: 80 % less CPU, 67 % less memory.",
    );
    // 2 + 2 in 1,440 minutes, and 4 × 43,800 ÷ 1,440 = 121.666… in a month.
    expect(said).toContain("4 in 1440 minutes, which is 121.67 for a month of 730 hours");
    expect(said).toContain("Are taken as one pod each, as nothing says how many they are");
    expect(said).toContain("Have volumes, which are not taken over: shop.");
    expect(sizesOf(await read(answer(allocation("shop")), { pods: "4" }))).toEqual({
      prod: { shop: [4, "250m", "256Mi"] },
    });
  });

  it("has 0 where nothing is requested, which is not known", async () => {
    const file = answer({
      ...allocation("shop"),
      ...allocation("bare", { requests: [0, 0], usage: [0.0075, 0.25 * GI] }),
    });
    const result = await read(file);
    expect(problemsOf(result)[0]?.found).toBe(
      "no request for CPU and memory of namespace bare (0, as where nothing is requested)",
    );
    expect(result.report).toMatchObject({ foundCount: 2, usedCount: 1, unreadableCount: 1 });
    const filled = await read(file, { missing: "usage" });
    expect(sizesOf(filled)).toEqual({ prod: { shop: [1, "1000m", "1024Mi"], bare: [1, "8m", "256Mi"] } });
    expect(saidOf(filled)).toContain("What is used stands for what is not known of namespace bare.");
    expect(sizesOf(await read(file, { basis: "usage" }))).toEqual({
      prod: { shop: [1, "250m", "512Mi"], bare: [1, "8m", "256Mi"] },
    });
  });

  it("several windows weigh by their minutes", async () => {
    // (3 × 60 + 1 × 20) ÷ 80 = 2.5 cores.
    const result = await read(
      answer(
        allocation("shop", { minutes: 60, requests: [3, 3 * GI] }),
        allocation("shop", { minutes: 20, requests: [1, GI] }),
      ),
    );
    expect(sizesOf(result)).toEqual({ prod: { shop: [1, "2500m", "2560Mi"] } });
    expect(saidOf(result)).toContain("averages over 2 windows of 80 minutes together, each weighted by its minutes");
    expect(saidOf(result)).toContain("4 in 80 minutes, which is 2190 for a month");
    expect(result.report).toMatchObject({ foundCount: 2, usedCount: 2 });
  });

  it("pods are put together by who makes them, as OpenCost itself does; containers of a pod add up", async () => {
    const HOUR = (from: string, to: string, minutes: number) => ({
      ...{ start: `2026-01-01T${from}:00Z`, end: `2026-01-01T${to}:00Z`, minutes },
    });
    const of = (pod: string, container: string, controllerKind: string, controller: string, more: Given) =>
      allocation(`prod/n1/shop/${pod}/${container}`, {
        properties: { cluster: "prod", node: "n1", namespace: "shop", pod, container, controller, controllerKind },
        ...more,
      });
    const result = await read(
      answer({
        // One pod for 45 minutes and its like for the other 15: one pod at a time.
        ...of("web-1", "web", "deployment", "web", { ...HOUR("00:00", "00:45", 45), requests: [1, GI] }),
        ...of("web-2", "web", "deployment", "web", { ...HOUR("00:45", "01:00", 15), requests: [1, GI] }),
        ...of("web-1", "log", "deployment", "web", { ...HOUR("00:00", "00:45", 45), requests: [0.5, GI] }),
        ...of("web-2", "log", "deployment", "web", { ...HOUR("00:45", "01:00", 15), requests: [0.5, GI] }),
        // Two on two nodes.
        ...of("agent-1", "a", "daemonset", "agent", { ...HOUR("00:00", "01:00", 60), requests: [0.1, GI] }),
        ...of("agent-2", "a", "daemonset", "agent", { ...HOUR("00:00", "01:00", 60), requests: [0.1, GI] }),
        ...of("load-1", "a", "job", "load", { ...HOUR("00:00", "00:10", 10) }),
      }),
    );
    expect(problemsOf(result)).toEqual([]);
    expect(sizesOf(result)).toEqual({
      prod: { web: [1, "1500m", "2048Mi"], agent: ["DaemonSet", undefined, "100m", "1024Mi"] },
    });
    expect(reasonsOf(result)).toEqual({ "of Jobs and CronJobs, which run and end": 1 });
  });

  it.each([
    [{ code: 500, status: "error", data: null, message: "no data" }, "an error of OpenCost: 500 no data"],
    [answer({}), "no allocations"],
    [answer({ __idle__: { name: "__idle__" } }), "no allocations"],
    [{ code: 200, data: null }, "no allocations"],
  ])("refuses what has no allocations: %j", async (what, found) => {
    expect(problemsOf(await read(what)).map((one) => one.found)).toEqual([found]);
  });
});

describe("hostile files", () => {
  const DEEP = `${'{"scans":['.repeat(5000)}`;
  it.each([
    '{"scans":[{"object":null}]}',
    '{"scans":[{"object":{"__proto__":{"polluted":true},"name":"a","pods":{}},"recommended":[]}]}',
    '{"scans": {"object": 1}}',
    '{"Namespaces":{"__proto__":{"workloads":{"constructor":{"containers":{"a":null}}}}}}',
    '{"Namespaces":[]}',
    '{"status":"success","data":{"resultType":"vector","result":[null,1,{"metric":null},{"metric":{},"value":{}}]}}',
    '{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"pod":{}},"values":[[{},{}]]}]}}',
    '{"code":200,"data":[[{"a":1}],null,{"x":{"cpuCoreRequestAverage":"1e999999999","minutes":-5}}]}',
    '{"code":200,"data":[{"x":{"minutes":1e300,"start":"zzz","cpuCoreRequestAverage":1}}]}',
    "apiVersion: autoscaling.k8s.io/v1\nkind: VerticalPodAutoscaler\nspec: []\nstatus: { recommendation: 5 }\n",
    'Namespace,Name,Pods,Type,Container,CPU Requests Recommended,Memory Requests Recommended\n"a,b\nc,d,-1,,,1e99999,x\n',
    DEEP,
  ])("are told, and nothing else comes of them: %.60s", async (text) => {
    const result = await read(text);
    for (const one of problemsOf(result))
      expect(`${one.found} ${one.expected} ${one.fix}`).not.toMatch(/undefined|\[object/);
    expect(problemsOf(result).length).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    sizesOf(result);
  });
});

describe("what it is told", () => {
  it.each([
    [{ pods: "0" }, /counts of pods/],
    [{ pods: "web" }, /counts of pods/],
    [{ missing: "limit-range" }, /default-requests=100m/],
    [{ missing: "strict", "default-requests": "1m/1Mi" }, /missing=limit-range/],
    [{ "default-requests": "lots" }, /CPU\/MEMORY/],
    [{ basis: "guess" }, /basis/],
  ])("is refused where it makes no sense: %j", async (options, message) => {
    await expect(read(rightSizing.example.text, options as Record<string, string>)).rejects.toThrow(message);
  });
});

describe("kubectl", () => {
  it("top says what was used at one moment, by pod or by container, with sums that are none", async () => {
    const text = [
      "NAMESPACE   NAME                   CPU(cores)   MEMORY(bytes)   ",
      "shop        web-7f9c8d6b5-abcde    120m         64Mi            ",
      "shop        web-7f9c8d6b5-fghij    120m         64Mi            ",
      "shop        db-0                   <unknown>    1Gi             ",
      "                                   ________     ________        ",
      "                                   240m         1152Mi          ",
    ].join("\n");
    expect(recognise(fileOf(text, "top.txt"), readers)).toEqual({ reader: rightSizing });
    const result = await read(text, {}, "top.txt");
    expect(sizesOf(result)).toEqual({ top: { web: [2, "120m", "64Mi"] } });
    expect(problemsOf(result)).toMatchObject([{ line: 4, found: "no usage for CPU of Pod shop/db (<unknown>)" }]);
    expect(reasonsOf(result)).toEqual({ "a sum below the others": 2 });
    expect(saidOf(result)).toContain("It is one sample");
    const containers =
      "POD     NAME   CPU(cores)   MEMORY(bytes)\nweb-1   a      1m           2Mi\nweb-1   b      2m           3Mi\n";
    expect(sizesOf(await read(containers, {}, "top.txt"))).toEqual({ top: { web: [1, "3m", "5Mi"] } });
  });

  it("top nodes is refused, and requests that nobody said", async () => {
    const nodes =
      "NAME     CPU(cores)   CPU(%)   MEMORY(bytes)   MEMORY(%)\nnode-1   120m         3%       2000Mi          12%\n";
    expect(problemsOf(await read(nodes))[0]?.fix).toBe("write it with kubectl top pods -A");
    const pods = "NAME   CPU(cores)   MEMORY(bytes)\na      1m           2Mi\n";
    expect(problemsOf(await read(pods, { basis: "requests" }))[0]?.expected).toBe("usage");
  });

  it.each([
    [
      "--raw",
      {
        ...{ kind: "PodMetricsList", apiVersion: "metrics.k8s.io/v1beta1", metadata: {} },
        items: [
          {
            metadata: { name: "db-0", namespace: "shop" },
            timestamp: "2026-01-01T00:00:00Z",
            window: "15s",
            containers: [
              { name: "db", usage: { cpu: "250000001n", memory: "1048576Ki" } },
              { name: "log", usage: { cpu: "0", memory: "1024Ki" } },
            ],
          },
        ],
      },
    ],
    [
      "get podmetrics",
      {
        ...{ apiVersion: "v1", kind: "List" },
        items: [
          {
            ...{ apiVersion: "metrics.k8s.io/v1beta1", kind: "PodMetrics" },
            metadata: { name: "db-0", namespace: "shop" },
            containers: [{ name: "db", usage: { cpu: "250000001n", memory: "1049600Ki" } }],
          },
        ],
      },
    ],
  ])("%s has metrics of pods, in billionths", async (_how, file) => {
    expect(recognise(fileOf(JSON.stringify(file), "a.json"), readers)).toEqual({ reader: rightSizing });
    // 250.000001 millicores, rounded up; 1,048,576 + 1,024 KiB = 1025 MiB.
    expect(sizesOf(await read(file))).toEqual({ prod: { db: [1, "251m", "1025Mi"] } });
  });
});

describe("its page", () => {
  const page = readFileSync(new URL("../docs/from-right-sizing.md", import.meta.url), "utf8");
  const blockOf = (language: string) =>
    new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(page)?.[1] ?? "";

  it("says what is so of its example", async () => {
    const result = await read(blockOf("json"), { pods: "3" });
    expect(problemsOf(result)).toEqual([]);
    const [{ workloads }] = result.data as [{ workloads: unknown }];
    expect(workloads).toEqual(parse(blockOf("yaml")));
    const [, said = "nothing"] = /^> (.+)$/m.exec(page) ?? [];
    // 3 × (500 + 100) = 1,800 millicores and 3 × (512 + 128) = 1,920 MiB; 3 × 125 = 375 and 3 × 256 = 768.
    expect(saidOf(result)).toContain(said);
  });

  it("names options that there are", () => {
    const named = [...page.matchAll(/--option ([a-z-]+)=/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(["leave-out", "pods", "jobs", "basis", "missing", "default-requests"]));
    for (const name of named) expect(Object.keys(rightSizing.options.shape)).toContain(name);
  });
});
