import { type ReadResult, readers, recognise, vmInventory } from "@nkp-planner/adapters";
import { findingText, problemOf } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fileOf } from "./support/read.ts";

/** Lists of VMs as APIs answer them, made up, each with one trap of real ones. */

const read = (data: unknown, options: Record<string, string> = {}) =>
  vmInventory.read(fileOf(JSON.stringify(data), "vms.json"), { options });
const problemsOf = ({ findings }: ReadResult) => findings.filter(({ severity }) => severity === "error").map(problemOf);
const saidOf = ({ findings }: ReadResult) => findings.map((one) => findingText(one)).join("\n");
const demandsOf = ({ data }: ReadResult) =>
  Object.fromEntries((data as { name: string; demand: unknown }[]).map(({ name, demand }) => [name, demand]));
const readerOf = (data: unknown) => recognise(fileOf(JSON.stringify(data), "x.json"), readers).reader?.id;

const disk = (more: object, type = "DISK") => ({ device_properties: { device_type: type }, ...more });
const v3 = (name: string, resources: object, metadata: object = {}) => ({
  status: {
    name,
    cluster_reference: { name: "pe-1" },
    resources: { num_sockets: 2, num_vcpus_per_socket: 4, memory_size_mib: 8192, power_state: "ON", ...resources },
  },
  metadata,
});

describe("Prism Central, v3", () => {
  it("sockets × vCPU × threads; disks without CD-ROMs; copies of images have no size that is known", async () => {
    const list = {
      api_version: "3.1",
      metadata: { kind: "vm", length: 3, total_matches: 3 },
      entities: [
        v3("a", {
          num_threads_per_core: 2,
          disk_list: [
            disk({ disk_size_mib: 10_240 }),
            disk({ disk_size_bytes: 1_048_577 }),
            disk({ disk_size_mib: 700 }, "CDROM"),
            disk({ disk_size_mib: 0, data_source_reference: { kind: "image" } }),
          ],
          gpu_list: [{}],
        }),
        v3("b", { disk_list: [disk({ disk_size_mib: 5 })] }, { categories: { Tenant: "orchid" } }),
        v3("off", { power_state: "OFF", disk_list: [disk({ disk_size_mib: 7 })] }),
      ],
    };
    expect(readerOf(list)).toBe("vm-inventory");
    const result = await read(list);
    expect(problemsOf(result)).toEqual([]);
    // 2 × 4 × 2 + 2 × 4 = 24 vCPU; 2 × 8192 MiB; 10240 + 2 (a byte above 1 MiB) + 5 + 7 MiB of disks.
    expect(demandsOf(result)).toEqual({
      vms: {
        pods: 2,
        cpu: "24000m",
        memory: "16384Mi",
        storage: "10254Mi",
        largestPod: { cpu: "16000m", memory: "8192Mi" },
      },
    });
    expect(saidOf(result)).toContain("1 disks do not say their size");
    expect(saidOf(result)).toContain("1 GPUs of VMs are not counted");
    const byCategory = await read(list, { "tenant-by": "category:Tenant" });
    expect(Object.keys(demandsOf(byCategory))).toEqual(["unassigned", "orchid"]);
  });

  it("a page of more says so; a VM without memory is not known, at its place, though all stands on one line", async () => {
    const list = {
      metadata: { total_matches: 143, length: 2 },
      entities: [v3("a", {}), v3("b", { memory_size_mib: null })],
    };
    const result = await read(list);
    expect(saidOf(result)).toContain("The list is a part: 2 of 143 VMs");
    const at = JSON.stringify(list).lastIndexOf('{"status"') + 1;
    expect(problemsOf(result)).toMatchObject([{ found: "no memory of b", line: 1, column: at }]);
    expect(result.report).toMatchObject({ foundCount: 2, usedCount: 1, unreadableCount: 1 });
  });

  it("the specification of a VM alone", async () => {
    const spec = { name: "x", resources: { num_sockets: 2, num_vcpus_per_socket: 1, memory_size_mib: 4096 } };
    expect(readerOf(spec)).toBe("vm-inventory");
    expect(demandsOf(await read(spec))).toMatchObject({ vms: { pods: 1, cpu: "2000m", memory: "4096Mi" } });
  });
});

