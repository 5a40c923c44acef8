import { type ReadResult, readers, recognise, vmInventory } from "@nkp-planner/adapters";
import { findingText, problemOf } from "@nkp-planner/core";
import { writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { fileOf } from "./support/read.ts";

/** Lists of VMs, made up, each with one trap of real files. */

const HEADS = ["VM", "Powerstate", "Template", "CPUs", "Memory", "Total disk capacity MiB", "Folder"];
const csv = (...rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.map((text) => `"${text}"`).join(",")).join("\n");
const vm = (
  name: string,
  vcpu: string,
  memory: string,
  more: { power?: string; template?: string; disk?: string; folder?: string } = {},
) => {
  const { power = "poweredOn", template = "False", disk = "1024", folder = "a" } = more;
  return [name, power, template, vcpu, memory, disk, folder];
};

const read = (text: string | Uint8Array, options: Record<string, string> = {}, name = "vInfo.csv") =>
  vmInventory.read(typeof text === "string" ? fileOf(text, name) : { name, bytes: text }, { options });
const problemsOf = ({ findings }: ReadResult) => findings.filter(({ severity }) => severity === "error").map(problemOf);
const saidOf = ({ findings }: ReadResult) => findings.map((one) => findingText(one)).join("\n");
const reasonsOf = ({ report }: ReadResult) =>
  Object.fromEntries(report.excluded.map(({ reason, count }) => [reason, count]));

/** Demand by the name of the tenant; the report adds up. */
function demandsOf(result: ReadResult) {
  const { foundCount, usedCount, excluded, unreadableCount } = result.report;
  expect(usedCount + excluded.reduce((sum, { count }) => sum + count, 0) + unreadableCount).toBe(foundCount);
  const tenants = result.data as { name: string; demand: unknown }[];
  return Object.fromEntries(tenants.map(({ name, demand }) => [name, demand]));
}

describe("VMs as demand", () => {
  it("each that is on is one pod of its size; disks count of those that are off, too", async () => {
    const result = await read(
      csv(
        HEADS,
        vm("a", "4", "16384"),
        vm("b", "2", "32768"),
        vm("off", "8", "8192", { power: "poweredOff", disk: "500" }),
        vm("gold", "1", "1024", { template: "True", disk: "9999" }),
      ),
    );
    expect(problemsOf(result)).toEqual([]);
    // 4 + 2 vCPU; 16384 + 32768 MiB; 1024 + 1024 + 500 MiB of disks; a template's are nobody's.
    expect(demandsOf(result)).toEqual({
      vInfo: {
        pods: 2,
        cpu: "6000m",
        memory: "49152Mi",
        storage: "2548Mi",
        largestPod: { cpu: "4000m", memory: "32768Mi" },
      },
    });
    expect(reasonsOf(result)).toEqual({ "powered off, whose disks are counted": 1, templates: 1 });
    expect(saidOf(result)).toContain("1 of 4 VMs are off, more than a tenth");
    const all = await read(csv(HEADS, vm("a", "4", "16384"), vm("off", "8", "8192", { power: "poweredOff" })), {
      power: "all",
    });
    expect(demandsOf(all)).toMatchObject({ vInfo: { pods: 2, cpu: "12000m" } });
  });

  it("by factors of your own, each VM rounded up", async () => {
    // 3 × 0.5 = 1.5 vCPU; 1001 × 0.25 = 250.25 → 251 MiB, twice.
    const result = await read(csv(HEADS, vm("a", "3", "1001"), vm("b", "3", "1001")), {
      "cpu-factor": "0.5",
      "memory-factor": "0.25",
    });
    expect(demandsOf(result)).toMatchObject({ vInfo: { cpu: "3000m", memory: "502Mi" } });
    expect(saidOf(result)).toContain("its vCPU times 0.5 and its memory times 0.25");
    await expect(read(csv(HEADS), { "cpu-factor": "half" })).rejects.toThrow(/a number above zero/);
  });

  it("a row that breaks off is not known, which is no 0: told with its line, and in nothing that is summed", async () => {
    const result = await read(
      `${csv(HEADS, vm("a", "4", "16384"))}\n"broken","poweredOn"\n${csv(vm("zero", "0", "1024"))}\n`,
    );
    expect(problemsOf(result).map(({ line, found }) => [line, found])).toEqual([
      [3, "no vCPU and memory of broken"],
      [4, "no vCPU of zero"],
    ]);
    expect(demandsOf(result)).toMatchObject({ vInfo: { pods: 1, cpu: "4000m", storage: "1024Mi" } });
    expect(result.report).toMatchObject({ foundCount: 3, usedCount: 1, unreadableCount: 2 });
    expect(saidOf(result)).toContain("Of 2 VMs that cannot be read nothing is counted, their disks included.");
  });

  it("whole numbers that a country groups by points, and semicolons between cells", async () => {
    const rows = [HEADS, vm("a", "13", "34.321", { disk: "220.116" }), vm("b", "3", "3.526", { disk: "1.467.263" })];
    const result = await read(rows.map((cells) => cells.join(";")).join("\n"));
    expect(demandsOf(result)).toMatchObject({ vInfo: { memory: "37847Mi", storage: "1687379Mi" } });
  });

  it("by a column, with what has none together; without one says which may tell tenants apart", async () => {
    const text = csv(
      HEADS,
      vm("a", "1", "1024", { folder: "kite" }),
      vm("b", "1", "1024", { folder: "orchid" }),
      vm("c", "1", "1024", { folder: "" }),
    );
    const by = await read(text, { "tenant-by": "folder" });
    expect(Object.keys(demandsOf(by))).toEqual(["kite", "orchid", "unassigned"]);
    expect(saidOf(by)).toContain("What has no folder is put together as unassigned.");
    const one = await read(text, { tenant: "Orchid Foods" });
    expect(Object.keys(demandsOf(one))).toEqual(["Orchid Foods"]);
    expect(saidOf(one)).toContain("for --tenant-by: Folder (2 values)");
    expect(problemsOf(await read(text, { "tenant-by": "Colour" }))[0]?.found).toBe('no column "Colour"');
  });

  it("leaves out by name what is no tenant's, and counts names that are there twice", async () => {
    const result = await read(csv(HEADS, vm("web", "1", "1024"), vm("web", "2", "1024"), vm("backup-1", "8", "1024")), {
      "leave-out": "backup-*",
    });
    expect(demandsOf(result)).toMatchObject({ vInfo: { pods: 2, cpu: "3000m" } });
    expect(reasonsOf(result)).toEqual({ "left out by name, as you say": 1 });
    expect(saidOf(result)).toContain("Names that several VMs have, each of which is counted: web.");
  });

  it("leaves out placeholders of VMs that run at another site", async () => {
    const result = await read("VM,SRM Placeholder,CPUs,Memory\na,False,1,1024\nb,True,1,1024\n");
    expect(demandsOf(result)).toMatchObject({ vInfo: { pods: 1 } });
    expect(reasonsOf(result)).toEqual({ "placeholders of VMs of another site": 1 });
  });

  it("says what it does not know: disks, and whether a VM runs", async () => {
    const result = await read("VM,CPUs,Memory\na,1,1024\n");
    expect(demandsOf(result)).toEqual({
      vInfo: { pods: 1, cpu: "1000m", memory: "1024Mi", largestPod: { cpu: "1000m", memory: "1024Mi" } },
    });
    expect(saidOf(result)).toContain("No column says what disks have");
    expect(saidOf(result)).toContain("Whether they run is not said; they are counted: a.");
  });
});

type Sheet = { readonly name: string; readonly rows: readonly (readonly (string | number | boolean | null)[])[] };
const workbook = (sheets: readonly Sheet[], more: object = {}) => writeXlsx({ sheets, ...more } as never);

/** A workbook whose directory says that its first file unpacks to so many bytes. */
function saying(bytes: Uint8Array, unpackedBytes: number): Uint8Array {
  const changed = bytes.slice();
  const at = changed.findLastIndex(
    (_, index) =>
      changed[index] === 0x50 && changed[index + 1] === 0x4b && changed[index + 2] === 1 && changed[index + 3] === 2,
  );
  new DataView(changed.buffer).setUint32(at + 24, unpackedBytes, true);
  return changed;
}

describe("what VMs used, by another sheet", () => {
  const workbook = async (sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>) =>
    writeXlsx({
      sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((cells) => [...cells]) })),
    });
  const P95 = "95th Percentile % (recommended)";

  it("of Nutanix Collector, a part of the size at the 95th percentile; whose use is not known counts by size", async () => {
    const bytes = await workbook({
      vmList: [
        ["VM Name", "Power State", "vCPUs", "Memory (MiB)", "Capacity (MiB)"],
        ["a", "poweredOn", 4, 16_384, 1024],
        ["b", "poweredOn", 8, 8192, 1024],
        ["twice", "poweredOn", 2, 4096, 1024],
      ],
      vHosts: [["Host Name"], ["h"]],
      vCPU: [
        ["VM Name", "vCPUs", P95],
        ["a", 4, 12.5],
        ["b", 8, "n/a"],
        ["twice", 2, 10],
        ["twice", 2, 90],
      ],
      vMemory: [
        ["VM Name", P95],
        ["a", 30.3],
        ["b", 50],
        ["twice", 10],
      ],
    });
    const result = await read(bytes, { mode: "used" }, "collector.xlsx");
    expect(problemsOf(result)).toEqual([]);
    // a: 4 × 12.5 % = 0.5 vCPU, 16384 × 30.3 % = 4964.352 → 4965 MiB; b: 8 vCPU as it is, 8192 × 50 % = 4096 MiB;
    // twice: which of the two is meant is not known: 2 vCPU; 4096 × 10 % = 409.6 → 410 MiB.
    expect(demandsOf(result)).toMatchObject({ collector: { pods: 3, cpu: "10500m", memory: "9471Mi" } });
    expect(saidOf(result)).toContain("What these used is not known; of that their size counts: b, twice.");
    expect(saidOf(result)).toContain("what it used at the 95th percentile");
    expect(saidOf(result)).toContain("Other sheets are not read, nor compared with it: vHosts.");
    const lifted = await read(bytes, {}, "collector.xlsx");
    expect(demandsOf(lifted)).toMatchObject({ collector: { cpu: "14000m", memory: "28672Mi" } });
    expect(saidOf(lifted)).toContain("Other sheets are not read, nor compared with it: vHosts, vCPU, vMemory.");
  });

  it("of RVTools, MHz by how fast the host is, which is one moment", async () => {
    const bytes = await workbook({
      vInfo: [
        ["VM", "Powerstate", "Template", "CPUs", "Memory", "Total disk capacity MiB"],
        ["a", "poweredOn", "False", 4, 16_384, 100],
      ],
      vCPU: [
        ["VM", "Overall", "Host"],
        ["a", 1250, "h1"],
      ],
      vMemory: [
        ["VM", "Consumed"],
        ["a", 8000],
      ],
      vHost: [
        ["Host", "Speed"],
        ["h1", 2500],
      ],
    });
    const result = await read(bytes, { mode: "used", "cpu-factor": "1.2" }, "rvtools.xlsx");
    // 1250 ÷ 2500 × 1.2 = 0.6 vCPU; 8000 MiB consumed.
    expect(demandsOf(result)).toMatchObject({ rvtools: { cpu: "600m", memory: "8000Mi" } });
    expect(saidOf(result)).toContain("the one moment of the export");
  });

  it("is refused where nothing says it", async () => {
    const result = await read(csv(HEADS, vm("a", "4", "16384")), { mode: "used" });
    expect(result.value).toBeNull();
    expect(problemsOf(result)).toMatchObject([
      { found: "nothing that says what VMs used", expected: expect.stringContaining("vCPU and vMemory") },
    ]);
  });
});

