import {
  type Adapter,
  adapters,
  clusterShapes,
  exampleOptions,
  type PlanToEmit,
  planToEmit,
  textOf,
} from "@nkp-planner/adapters";
import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import {
  findingText,
  hybrid,
  InputError,
  operatingModels,
  PlanningCache,
  type PlanningContext,
  plannedFleet,
  type Settings,
  ultimateCentralized,
} from "@nkp-planner/core";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { cluster, planOf, pool, SMALL_CLUSTER } from "./support/clusters-to-emit.ts";
import { type CrdSchema, crdProblems } from "./support/crd-schemas.ts";
import { NKP_CLUSTER } from "./support/nkp-cluster.ts";
import v1beta1 from "./support/schemas/cluster-api/capi-Cluster-v1beta1.schema.json" with { type: "json" };
import v1beta2 from "./support/schemas/cluster-api/capi-Cluster-v1beta2.schema.json" with { type: "json" };
import clusterConfig from "./support/schemas/cluster-api/caren-clusterConfig-nutanix.schema.json" with { type: "json" };
import workerConfig from "./support/schemas/cluster-api/caren-workerConfig-nutanix.schema.json" with { type: "json" };

// biome-ignore lint/suspicious/noExplicitAny: a manifest read back is as free in shape as YAML
type Manifest = any;

const GIB = 2 ** 30;
const clusterApiYaml = adapters.find(({ id }) => id === "cluster-api-yaml") as Adapter;

const plans = new Map<string, PlanToEmit>();
const contexts = new Map<string, PlanningContext>();
const cache = new PlanningCache();

/** The example fleet, planned once for all who emit it so. */
function planned(modelId: string, release: string, settings: Settings = {}): PlanToEmit {
  const model = operatingModels.find(({ id }) => id === modelId) ?? hybrid;
  const facts = JSON.stringify([release, settings]);
  const context = contexts.get(facts) ?? planningContext({ release, priceBook: examplePriceBook, settings });
  contexts.set(facts, context);
  const plan =
    plans.get(model.id + facts) ?? planToEmit(plannedFleet({ ...exampleFleet, release }, model, context, cache));
  plans.set(model.id + facts, plan);
  return plan;
}

/** The options of the example, and what a test says instead. */
async function emitted(plan: PlanToEmit, more: Record<string, unknown> = {}) {
  const { files, findings } = await clusterApiYaml.emit({
    plan,
    options: { ...exampleOptions(clusterApiYaml, plan), ...more },
  });
  const clusters = files.filter(({ path }) => path.endsWith("/cluster.yaml")).map(textOf);
  return {
    files,
    clusters,
    objects: clusters.map((text): Manifest => parse(text)),
    said: findings.map((one) => findingText(one)),
  };
}

async function refusal(plan: PlanToEmit, more: Record<string, unknown>): Promise<string> {
  const error = await emitted(plan, more).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message;
}

const topologyOf = ({ spec }: Manifest): Manifest => spec.topology ?? spec.capiCluster.topology;

/** What an API server, its webhooks and the cluster class would refuse. */
function problemsOf(object: Manifest): readonly string[] {
  const isNkp = object.kind === "NKPCluster";
  const schema: CrdSchema = isNkp ? NKP_CLUSTER : object.apiVersion.endsWith("v1beta1") ? v1beta1 : v1beta2;
  const topology = topologyOf(object);
  // Of an NKPCluster the CustomResourceDefinition leaves the topology open.
  const inner = isNkp ? crdProblems(v1beta2.properties.spec.properties.topology, topology) : [];
  const variables = topology.variables.flatMap(({ name, value }: Manifest) =>
    crdProblems(name === "clusterConfig" ? clusterConfig : workerConfig, value),
  );
  const workers = topology.workers.machineDeployments.flatMap((one: Manifest) => [
    ...one.variables.overrides.flatMap(({ value }: Manifest) => crdProblems(workerConfig, value)),
    ...placeProblems(one.failureDomain, one.variables.overrides[0].value.nutanix.machineDetails),
  ]);
  const { nutanix } = topology.variables[0].value.controlPlane;
  return [
    ...crdProblems(schema, object),
    ...inner,
    ...variables,
    ...workers,
    ...placeProblems(nutanix.failureDomains, nutanix.machineDetails),
  ];
}

