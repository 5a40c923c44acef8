import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tenantColumnOf } from "./tenant-columns.ts";
import { readTenantsCsv } from "./tenants-csv.ts";

describe("tenants from rows of a spreadsheet", () => {
  it("are read by the names of the columns, in any order and by any of the usual separators", () => {
    const expected = {
      id: "clinic-nord",
      name: "Clinic Nord",
      demand: { pods: 12, cpu: "3.5", memory: "14Gi", storage: "200Gi" },
      upgradeCadence: "own",
      price: { monthly: "1900.00" },
    };
    const tables = [
      "tenant,pods,vCPU,Memory GiB,Storage,Upgrades,EUR / month\nClinic Nord,12,3.5,14,200,own pace,1900.00\n",
      "\uFEFFPods;Customer;CPU;RAM;Volumes;Cadence;Price\r\n12;Clinic Nord;3,5;14;200;own;1.900,00\r\n",
      'Price a month\tName\tpods\tcores\tmemory\tstorage\tupgrades\n"1,900.00"\tClinic Nord\t12\t3.5\t14Gi\t200Gi\tOwn\n',
    ];
    for (const table of tables)
      expect(readTenantsCsv(table)).toEqual({ tenants: [expected], problems: [], notices: [] });
  });

  it("keep GB and GiB apart", () => {
    expect(tenantColumnOf("Memory (GB)")).toEqual({ id: "memory", unit: "G" });
    const { tenants } = readTenantsCsv("name,pods,cpu,memory gb\na,1,1,96\n");
    expect(tenants[0]?.demand?.memory).toBe("96G");
  });

  it("with mistakes are told all at once, each with its line and cell, and the others are taken", () => {
    const table = [
      "tenant,pods,vcpu,memory,price,colour",
      "Good,10,4,16,1200,blue",
      "Words,many,4,16,1200,",
      "Half,2.5,4,16,,",
      ",3,4,16,,",
      "Unit,3,4,16 apples,,",
      "Minus,3,-4,16,,",
      "Also good,1,500m,1Gi,,",
    ].join("\n");
    const { tenants, problems, notices } = readTenantsCsv(table);
    expect(tenants.map(({ name }) => name)).toEqual(["Good", "Also good"]);
    expect(problems.map(({ line, column, path }) => [line, column, path[0]])).toEqual([
      [3, 2, "pods"],
      [4, 2, "pods"],
      [5, 1, "tenant"],
      [6, 4, "memory"],
      [7, 3, "vcpu"],
    ]);
    for (const { found, expected, fix } of problems)
      for (const words of [found, expected, fix]) expect(words).toMatch(/\S/);
    expect(notices).toEqual([expect.stringContaining('"colour"')]);
  });

  it("refuse a number that can be read in two ways", () => {
    const { tenants, problems } = readTenantsCsv("tenant;pods;vcpu;memory;price\nA;1;1;8;3,500\nB;1;3,500;8;900\n");
    expect(tenants).toEqual([]);
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 5],
      [3, 3],
    ]);
  });

  it.each([
    ["nothing", "", "no rows"],
    ["no head", "Clinic,1,2,3\nKite,4,5,6\n", "columns"],
    ["a quotation mark without end", 'tenant,pods,vcpu,memory\n"Clinic,1,2,3\n', "quotation mark"],
    ["a million characters of one cell", `tenant\n${"x".repeat(11 * 1024 * 1024)}`, "10 MB"],
  ])("that are none are refused: %s", (_, text, words) => {
    const { tenants, problems } = readTenantsCsv(text);
    expect(tenants).toEqual([]);
    expect(problems.map(({ found }) => found).join(" ")).toContain(words);
  });

  it("are texts whatever they look like, and have ids of their own", () => {
    const table =
      'tenant,pods,vcpu,memory\n"=cmd()|x",1,1,1\n<img src=x>,1,1,1\n__proto__,1,1,1\nKite,1,1,1\nKite,1,1,1\n';
    const { tenants } = readTenantsCsv(table);
    expect(tenants.map(({ name }) => name)).toEqual(["=cmd()|x", "<img src=x>", "__proto__", "Kite", "Kite"]);
    expect(tenants.map(({ id }) => id)).toEqual(["cmd-x", "img-src-x", "proto", "kite", "kite-2"]);
  });

  it("come back as they were written, and nonsense never throws", () => {
    const cell = fc
      .string({ minLength: 1, maxLength: 20 })
      .map((text) => text.trim())
      .filter((text) => text !== "");
    const row = fc.record({ name: cell, pods: fc.nat(500), cpu: fc.nat(100), memory: fc.nat(500) });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 20 }),
        fc.constantFrom(",", ";", "\t"),
        (rows, separator) => {
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const lines = rows.map(({ name, pods, cpu, memory }) => [quoted(name), pods, cpu, memory].join(separator));
          const { tenants, problems } = readTenantsCsv(
            [["tenant", "pods", "vcpu", "memory"].join(separator), ...lines].join("\n"),
          );
          expect(problems).toEqual([]);
          expect(tenants.map(({ name, demand }) => [name, demand?.pods, demand?.cpu, demand?.memory])).toEqual(
            rows.map(({ name, pods, cpu, memory }) => [name, pods, String(cpu), `${memory}Gi`]),
          );
        },
      ),
    );
    fc.assert(fc.property(fc.string(), (text) => void readTenantsCsv(`tenant,pods,vcpu,memory\n${text}`)));
    fc.assert(fc.property(fc.string(), (text) => void readTenantsCsv(text)));
  });
});
