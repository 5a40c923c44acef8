import { writeXlsx } from "hucre";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fileOf, LIST } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

/** What somebody does who has nothing but the workbook of an inventory. */

const NEW_FLEET = ["--as-of", "2026-11-23", "--release", "nkp-2.17.1", "--currency", "EUR"];
const HEADS = ["VM", "Powerstate", "Template", "CPUs", "Memory", "Total disk capacity MiB", "Folder", "Owner"];
const VMS = [
  ["web-1", "poweredOn", "False", 4, 16_384, 102_400, "orchid", "x"],
  ["web-2", "poweredOn", "False", 4, 16_384, 102_400, "orchid", "x"],
  ["db", "poweredOn", "False", 8, 65_536, 512_000, "fern", "y"],
  ["old", "poweredOff", "False", 8, 65_536, 1024, "fern", "y"],
  ["gold", "poweredOff", "True", 2, 4096, 20_480, "fern", "y"],
];
let workbook = "";

const unbroken = (text: string) => text.replaceAll(/\s+/g, " ");

beforeAll(async () => {
  const sheets = [
    { name: "vInfo", rows: [HEADS, ...VMS] },
    { name: "vHost", rows: [["Host"], ["a"]] },
  ];
  workbook = fileOf("rvtools.xlsx", Buffer.from(await writeXlsx({ sheets })));
});

describe("with only a workbook of RVTools in hand", () => {
  it("three commands end at a quote", async () => {
    const fleet = fileOf("from-rvtools.yaml", "");
    const out = ["--out", fleet, "--force"];
    const imported = await cli(["import", workbook, "--tenant-by", "Folder", ...NEW_FLEET, ...out]);
    expect(imported.code).toBe(0);
    const report = unbroken(imported.stderr);
    expect(report).toContain(
      "5 VMs found, 3 used, 1 left out: powered off, whose disks are counted, 1 left out: templates.",
    );
    expect(report).toContain("Columns not read: Owner.");
    expect(report).toContain("Other sheets are not read, nor compared with it: vHost.");
    const compared = await cli(["compare", fleet]);
    expect(compared.code).toBe(0);
    expect(unbroken(compared.stdout)).toContain("2 tenants; amounts in EUR a month");
    const quoted = await cli(["quote", fleet, "--price-list", LIST]);
    expect(quoted.code).toBe(0);
    for (const name of ["orchid", "fern"]) expect(quoted.stdout).toContain(name);
  });

  it("a part of the VMs' names tells tenants apart, where no column does", async () => {
    const { code, stdout } = await cli(["import", workbook, "--tenant-by", "VM:{tenant}-*", ...NEW_FLEET]);
    expect(code).toBe(0);
    // 2 × 4 vCPU, 2 × 16 GiB of web; what has no part before a dash is of nobody.
    expect(parse(stdout).tenants).toMatchObject([
      { id: "web", demand: { pods: 2, cpu: "8000m", memory: "32768Mi", storage: "204800Mi" } },
      { id: "unassigned", demand: { pods: 1, cpu: "8000m", memory: "65536Mi", storage: "513024Mi" } },
    ]);
  });

  it("is compared at once, and what is no column is told with those there are", async () => {
    const { code, stdout } = await cli(["compare", workbook]);
    expect(code).toBe(0);
    expect(unbroken(stdout)).toContain("1 tenant; amounts in EUR a month");
    const refused = await cli(["import", workbook, "--tenant-by", "Department", ...NEW_FLEET]);
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
    expect(unbroken(refused.stderr)).toContain('no column "Department", expected one of VM, Powerstate,');
  });

  it("what is left out is kept in a file, and what is said beside it holds", async () => {
    const rules = fileOf("rules.yaml", "# nobody's\nleave-out: [web-1, old]\npower: all\n");
    const kept = await cli(["import", workbook, "--options", rules, ...NEW_FLEET]);
    expect(kept.code).toBe(0);
    expect(parse(kept.stdout).tenants).toMatchObject([{ demand: { pods: 2, cpu: "12000m" } }]);
    const over = await cli(["import", workbook, "--options", rules, "--option", "leave-out=db", ...NEW_FLEET]);
    expect(parse(over.stdout).tenants).toMatchObject([{ demand: { pods: 3, cpu: "16000m" } }]);
    const wrong = fileOf("wrong.yaml", "power: on\nleave-out: { a: 1 }\n");
    const refused = await cli(["import", workbook, "--options", wrong, ...NEW_FLEET]);
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
    expect(refused.stderr).toMatch(/wrong\.yaml:2:\d+ {2}leave-out/);
    const unknown = await cli(["import", workbook, "--options", fileOf("unknown.yaml", "colour: red\n"), ...NEW_FLEET]);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain("colour");
  });
});