/** A failure domain, or a cluster of hosts with subnets: never both, never neither. */
function placeProblems(domain: unknown, { cluster: hosts, subnets }: Manifest): readonly string[] {
  const isPlaced = hosts !== undefined && subnets?.length > 0;
  return (domain === undefined) === isPlaced ? [] : ["a failure domain beside a place, or neither"];
}

const ALL = operatingModels.flatMap(({ id }) =>
  ["nkp-2.16.1", "nkp-2.17.1", "nkp-2.18.0-dev"].map((release) => [id, release] as const),
);

describe("clusters as NKP keeps them", () => {
  it.each(ALL)(
    "%s of %s: every object is one that the schemas take, without a field that they do not know",
    async (id, release) => {
      for (const settings of [
        {},
        { zones: "3", "kubelet-reservations": "capacity-tiered", "pods-per-node": "200" },
      ] as Settings[]) {
        const domains = {
          failureDomains: { "zone-1": "a", "zone-2": "b", "zone-3": "c" },
          categories: { Tenant: "x" },
          project: "_internal",
        };
        for (const apiVersion of ["v1beta1", "v1beta2"]) {
          const { objects } = await emitted(planned(id, release, settings), { apiVersion, ...domains });
          expect(objects.length).toBeGreaterThan(0);
          for (const object of objects) expect(problemsOf(object), object.metadata.name).toEqual([]);
        }
      }
    },
  );

  it("is an NKPCluster from 2.18 on, and a Cluster before", async () => {
    const kinds = async (release: string, apiVersion = "v1beta1") =>
      (await emitted(planned("hybrid", release), { apiVersion })).objects.map((one) => `${one.apiVersion} ${one.kind}`);
    expect(new Set(await kinds("nkp-2.17.1"))).toEqual(new Set(["cluster.x-k8s.io/v1beta1 Cluster"]));
    expect(new Set(await kinds("nkp-2.17.1", "v1beta2"))).toEqual(new Set(["cluster.x-k8s.io/v1beta2 Cluster"]));
    expect(new Set(await kinds("nkp-2.18.0-dev"))).toEqual(new Set(["clusters.nkp.nutanix.com/v1alpha1 NKPCluster"]));
  });

  it.each(ALL)("%s of %s: the reader finds the plan's pools in them", async (id, release) => {
    const plan = planned(id, release);
    const { clusters } = await emitted(plan);
    for (const [index, { name, pools }] of plan.clusters.entries()) {
      const bytes = new TextEncoder().encode(clusters[index] ?? "");
      const { clusters: shapes = [] } = await clusterShapes.read({ name: "cluster.yaml", bytes }, {});
      const shape = shapes[0];
      const read = [shape?.controlPlane, ...(shape?.pools ?? [])].map(
        (one) => one && [one.count, one.cpuMillicores, one.memoryBytes, one.diskBytes],
      );
      expect(shape?.name).toBe(name);
      expect(read).toEqual(
        pools.map(({ nodeCount, shape: { vcpu, memoryGiB, diskGiB } }) => [
          nodeCount,
          vcpu * 1000,
          memoryGiB * GIB,
          diskGiB * GIB,
        ]),
      );
      expect(shape?.pools.map((one) => one.name)).toEqual(pools.slice(1).map((one) => one.name));
    }
  });

  it("is the same to another parser of YAML", async () => {
    const { clusters, objects } = await emitted(planned("hybrid", "nkp-2.17.1"));
    expect(clusters.map((text) => load(text))).toEqual(objects);
  });

  it("writes the example fleet's management cluster as it stands", async () => {
    const { files } = await emitted(planned(ultimateCentralized.id, "nkp-2.17.1"));
    for (const path of ["README.md", "management/cluster.yaml", "management/kustomization.yaml"])
      await expect(
        files
          .filter((file) => file.path === path)
          .map(textOf)
          .join(""),
      ).toMatchFileSnapshot(`golden/cluster-api-yaml/${path}`);
  });
});

