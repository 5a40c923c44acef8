import {
  clusterShapes,
  kubernetesObjects,
  type PoolShape,
  type ReadResult,
  readers,
  recognise,
} from "@nkp-planner/adapters";
import { findingText, InputError, problemOf } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { fileOf } from "./support/read.ts";

/** Clusters, made up, each with one trap of real files. */

const GIB = 2 ** 30;

/** A value as clusterctl is to put it in. */
const toPutIn = (name: string) => `\${${name}}`;

async function read(
  what: object | readonly object[] | string,
  options: Record<string, string> = {},
  name = "file.yaml",
) {
  const documents = (Array.isArray(what) ? what : [what]) as readonly object[];
  const text =
    typeof what === "string"
      ? what
      : documents.map((one) => stringify(one, { aliasDuplicateObjects: false })).join("---\n");
  const result = await clusterShapes.read(fileOf(text, name), { options });
  const { foundCount, usedCount, excluded, unreadableCount } = result.report;
  expect(usedCount + excluded.reduce((sum, { count }) => sum + count, 0) + unreadableCount).toBe(foundCount);
  return result;
}

const problemsOf = ({ findings }: ReadResult) => findings.filter(({ severity }) => severity === "error").map(problemOf);
const saidOf = ({ findings }: ReadResult) => findings.map((one) => findingText(one)).join("\n");
const reasonsOf = ({ report }: ReadResult) =>
  Object.fromEntries(report.excluded.map(({ reason, count }) => [reason, count]));

/** Name → pods, CPU, memory of each tenant. */
function tenantsOf(result: ReadResult) {
  expect(problemsOf(result)).toEqual([]);
  const tenants = result.data as { name: string; demand: { pods: number; cpu: string; memory: string } }[];
  return Object.fromEntries(tenants.map(({ name, demand: { pods, cpu, memory } }) => [name, [pods, cpu, memory]]));
}

/** What of a pool tells it apart: count, vCPU, GiB, GiB of disks. */
function poolOf(pool: PoolShape | null | undefined) {
  if (pool === null || pool === undefined) return pool;
  const { name, count, cpuMillicores, memoryBytes, diskBytes } = pool;
  const inGib = (bytes: number | null) => (bytes === null ? null : bytes / GIB);
  return [name, count, cpuMillicores === null ? null : cpuMillicores / 1000, inGib(memoryBytes), inGib(diskBytes)];
}

function shapesOf({ clusters = [] }: ReadResult) {
  return Object.fromEntries(
    clusters.map(({ name, controlPlane, etcd, pools }) => [
      name,
      { controlPlane: poolOf(controlPlane), etcd: poolOf(etcd), pools: pools.map(poolOf) },
    ]),
  );
}

const INFRASTRUCTURE = "infrastructure.cluster.x-k8s.io/v1beta1";
const machine = (sockets: unknown, perSocket: unknown, memorySize: unknown, more: object = {}) => ({
  ...{ vcpuSockets: sockets, vcpusPerSocket: perSocket, memorySize, systemDiskSize: "40Gi" },
  ...more,
});
const template = (name: string, spec: object = machine(2, 2, "8Gi"), kind = "NutanixMachineTemplate") => ({
  apiVersion: INFRASTRUCTURE,
  kind,
  metadata: { name, namespace: "c" },
  spec: { template: { spec } },
});
const ref = (name: string, kind = "NutanixMachineTemplate") => ({ kind, name });
const workers = (name: string, spec: object, more: object = {}, cluster = "kite") => ({
  apiVersion: "cluster.x-k8s.io/v1beta2",
  kind: "MachineDeployment",
  metadata: { name, namespace: "c", ...more },
  spec: {
    clusterName: cluster,
    ...spec,
    template: {
      spec: {
        bootstrap: { configRef: { kind: "KubeadmConfigTemplate", name } },
        version: "v1.34.3",
        infrastructureRef: ref("m"),
        ...(spec as { template?: object }).template,
      },
    },
  },
});
const controlPlane = (machineTemplate: object, more: object = {}) => ({
  apiVersion: "controlplane.cluster.x-k8s.io/v1beta2",
  kind: "KubeadmControlPlane",
  metadata: { name: "kite-control-plane", namespace: "c" },
  spec: { replicas: 3, version: "v1.34.3", machineTemplate, ...more },
});
const cluster = (spec: object = {}, more: object = {}) => ({
  apiVersion: "cluster.x-k8s.io/v1beta2",
  kind: "Cluster",
  metadata: { name: "kite", namespace: "c", ...more },
  spec: { controlPlaneRef: { kind: "KubeadmControlPlane", name: "kite-control-plane" }, ...spec },
});
const AUTOSCALER = "cluster.x-k8s.io/cluster-api-autoscaler-node-group-";
const ends = (least: string, most: string) => ({
  annotations: { [`${AUTOSCALER}min-size`]: least, [`${AUTOSCALER}max-size`]: most },
});

