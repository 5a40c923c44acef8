import { adapters, type EmittedFile, exampleOptions, type PlanToEmit, planToEmit, textOf } from "@nkp-planner/adapters";
import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { findingText, InputError, plannedFleet, ultimateCentralized } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { cluster, HOSTILE_NAMES, planOf, pool, SMALL_CLUSTER } from "./support/clusters-to-emit.ts";
import { appliedWith, hasTerraform, moduleOf } from "./support/terraform.ts";
import { ENTRY_FIELDS, isAttribute, shapeProblems } from "./support/terraform-schemas.ts";

const [terraformJson] = adapters.filter(({ id }) => id === "terraform-json");
if (terraformJson === undefined) throw new Error("terraform-json is not on the list.");
const adapter = terraformJson;

const context = planningContext({ release: exampleFleet.release, priceBook: examplePriceBook, settings: {} });
const example = planToEmit(plannedFleet(exampleFleet, ultimateCentralized, context));

const network = (addressCount: number, subnetPrefixBitCount: number) => ({
  network: { addressCount, subnetPrefixBitCount, podNetworkNodeCount: 256 },
});
const PLACE = {
  prismElement: "pe-msp-01",
  subnets: ["vlan-740"],
  image: "nkp-rocky-9.6-release",
  storageContainer: "msp-tenants",
};
const NETWORK = { vlanId: 740, cidr: "10.40.0.0/24", gateway: "10.40.0.1", poolStart: "10.40.0.16" };

async function emitted(plan: PlanToEmit, options: object = { ...PLACE, machineNetwork: NETWORK }) {
  return adapter.emit({ plan, options: { ...options } });
}

/** The problems of a refusal: each place with what was found and what is expected there. */
async function refusals(plan: PlanToEmit, options: object): Promise<readonly string[]> {
  const error = await adapter.emit({ plan, options: { ...options } }).catch((reason: unknown) => reason);
  if (!(error instanceof InputError)) throw new Error(`Not refused: ${String(error)}`);
  return error.findings.map(
    ({ subject, message: { figures } }) =>
      `${subject.in === "input" ? subject.path.join(".") : ""}: ${figures["found"]?.value} | ${figures["expected"]?.value}`,
  );
}

/** Every reference of a module to what the provider says, and every block that it is handed. */
function problemsOf(files: readonly EmittedFile[]): readonly string[] {
  const module = moduleOf(files);
  const blocks = (["resource", "data"] as const).flatMap((mode) =>
    Object.entries((module[mode] ?? {}) as Record<string, Record<string, unknown>>).flatMap(([type, made]) =>
      Object.values(made).flatMap((block) => shapeProblems(mode, type, block)),
    ),
  );
  const text = files.map(textOf).join("");
  const asked = [...text.matchAll(/(data\.)?(nutanix_\w+)\.[\w-]+\.(\w+)/g)];
  const references = asked
    .filter(([, data, type = "", name = ""]) => !isAttribute(data === undefined ? "resource" : "data", type, name))
    .map(([all]) => `${all}: unknown`);
  const fields = [...text.matchAll(/\b(?:host|one)\.(\w+)|\[\*\]\.(\w+)/g)]
    .filter(([, ofOne, ofAll]) => !ENTRY_FIELDS.has(ofOne ?? ofAll ?? ""))
    .map(([all]) => `${all}: unknown`);
  return [...blocks, ...references, ...fields];
}