describe("what the platform asks of such files", () => {
  it("a pool says all of its machine: what it says stands in place of what holds for all", async () => {
    const { objects } = await emitted(planned("ultimate-centralized", "nkp-2.17.1"));
    for (const { variables, workers } of objects.map(topologyOf)) {
      expect(variables.map(({ name }: Manifest) => name)).toEqual(["clusterConfig"]);
      for (const { variables: own } of workers.machineDeployments)
        expect(Object.keys(own.overrides[0].value.nutanix.machineDetails).sort()).toEqual([
          "bootType",
          "cluster",
          "image",
          "memorySize",
          "subnets",
          "systemDiskSize",
          "vcpuSockets",
          "vcpusPerSocket",
        ]);
    }
  });

  it("the platform's workers keep tenants away", async () => {
    const { objects } = await emitted(planned("ultimate-centralized", "nkp-2.17.1"));
    const plan = planned("ultimate-centralized", "nkp-2.17.1");
    const wanted = plan.clusters[0]?.pools.find(({ role }) => role === "platform")?.taints ?? [];
    const found = topologyOf(objects[0]).workers.machineDeployments.find(({ name }: Manifest) => name === "platform");
    expect(wanted.length).toBeGreaterThan(0);
    expect(found.variables.overrides[0].value.taints).toEqual(
      wanted.map(({ key, value, effect }) => ({ key, ...(value ? { value } : {}), effect })),
    );
  });

  it("leaves the control plane's taint to kubeadm, says another, and says that there is none", async () => {
    const taintsOf = async (taints: readonly { key: string; effect: "NoSchedule"; value?: string }[]) => {
      const plan = planOf(cluster("kite", { pools: [pool("control-plane", { taints }), pool("workload")] }));
      return topologyOf((await emitted(plan)).objects[0]).variables[0].value.controlPlane.taints;
    };
    expect(await taintsOf([{ key: "node-role.kubernetes.io/control-plane", effect: "NoSchedule" }])).toBeUndefined();
    expect(await taintsOf([])).toEqual([]);
    expect(await taintsOf([{ key: "own", value: "", effect: "NoSchedule" }])).toEqual([
      { key: "own", effect: "NoSchedule" },
    ]);
  });

  it("nodes keep what the plan counts that they keep", async () => {
    const kubeletOf = async (settings: Settings) =>
      topologyOf((await emitted(planned("hybrid", "nkp-2.17.1", settings))).objects[0]).variables[0].value.controlPlane
        .kubeletConfiguration;
    expect(await kubeletOf({})).toBeUndefined();
    expect(await kubeletOf({ "kubelet-reservations": "capacity-tiered" })).toEqual({
      automaticReservations: { profile: "CapacityTiered" },
    });
  });

  it("nodes over zones are a part for each failure domain, taking turns: 5 over 3 is 2, 2 and 1", async () => {
    const zones = ["zone-1", "zone-2", "zone-3"];
    const plan = planOf(
      cluster("kite", {
        pools: [pool("control-plane", { zones, nodeCount: 3 }), pool("workload", { zones, nodeCount: 5 })],
      }),
    );
    const { objects, said } = await emitted(plan, { failureDomains: { "zone-1": "a", "zone-2": "b", "zone-3": "c" } });
    const { workers, variables } = topologyOf(objects[0]);
    expect(
      workers.machineDeployments.map(({ name, replicas, failureDomain }: Manifest) => [name, replicas, failureDomain]),
    ).toEqual([
      ["workload-zone-1", 2, "a"],
      ["workload-zone-2", 2, "b"],
      ["workload-zone-3", 1, "c"],
    ]);
    expect(variables[0].value.controlPlane.nutanix.failureDomains).toEqual(["a", "b", "c"]);
    expect(said.join("\n")).not.toContain("failure domain");
    const without = await emitted(plan);
    expect(without.said.join("\n")).toContain("name no failure domain for zone-1, zone-2, zone-3");
    expect(topologyOf(without.objects[0]).workers.machineDeployments).toHaveLength(1);
  });

  it("labels that do not reach nodes are left out and said; those that do are written", async () => {
    const labels = {
      "msp.example/pool": "x",
      pool: "own",
      "node-role.kubernetes.io/gpu": "",
      "kites.node.cluster.x-k8s.io/a": "b",
    };
    const plan = planOf(cluster("kite", { pools: [pool("control-plane"), pool("workload", { labels })] }));
    const { objects, said } = await emitted(plan);
    expect(topologyOf(objects[0]).workers.machineDeployments[0].metadata.labels).toEqual({
      "node.cluster.x-k8s.io/pool": "own",
      "node-role.kubernetes.io/gpu": "",
      "kites.node.cluster.x-k8s.io/a": "b",
    });
    expect(said.join("\n")).toContain("would not reach nodes: msp.example/pool.");
    expect(said.join("\n")).toContain("Nodes get the labels pool as node.cluster.x-k8s.io/pool,");
  });

  it("refuses more pods a node than the class takes, and says what cannot stand beside a profile", async () => {
    const usual = planned("hybrid", "nkp-2.17.1");
    const crowded = { ...usual, kubelet: { ...usual.kubelet, podsPerNode: 300 } };
    expect(await refusal(crowded, {})).toContain("found 300 pods a node, expected 50 to 256");
    const twice = planned("hybrid", "nkp-2.17.1", {
      "kubelet-reservations": "capacity-tiered",
      "reserved-memory-mib": "500",
    });
    expect((await emitted(twice)).said.join("\n")).toContain("also counts with 500 MiB of memory reserved");
    const alone = planned("hybrid", "nkp-2.17.1", { "reserved-memory-mib": "500", "reserved-cpu-millicores": "250" });
    expect(topologyOf((await emitted(alone)).objects[0]).variables[0].value.controlPlane.kubeletConfiguration).toEqual({
      kubeReserved: { cpu: "250m", memory: "500Mi" },
    });
  });

  it("devices are written where the options say which, one entry each, and are said where not", async () => {
    const shape = { vcpu: 8, memoryGiB: 32, diskGiB: 80, extended: { "nvidia.com/gpu": 2 } };
    const plan = planOf(cluster("kite", { pools: [pool("control-plane"), pool("workload", { shape })] }));
    const gpusOf = ({ objects }: Awaited<ReturnType<typeof emitted>>) =>
      topologyOf(objects[0]).workers.machineDeployments[0].variables.overrides[0].value.nutanix.machineDetails.gpus;
    const named = { type: "name", name: "L40S" };
    const with2 = await emitted(plan, { gpus: { "nvidia.com/gpu": "L40S" } });
    expect(gpusOf(with2)).toEqual([named, named]);
    expect(problemsOf(with2.objects[0])).toEqual([]);
    const without = await emitted(plan);
    expect(gpusOf(without)).toBeUndefined();
    expect(without.said.join("\n")).toContain("nvidia.com/gpu are not written");
  });

  it("names secrets and holds none", async () => {
    const { files } = await emitted(planned("starter-self-managed", "nkp-2.17.1"));
    const all = files.map(textOf).join("\n");
    expect(all).toContain("tenant-orchid-pc-credentials-for-konnector-agent");
    expect(all).not.toMatch(/password|kind: "?Secret/i);
  });

  it("names every namespace of managed clusters, and what no plan says", async () => {
    const plan = planned("ultimate-centralized", "nkp-2.17.1");
    const clusters = exampleOptions(clusterApiYaml, plan)["clusters"] as Record<string, object>;
    const own = { ...clusters, "tenant-orchid": { ...clusters["tenant-orchid"], namespace: "orchid" } };
    const { said } = await emitted(plan, { clusters: own });
    expect(said.join("\n")).toContain("are written to orchid, kommander-default-workspace, as their namespace");
    expect(said.join("\n")).toContain("encryption at rest by secretbox");
  });

  it("says what is no default of the vendor's", async () => {
    const { said } = await emitted(planned("ultimate-centralized", "nkp-2.18.0-dev"), { project: "tenants" });
    expect(said.join("\n")).toContain(
      "The plan counts with 2.18.0-dev, which was never released: the files are for 2.18.0.",
    );
    expect(said.join("\n")).toContain("the vendor advises only _internal");
    expect(
      (await emitted(planned("ultimate-centralized", "nkp-2.17.1"), { project: "tenants" })).said.join("\n"),
    ).not.toContain("_internal");
  });
});

describe("what cannot be made", () => {
  const plan = planned("starter-self-managed", "nkp-2.17.1");
  const own = (more: object) => ({
    clusters: { ...(exampleOptions(clusterApiYaml, plan)["clusters"] as object), ...more },
  });

  it("names every option that is missing, of every cluster, at once", async () => {
    const error = (await clusterApiYaml
      .emit({ plan, options: { prismCentral: { url: "https://pc.msp.example:9440" } } })
      .catch((one) => one)) as InputError;
    // Two things of each cluster, and four that may be said once for all.
    expect(error.findings).toHaveLength(2 * plan.clusters.length + 4);
    expect(error.message).toContain("clusters.tenant-orchid.controlPlaneEndpoint: found nothing");
    expect(error.message).toContain(
      "options of cluster-api-yaml: prismElement: found nothing, expected the cluster of hosts; add for example prismElement: pe-msp-01",
    );
    const all = exampleOptions(clusterApiYaml, plan);
    const [first = "", ...others] = plan.clusters.map(({ name }) => name);
    const { prismElement, ...rest } = all;
    const clusters = all["clusters"] as Record<string, object>;
    const placed = { ...rest, clusters: { ...clusters, [first]: { ...clusters[first], prismElement } } };
    const some = (await clusterApiYaml.emit({ plan, options: placed }).catch((one) => one)) as InputError;
    expect(some.findings).toHaveLength(others.length);
    expect(some.message).toContain(`clusters.${others[0]}.prismElement: found nothing`);
  });

  it.each([
    [
      "an address twice",
      own({ "tenant-orchid": { controlPlaneEndpoint: "10.40.7.42", loadBalancerRange: "10.41.0.1-10.41.0.2" } }),
      "10.40.7.42 twice",
    ],
    [
      "a range the wrong way round",
      own({ "tenant-orchid": { controlPlaneEndpoint: "10.9.0.1", loadBalancerRange: "10.9.0.9-10.9.0.2" } }),
      "ends before it starts",
    ],
    [
      "an API server where load balancers are",
      own({ "tenant-orchid": { controlPlaneEndpoint: "10.9.0.3", loadBalancerRange: "10.9.0.2-10.9.0.9" } }),
      "which load balancers get",
    ],
    [
      "a pod network that meets the services'",
      own({
        "tenant-orchid": {
          controlPlaneEndpoint: "10.9.0.1",
          loadBalancerRange: "10.9.0.2-10.9.0.9",
          podNetwork: "10.96.0.0/16",
        },
      }),
      "which meets 10.96.0.0/12",
    ],
    [
      "a pod network for too few nodes",
      own({
        "tenant-orchid": {
          controlPlaneEndpoint: "10.9.0.1",
          loadBalancerRange: "10.9.0.2-10.9.0.9",
          podNetwork: "172.22.0.0/23",
        },
      }),
      "room for 2 nodes",
    ],
    [
      "machines within the pods' network",
      own({ "tenant-orchid": { controlPlaneEndpoint: "192.168.4.1", loadBalancerRange: "10.9.0.2-10.9.0.9" } }),
      "addresses of the machines",
    ],
    ["a cluster that is not of the plan", own({ "tenant-orchd": {} }), 'did you mean "tenant-orchid"?'],
    [
      "an address that is none",
      own({ "tenant-orchid": { controlPlaneEndpoint: "10.9.0.256" } }),
      "an IPv4 address such as",
    ],
    ["an option that nobody knows", { prismElment: "x" }, 'did you mean "prismElement"?'],
    ["an address without https", { prismCentral: { url: "http://pc" } }, "an address such as https://"],
    [
      "a name twice",
      own({
        "tenant-orchid": {
          name: "tenant-basalt",
          controlPlaneEndpoint: "10.9.0.1",
          loadBalancerRange: "10.9.0.2-10.9.0.9",
        },
      }),
      "twice",
    ],
  ])("refuses %s", async (_what, options, says) => {
    expect(await refusal(plan, options)).toContain(says);
  });

  it("refuses a name that is too long for the release: 58 characters from 2.18 on, 63 before", async () => {
    const named = (length: number) => ({ ...SMALL_CLUSTER, name: "a".repeat(length) });
    const later = { ...planOf().release, version: "2.18.0" };
    expect(await emitted(planOf(named(63)))).toBeDefined();
    expect(await emitted({ ...planOf(named(58)), release: later })).toBeDefined();
    expect(await refusal({ ...planOf(named(59)), release: later }, {})).toContain("58 at most for this release");
    expect(await refusal(planOf(named(64)), {})).toContain("63 at most for this release");
    const options = exampleOptions(clusterApiYaml, planOf(named(64)));
    const renamed = {
      [`${"a".repeat(64)}`]: { ...(options["clusters"] as Record<string, object>)["a".repeat(64)], name: "kite" },
    };
    expect((await emitted(planOf(named(64)), { clusters: renamed })).objects[0].metadata.name).toBe("kite");
  });

  it("refuses machines that the provider does not make, and what Kubernetes takes for no label", async () => {
    const small = planOf(
      cluster("kite", {
        pools: [
          pool("control-plane"),
          pool("workload", { shape: { vcpu: 1, memoryGiB: 1, diskGiB: 10 }, labels: { "a b": "c" } }),
        ],
      }),
    );
    const message = await refusal(small, {});
    for (const words of [
      "1 GiB of memory, expected at least 2 GiB",
      "10 GiB of disk, expected at least 20 GiB",
      "the label",
    ])
      expect(message).toContain(words);
  });

  it("asks for the version of Kubernetes where the catalog does not know its last number", async () => {
    const earlier = planned("hybrid", "nkp-2.16.1");
    const { kubernetesVersion, ...options } = exampleOptions(clusterApiYaml, earlier);
    expect(kubernetesVersion).toBeDefined();
    await expect(clusterApiYaml.emit({ plan: earlier, options })).rejects.toThrow(
      "add for example kubernetesVersion: 1.33.5",
    );
  });
});

describe("the schemas", () => {
  it("refuse what they are to refuse", async () => {
    const [object] = (await emitted(planned("hybrid", "nkp-2.17.1"), { apiVersion: "v1beta2" })).objects;
    const spoilt = (change: (object: Manifest) => void) => {
      const copy = structuredClone(object);
      change(copy);
      return problemsOf(copy).join("\n");
    };
    const details = (one: Manifest) => topologyOf(one).workers.machineDeployments[0].variables.overrides[0].value;
    expect(spoilt(() => {})).toBe("");
    expect(
      spoilt((one) => {
        one.spec.topology.controlPlane.metadata = {};
      }),
    ).toContain("/spec/topology/controlPlane/metadata");
    expect(
      spoilt((one) => {
        details(one).nutanix.machineDetails.vcpuSocket = 4;
      }),
    ).toContain("vcpuSocket: unknown field");
    expect(
      spoilt((one) => {
        details(one).nutanix.machineDetails.imageLookup = { baseOS: "rocky" };
      }),
    ).toContain("has(self.image) != has(self.imageLookup)");
    expect(
      spoilt((one) => {
        details(one).nutanix.machineDetails.cluster = { type: "uuid", name: "x" };
      }),
    ).toContain("self.type == 'uuid'");
    expect(
      spoilt((one) => {
        details(one).kubeletConfiguration = {
          automaticReservations: { profile: "CapacityTiered" },
          kubeReserved: { cpu: "1" },
        };
      }),
    ).toContain("automaticReservations");
    expect(
      spoilt((one) => {
        details(one).taints = [{ key: "a", value: "", effect: "NoSchedule" }];
      }),
    ).toContain("/taints/0/value");
    expect(
      spoilt((one) => {
        one.spec.topology.workers.machineDeployments[0].failureDomain = "a";
      }),
    ).toContain("a failure domain beside a place");
  });
});