describe("Cluster API", () => {
  it("makes a tenant of what its workers hold, filled to 70 % with 10 pods each", async () => {
    // 4 × (2 × 2) vCPU = 16 × 0.7 = 11.2; 4 × 8 GiB = 32 × 0.7 = 22.4 GiB = 22,937.6 MiB, rounded up.
    const result = await read([workers("md-0", { replicas: 4 }), template("m")]);
    expect(tenantsOf(result)).toEqual({ kite: [40, "11200m", "22938Mi"] });
    expect(result.clusters).toMatchObject([{ kubernetesVersion: "1.34.3", source: "cluster-api" }]);
    expect(saidOf(result)).toContain("Cluster kite: Kubernetes 1.34.3; pool md-0 4 × 4 vCPU, 8 GiB.");
    expect(saidOf(result)).toContain("What runs on them is not known: worker nodes are taken as filled to 70 %");
    expect(result.placeOf([0])).toEqual({ line: 1, column: 1 });
  });

  it("takes how full and how many pods from options, exactly", async () => {
    // 16 vCPU × 33.33 % = 5.3328; 32 GiB × 33.33 % = 10.6656 GiB = 10,921.5… MiB.
    const options = { filled: "33.33%", "pods-per-node": "25", tenant: "Kite Media" };
    const result = await read([workers("md-0", { replicas: 4 }), template("m")], options);
    expect(tenantsOf(result)).toEqual({ "Kite Media": [100, "5333m", "10922Mi"] });
    for (const wrong of [
      { filled: "0" },
      { filled: "101" },
      { filled: "x" },
      { "pods-per-node": "0" },
      { autoscaled: "x" },
    ])
      await expect(read([workers("md-0", { replicas: 4 })], wrong as Record<string, string>)).rejects.toThrow(
        InputError,
      );
  });

  it.each([
    ["v1beta1", { infrastructureRef: ref("m") }],
    ["v1beta2", { spec: { infrastructureRef: ref("m") } }],
  ])("finds the machines of a control plane of %s", async (_version, machineTemplate) => {
    const spec = machine(4, 1, "16Gi", { dataDisks: [{ diskSize: "100Gi" }, { diskSize: 1073741824 }] });
    const result = await read([
      cluster(),
      controlPlane(machineTemplate),
      template("m", spec),
      workers("md-0", { replicas: 1 }),
    ]);
    // 40 + 100 + 1 GiB of disks.
    expect(shapesOf(result)["kite"]).toMatchObject({ controlPlane: ["control plane", 3, 4, 16, 141] });
    expect(saidOf(result)).toContain("Control plane and etcd are no demand");
  });

  it("does not lose etcd that runs on machines of its own", async () => {
    const etcd = {
      apiVersion: "etcdcluster.cluster.x-k8s.io/v1beta1",
      kind: "EtcdadmCluster",
      metadata: { name: "kite-etcd", namespace: "c" },
      spec: { replicas: 5, infrastructureTemplate: ref("e") },
    };
    const all = [
      cluster({ managedExternalEtcdRef: { kind: "EtcdadmCluster", name: "kite-etcd" } }),
      controlPlane({ infrastructureRef: ref("m") }),
      etcd,
      ...[template("m"), template("e", machine(2, 1, "4Gi"))],
      workers("md-0", { replicas: 2 }),
    ];
    expect(shapesOf(await read(all))).toEqual({
      kite: {
        controlPlane: ["control plane", 3, 4, 8, 40],
        etcd: ["etcd", 5, 2, 4, 40],
        pools: [["md-0", 2, 4, 8, 40]],
      },
    });
    const external = { kubeadmConfigSpec: { clusterConfiguration: { etcd: { external: { endpoints: [] } } } } };
    const without = [
      controlPlane({ infrastructureRef: ref("m") }, external),
      template("m"),
      workers("md-0", { replicas: 2 }),
    ];
    expect(saidOf(await read(without))).toContain("Machines for etcd are not in the file: kite.");
  });

  it("takes pools of an autoscaler at their least, or at their most as you say", async () => {
    const all = [workers("md-0", {}, ends("3", "5")), template("m")];
    const least = await read(all);
    // 3 × 4 × 0.7 = 8.4 vCPU; 3 × 8 × 0.7 = 16.8 GiB = 17,203.2 MiB.
    expect(tenantsOf(least)).toEqual({ kite: [30, "8400m", "17204Mi"] });
    expect(saidOf(least)).toContain("pool md-0 3 to 5 × 4 vCPU, 8 GiB");
    expect(saidOf(least)).toContain("or at their least: md-0 of kite 3");
    const most = await read(all, { autoscaled: "most" });
    expect(tenantsOf(most)).toEqual({ kite: [50, "14000m", "28672Mi"] });
    expect(saidOf(most)).toContain("Autoscaled pools are taken at their most: md-0 of kite 5.");
    expect(least.clusters?.[0]?.pools[0]).toMatchObject({ count: null, autoscaled: { least: 3, most: 5 } });
    // What runs now is what is written, where it is.
    const running = await read([workers("md-0", { replicas: 4 }, ends("3", "5")), template("m")]);
    expect(tenantsOf(running)).toEqual({ kite: [40, "11200m", "22938Mi"] });
    const none = await read([workers("md-0", {}, ends("0", "5")), template("m")]);
    expect(problemsOf(none)).toMatchObject([{ fix: "add --option autoscaled=most where they are autoscaled" }]);
    const odd = await read([workers("md-0", {}, ends("6", "5")), template("m")]);
    expect(problemsOf(odd)[0]?.found).toBe("at least 6 and at most 5 machines in MachineDeployment md-0");
  });

  it("takes 1 where no count is written, as Cluster API does, and says so", async () => {
    const result = await read([workers("md-0", {}), template("m")]);
    expect(tenantsOf(result)).toEqual({ kite: [10, "2800m", "5735Mi"] });
    expect(saidOf(result)).toContain("Say no replicas, which is 1 in Cluster API: MachineDeployment md-0.");
  });

  it("takes the only template for a name that a tool left blank, unless another pool has it", async () => {
    const blank = controlPlane({ spec: { infrastructureRef: ref("<no value>") } });
    const guessed = await read([cluster(), blank, template("<no value>")]);
    expect(shapesOf(guessed)["kite"]).toMatchObject({ controlPlane: ["control plane", 3, 4, 8, 40] });
    expect(saidOf(guessed)).toContain("names NutanixMachineTemplate <no value>, taken for <no value>.");
    const other = await read([cluster(), controlPlane({ spec: { infrastructureRef: ref("gone") } }), template("m")]);
    expect(shapesOf(other)["kite"]).toMatchObject({ controlPlane: ["control plane", 3, 4, 8, 40] });
    const named = await read([
      cluster(),
      controlPlane({ infrastructureRef: ref("gone") }),
      template("m"),
      workers("md-0", { replicas: 2 }),
    ]);
    expect(shapesOf(named)["kite"]).toMatchObject({ controlPlane: ["control plane", 3, null, null, null] });
    expect(saidOf(named)).toContain("NutanixMachineTemplate gone, which is not in the file");
    expect(tenantsOf(named)).toEqual({ kite: [20, "5600m", "11469Mi"] });
  });

  it("does not know which of several unlike templates a blank name means", async () => {
    const all = [
      workers("md-0", { replicas: 1, template: { infrastructureRef: ref("") } }),
      template("a"),
      template("b", machine(8, 1, "8Gi")),
    ];
    expect(problemsOf(await read(all))[0]?.found).toContain("which several unlike ones of the file may be");
    const alike = [
      workers("md-0", { replicas: 1, template: { infrastructureRef: ref("") } }),
      template("a"),
      template("b"),
    ];
    expect(tenantsOf(await read(alike))).toEqual({ kite: [10, "2800m", "5735Mi"] });
  });

  it("does not take workers of unknown size for workers of none", async () => {
    const result = await read([
      workers("md-0", { replicas: 4 }),
      workers("md-1", { replicas: 4, template: { infrastructureRef: ref("gone") } }),
      template("m"),
    ]);
    expect(problemsOf(result)).toMatchObject([
      { found: "NutanixMachineTemplate gone, which is not in the file", line: 36 },
    ]);
    expect(result.report).toMatchObject({ foundCount: 3, usedCount: 2, unreadableCount: 1 });
    expect(result.clusters?.[0]?.pools.map(poolOf)).toEqual([
      ["md-0", 4, 4, 8, 40],
      ["md-1", 4, null, null, null],
    ]);
    const aws = await read([
      workers("md-0", { replicas: 4, template: { infrastructureRef: ref("m", "AWSMachineTemplate") } }),
      template("m", {}, "AWSMachineTemplate"),
    ]);
    expect(problemsOf(aws)[0]?.found).toBe("AWSMachineTemplate m, which says no size that is read");
    const capacity = { ...template("m", {}, "AWSMachineTemplate"), status: { capacity: { cpu: "4", memory: "8Gi" } } };
    const byStatus = workers("md-0", { replicas: 4, template: { infrastructureRef: ref("m", "AWSMachineTemplate") } });
    expect(tenantsOf(await read([byStatus, capacity]))).toEqual({ kite: [40, "11200m", "22938Mi"] });
    const vsphere = template("m", { numCPUs: 4, memoryMiB: 8192, diskGiB: 25 }, "VSphereMachineTemplate");
    const read2 = await read([
      workers("md-0", { replicas: 4, template: { infrastructureRef: ref("m", "VSphereMachineTemplate") } }),
      vsphere,
    ]);
    expect(tenantsOf(read2)).toEqual({ kite: [40, "11200m", "22938Mi"] });
    expect(read2.clusters?.[0]?.pools.map(poolOf)).toEqual([["md-0", 4, 4, 8, 25]]);
  });

  it("leaves out workers that keep pods off by the taints that they join with", async () => {
    const config = (effect: string) => ({
      apiVersion: "bootstrap.cluster.x-k8s.io/v1beta2",
      kind: "KubeadmConfigTemplate",
      metadata: { name: "md-1" },
      spec: { template: { spec: { joinConfiguration: { nodeRegistration: { taints: [{ key: "gpu", effect }] } } } } },
    });
    const all = [workers("md-0", { replicas: 4 }), workers("md-1", { replicas: 9 }), template("m")];
    const closed = await read([...all, config("NoSchedule")]);
    expect(tenantsOf(closed)).toEqual({ kite: [40, "11200m", "22938Mi"] });
    expect(saidOf(closed)).toContain("pods do not come to them without asking: md-1 of kite (taint gpu).");
    expect(Object.values(tenantsOf(await read([...all, config("PreferNoSchedule")])))[0]?.[0]).toBe(130);
    const only = await read([workers("md-1", { replicas: 9 }), template("m"), config("NoExecute")]);
    expect(problemsOf(only)[0]?.found).toBe("only workers of kite that keep pods off");
  });

  it("says where workers are not in the file, and what there is", async () => {
    const result = await read([cluster(), controlPlane({ infrastructureRef: ref("m") }), template("m")]);
    expect(result.value).toBeNull();
    expect(problemsOf(result)).toMatchObject([
      {
        found: "Cluster kite: Kubernetes 1.34.3; control plane 3 × 4 vCPU, 8 GiB; its workers are not in this file",
        fix: "give the file with them as well",
        line: 1,
      },
    ]);
    expect(shapesOf(result)).toEqual({ kite: { controlPlane: ["control plane", 3, 4, 8, 40], etcd: null, pools: [] } });
    expect(result.report.usedCount).toBe(3);
  });

  it("tells clusters apart, names failure domains, and leaves out what is made from pools", async () => {
    const nutanix = {
      apiVersion: INFRASTRUCTURE,
      kind: "NutanixCluster",
      metadata: { name: "kite" },
      spec: { failureDomains: [{ name: "pe1" }, { name: "pe2" }] },
    };
    const made = (kind: string, apiVersion = "cluster.x-k8s.io/v1beta1") => ({
      apiVersion,
      kind,
      metadata: { name: kind },
      spec: {},
    });
    const result = await read([
      cluster({ infrastructureRef: { kind: "NutanixCluster", name: "kite" } }),
      nutanix,
      workers("md-0", { replicas: 1, template: { failureDomain: "pe1" } }),
      workers("md-0", { replicas: 2 }, {}, "orchid"),
      template("m"),
      ...[template("old"), made("MachineSet"), made("Machine"), made("NutanixMachine", INFRASTRUCTURE)],
      made("MachineHealthCheck"),
    ]);
    expect(tenantsOf(result)).toEqual({ kite: [10, "2800m", "5735Mi"], orchid: [20, "5600m", "11469Mi"] });
    expect(result.clusters).toMatchObject([{ failureDomains: ["pe1", "pe2"], pools: [{ failureDomain: "pe1" }] }, {}]);
    expect(reasonsOf(result)).toEqual({
      "machine templates that no pool of it names": 1,
      "single machines, which are counted by their pools": 3,
      "that say nothing of pools": 1,
    });
  });

  it("joins a control plane of any name to the one cluster that there is", async () => {
    const odd = { ...controlPlane({ infrastructureRef: ref("m") }), metadata: { name: "x7" } };
    const result = await read([odd, template("m"), workers("md-0", { replicas: 2 })]);
    expect(shapesOf(result)).toMatchObject({ kite: { controlPlane: ["control plane", 3, 4, 8, 40] } });
    expect(tenantsOf(result)).toEqual({ kite: [20, "5600m", "11469Mi"] });
  });

  it("keeps clusters of one name in several namespaces apart", async () => {
    const within = (namespace: string, one: ReturnType<typeof workers>) => ({
      ...one,
      metadata: { ...one.metadata, namespace },
    });
    const pools = [within("a", workers("md-0", { replicas: 1 })), within("b", workers("md-0", { replicas: 2 }))];
    const small = { ...template("m", machine(1, 1, "4Gi")), metadata: { name: "m", namespace: "b" } };
    const result = await read([...pools, template("m"), small]);
    // Each takes the template of its own namespace where there is one: in b 2 × 1 × 0.7 = 1.4 vCPU, 2 × 4 × 0.7 GiB.
    expect(problemsOf(result)).toMatchObject([{ found: expect.stringContaining("several unlike ones") }]);
    expect(shapesOf(result)).toMatchObject({ "a/kite": { pools: [["md-0", 1, null, null, null]] }, "b/kite": {} });
    expect(shapesOf(result)["b/kite"]?.pools).toEqual([["md-0", 2, 1, 4, 40]]);
    const classes = ["a", "b"].map((namespace) => ({ ...byClass(), metadata: { name: "orchid", namespace } }));
    expect(Object.keys(tenantsOf(await read(classes)))).toEqual(["a/orchid", "b/orchid"]);
  });

  it("counts once what stands there twice, and refuses what is another one the second time", async () => {
    const pool = workers("md-0", { replicas: 4 });
    const result = await read([pool, template("m"), pool, template("m")]);
    expect(tenantsOf(result)).toEqual({ kite: [40, "11200m", "22938Mi"] });
    expect(reasonsOf(result)).toEqual({ "that stand in it twice": 2 });
    const other = await read([pool, template("m"), workers("md-0", { replicas: 5 })]);
    expect(problemsOf(other)).toMatchObject([{ found: "MachineDeployment md-0 a second time, and otherwise" }]);
    expect(other.report).toMatchObject({ usedCount: 2, unreadableCount: 1 });
  });

  it("refuses what cannot be read at its line: values to be put in, wrong types, sizes of 0", async () => {
    const text = (replicas: string, memory: string) => `apiVersion: cluster.x-k8s.io/v1beta1
kind: MachineDeployment
metadata: { name: md-0 }
spec:
  clusterName: kite
  replicas: ${replicas}
  template: { spec: { infrastructureRef: { kind: NutanixMachineTemplate, name: m } } }
---
apiVersion: infrastructure.cluster.x-k8s.io/v1beta1
kind: NutanixMachineTemplate
metadata: { name: m }
spec:
  template:
    spec:
      vcpuSockets: 2
      vcpusPerSocket: 2
      memorySize: ${memory}
`;
    expect(problemsOf(await read(text(toPutIn("WORKERS"), toPutIn("MEMORY=4Gi"))))).toMatchObject([
      {
        found: `"${toPutIn("WORKERS")}" as replicas of MachineDeployment md-0, which some tool is to put in yet`,
        line: 6,
        column: 13,
      },
      { found: expect.stringContaining("which some tool is to put in yet"), line: 17 },
    ]);
    for (const replicas of ["-1", "1.5", ".nan", ".inf", "1e300", "[1]", "true", "200000"])
      expect(problemsOf(await read(text(replicas, "8Gi")))).toMatchObject([{ line: 6 }]);
    for (const memory of ["0", "-8Gi", "8 Gi", "lots", "{}", ".nan", "1e999999", "9Ei"])
      expect(problemsOf(await read(text("3", memory)))).toMatchObject([{ line: 17 }]);
    expect(problemsOf(await read(text("3", "8Gi").replace("      vcpusPerSocket: 2\n", "")))).toMatchObject([
      { found: "no vcpusPerSocket in NutanixMachineTemplate m" },
    ]);
    expect(tenantsOf(await read(text("3", "8589934592")))).toEqual({ kite: [30, "8400m", "17204Mi"] });
  });
});