describe("a list that somebody keeps by hand", () => {
  it("says its units in the names of its columns, binary ones whatever they are called", async () => {
    const text =
      "vm_name;power_state;vcpus;memory_gb;disk_gb;disk_used_gb;owner\nweb;on;4;16,5;100;;a\ndb;off;8;64;500;600,5;b\n";
    const result = await read(text, {}, "list.csv");
    expect(problemsOf(result)).toEqual([]);
    // 16.5 GiB = 16,896 MiB; 100 + 500 GiB of disks.
    expect(demandsOf(result)).toMatchObject({
      list: { pods: 1, cpu: "4000m", memory: "16896Mi", storage: "614400Mi" },
    });
    expect(saidOf(result)).toContain("MB and GB in names of columns are taken as MiB and GiB");
    expect(saidOf(result)).toContain("Disks of these have more in use than they have, by the list: db.");
    expect(saidOf(result)).toContain("Columns not read: owner.");
  });

  it("is told from a table of tenants, and without a unit is no list of VMs", () => {
    const readerOf = (text: string) => recognise(fileOf(text, "x.csv"), readers).reader?.id;
    expect(readerOf("Server,CPU,RAM GB\na,1,2\n")).toBe("vm-inventory");
    expect(readerOf("tenant,pods,vCPU,memory GB\na,1,2,4\n")).toBe("tenants-csv");
    expect(readerOf("Server,CPU,RAM\na,1,2\n")).toBe("tenants-csv");
  });
});