describe("terraform-json", () => {
  it.each(["README.md", "versions", "planned", "site", "prerequisites", "checks", "outputs"])("%s", async (name) => {
    // Three of the example's clusters: the others are written alike.
    const plan = { ...example, clusters: example.clusters.slice(0, 3) };
    const { files } = await emitted(plan, exampleOptions(adapter, plan));
    const path = name.includes(".") ? name : `${name}.tf.json`;
    const found = files.find((file) => file.path === path);
    if (found === undefined) throw new Error(`${path} is not written.`);
    await expect(textOf(found)).toMatchFileSnapshot(`./golden/terraform-json/${path}`);
  });

  it("fits the provider's blocks and asks for nothing that they do not have", async () => {
    const all = { existing: ["categories", "subnets", "storageContainers"] };
    const image = { imageUrl: "https://images.msp.example/nkp.qcow2" };
    for (const more of [{}, image, all, { ...all, ...image }]) {
      const { files } = await emitted(example, { ...exampleOptions(adapter, example), ...more });
      expect(problemsOf(files)).toEqual([]);
    }
  });

  it("is held by a table that refuses what is unknown, missing or of another type", () => {
    const ok = {
      name: "a",
      subnet_type: "VLAN",
      ip_config: [{ ipv4: [{ default_gateway_ip: [{ value: "10.0.0.1" }] }] }],
    };
    expect(shapeProblems("resource", "nutanix_subnet_v2", ok)).toEqual([]);
    expect(shapeProblems("resource", "nutanix_subnet_v2", { ...ok, vlan_id: 1 })).toEqual([
      "nutanix_subnet_v2.vlan_id: unknown",
    ]);
    expect(shapeProblems("resource", "nutanix_subnet_v2", { name: "a" })).toEqual([
      "nutanix_subnet_v2.subnet_type: missing",
    ]);
    expect(shapeProblems("resource", "nutanix_subnet_v2", { ...ok, network_id: "740" })).toEqual([
      "nutanix_subnet_v2.network_id: not number",
    ]);
    expect(shapeProblems("resource", "nutanix_subnet_v2", { ...ok, ip_config: { ipv4: [] } })).toEqual([
      "nutanix_subnet_v2.ip_config: not a list of blocks",
    ]);
    expect(shapeProblems("resource", "nutanix_project", {})).toEqual(["nutanix_project: unknown"]);
    expect(isAttribute("data", "nutanix_hosts_v2", "hosts")).toBe(false);
  });

  it("adds up what machines have, with the largest upgrade of one cluster on top", async () => {
    // 3 × 2 + 4 × 8 = 38 vCPU, 3 × 8 + 4 × 16.5 = 90 GiB; one more node of a pool at a time: 8 vCPU, 16.5 GiB
    const one = cluster("one", {
      pools: [
        pool("control-plane", { nodeCount: 3, shape: { vcpu: 2, memoryGiB: 8, diskGiB: 80 } }),
        pool("workload", { nodeCount: 4, shape: { vcpu: 8, memoryGiB: 16.5, diskGiB: 80 } }),
      ],
      ...network(10, 28),
    });
    // 2 × 16 = 32 vCPU, 2 × 4 = 8 GiB; upgrade: 16 vCPU, 4 GiB
    const two = cluster("two", {
      pools: [pool("workload", { nodeCount: 2, shape: { vcpu: 16, memoryGiB: 4, diskGiB: 40 } })],
      ...network(9, 28),
    });
    const { files } = await emitted(planOf(one, two));
    const { locals } = moduleOf(files);
    expect(locals.clusters.one).toMatchObject({ vcpu: 38, memory_gib: 90, disk_gib: 560 });
    expect(locals.clusters.one.during_upgrade).toEqual({ vcpu: 8, memory_gib: 16.5, disk_gib: 80 });
    // 38 + 32 + the larger of 8 and 16 = 86 vCPU; 90 + 8 + 16.5 = 114.5 GiB; 560 + 80 + 80 = 720 GiB
    const together = { vcpu: 86, memory_gib: 114.5, disk_gib: 720 };
    expect(locals.prism_elements).toEqual({ "pe-msp-01": { name: "pe-msp-01", ...together } });
    expect(locals.project_quota).toEqual([{ project: null, clusters: ["one", "two"], ...together }]);
  });

  it("gives the machines of a subnet as many addresses as the plan counts of all its clusters", async () => {
    const { files } = await emitted(planOf(cluster("one", network(10, 28)), cluster("two", network(9, 28))));
    const [subnet] = Object.values<Record<string, unknown>>(moduleOf(files).resource.nutanix_subnet_v2);
    // 10 + 9 = 19 addresses from .16 on: .16 … .34
    expect(subnet).toMatchObject({
      name: "vlan-740",
      network_id: 740,
      ip_config: [
        {
          ipv4: [
            {
              ip_subnet: [{ ip: [{ value: "10.40.0.0" }], prefix_length: 24 }],
              pool_list: [{ start_ip: [{ value: "10.40.0.16" }], end_ip: [{ value: "10.40.0.34" }] }],
            },
          ],
        },
      ],
    });
  });

  it("refuses a network that is smaller than the plan asks for, with the figures", async () => {
    const plan = planOf(cluster("one", network(30, 26)));
    const machineNetwork = { ...NETWORK, cidr: "10.40.0.0/27", poolStart: "10.40.0.2" };
    expect(await refusals(plan, { ...PLACE, machineNetwork })).toEqual([
      'machineNetwork.cidr: 10.40.0.0/27, 32 addresses | a /26 or larger, for the 30 planned addresses of "one"',
    ]);
    // .2 … .31 are 30; of /26 the last usable is .62: from .33 on 30 addresses, from .34 on 29
    const from = (poolStart: string) => ({ ...PLACE, machineNetwork: { ...NETWORK, cidr: "10.40.0.0/26", poolStart } });
    await emitted(plan, from("10.40.0.33"));
    expect(await refusals(plan, from("10.40.0.34"))).toEqual([
      'machineNetwork.poolStart: 10.40.0.34 in 10.40.0.0/26, 29 addresses up to the end | room for the 30 planned addresses of 1 cluster in "vlan-740"',
    ]);
    // Two clusters of 12 fit a /28 each, and not one together: 16 − 2 = 14 for 24
    const two = planOf(cluster("one", network(12, 28)), cluster("two", network(12, 28)));
    const shared = { ...PLACE, machineNetwork: { ...NETWORK, cidr: "10.40.0.0/28", poolStart: "10.40.0.2" } };
    expect(await refusals(two, shared)).toEqual([
      'machineNetwork.cidr: 10.40.0.2 in 10.40.0.0/28, 13 addresses up to the end | room for the 24 planned addresses of 2 clusters in "vlan-740"',
    ]);
  });

  it("refuses addresses that clash, VLANs that two subnets have, and networks at odds", async () => {
    const plan = planOf(cluster("one", network(10, 28)), cluster("two", network(10, 28)));
    const clusters = {
      one: { controlPlaneEndpoint: "10.40.0.20", loadBalancerRange: "10.40.0.35-10.40.0.40" },
      two: { machineNetwork: { ...NETWORK, vlanId: 741 } },
      three: {},
    };
    expect(await refusals(plan, { ...PLACE, machineNetwork: NETWORK, clusters })).toEqual([
      'clusters.three: "three", which the plan does not have | a cluster of the plan',
    ]);
    const { three: _, ...known } = clusters;
    // 20 addresses: .16 … .35
    expect(await refusals(plan, { ...PLACE, machineNetwork: NETWORK, clusters: known })).toEqual([
      'clusters.two.machineNetwork: another network than that of one | one network for the subnet "vlan-740"',
      "clusters.one.controlPlaneEndpoint: 10.40.0.20 | an address outside of 10.40.0.16-10.40.0.35, which machines get",
      "clusters.one.loadBalancerRange: 10.40.0.35-10.40.0.40 | an address outside of 10.40.0.16-10.40.0.35, which machines get",
    ]);
    const other = { two: { subnets: ["vlan-b"], machineNetwork: NETWORK } };
    expect(await refusals(plan, { ...PLACE, machineNetwork: NETWORK, clusters: other })).toEqual([
      'clusters.two.machineNetwork.vlanId: VLAN 740 for "vlan-b", which "vlan-740" has | a VLAN for each subnet of a cluster of hosts',
    ]);
    const away = { ...NETWORK, gateway: "10.41.0.1", poolStart: "10.39.0.1" };
    expect(await refusals(planOf(cluster("one")), { ...PLACE, machineNetwork: away })).toEqual([
      "machineNetwork.gateway: 10.41.0.1 | an address in 10.40.0.0/24",
      "machineNetwork.poolStart: 10.39.0.1 | an address in 10.40.0.0/24",
    ]);
  });

  it("says where a network stands, of all clusters or of one, and that one address makes one image", async () => {
    const plan = planOf(cluster("one", network(30, 26)), cluster("two", network(5, 28)));
    const clusters = {
      one: { subnets: ["vlan-b"], image: "b", machineNetwork: { ...NETWORK, vlanId: 7, cidr: "10.40.0.0/28" } },
    };
    const options = { ...PLACE, machineNetwork: NETWORK, clusters };
    const places = async (more: object) =>
      (await refusals(plan, { ...options, ...more })).map((text) => text.split(": ")[0]);
    expect(await places({})).toEqual(["clusters.one.machineNetwork.cidr", "clusters.one.machineNetwork.poolStart"]);
    expect(await places({ imageUrl: "https://images.msp.example/nkp.qcow2" })).toEqual(["imageUrl"]);
  });

  it("asks for everything at once, and for no network where subnets are there", async () => {
    const plan = planOf(SMALL_CLUSTER);
    const name = SMALL_CLUSTER.name;
    expect((await refusals(plan, {})).map((text) => text.split(":")[0])).toEqual(
      ["prismElement", "subnets", "image", "storageContainer", "machineNetwork"].map(
        (key) => `clusters.${name}.${key}`,
      ),
    );
    const { files } = await emitted(plan, { ...PLACE, existing: ["subnets"] });
    const { resource, data } = moduleOf(files);
    expect(resource.nutanix_subnet_v2).toBeUndefined();
    expect(data.nutanix_subnets_v2).toEqual({ "vlan-740": { filter: "name eq 'vlan-740'", limit: 100 } });
  });

  it("refuses categories that Prism Central does not take, and adapts names that the plan has", async () => {
    const categories = { "a/b": "c", ok: "$d", long: "x".repeat(65), fine: "y".repeat(64) };
    const told = await refusals(planOf(SMALL_CLUSTER), { ...PLACE, machineNetwork: NETWORK, categories });
    expect(told.map((text) => text.split(":")[0])).toEqual(["categories.a/b", "categories.ok", "categories.long"]);
    const { files, findings } = await emitted(planOf(cluster("a/b"), cluster("$c"), cluster("d e")));
    const values = Object.values<{ value: string }>(moduleOf(files).resource.nutanix_category_v2).map(
      ({ value }) => value,
    );
    expect(values).toEqual(["a-b", "c", "d e"]);
    const adapted = findings.filter(({ code }) => code === "name-adapted").map((finding) => findingText(finding));
    expect(adapted).toEqual([expect.stringContaining("Written otherwise there: a/b as a-b, $c as c.")]);
  });

  it("writes what would be a template so that it stands for itself, wherever it stands", async () => {
    const options = { ...PLACE, subnets: ["a\u0024{b}"], image: "c%{d}", machineNetwork: NETWORK };
    const { files } = await emitted(planOf(cluster("\u0024{x} \u0024\u0024{y} %{z}")), options);
    const { locals, resource, data } = moduleOf(files);
    const [own] = Object.values<Record<string, unknown>>(locals.clusters);
    expect(own).toMatchObject({
      name: "\u0024\u0024{x} \u0024\u0024\u0024{y} %%{z}",
      subnets: ["a\u0024\u0024{b}"],
      image: "c%%{d}",
    });
    expect(Object.values<{ name: string }>(resource.nutanix_subnet_v2).map(({ name }) => name)).toEqual([
      "a\u0024\u0024{b}",
    ]);
    expect(Object.values(data.nutanix_images_v2)).toEqual([{ filter: "name eq 'c%%{d}'" }]);
  });

  it("says what it cannot do", async () => {
    const gpu = pool("workload", {
      shape: { vcpu: 8, memoryGiB: 32, diskGiB: 80, extended: { "nvidia.com/gpu": "1" } } as never,
    });
    const plan = planOf(cluster("one", { pools: [gpu], ...network(5, 28) }));
    const { findings } = await emitted(plan, { ...PLACE, subnets: ["a", "b"], machineNetwork: NETWORK });
    expect(findings.map(({ code }) => code)).toEqual([
      "provider-of-day",
      "hosts-counted-as-planned",
      "quota-not-set",
      "claims-not-in-quota",
      "keep-out-of-pool",
      "only-first-made",
      "devices-not-checked",
    ]);
  });
});