const details = (sockets: number, memorySize: string, more: object = {}) => ({
  nutanix: { machineDetails: machine(sockets, 1, memorySize, more) },
});
const TOPOLOGY = {
  class: "nkp-nutanix-v2.17.0",
  version: "v1.34.3",
  controlPlane: { replicas: 3 },
  variables: [
    { name: "clusterConfig", value: { addons: {}, controlPlane: details(4, "16Gi") } },
    { name: "workerConfig", value: { ...details(2, "4Gi"), taints: [{ key: "all", effect: "NoSchedule" }] } },
  ],
  workers: {
    machineDeployments: [
      {
        ...{ class: "default-worker", name: "general", replicas: 4, failureDomain: "pe1" },
        variables: {
          overrides: [{ name: "workerConfig", value: details(8, "32Gi", { gpus: [{ type: "name", name: "A40" }] }) }],
        },
      },
      { class: "default-worker", name: "platform", replicas: 3 },
      {
        ...{ class: "default-worker", name: "burst", metadata: ends("0", "2") },
        variables: { overrides: [{ name: "workerConfig", value: details(8, "32Gi") }] },
      },
    ],
  },
};
const byClass = (topology: object = TOPOLOGY, name = "orchid") => ({
  apiVersion: "cluster.x-k8s.io/v1beta1",
  kind: "Cluster",
  metadata: { name },
  spec: { topology },
});
const nkp = (topology: object = TOPOLOGY, name = "orchid") => ({
  apiVersion: "clusters.nkp.nutanix.com/v1alpha1",
  kind: "NKPCluster",
  metadata: { name },
  spec: { version: "2.18.0", capiCluster: { topology } },
});