describe("workbooks", () => {
  const vInfo: Sheet = {
    name: "vInfo",
    rows: [
      HEADS,
      ["a", "poweredOn", false, 4, 16384, 1024, "kite"],
      ["b", "poweredOn", "True", 8, 8192, 1024, "kite"],
      [],
    ],
  };

  it.each(["shared", "inline"])("of RVTools, among other sheets, with %s strings", async (stringMode) => {
    const bytes = await workbook(
      [
        {
          name: "vCPU",
          rows: [
            ["VM", "CPUs"],
            ["a", 99],
          ],
        },
        vInfo,
      ],
      { stringMode },
    );
    const result = await read(bytes, {}, "rvtools.xlsx");
    expect(problemsOf(result)).toEqual([]);
    expect(demandsOf(result)).toMatchObject({
      rvtools: { pods: 1, cpu: "4000m", memory: "16384Mi", storage: "1024Mi" },
    });
    expect(saidOf(result)).toContain("Other sheets are not read, nor compared with it: vCPU.");
    expect(recognise({ name: "rvtools.xlsx", bytes }, readers)).toEqual({ reader: vmInventory });
  });

  it("of Nutanix Collector, whose sheets are named as those of RVTools, without its controller VMs", async () => {
    const heads = ["VM Name", "Power State", "vCPUs", "Memory (MiB)", "Capacity (MiB)", "Template", "Cluster Name"];
    const bytes = await workbook([
      {
        name: "vInfo",
        rows: [
          ["VM Name", "Power State", "MOID"],
          ["a", "poweredOn", "vm-1"],
        ],
      },
      {
        name: "vmList",
        rows: [
          heads,
          ["a", "poweredOn", 2, 4096, 2048, "", "c1"],
          ["NTNX-1-A-CVM", "poweredOn", 16, 65536, 1, "", "c1"],
        ],
      },
      { name: "vHosts", rows: [["Host Name"], ["h"]] },
    ]);
    const result = await read(bytes, {}, "collector.xlsx");
    expect(demandsOf(result)).toMatchObject({
      collector: { pods: 1, cpu: "2000m", memory: "4096Mi", storage: "2048Mi" },
    });
    expect(reasonsOf(result)).toEqual({ "of the platform itself": 1 });
    expect(saidOf(result)).toContain("Read as Nutanix Collector, sheet vmList.");
  });

  it("of Live Optics", async () => {
    const heads = [
      "VM Name",
      "Virtual CPU",
      "Provisioned Memory (MiB)",
      "Virtual Disk Size (MiB)",
      "Power State",
      "Template",
    ];
    const bytes = await workbook([
      { name: "ESX Hosts", rows: [["CPU Sockets"], [2]] },
      { name: "VMs", rows: [heads, ["a", 2, 4096.5, 2048, "Powered On", "false"]] },
    ]);
    expect(demandsOf(await read(bytes, {}, "lo.xlsx"))).toMatchObject({
      lo: { pods: 1, cpu: "2000m", memory: "4097Mi" },
    });
  });

  it.each([
    [
      "with a password",
      async () => workbook([vInfo], { encryption: { password: "secret", spinCount: 1000 } }),
      "of the old form, or has a password",
    ],
    [
      "of the old form",
      async () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      "of the old form, or has a password",
    ],
    ["that breaks off", async () => (await workbook([vInfo])).subarray(0, 400), "cannot be opened"],
    [
      "that unpacks to more than anybody has",
      async () => saying(await workbook([vInfo]), 0xffff_0000),
      "it unpacks to",
    ],
    ["of something else", async () => workbook([{ name: "Sheet1", rows: [["x"], ["y"]] }]), "the sheets Sheet1"],
    [
      "without the columns",
      async () => workbook([{ name: "vInfo", rows: [["VM"], ["a"]] }]),
      "a sheet vInfo without the columns",
    ],
  ])("%s are refused in words", async (_, make, found) => {
    const result = await read(await make(), {}, "x.xlsx");
    expect(result.value).toBeNull();
    const [problem] = problemsOf(result);
    expect(problem?.found).toContain(found);
    expect(problem?.fix).toMatch(/\S/);
  });
});
