import { type EmittedText, type PlanToEmit, planToEmit } from "@nkp-planner/adapters";
import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { operatingModels, plannedFleet, podGroup } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { emitManifests } from "../../packages/adapters/src/emit/kwok/manifests.ts";
import {
  capacity,
  cluster,
  HOSTILE_CLUSTER,
  HOSTILE_NAMES,
  planOf,
  pool,
  SMALL_CLUSTER,
} from "../support/clusters-to-emit.ts";
import { schemaProblems } from "../support/kubernetes-schemas.ts";

// biome-ignore lint/suspicious/noExplicitAny: a manifest read back is as free in shape as YAML
type Manifest = any;

function objectsIn(text: string, version: "1.1" | "1.2" = "1.2"): readonly Manifest[] {
  return parseAllDocuments(text, { version, uniqueKeys: true }).map((document) => {
    expect(document.errors).toEqual([]);
    expect(document.warnings).toEqual([]);
    return document.toJS();
  });
}

function textOf(files: readonly EmittedText[], path: string): string {
  return files.find((file) => file.path === path)?.text ?? "";
}

const PLANS: readonly [string, PlanToEmit][] = [
  ["a small cluster", planOf(SMALL_CLUSTER)],
  ["hostile names", planOf(HOSTILE_CLUSTER)],
  ...operatingModels.map((model): [string, PlanToEmit] => {
    const context = planningContext({ release: exampleFleet.release, priceBook: examplePriceBook, settings: {} });
    return [`the example fleet, ${model.id}`, planToEmit(plannedFleet(exampleFleet, model, context))];
  }),
];