describe("a cluster by its class", () => {
  it("has for each pool what the pool overrides, or what the cluster says, never a mixture", async () => {
    const result = await read(byClass());
    expect(shapesOf(result)).toEqual({
      orchid: {
        controlPlane: ["control plane", 3, 4, 16, 40],
        etcd: null,
        pools: [
          ["general", 4, 8, 32, 40],
          ["platform", 3, 2, 4, 40],
          ["burst", null, 8, 32, 40],
        ],
      },
    });
    // The taint of the cluster's variable is not in the override of general: 4 × 8 × 0.7 = 22.4; 4 × 32 × 0.7 = 89.6 GiB.
    expect(tenantsOf(result)).toEqual({ orchid: [40, "22400m", "91751Mi"] });
    expect(result.clusters?.[0]?.pools[0]).toMatchObject({
      gpus: [{ name: "A40", count: 1 }],
      failureDomain: "pe1",
      taints: [],
    });
    expect(saidOf(result)).toContain("GPUs: 4 × A40");
    expect(saidOf(result)).toContain("platform of orchid (taint all)");
    // 2 more of burst.
    expect(tenantsOf(await read(byClass(), { autoscaled: "most" }))).toEqual({ orchid: [60, "33600m", "137626Mi"] });
  });

  it("is the same within an NKPCluster, whose Cluster is not counted again", async () => {
    const { class: name, ...rest } = TOPOLOGY;
    const result = await read([
      byClass(),
      nkp({ ...rest, classRef: { name } }),
      workers("orchid-general-x", { replicas: 4 }, {}, "orchid"),
    ]);
    expect(tenantsOf(result)).toEqual({ orchid: [40, "22400m", "91751Mi"] });
    expect(reasonsOf(result)).toEqual({ "made from what is counted": 2 });
  });

  it("refuses pools whose machines are not known, or are to be put in yet", async () => {
    const pools = (value: object) => ({
      ...TOPOLOGY,
      workers: {
        machineDeployments: [{ name: "p", replicas: 1, variables: { overrides: [{ name: "workerConfig", value }] } }],
      },
    });
    expect(problemsOf(await read(byClass(pools({ aws: { instanceType: "m5" } }))))).toMatchObject([
      { found: "no machineDetails of Nutanix for pool p of Cluster orchid" },
    ]);
    expect(problemsOf(await read(byClass(pools(details(toPutIn("V") as unknown as number, "4Gi")))))).toMatchObject([
      { found: `"${toPutIn("V")}" as vcpuSockets of Cluster orchid, which some tool is to put in yet` },
    ]);
    expect(problemsOf(await read(byClass({ ...TOPOLOGY, workers: {} })))).toMatchObject([
      { found: "no workers of orchid" },
    ]);
  });
});