describe("Prism Central, v4", () => {
  const vm = (name: string, more: object = {}) => ({
    $objectType: "vmm.v4.ahv.config.Vm",
    ...{ name, powerState: "ON", numSockets: 2, numCoresPerSocket: 2, memorySizeBytes: 4_294_967_296 },
    ...more,
  });

  it("bytes are MiB rounded up; a list without data has no VMs; a volume group says no size", async () => {
    const list = {
      data: [
        vm("a", {
          disks: [{ backingInfo: { diskSizeBytes: 1_073_741_824 } }, { backingInfo: { volumeGroupExtId: "v" } }],
        }),
        vm("b", { memorySizeBytes: 4_294_967_297, cdRoms: [{ backingInfo: { diskSizeBytes: 999_999_999 } }] }),
      ],
      metadata: { totalAvailableResults: 2 },
    };
    expect(readerOf(list)).toBe("vm-inventory");
    const result = await read(list);
    // 4096 + 4097 MiB
    expect(demandsOf(result)).toMatchObject({ vms: { pods: 2, cpu: "8000m", memory: "8193Mi", storage: "1024Mi" } });
    expect(saidOf(result)).toContain("1 disks do not say their size");
    const one = await read({ data: vm("alone") });
    expect(demandsOf(one)).toMatchObject({ vms: { pods: 1, cpu: "4000m" } });
    const none = await read({ metadata: { totalAvailableResults: 0 } });
    expect(problemsOf(none)[0]?.found).toBe("JSON that lists no VMs");
  });
});

describe("others", () => {
  it("vCenter: sizes but no disks, which is said", async () => {
    const list = [
      { vm: "vm-1", name: "a", power_state: "POWERED_ON", cpu_count: 4, memory_size_MiB: 8192 },
      { vm: "vm-2", name: "b", power_state: "POWERED_OFF", cpu_count: 4, memory_size_MiB: 8192 },
    ];
    for (const data of [list, { value: list }]) {
      expect(readerOf(data)).toBe("vm-inventory");
      const result = await read(data);
      expect(demandsOf(result)).toMatchObject({ vms: { pods: 1, cpu: "4000m", memory: "8192Mi" } });
      expect(saidOf(result)).toContain("storage is not known");
    }
  });

  it("Calm: each VM of a blueprint as often as its deployments have it at least", async () => {
    const resources = { num_sockets: 2, num_vcpus_per_socket: 1, memory_size_mib: 4096, disk_list: [] };
    const blueprint = {
      service_definition_list: [],
      substrate_definition_list: [{ name: "S", create_spec: { name: "web", resources } }],
      app_profile_list: [
        {
          deployment_create_list: [{ substrate_local_reference: { name: "S" }, min_replicas: "3", max_replicas: "9" }],
        },
      ],
    };
    expect(readerOf(blueprint)).toBe("vm-inventory");
    const result = await read(blueprint);
    expect(demandsOf(result)).toMatchObject({ vms: { pods: 3, cpu: "6000m", memory: "12288Mi" } });
    expect(saidOf(result)).toContain("as often as its deployments have it at least");
  });

  it("PowerCLI in GB, which are GiB; the vSphere client with its units; a part of a name as the tenant", async () => {
    const powerCli =
      'Name,PowerState,NumCpu,MemoryGB,ProvisionedSpaceGB\n"orchid-web","PoweredOn",2,4.5,10\n"fern-db","PoweredOn",4,8,20\n';
    const result = await vmInventory.read(fileOf(powerCli, "vms.csv"), { options: { "tenant-by": "Name:{tenant}-*" } });
    expect(demandsOf(result)).toMatchObject({
      orchid: { cpu: "2000m", memory: "4608Mi", storage: "10240Mi" },
      fern: { cpu: "4000m", memory: "8192Mi", storage: "20480Mi" },
    });
    const client =
      'Name,State,Status,Provisioned Space,CPUs,Memory Size\n"a","Powered On","Normal","1.5 TB","2","512 MB"\n';
    const shown = await vmInventory.read(fileOf(client, "list.csv"));
    expect(demandsOf(shown)).toMatchObject({ list: { cpu: "2000m", memory: "512Mi", storage: "1572864Mi" } });
    expect(saidOf(shown)).toContain("Columns not read: Status.");
  });

  it.each([
    [{ entities: [null, 7, "x", { status: [] }] }],
    [{ data: [{ numSockets: "NaN", memorySizeBytes: -1 }] }],
    [[{ cpu_count: {}, memory_size_MiB: [] }]],
    [{ substrate_definition_list: [null, { create_spec: 3 }], app_profile_list: "x" }],
    [{ service_definition_list: {} }],
  ])("nothing of %j is taken, and nothing breaks", async (data) => {
    const result = await read(data);
    expect(result.value).toBeNull();
    expect(problemsOf(result).length).toBeGreaterThan(0);
  });
});