describe("kwok-cluster", () => {
  const emitted = (...clusters: PlanToEmit["clusters"]) => emitManifests({ plan: planOf(...clusters), findings: [] });
  const manifestsOf = (plan: PlanToEmit) =>
    emitManifests({ plan, findings: [] })
      .filter(({ path }) => path.endsWith(".yaml"))
      .flatMap(({ text }) => objectsIn(text));
  const small = manifestsOf(planOf(SMALL_CLUSTER));
  const found = (kind: string, name: string): Manifest =>
    small.find((one) => one.kind === kind && one.metadata.name === name);

  it.each(["README.md", "nodes.yaml", "workloads.yaml"])("%s", async (name) => {
    await expect(textOf(emitted(SMALL_CLUSTER), `tenant-orchid/${name}`)).toMatchFileSnapshot(
      `../golden/kwok-cluster/${name}`,
    );
  });

  it("reads the same as YAML 1.1, which kubectl speaks", () => {
    for (const { path, text } of emitted(HOSTILE_CLUSTER, SMALL_CLUSTER)) {
      if (path.endsWith(".yaml")) expect(objectsIn(text, "1.1")).toEqual(objectsIn(text));
    }
  });

  it.each(PLANS)("%s fits Kubernetes' schemas, without a field they do not know", (_what, plan) => {
    expect(manifestsOf(plan).flatMap(schemaProblems)).toEqual([]);
  });

  it("the schemas refuse a wrong type, a missing field and an unknown one", () => {
    const deployment = found("Deployment", "coredns");
    const spoilt = (change: (spec: Manifest) => void) => {
      const copy = structuredClone(deployment);
      change(copy.spec);
      return schemaProblems(copy).join("\n");
    };
    expect(schemaProblems(deployment)).toEqual([]);
    expect(spoilt((spec) => Object.assign(spec, { replicas: "2" }))).toBe('/spec/replicas: type {"type":"integer"}');
    expect(spoilt((spec) => delete spec.selector)).toBe('/spec: required {"missingProperty":"selector"}');
    expect(spoilt((spec) => Object.assign(spec, { replica: 2 }))).toBe("/spec/replica: unknown field");
    expect(spoilt((spec) => Object.assign(spec.template.spec.containers[0], { imge: "x" }))).toContain(
      "imge: unknown field",
    );
    expect(schemaProblems({ ...deployment, extra: 1 })).toEqual(["/extra: unknown field"]);
  });

  it("gives objects names that Kubernetes takes, unique in their kind, and keeps the plan's", () => {
    const manifests = manifestsOf(planOf(HOSTILE_CLUSTER));
    for (const kind of ["Node", "Deployment", "StatefulSet", "DaemonSet", "Job", "Service"]) {
      const names = manifests.filter((one) => one.kind === kind).map(({ metadata }) => metadata.name);
      expect(names).toHaveLength(HOSTILE_NAMES.length);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names)
        expect(name).toMatch(kind === "Node" ? /^[a-z][a-z0-9-]{0,61}[a-z0-9]$/ : /^[a-z][a-z0-9-]{0,50}[a-z0-9]$/);
    }
    const nodes = manifests.filter(({ kind }) => kind === "Node");
    expect(nodes.map(({ metadata }) => metadata.annotations["nkp-planner/name"])).toEqual(
      HOSTILE_NAMES.map((name) => `${HOSTILE_CLUSTER.name}-${name}-1`),
    );
    expect(nodes.map(({ metadata }) => metadata.labels["example.com/label"])).toEqual(HOSTILE_NAMES);
    expect(nodes.map(({ spec }) => spec.taints[0].value)).toEqual(HOSTILE_NAMES);
  });

  it("names an object the same whatever stands beside it, unless their names are alike", () => {
    const namesOf = (...groups: readonly string[]) =>
      manifestsOf(planOf(cluster("c", { podGroups: groups.map((name) => podGroup({ name })) })))
        .filter(({ kind }) => kind === "Deployment")
        .map(({ metadata }) => metadata.name);
    expect(namesOf("Web (a)", "db")).toEqual(["web-a", "db"]);
    expect(namesOf("db", "Web (a)", "7zip")).toEqual(["db", "web-a", "pods-7zip"]);
    const [own, other] = namesOf("web-a", "Web (a)");
    expect(own).toBe("web-a");
    expect(other).toMatch(/^web-a-[0-9a-f]{8}$/);
    expect(namesOf("Web (a)", "web-a")).toEqual([other, own]);
  });

  it("marks nodes as fake and ready, with the plan's labels, zone and taints", () => {
    const controlPlane = found("Node", "tenant-orchid-control-plane-1");
    expect(controlPlane.metadata.annotations).toMatchObject({ "kwok.x-k8s.io/node": "fake" });
    expect(controlPlane.metadata.labels).toEqual({
      type: "kwok",
      "kubernetes.io/os": "linux",
      "kubernetes.io/arch": "amd64",
      "kubernetes.io/hostname": "tenant-orchid-control-plane-1",
      "node-role.kubernetes.io/control-plane": "",
    });
    expect(controlPlane.status.capacity["ephemeral-storage"]).toBe("80Gi");
    expect(controlPlane.status.conditions).toContainEqual(expect.objectContaining({ type: "Ready", status: "True" }));
    const worker = found("Node", "tenant-orchid-workload-1");
    expect(worker.metadata.labels["topology.kubernetes.io/zone"]).toBe("rack-1");
    expect(worker.spec.taints).toEqual([{ key: "dedicated", value: "orchid", effect: "PreferNoSchedule" }]);
    expect(worker.status.allocatable).toEqual({ cpu: "7910m", memory: "28Gi", pods: "110" });
  });

  it("takes the zone from the node's own field, as the scheduler of the plan does", () => {
    const zone = "topology.kubernetes.io/zone";
    const pools = [pool("n", { zones: [], labels: { [zone]: "stray" } })];
    const [manifest] = manifestsOf(planOf(cluster("c", { pools })));
    expect(manifest.metadata.labels[zone]).toBeUndefined();
  });

  it("states requests as the group does: nothing is left out, a zero is said", () => {
    const requestsOf = (kind: string, name: string) =>
      found(kind, name).spec.template.spec.containers[0].resources?.requests;
    expect(requestsOf("DaemonSet", "kube-apiserver")).toEqual({ cpu: "250m" });
    expect(requestsOf("Deployment", "wordpress-web")).toBeUndefined();
    expect(requestsOf("Job", "report")).toEqual({ cpu: "0", memory: "0" });
    expect(requestsOf("StatefulSet", "wordpress-mariadb-primary-x")).toEqual({
      cpu: "1500m",
      memory: "2147483649",
      "ephemeral-storage": "0",
    });
  });

  it("gives nodes their GPUs, and pods theirs as request and limit, as the API server asks", () => {
    const train = podGroup({
      name: "train",
      requests: { cpuMillicores: 500, memoryBytes: null, extended: { "nvidia.com/gpu": 1 } },
    });
    const pools = [pool("n", { capacityPerNode: capacity(8, 32, { extended: { "nvidia.com/gpu": 2 } }) })];
    const manifests = manifestsOf(planOf(cluster("c", { pools, podGroups: [train] })));
    const status = manifests.find(({ kind }) => kind === "Node")?.status;
    for (const resources of [status?.capacity, status?.allocatable]) expect(resources["nvidia.com/gpu"]).toBe("2");
    const pods = manifests.find(({ kind }) => kind === "Deployment")?.spec.template.spec;
    expect(pods.containers[0].resources).toEqual({
      requests: { cpu: "500m", "nvidia.com/gpu": "1" },
      limits: { "nvidia.com/gpu": "1" },
    });
  });

  it("makes priority classes for users' priorities only", () => {
    const classOf = (kind: string, name: string) => found(kind, name).spec.template.spec.priorityClassName;
    const classes = small
      .filter(({ kind }) => kind === "PriorityClass")
      .map(({ metadata, value }) => [metadata.name, value]);
    expect(classes).toEqual([
      ["nkp-planner-minus-10", -10],
      ["nkp-planner-100001000", 100_001_000],
    ]);
    expect(classOf("DaemonSet", "kube-apiserver")).toBe("system-node-critical");
    expect(classOf("Deployment", "coredns")).toBe("system-cluster-critical");
    expect(classOf("StatefulSet", "wordpress-mariadb-primary-x")).toBe("nkp-planner-100001000");
    expect(classOf("Job", "report")).toBe("nkp-planner-minus-10");
    expect(classOf("Deployment", "wordpress-web")).toBeUndefined();
  });

  it("takes the next lower class for a priority that nobody can have", () => {
    const classOf = (priority: number) => {
      const podGroups = [podGroup({ name: "x", priority })];
      const manifests = manifestsOf(planOf(cluster("c", { podGroups })));
      return manifests.find(({ kind }) => kind === "Deployment").spec.template.spec.priorityClassName;
    };
    expect(classOf(1_000_000_000)).toBe("nkp-planner-1000000000");
    expect(classOf(1_000_000_001)).toBe("nkp-planner-1000000000");
    expect(classOf(1_999_999_999)).toBe("nkp-planner-1000000000");
    expect(classOf(2_000_000_500)).toBe("system-cluster-critical");
    expect(classOf(2_000_001_001)).toBe("system-node-critical");
  });

  it("writes tolerations so that the API server takes them", () => {
    const tolerations = [
      {},
      { effect: "NoExecute" as const },
      { key: "a" },
      { key: "a", value: "b" },
      { key: "a", operator: "Exists" as const, value: "ignored" },
    ];
    const podGroups = [podGroup({ name: "x", tolerations })];
    const manifests = manifestsOf(planOf(cluster("c", { podGroups })));
    expect(manifests.at(-1).spec.template.spec.tolerations).toEqual([
      { operator: "Exists" },
      { operator: "Exists", effect: "NoExecute" },
      { key: "a", operator: "Equal", value: "" },
      { key: "a", operator: "Equal", value: "b" },
      { key: "a", operator: "Exists" },
    ]);
  });

  it("spreads a group's own pods, and gives a StatefulSet its Service", () => {
    const { spec } = found("StatefulSet", "wordpress-mariadb-primary-x");
    const own = { matchLabels: { app: "wordpress-mariadb-primary-x" } };
    expect(spec.selector).toEqual(own);
    expect(spec.template.metadata.labels).toEqual(own.matchLabels);
    expect(
      spec.template.spec.topologySpreadConstraints.map(({ topologyKey, maxSkew, whenUnsatisfiable }: Manifest) => [
        topologyKey,
        maxSkew,
        whenUnsatisfiable,
      ]),
    ).toEqual([
      ["kubernetes.io/hostname", 1, "DoNotSchedule"],
      ["topology.kubernetes.io/zone", 2, "ScheduleAnyway"],
    ]);
    expect(spec.template.spec.affinity.podAntiAffinity).toEqual({
      requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: own, topologyKey: "kubernetes.io/hostname" }],
    });
    expect(found("Service", spec.serviceName).spec).toEqual({ clusterIP: "None", selector: own.matchLabels });
    expect(found("Job", "report").spec).toMatchObject({
      parallelism: 4,
      completions: 4,
      template: { spec: { restartPolicy: "Never" } },
    });
  });
});