describe("EKS Anywhere", () => {
  const group = (more: object, name = "m") => ({ machineGroupRef: { kind: "NutanixMachineConfig", name }, ...more });
  const eks = (spec: object) => ({
    apiVersion: "anywhere.eks.amazonaws.com/v1alpha1",
    kind: "Cluster",
    metadata: { name: "kite" },
    spec: { kubernetesVersion: "1.34", controlPlaneConfiguration: group({ count: 3 }), ...spec },
  });
  const config = (name: string, spec: object, kind = "NutanixMachineConfig") => ({
    apiVersion: "anywhere.eks.amazonaws.com/v1alpha1",
    kind,
    metadata: { name },
    spec,
  });

  it("has control plane, etcd and pools in one object, machines beside it", async () => {
    const result = await read([
      eks({
        externalEtcdConfiguration: group({ count: 3 }, "e"),
        workerNodeGroupConfigurations: [
          group({ name: "md-0", count: 4 }),
          group({ name: "md-1", autoscalingConfiguration: { minCount: 1, maxCount: 3 } }),
          group({ name: "gpu", count: 2, taints: [{ key: "gpu", effect: "NoSchedule" }] }),
        ],
      }),
      config(
        "m",
        machine(4, 1, "8Gi", {
          gpus: [
            { type: "deviceID", deviceID: 8757 },
            { type: "name", name: "A40" },
          ],
        }),
      ),
      config("e", machine(2, 1, "4Gi")),
      workers("kite-md-0", { replicas: 4 }),
      config("d", {}, "NutanixDatacenterConfig"),
    ]);
    expect(shapesOf(result)).toEqual({
      kite: {
        controlPlane: ["control plane", 3, 4, 8, 40],
        etcd: ["etcd", 3, 2, 4, 40],
        pools: [
          ["md-0", 4, 4, 8, 40],
          ["md-1", null, 4, 8, 40],
          ["gpu", 2, 4, 8, 40],
        ],
      },
    });
    // (4 + 1) × 4 × 0.7 = 14 vCPU; 5 × 8 × 0.7 = 28 GiB.
    expect(tenantsOf(result)).toEqual({ kite: [50, "14000m", "28672Mi"] });
    expect(saidOf(result)).toContain("GPUs: 7 × device 8757, 7 × A40");
    expect(reasonsOf(result)).toEqual({ "made from what is counted": 1, "that say nothing of pools": 1 });
  });

  it("reads machines of vSphere, and refuses those of other providers by name", async () => {
    const on = (kind: string) =>
      eks({ workerNodeGroupConfigurations: [{ count: 2, machineGroupRef: { kind, name: "m" } }] });
    const vsphere = await read([
      on("VSphereMachineConfig"),
      config("m", { numCPUs: 2, memoryMiB: 8192 }, "VSphereMachineConfig"),
    ]);
    expect(tenantsOf(vsphere)).toEqual({ kite: [20, "2800m", "11469Mi"] });
    const snow = await read([on("SnowMachineConfig"), config("m", { instanceType: "sbe" }, "SnowMachineConfig")]);
    expect(problemsOf(snow)[0]?.found).toBe("SnowMachineConfig m, which says no size that is read");
    const countless = await read([
      eks({ workerNodeGroupConfigurations: [group({ name: "w" })] }),
      config("m", machine(1, 1, "2Gi")),
    ]);
    expect(problemsOf(countless)[0]?.found).toContain("neither count nor autoscalingConfiguration");
  });
});