describe.skipIf(!hasTerraform)("what Terraform itself makes of it", () => {
  const GIB = 2 ** 30;
  const host = (cores: number, memoryGiB: number) => ({
    number_of_cpu_cores: cores,
    memory_size_bytes: memoryGiB * GIB,
  });
  const site = (label: string, ...hosts: readonly object[]) => ({
    nutanix_clusters_v2: { [label]: { cluster_entities: [{ ext_id: "pe-id" }] } },
    nutanix_hosts_v2: { [label]: { host_entities: hosts } },
    nutanix_images_v2: { "nkp-rocky-9-6-release": { images: [{ ext_id: "image-id" }] } },
  });

  it("reads every text as it stands, whatever names and options are called", async () => {
    const names = [
      ...HOSTILE_NAMES,
      '\u0024{file("/etc/passwd")}',
      "\u0024\u0024{x}",
      "\u0024\u0024\u0024{",
      "%{ if true }",
      "%%{x}",
      "\u0024%{x}",
      "%\u0024{x}",
      "{}",
      "\u0024",
    ];
    const prismElement = "pe \u0024{1 + 1} 'quoted' %{x}";
    const options = {
      ...PLACE,
      prismElement,
      storageContainer: "a\u0024{b}",
      subnets: ["c%{d}"],
      machineNetwork: NETWORK,
    };
    const { files } = await emitted(planOf(...names.map((name) => cluster(name))), options);
    const label = Object.keys(moduleOf(files).data.nutanix_clusters_v2)[0] ?? "";
    const { outputs } = appliedWith(files, site(label, host(32, 512)));
    expect(
      Object.values<{ name: string }>(outputs["clusters"])
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...names].sort());
    const first = Object.values<Record<string, unknown>>(outputs["clusters"])[0];
    expect(first).toMatchObject({ prism_element: prismElement, storage_container: "a\u0024{b}", subnets: ["c%{d}"] });
    expect(outputs["asked"].nutanix_clusters_v2[label].filter).toBe("name eq 'pe \u0024{1 + 1} ''quoted'' %{x}'");
    const [subnet] = Object.values<{ name: string; cluster_reference: string }>(outputs["made"].nutanix_subnet_v2);
    expect(subnet).toMatchObject({ name: "c%{d}", cluster_reference: "pe-id" });
  });

  it("counts the room of hosts as the plan does, and warns where it is too small", async () => {
    // 3 hosts, 1 spare: 2/3 × 3 × (32 − 8) cores × 3 × 0.95 = 136.8 vCPU; 2/3 × 3 × (512 − 32) × 0.95 = 912 GiB
    const hosts = [host(32, 512), host(32, 512), host(32, 512)];
    const sized = (vcpu: number, memoryGiB: number) =>
      planOf(
        cluster("one", {
          pools: [pool("workload", { nodeCount: 1, surgeNodeCount: 0, shape: { vcpu, memoryGiB, diskGiB: 80 } })],
          ...network(10, 28),
        }),
      );
    const warningsOf = async (vcpu: number, memoryGiB: number, answers: object = site("pe-msp-01", ...hosts)) =>
      appliedWith((await emitted(sized(vcpu, memoryGiB))).files, answers).warnings;
    const { outputs } = appliedWith((await emitted(sized(1, 1))).files, site("pe-msp-01", ...hosts));
    expect(outputs["room"]["pe-msp-01"].vcpu).toBeCloseTo(136.8, 6);
    expect(outputs["room"]["pe-msp-01"].memory_gib).toBeCloseTo(912, 6);
    expect(outputs["subnet_ids"]).toEqual({ "vlan-740": "id-of-vlan-740" });
    expect(await warningsOf(136, 911)).toEqual([]);
    expect(await warningsOf(137, 911)).toEqual(["The hosts of pe-msp-01 offer 136 vCPU and the plan needs 137."]);
    expect(await warningsOf(136, 913)).toEqual([
      "The hosts of pe-msp-01 offer 912 GiB of memory and the plan needs 913.",
    ]);
    const nothing = {
      nutanix_clusters_v2: { "pe-msp-01": { cluster_entities: [] } },
      nutanix_hosts_v2: { "pe-msp-01": { host_entities: [] } },
      nutanix_images_v2: { "nkp-rocky-9-6-release": { images: [] } },
    };
    expect([...(await warningsOf(1, 1, nothing))].sort()).toEqual([
      "The hosts of pe-msp-01 offer 0 GiB of memory and the plan needs 1.",
      "The hosts of pe-msp-01 offer 0 vCPU and the plan needs 1.",
      "The image nkp-rocky-9.6-release is not there.",
      "There is not exactly one cluster of hosts that is called pe-msp-01.",
    ]);
  });

  it("finds what is there already on the right cluster of hosts only", async () => {
    const options = { ...PLACE, existing: ["subnets", "storageContainers"] };
    const { files } = await emitted(planOf(cluster("one")), options);
    const found = (subnetOn: string, containerOn: string) =>
      appliedWith(files, {
        ...site("pe-msp-01", host(32, 512)),
        nutanix_subnets_v2: { "vlan-740": { subnets: [{ cluster_reference: subnetOn }] } },
        nutanix_storage_containers_v2: { "msp-tenants": { storage_containers: [{ cluster_ext_id: containerOn }] } },
      }).warnings;
    expect(found("pe-id", "pe-id")).toEqual([]);
    expect([...found("other", "other")].sort()).toEqual([
      "The storage container msp-tenants is not on pe-msp-01.",
      "The subnet vlan-740 is not on pe-msp-01.",
    ]);
  });
});
