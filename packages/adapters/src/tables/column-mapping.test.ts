import { describe, expect, it } from "vitest";
import { columnMapping, columnTargets } from "./column-mapping.ts";
import { readTenantsCsv } from "./tenants-csv.ts";

const TABLE = "Wer;wie viele;Rechenkerne;RAM;Notiz\nMeier AG;40;12,5;64;gut\nMüller;10;4;16;\n";

describe("columns of a table that are read as somebody says", () => {
  it("are those of the heads, each once, and leave out what is said to be left out", () => {
    const { mapping, problems } = columnMapping(
      "Wer=tenant; wie viele=pods; Rechenkerne=vcpu; RAM=memory (GB); Notiz=-",
    );
    expect(problems).toEqual([]);
    const { tenants, problems: wrong, columns, notices } = readTenantsCsv(TABLE, { mapping });
    expect(wrong).toEqual([]);
    expect(tenants.map(({ name, demand }) => ({ name, demand }))).toEqual([
      { name: "Meier AG", demand: { pods: 40, cpu: "12.5", memory: "64G" } },
      { name: "Müller", demand: { pods: 10, cpu: "4", memory: "16G" } },
    ]);
    // By the name that the file has.
    expect(notices).toEqual(['The column "RAM" is read in GB, of which 64 are 59.6 GiB.']);
    expect(columns).toEqual({
      heads: ["Wer", "wie viele", "Rechenkerne", "RAM", "Notiz"],
      targets: ["tenant", "pods", "vcpu", "memory (GB)", ""],
      guesses: ["", "", "", "", ""],
      firstRows: [
        ["Meier AG", "40", "12,5", "64", "gut"],
        ["Müller", "10", "4", "16", ""],
      ],
      decimalSign: ",",
    });
  });

  it("are told with what is understood of them where the table cannot be read yet", () => {
    const { tenants, problems, columns } = readTenantsCsv(TABLE);
    expect(tenants).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(columns).toMatchObject({
      targets: ["", "", "", "memory (GiB)", ""],
      guesses: ["tenant", "", "", "", ""],
    });
  });

  it("are guessed by what stands in them: words that differ, sizes with a unit, amounts; nothing is read by it", () => {
    const { tenants, columns } = readTenantsCsv(
      "aa;bb;cc;dd;ee\nMeier;64 GB;2 TB;€ 4200;12\nMüller;16 GB;1 TB;€ 1900;4\n",
    );
    expect(columns?.guesses).toEqual(["tenant", "memory (GB)", "storage (TB)", "price", ""]);
    expect(tenants).toEqual([]);
    const same = readTenantsCsv("aa,bb\nwarm,1\nwarm,2\n").columns?.guesses;
    expect(same).toEqual(["", ""]);
  });

  it("that the table does not have are told, and nothing is read as if nobody had said anything", () => {
    const { mapping } = columnMapping("Wehr=tenant; RAM=memory (GB)");
    const { tenants, problems } = readTenantsCsv("Wer;RAM;Pods;vCPU\nMeier;4;1;1", { mapping });
    expect(tenants).toEqual([]);
    expect(problems[0]).toMatchObject({ found: '"Wehr", which no column is called', fix: 'did you mean "Wer"?' });
    const good = readTenantsCsv("tenant;RAM;Pods;vCPU\nMeier;4;1;1", { mapping });
    expect(good).toMatchObject({ tenants: [], problems: [{ found: '"Wehr", which no column is called' }] });
  });

  it("take the sign before fractions that is said, where numbers tell another or none", () => {
    const cpuOf = (decimalSign?: "." | ",") =>
      readTenantsCsv("tenant;pods;vcpu;memory\nA;1;1.500;4", decimalSign === undefined ? {} : { decimalSign })
        .tenants[0]?.demand?.cpu;
    expect(cpuOf(".")).toBe("1.500");
    expect(cpuOf(",")).toBe("1500");
  });

  it("may have semicolons and equals signs in their heads", () => {
    const { mapping } = columnMapping("a;b=c=tenant; x=pods");
    expect([...mapping]).toEqual([
      ["a;b=c", "tenant"],
      ["x", "pods"],
    ]);
  });

  it("that are none are told, with what a column may be", () => {
    const { problems } = columnMapping("Wer=tenat; RAM");
    expect(problems.map(({ found }) => found)).toEqual(['"Wer=tenat"', '"RAM"']);
    expect(problems[0]?.fix).toContain('"tenant"');
    expect(columnTargets.map(({ name }) => name)).toContain("storage (TB)");
  });
});

describe("heads in other languages", () => {
  it.each([
    ["Kunde;Anzahl Pods;vCPU;Arbeitsspeicher (GB);Speicherplatz (GB);Preis EUR", "12,5"],
    ["Client;Nombre de pods;Coeurs;Mémoire Go;Stockage Go;Prix EUR", "12,5"],
    ["Cliente;Numero di pod;vCPU;Memoria GB;Archiviazione GB;Canone EUR", "12,5"],
  ])("say %s", (heads, cpu) => {
    const { tenants, problems } = readTenantsCsv(`${heads}\nMeier;40;${cpu};64;500;4.200,00`, { currency: "EUR" });
    expect(problems).toEqual([]);
    expect(tenants).toMatchObject([
      { demand: { pods: 40, cpu: "12.5", memory: "64G", storage: "500G" }, price: { monthly: "4200.00" } },
    ]);
  });
});