interface NodeMore {
  readonly labels?: object;
  readonly annotations?: object;
  readonly spec?: object;
  readonly allocatable?: object | undefined;
  readonly capacity?: object;
  readonly ready?: string;
}

const node = (name: string, more: NodeMore = {}) => ({
  apiVersion: "v1",
  kind: "Node",
  metadata: { name, labels: more.labels ?? {}, annotations: more.annotations ?? {} },
  spec: more.spec ?? {},
  status: {
    capacity: { cpu: "8", memory: "32Gi", "ephemeral-storage": "104857600Ki", pods: "110", ...more.capacity },
    ...("allocatable" in more
      ? more.allocatable === undefined
        ? {}
        : { allocatable: more.allocatable }
      : { allocatable: { cpu: "7500m", memory: "30Gi", "ephemeral-storage": "96636764160", pods: "110" } }),
    conditions: [
      { type: "MemoryPressure", status: "False" },
      { type: "Ready", status: more.ready ?? "True" },
    ],
    nodeInfo: { kubeletVersion: "v1.34.3" },
  },
});
const list = (...items: readonly object[]) => ({ apiVersion: "v1", kind: "List", items });
const without = ({ apiVersion: _, kind: __, ...rest }: ReturnType<typeof node>) => rest;

describe("nodes", () => {
  it("count by what pods can have of them, or their size where that is not told", async () => {
    const master = node("cp", {
      labels: { "node-role.kubernetes.io/master": "" },
      spec: { taints: [{ key: "node-role.kubernetes.io/master", effect: "NoSchedule" }] },
    });
    const result = await read(
      list(
        master,
        node("a"),
        node("b"),
        node("c", { allocatable: undefined, capacity: { cpu: 4, memory: 17179869184 } }),
      ),
      {},
      "kite.yaml",
    );
    // (7.5 + 7.5 + 4) × 0.7 = 13.3 vCPU; (30 + 30 + 16) × 0.7 = 53.2 GiB = 54,476.8 MiB.
    expect(tenantsOf(result)).toEqual({ kite: [30, "13300m", "54477Mi"] });
    expect(shapesOf(result)["kite"]).toEqual({
      controlPlane: ["control plane", 1, 8, 32, 100],
      etcd: null,
      pools: [
        ["nodes", 2, 8, 32, 100],
        ["nodes-2", 1, 4, 16, 100],
      ],
    });
    expect(result.clusters?.[0]).toMatchObject({
      kubernetesVersion: "1.34.3",
      pools: [{ allocatable: { cpuMillicores: 7500, memoryBytes: 30 * GIB, podCount: 110 } }, { allocatable: null }],
    });
  });

  it.each([
    ["a list", list(node("a"))],
    [
      "a list of nodes, whose entries have no kind",
      { apiVersion: "v1", kind: "NodeList", items: [without(node("a"))] },
    ],
    ["one node", node("a")],
    ["one without kind", without(node("a"))],
    ["a list of neither", { items: [without(node("a"))] }],
    ["an array", [node("a")]],
  ])("are read as JSON from %s, after what kubectl warns of", async (_what, what) => {
    const text = `Warning: v1 is old\n${JSON.stringify(what, null, 2)}`;
    expect(tenantsOf(await read(text, {}, "kite.json"))).toEqual({ kite: [10, "5250m", "21504Mi"] });
    expect(recognise(fileOf(text, "kite.json"), readers)).toEqual({ reader: clusterShapes });
    expect(recognise(fileOf(JSON.stringify(what)), readers)).toEqual({ reader: clusterShapes });
  });

  it("that take no pods are left out, by taint, cordon or what they say of themselves", async () => {
    const result = await read(
      list(
        node("a"),
        node("b", { spec: { taints: [{ key: "gpu", value: "true", effect: "NoSchedule" }] } }),
        node("c", { spec: { unschedulable: true } }),
        node("d", { ready: "Unknown" }),
        node("e", { spec: { taints: [{ key: "soft", effect: "PreferNoSchedule" }] } }),
      ),
      {},
      "kite.yaml",
    );
    expect(tenantsOf(result)).toEqual({ kite: [20, "10500m", "43008Mi"] });
    expect(saidOf(result)).toContain(
      "nodes-2 of kite (taint gpu), nodes-3 of kite (cordoned), nodes-4 of kite (not ready)",
    );
  });

  it("of a control plane that takes pods count, and that is said; one that does not makes no tenant", async () => {
    const labels = { "node-role.kubernetes.io/control-plane": "" };
    const single = await read(node("a", { labels }), {}, "kite.yaml");
    expect(tenantsOf(single)).toEqual({ kite: [10, "5250m", "21504Mi"] });
    expect(saidOf(single)).toContain(
      "No taint keeps pods off the control plane, which is counted as worker nodes: kite.",
    );
    const tainted = await read(node("a", { labels, spec: { taints: [{ key: "x", effect: "NoSchedule" }] } }));
    expect(problemsOf(tainted)[0]?.found).toContain("its workers are not in this file");
  });

  it("are of the clusters and pools that they say, alike to the GiB, with devices by name", async () => {
    const of = (cluster: string, set: string) => ({
      annotations: {
        "cluster.x-k8s.io/cluster-name": cluster,
        "cluster.x-k8s.io/owner-kind": "MachineSet",
        "cluster.x-k8s.io/owner-name": set,
      },
    });
    const zone = (name: string) => ({ "topology.kubernetes.io/zone": name });
    const rest = (memory: string) => ({
      cpu: "8",
      memory,
      pods: "110",
      "nvidia.com/gpu": "2",
      "hugepages-2Mi": "0",
      "attachable-volumes.kubernetes.io/x": "9",
    });
    const result = await read([
      node("a", { ...of("kite", "kite-gpu-7f9c8"), labels: zone("z1"), allocatable: rest("33554424Ki") }),
      node("b", { ...of("kite", "kite-gpu-7f9c8"), labels: zone("z2"), allocatable: rest("33554432Ki") }),
      node("c", of("orchid", "orchid-md-0-abcde")),
      node("c", of("orchid", "orchid-md-0-abcde")),
    ]);
    // 2 × 32 GiB less 8 KiB, × 0.7 = 44.79999… GiB = 45,875.2 MiB less a bit: rounded up.
    expect(tenantsOf(result)).toEqual({ kite: [20, "11200m", "45876Mi"], orchid: [10, "5250m", "21504Mi"] });
    expect(result.clusters?.[0]).toMatchObject({
      failureDomains: ["z1", "z2"],
      pools: [{ name: "kite-gpu", count: 2, failureDomain: null, gpus: [{ name: "nvidia.com/gpu", count: 2 }] }],
    });
    expect(saidOf(result)).toContain("GPUs: 4 × nvidia.com/gpu");
    expect(reasonsOf(result)).toEqual({ "that stand in it twice": 1 });
  });

  it("without a size, or with one that is none, are unreadable and not 0", async () => {
    const bad = await read(
      list(
        node("a"),
        node("b", { capacity: { cpu: "many" } }),
        { ...node("c"), status: {} },
        node("d", { allocatable: { cpu: "0", memory: "1Gi" } }),
      ),
      {},
      "kite.yaml",
    );
    expect(problemsOf(bad).map(({ found }) => found)).toEqual([
      '"many" as cpu of Node b',
      "no capacity of CPU and memory in Node c",
      '"0" as cpu of Node d',
    ]);
    expect(bad.report).toMatchObject({ foundCount: 4, usedCount: 1, unreadableCount: 3 });
    expect((bad.data as { demand: object }[])[0]?.demand).toEqual({ pods: 10, cpu: "5250m", memory: "21504Mi" });
  });
});

