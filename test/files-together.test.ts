import {
  clusterShapes,
  kubernetesObjects,
  type ReadResult,
  readers,
  rightSizing,
  vmInventory,
} from "@nkp-planner/adapters";
import { findingText, problemOf } from "@nkp-planner/core";
import { writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { fileOf } from "./support/read.ts";
import { zipOf } from "./support/zip.ts";

/** Several files that are one cluster, or one list. */

const problemsOf = ({ findings }: ReadResult) => findings.filter(({ severity }) => severity === "error");
const saidOf = ({ findings }: ReadResult) => findings.map((one) => findingText(one)).join("\n");
const tenantsOf = ({ data }: ReadResult) =>
  data as { id: string; name: string; demand?: object; workloads?: object[] }[];

function addsUp({ report }: ReadResult) {
  const { foundCount, usedCount, excluded, unreadableCount } = report;
  expect(usedCount + excluded.reduce((sum, { count }) => sum + count, 0) + unreadableCount).toBe(foundCount);
  return report;
}

const json = (name: string, kind: string, ...items: object[]) =>
  fileOf(JSON.stringify({ apiVersion: "v1", kind: "List", items: items.map((one) => ({ kind, ...one })) }), name);
const spec = (cpu: string) => ({ containers: [{ name: "c", resources: { requests: { cpu, memory: "1Gi" } } }] });
const deployment = (name: string, uid: string, replicas = 2) => ({
  apiVersion: "apps/v1",
  metadata: { name, namespace: "shop", uid },
  spec: { replicas, template: { spec: spec("500m") } },
});
const owned = (name: string, kind: string, owner: string, ownerUid: string) => ({
  metadata: {
    name,
    namespace: "shop",
    uid: name,
    ownerReferences: [{ kind, name: owner, uid: ownerUid, controller: true }],
  },
});

describe("objects of a cluster in several files", () => {
  it("an owner of one file makes the pods of another, which count once", async () => {
    const result = await kubernetesObjects.readTogether([
      json("deployments.json", "Deployment", deployment("web", "d1")),
      json("replicasets.json", "ReplicaSet", {
        apiVersion: "apps/v1",
        ...owned("web-1", "Deployment", "web", "d1"),
        spec: { replicas: 2, template: { spec: spec("500m") } },
      }),
      json(
        "pods.json",
        "Pod",
        { apiVersion: "v1", ...owned("web-1-a", "ReplicaSet", "web-1", "web-1"), spec: spec("500m") },
        { apiVersion: "v1", ...owned("web-1-b", "ReplicaSet", "web-1", "web-1"), spec: spec("500m") },
      ),
    ]);
    expect(problemsOf(result)).toEqual([]);
    expect(tenantsOf(result)).toMatchObject([
      { name: "deployments", workloads: [{ name: "web", replicas: 2, requests: { cpu: "500m", memory: "1024Mi" } }] },
    ]);
    expect(addsUp(result)).toMatchObject({ foundCount: 4, usedCount: 1, excluded: [{ count: 3 }] });
  });

  it("what stands in two of them counts once, and is named", async () => {
    const result = await kubernetesObjects.readTogether([
      json("monday/a.json", "Deployment", deployment("web", "d1", 2), deployment("db", "d2", 1)),
      json("monday/b.json", "Deployment", deployment("web", "d1", 5)),
    ]);
    expect(tenantsOf(result)).toMatchObject([{ name: "monday", workloads: [{ replicas: 2 }, { replicas: 1 }] }]);
    expect(saidOf(result)).toContain(
      "Stand there more than once, and count once, by what is said first: Deployment shop/web.",
    );
    expect(addsUp(result)).toMatchObject({ foundCount: 3, usedCount: 2 });
  });

  it("a file that breaks off is told by its name, beside what the others say", async () => {
    const result = await kubernetesObjects.readTogether([
      json("good.json", "Deployment", deployment("web", "d1")),
      fileOf('{"apiVersion": "v1", "kind": "List", "items": [', "broken.json"),
      { name: "picture.yaml", bytes: new Uint8Array([0x89, 0x50, 0, 0]) },
    ]);
    expect(problemsOf(result).map(({ subject }) => subject)).toMatchObject([
      { file: "broken.json", line: 1 },
      { file: "picture.yaml", line: 1 },
    ]);
    expect(tenantsOf(result)).toHaveLength(1);
    expect(addsUp(result)).toMatchObject({ foundCount: 3, usedCount: 1, unreadableCount: 2 });
  });

  it("a request that is not stated is told with its own file and line", async () => {
    const mute = { apiVersion: "v1", metadata: { name: "mute" }, spec: { containers: [{ name: "c" }] } };
    const result = await kubernetesObjects.readTogether([
      json("a.json", "Deployment", deployment("web", "d1")),
      json("b.json", "Pod", mute),
    ]);
    const [problem] = problemsOf(result);
    expect(problem?.subject).toMatchObject({ file: "b.json", line: 1 });
    expect(problem === undefined ? "" : problemOf(problem).found).toContain("Pod mute");
  });
});

const HEADS = "VM,Powerstate,Template,CPUs,Memory,Total disk capacity MiB,Folder";
const site = (name: string, ...vms: string[]) => fileOf([HEADS, ...vms].join("\n"), name);

describe("lists of VMs in several files", () => {
  const vInfo = site("RVTools_tabvInfo.csv", "a,poweredOn,False,4,8192,100,orchid", "b,poweredOn,False,2,4096,50,fern");
  const vCpu = fileOf("VM,Powerstate,CPUs\na,poweredOn,4\n", "RVTools_tabvCPU.csv");

  it("a folder with a file a sheet: the one with the sizes is read, the others are named", async () => {
    const result = await vmInventory.readTogether([vCpu, vInfo]);
    expect(problemsOf(result)).toEqual([]);
    expect(tenantsOf(result)).toMatchObject([
      { demand: { pods: 2, cpu: "6000m", memory: "12288Mi", storage: "150Mi" } },
    ]);
    expect(saidOf(result)).toContain("Other files are not read, nor compared with it: RVTools_tabvCPU.csv.");
    const alone = await vmInventory.readTogether([vCpu, vCpu]);
    expect(alone.value).toBeNull();
    expect(problemsOf(alone).map(problemOf)[0]?.found).toContain("only other sheets");
  });

  it("the same in a zip, and a workbook in one", async () => {
    const text = (file: typeof vInfo) => new TextDecoder().decode(file.bytes);
    const zip = zipOf({
      "export/RVTools_tabvCPU.csv": text(vCpu),
      "export/RVTools_tabvInfo.csv": text(vInfo),
      "__MACOSX/x.csv": "?",
    });
    const result = await vmInventory.read({ name: "rvtools.zip", bytes: zip });
    expect(problemsOf(result)).toEqual([]);
    expect(tenantsOf(result)).toMatchObject([{ name: "rvtools", demand: { pods: 2, cpu: "6000m" } }]);
    expect(saidOf(result)).toContain("Other files are not read, nor compared with it: export/RVTools_tabvCPU.csv.");
    const rows = [
      ["VM Name", "Virtual CPU", "Provisioned Memory (MiB)", "Power State"],
      ["a", "2", "1024", "poweredOn"],
    ];
    const workbook = await writeXlsx({
      sheets: [
        { name: "VMs", rows },
        { name: "ESX Hosts", rows: [["Host"]] },
      ],
    });
    const packed = await vmInventory.read({ name: "LiveOptics.zip", bytes: zipOf({ "LiveOptics_1.xlsx": workbook }) });
    expect(tenantsOf(packed)).toMatchObject([{ demand: { pods: 1, cpu: "2000m", memory: "1024Mi" } }]);
    const none = await vmInventory.read({ name: "x.zip", bytes: zipOf({ "readme.txt": "hello" }) });
    expect(problemsOf(none).map(problemOf)[0]?.found).toBe("a zip with 1 files and no list of VMs");
  });

  it("a tenant with VMs at two sites is one, and each sentence says of which file it is", async () => {
    const files = [
      site("north.csv", "a,poweredOn,False,4,8192,100,orchid"),
      site("south.csv", "b,poweredOn,False,2,4096,50,orchid", "c,poweredOn,False,1,,50,fern"),
    ];
    const result = await vmInventory.readTogether(files, { options: { "tenant-by": "Folder" } });
    // 4 + 2 vCPU, 8192 + 4096 MiB; c has no memory, which is no 0.
    expect(tenantsOf(result)).toMatchObject([
      { id: "orchid", demand: { pods: 2, cpu: "6000m", memory: "12288Mi", storage: "150Mi" } },
    ]);
    expect(problemsOf(result).map(({ subject }) => subject)).toMatchObject([{ file: "south.csv", line: 3, column: 5 }]);
    expect(saidOf(result)).toContain("In south.csv: Of 1 VMs that cannot be read nothing is counted");
    expect(addsUp(result)).toMatchObject({ foundCount: 3, usedCount: 2, unreadableCount: 1 });
    const apart = await vmInventory.readTogether(files.slice(0, 2));
    expect(tenantsOf(apart).map(({ name }) => name)).toEqual(["north", "south"]);
  });

  it("VMs of one name in several files are each counted, which is said", async () => {
    const page = site("page.csv", "a,poweredOn,False,4,8192,100,orchid", "b,poweredOn,False,2,4096,50,orchid");
    const other = site("other.csv", "b,poweredOn,False,2,4096,50,orchid");
    const result = await vmInventory.readTogether([page, other], { options: { tenant: "Orchid" } });
    expect(tenantsOf(result)).toMatchObject([{ demand: { pods: 3, cpu: "8000m" } }]);
    expect(saidOf(result)).toContain("VMs of these names stand in several files, and each is counted: b.");
    expect(saidOf(await vmInventory.readTogether([page, site("c.csv", "c,poweredOn,False,1,1024,1,x")]))).not.toContain(
      "stand in several files",
    );
  });

  it("a zip that breaks off, and one that claims to unpack to more than anybody has", async () => {
    const zip = zipOf({ "vInfo.csv": `${HEADS}\n` });
    const cut = await vmInventory.read({ name: "x.zip", bytes: zip.slice(0, -10) });
    expect(problemsOf(cut).map(problemOf)[0]?.found).toContain("it breaks off");
    const bomb = zip.slice();
    const at = bomb.findIndex((_, index) => String.fromCharCode(...bomb.slice(index, index + 4)) === "PK\u0001\u0002");
    bomb.set([0xff, 0xff, 0xff, 0xf0], at + 24);
    const refused = await vmInventory.read({ name: "x.zip", bytes: bomb });
    expect(problemsOf(refused).map(problemOf)[0]?.found).toMatch(/it unpacks to 4\d+ bytes/);
  });
});

it("readers that do not join files read the first", async () => {
  for (const reader of readers.filter(({ capabilities }) => capabilities.joinsFiles !== true)) {
    const file = fileOf(reader.example.text, reader.example.name);
    const plain = (result: ReadResult) => JSON.stringify({ ...result, placeOf: null });
    expect(plain(await reader.readTogether([file, file]))).toBe(plain(await reader.read(file)));
  }
});

describe("clusters in several files", () => {
  const apiVersion = "cluster.x-k8s.io/v1beta2";
  const template = (name: string) =>
    `---\napiVersion: infrastructure.cluster.x-k8s.io/v1beta1\nkind: NutanixMachineTemplate\nmetadata: { name: ${name}, namespace: n }\nspec: { template: { spec: { vcpuSockets: 4, vcpusPerSocket: 1, memorySize: 8Gi, systemDiskSize: 40Gi } } }\n`;
  const plane = fileOf(
    `apiVersion: ${apiVersion}\nkind: Cluster\nmetadata: { name: orchid, namespace: n }\nspec: { controlPlaneRef: { kind: KubeadmControlPlane, name: cp } }\n---\napiVersion: controlplane.cluster.x-k8s.io/v1beta2\nkind: KubeadmControlPlane\nmetadata: { name: cp, namespace: n }\nspec: { replicas: 3, version: v1.34.3, machineTemplate: { spec: { infrastructureRef: { kind: NutanixMachineTemplate, name: big } } } }\n${template("big")}`,
    "cp.yaml",
  );
  const workers = fileOf(
    `apiVersion: ${apiVersion}\nkind: MachineDeployment\nmetadata: { name: md, namespace: n }\nspec: { clusterName: orchid, replicas: 4, template: { spec: { clusterName: orchid, infrastructureRef: { kind: NutanixMachineTemplate, name: small } } } }\n${template("small")}`,
    "md.yaml",
  );

  it("a control plane of one file and workers of another are one", async () => {
    const result = await clusterShapes.readTogether([plane, workers]);
    expect(problemsOf(result)).toEqual([]);
    expect(result.clusters).toMatchObject([
      { name: "orchid", controlPlane: { count: 3 }, pools: [{ name: "md", count: 4 }] },
    ]);
    // 4 × 4 vCPU × 70 % = 11.2 vCPU
    expect(tenantsOf(result)).toMatchObject([{ name: "orchid", demand: { pods: 40, cpu: "11200m" } }]);
    addsUp(result);
  });

  it("nodes that say no cluster are of that which their file is called after; a table beside them is another", async () => {
    const node = (name: string, uid = name) => ({
      apiVersion: "v1",
      kind: "Node",
      metadata: { name, uid },
      status: { capacity: { cpu: "4", memory: "8Gi" }, allocatable: { cpu: "4", memory: "8Gi", pods: "110" } },
    });
    const nodes = (name: string, ...items: object[]) =>
      fileOf(JSON.stringify({ apiVersion: "v1", kind: "List", items }), name);
    const table = fileOf("sn,cpu_milli,memory_mib,gpu,model\na,4000,8192,0,\n", "trace.csv");
    const result = await clusterShapes.readTogether([
      nodes("kite.json", node("a"), node("b")),
      table,
      nodes("fern.json", node("a", "another")),
    ]);
    expect(problemsOf(result)).toEqual([]);
    expect(tenantsOf(result)).toMatchObject([
      { name: "kite", demand: { pods: 20, cpu: "5600m" } },
      { name: "fern", demand: { pods: 10, cpu: "2800m" } },
      { name: "trace", demand: { pods: 10, cpu: "2800m" } },
    ]);
    expect(addsUp(result)).toMatchObject({ foundCount: 4, usedCount: 4 });
    expect(result.placeOf([1])).toMatchObject({ file: "fern.json" });
  });
});

describe("sizes in several files", () => {
  const vpa = fileOf(
    JSON.stringify({
      apiVersion: "v1",
      kind: "List",
      items: [
        {
          apiVersion: "autoscaling.k8s.io/v1",
          kind: "VerticalPodAutoscaler",
          metadata: { name: "web", namespace: "shop" },
          spec: { targetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" } },
          status: {
            recommendation: {
              containerRecommendations: [{ containerName: "c", target: { cpu: "100m", memory: "262144k" } }],
            },
          },
        },
      ],
    }),
    "vpa.json",
  );

  it("what is recommended, and the workloads that it is for, are one", async () => {
    const workloads = json("deployments.json", "Deployment", deployment("web", "d1", 3));
    const result = await rightSizing.readTogether([vpa, workloads]);
    expect(problemsOf(result)).toEqual([]);
    // 262144k are 262,144,000 bytes.
    expect(tenantsOf(result)).toMatchObject([{ workloads: [{ name: "web", replicas: 3, requests: { cpu: "100m" } }] }]);
    addsUp(result);
    const alone = await rightSizing.read(vpa);
    expect(problemsOf(alone).map(problemOf)[0]?.fix).toContain("give the workloads beside it with --as right-sizing");
  });

  it("files of several tools are read each by itself, and what is wrong with one says of which", async () => {
    const krr = fileOf(rightSizing.example.text, "krr.json");
    const both = await rightSizing.readTogether([krr, vpa]);
    expect(tenantsOf(both).map(({ name }) => name)).toEqual(["krr"]);
    expect(problemsOf(both).map(({ subject }) => subject)).toMatchObject([{ file: "vpa.json" }]);
    addsUp(both);
  });
});