describe("a table of nodes", () => {
  const HEAD = "sn,cpu_milli,memory_mib,gpu,model";

  it("is one cluster, whose pools are nodes of one size and model", async () => {
    const text = `${HEAD}\nn-0,64000,262144,2,P100\nn-1,64000,262144,2,P100\nn-2,500,1024.5,0,\nn-2,1,1,0,\n`;
    const result = await read(text, {}, "trace.csv");
    // (64 + 64 + 0.5) × 0.7 = 89.95 vCPU; (262,144 × 2 + 1,024.5) × 0.7 = 367,718.75 MiB.
    expect(tenantsOf(result)).toEqual({ trace: [30, "89950m", "367719Mi"] });
    expect(result.clusters?.[0]).toMatchObject({
      source: "node-table",
      pools: [
        { count: 2, cpuMillicores: 64_000, memoryBytes: 256 * GIB, gpus: [{ name: "P100", count: 2 }] },
        { gpus: [] },
      ],
    });
    expect(saidOf(result)).toContain("in all 3 workers, 128.5 vCPU, 513 GiB; GPUs: 4 × P100");
    expect(result.report).toMatchObject({ entries: "nodes", foundCount: 4, usedCount: 3, excluded: [{ count: 1 }] });
    expect(result.placeOf([0])).toEqual({ line: 2, column: 1 });
  });

  it("does not take cells that are empty, or hold no number, for 0", async () => {
    const result = await read(`${HEAD}\na,64000,262144,0,\nb,,262144,0,\nc,64000,n/a,,T4\nd,-1,0,NaN,\n`);
    expect(problemsOf(result).map(({ line, column }) => [line, column])).toEqual([
      [3, 2],
      [4, 3],
      [4, 4],
      [5, 2],
      [5, 3],
      [5, 4],
    ]);
    expect(result.report).toMatchObject({ foundCount: 4, usedCount: 1, unreadableCount: 3 });
  });

  it("is known by its columns, with any sign between cells, and no table of pods or tenants is one", async () => {
    const known = (text: string) => recognise(fileOf(text, "x.csv"), readers).reader?.id;
    expect(known(`${HEAD}\na,1,1,0,\n`)).toBe("cluster-shapes");
    expect(known("\uFEFFNode;CPU milli;Memory (MiB)\r\na;1000;2048\r\n")).toBe("cluster-shapes");
    expect(known("name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec,qos,pod_phase\np,1,1,0,0,,LS,Running\n")).toBe(
      "tenants-csv",
    );
    expect(known("tenant,pods,vCPU,memory GiB\nA,1,1,1\n")).toBe("tenants-csv");
    expect(tenantsOf(await read("Node;CPU milli;Memory (MiB)\na;1000;2048\n", {}, "x.csv"))).toEqual({
      x: [10, "700m", "1434Mi"],
    });
    expect(problemsOf(await read(`${HEAD}\n`))[0]?.found).toContain("no rows below");
  });
});

describe("which reader a file is for", () => {
  const known = (text: string) => recognise(fileOf(text, "x.yaml"), readers).reader?.id;
  const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { replicas: 1, template: { spec: { containers: [{ name: a, resources: { requests: { cpu: 1, memory: 1Gi } } }] } } }
`;
  const indented = DEPLOYMENT.replaceAll(/^/gm, "    ");

  it("is told by objects, not by texts within them", async () => {
    const map = (name: string) =>
      `apiVersion: v1\nkind: ${name}\nmetadata: { name: x }\ndata:\n  a.yaml: |\n${indented}`;
    const pools = stringify(workers("md-0", { replicas: 1 }));
    expect(known(`${map("ConfigMap")}\n---\n${pools}`)).toBe("cluster-shapes");
    expect(known(`${map("Secret")}\n---\n${stringify(node("a"))}`)).toBe("cluster-shapes");
    expect(known(`apiVersion: v1\nkind: List\nitems:\n- ${pools.trim().replaceAll("\n", "\n  ")}\n`)).toBe(
      "cluster-shapes",
    );
    expect(known(`apiVersion: v1\nitems:\n  - ${pools.trim().replaceAll("\n", "\n    ")}\nkind: List\n`)).toBe(
      "cluster-shapes",
    );
    const listed = (text: string) => `items:\n- data: |\n    kind: Pod\n  ${text.trim().replaceAll("\n", "\n  ")}\n`;
    expect(known(listed(pools))).toBe("cluster-shapes");
    expect(
      known(`items:\n- |\n  apiVersion: v1\n  kind: Node\n- ${DEPLOYMENT.trim().replaceAll("\n", "\n  ")}\n`),
    ).toBe("kubernetes-objects");
    expect(known(map("ConfigMap"))).toBe("kubernetes-objects");
    const result = await read(`${map("ConfigMap")}\n---\n${pools}---\n${stringify(template("m"))}`);
    expect(reasonsOf(result)).toEqual({ "that say nothing of pools": 1 });
  });

  it("is both for workloads beside pools, and what runs for workloads beside nodes", () => {
    const both = recognise(fileOf(`${DEPLOYMENT}---\n${stringify(workers("md-0", { replicas: 1 }))}`), readers);
    expect(both).toMatchObject({ reader: null, isAmbiguous: true });
    expect(both.reader === null && problemOf(both.finding).found).toBe(
      "a file that may be kubernetes-objects or cluster-shapes",
    );
    expect(known(`${stringify(node("a"))}---\n${DEPLOYMENT}`)).toBe("kubernetes-objects");
    expect(kubernetesObjects.sniff(stringify(node("a")), "x.yaml")).toBe("no");
  });

  it("is this one for clusters of every kind, JSON on one line included", () => {
    for (const one of [byClass(), cluster(), template("m"), controlPlane({})]) {
      expect(known(stringify(one))).toBe("cluster-shapes");
      expect(known(JSON.stringify(list(one)))).toBe("cluster-shapes");
      expect(known(JSON.stringify(list(one), null, 4).slice(0, 200))).toBe("cluster-shapes");
    }
    expect(clusterShapes.sniff(stringify(nkp()), "x.yaml")).toBe("sure");
    expect(clusterShapes.sniff("apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\n", "x.yaml")).toBe("no");
  });
});

describe("what is hostile or something else", () => {
  it("is read in no time where it is large", async () => {
    const many = (one: (at: number) => object) =>
      JSON.stringify(list(...Array.from({ length: 3000 }, (_, at) => one(at))));
    const nodes = await read(
      many((at) => node(`n-${at}`, { labels: { agentpool: `p-${at}` } })),
      {},
      "kite.json",
    );
    // 3,000 × 7.5 × 0.7 vCPU, 3,000 × 30 × 0.7 GiB.
    expect(tenantsOf(nodes)).toEqual({ kite: [30_000, "15750000m", "64512000Mi"] });
    expect(saidOf(nodes).length).toBeLessThan(3000);
    const pools = await read(many((at) => workers(`md-${at}`, { replicas: "x" }, {}, `c-${at}`)));
    expect(problemsOf(pools).length).toBeGreaterThan(3000);
    for (const bad of [
      " ".repeat(65_536),
      "{".repeat(65_536),
      "- ".repeat(32_768),
      `a: |${" ".repeat(65_536)}x`,
      "{ ".repeat(32_768),
    ])
      expect(clusterShapes.sniff(bad, "")).toBe("no");
  }, 10_000);

  it.each([
    ["a scalar", "hello"],
    ["a template", "kind: Cluster\nspec: {{- toYaml .Values }}\n"],
    ["objects that say nothing", stringify(list({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" } }))],
    ["lists and maps nested deeply", `a: ${"[".repeat(20_000)}`],
    [
      "keys of every object",
      '{"kind": "Cluster", "apiVersion": "cluster.x-k8s.io/v1beta1", "__proto__": {"spec": 1}, "constructor": 2}',
    ],
    [
      "wrong types everywhere",
      stringify([
        { ...cluster(), spec: [1], metadata: 3 },
        { ...workers("a", {}), spec: "x" },
        { ...node("a"), status: [] },
      ]),
    ],
    [
      "topology of wrong types",
      stringify(byClass({ variables: {}, controlPlane: [], workers: { machineDeployments: [1, null, []] } } as object)),
    ],
  ])("%s is refused in words", async (_what, text) => {
    const result = await read(text);
    expect(problemsOf(result).length).toBeGreaterThan(0);
    expect(result.value).toBeNull();
  });
});
