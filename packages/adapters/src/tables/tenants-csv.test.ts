import { parseFleet, type WorkloadLibrary } from "@nkp-planner/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tenantColumnOf } from "./tenant-head.ts";
import { readTenantsCsv } from "./tenants-csv.ts";

const library: WorkloadLibrary = {
  presets: [{ id: "S", name: "Small", confidence: "assumption", sources: [], components: [] }],
  applications: [],
};

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
    for (const table of tables) {
      const { notices, columns: _, ...read } = readTenantsCsv(table);
      expect(read).toEqual({ tenants: [expected], lines: [2], problems: [], rowCount: 1 });
      for (const notice of notices) expect(notice).toContain("are read as GiB");
    }
  });

  it("say in which unit sizes are read where nobody names one", () => {
    const said = (head: string, ...cells: readonly string[]) =>
      readTenantsCsv(`name,pods,vcpu,${head}\n${cells.map((cell, index) => `T${index},1,1,${cell}\n`).join("")}`)
        .notices;
    const sentence = 'The column "ram" names no unit: its numbers without one are read as GiB.';
    expect(said("ram", "64", "2Gi")).toEqual([sentence]);
    expect(said("ram,storage", "8,500")).toEqual([sentence, sentence.replace("ram", "storage")]);
    expect(said("ram", "2Gi", "512 MiB")).toEqual([]);
    expect(said("ram gib", "64")).toEqual([]);
  });

  it("say what sizes in units of a thousand are in GiB, from heads or from cells", () => {
    const said = (head: string, cell: string) => readTenantsCsv(`name,pods,vcpu,${head}\na,1,1,${cell}\n`).notices;
    // 64 × 10⁹ ÷ 2³⁰ = 59.6.
    expect(said("ram gb", "64")).toEqual(['The column "ram gb" is read in GB, of which 64 are 59.6 GiB.']);
    expect(said("ram gib", "64 GB")).toEqual(['The column "ram gib" is read in GB, of which 64 are 59.6 GiB.']);
    expect(said("storage tb,ram gib", "2,8")).toEqual([
      'The column "storage tb" is read in TB, of which 2 are 1862.6 GiB.',
    ]);
  });

  it("say of a column of GPUs where they are asked for", () => {
    const said = (head: string) => readTenantsCsv(`name,pods,cpu,memory gib,${head}\na,1,1,2,1\n`).notices;
    expect(said("GPUs")).toEqual([
      'The column "GPUs" is left out: workloads ask for GPUs; write nvidia.com/gpu: 1 in the requests of a workload of a fleet file.',
    ]);
    expect(said("GPU count,nvidia.com/gpu")).toHaveLength(1);
    expect(said("colour")[0]).not.toContain("GPU");
  });

  it("keep GB and GiB apart", () => {
    expect(tenantColumnOf("Memory (GB)")).toMatchObject({ column: { id: "memory" }, suffix: "G" });
    const { tenants } = readTenantsCsv("name,pods,cpu,memory gb\na,1,1,96\n");
    expect(tenants[0]?.demand?.memory).toBe("96G");
  });

  it.each(["Memory (bytes)", "memory_bytes", "RAM [B]", "bytes"])("take numbers below %s for bytes", (head) => {
    const { tenants, problems, notices } = readTenantsCsv(`name,pods,cpu,${head}\na,1,1,68719476736\nb,1,1,65536\n`);
    expect([problems, notices]).toEqual([[], []]);
    expect(tenants.map(({ demand }) => demand?.memory)).toEqual(["68719476736", "65536B"]);
  });

  it("take B and bytes in a cell, and say how a head says so where numbers can be nothing else", () => {
    const { tenants, problems } = readTenantsCsv(
      "name,pods,cpu,memory\na,1,1,65536 B\nb,1,1,68719476736B\nc,1,1,65536 bytes\n",
    );
    expect(problems).toEqual([]);
    expect(tenants.map(({ demand }) => demand?.memory)).toEqual(["65536B", "68719476736", "65536B"]);
    const large = readTenantsCsv("name,pods,cpu,memory\na,1,1,68719476736\n");
    expect(large.problems).toHaveLength(1);
    expect(large.notices).toEqual([
      'The column "memory" names no unit: its numbers without one are read as GiB; where they are bytes, call it "memory (bytes)".',
    ]);
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
    expect(notices).toEqual([expect.stringContaining('"colour"'), expect.stringContaining('"memory"')]);
  });

  it("refuse a number that can be read in two ways", () => {
    const table = "tenant;pods;vcpu;memory;price\nA;1;1;8;3,500\nB;1;3,500;8;900\n";
    for (const text of [table, table.replaceAll(";", "\t")]) {
      const { tenants, problems } = readTenantsCsv(text);
      expect(tenants).toEqual([]);
      expect(problems).toMatchObject([
        { line: 2, column: 5, fix: "write 3500 or 3.5000" },
        { line: 3, column: 3 },
      ]);
    }
  });

  it.each([
    ["a price of a year", "price / year"],
    ["a price of a unit", "price per vCPU"],
    ["a price in no currency", "net / month"],
    ["sizes of one pod", "memory per pod gib"],
    ["a class", "storage class"],
    ["a key of every object", "constructor"],
  ])("leave out what would be another figure, and say so: %s", (_, head) => {
    const { tenants, notices } = readTenantsCsv(`name,pods,vcpu,ram gib,${head}\nA,1,2,4,12000\n`);
    expect(tenants).toEqual([
      { id: "a", name: "A", demand: { pods: 1, cpu: "2", memory: "4Gi" }, upgradeCadence: "fleet" },
    ]);
    expect(notices).toEqual([expect.stringContaining(`"${head}"`)]);
  });

  it("count in what head or cell says: millicores, MiB, TB", () => {
    const [a, b] = readTenantsCsv(
      "name;pods;cpu (m);memory [MiB];volumes TB\nA;1;500;2048;1,5\nB;1;2 cores;2 GB;300GiB\n",
    ).tenants;
    expect(a?.demand).toEqual({ pods: 1, cpu: "500m", memory: "2048Mi", storage: "1.5T" });
    expect(b?.demand).toEqual({ pods: 1, cpu: "2", memory: "2G", storage: "300Gi" });
  });

  it.each([
    ["semicolons, and a comma elsewhere", ";", "1,5", "3,500", "3.500"],
    ["a comma elsewhere in the table", "\t", "1,5", "3,500", "3.500"],
    ["a point elsewhere in the table", "\t", "1.5", "3,500", "3500"],
    ["commas between cells", ",", "", "1.234", "1.234"],
  ])("read `3,500` and `1.234` by %s", (_, separator, other, text, cpu) => {
    const rows = [
      ["name", "pods", "vcpu", "ram gib"],
      ["A", "1", text, "1"],
      ["B", "1", other || "1", "1"],
    ];
    expect(readTenantsCsv(rows.map((cells) => cells.join(separator)).join("\n")).tenants[0]?.demand?.cpu).toBe(cpu);
  });

  it("hold prices against the fleet's currency", () => {
    const table = (head: string, price: string) =>
      readTenantsCsv(`name;pods;vcpu;ram gib;${head}\nA;1;1;1;${price}\n`, { currency: "EUR" });
    expect(table("EUR / month", "€ 1’900,00").tenants[0]?.price).toEqual({ monthly: "1900.00" });
    expect(table("price", "CHF 900").problems).toMatchObject([{ expected: "an amount in EUR", line: 2, column: 5 }]);
    expect(table("USD / month", "900")).toMatchObject({
      tenants: [{ name: "A" }],
      notices: [expect.stringContaining("is in USD and is left out: the fleet counts in EUR")],
    });
    expect(table("USD / month", "900").tenants[0]).not.toHaveProperty("price");
  });

  it.each([
    ["$500", "EUR"],
    ["US$ 500", "EUR"],
    ["¥500", "EUR"],
    ["500 kr", "EUR"],
    ["kr. 500", "EUR"],
    ["₹500", "EUR"],
    ["CHF 500", "EUR"],
    ["500 USD", "EUR"],
    ["¤500", "EUR"],
    ["A$500", "USD"],
  ])("refuse an amount whose currency is, or may be, another: %s in %s", (text, currency) => {
    const { tenants, problems } = readTenantsCsv(`name;pods;vcpu;ram gib;price\nA;1;1;1;${text}\n`, { currency });
    expect(tenants).toEqual([]);
    expect(problems).toMatchObject([{ expected: `an amount in ${currency}`, line: 2, column: 5 }]);
  });

  it.each([
    ["Price ($)", "USD or AUD or another"],
    ["¥ / month", "JPY or CNY"],
    ["Fee (CHF)", "CHF"],
    ["Price ¤", "a currency that is not known here"],
  ])("leave out a column whose currency is, or may be, another, and say so: %s", (head, its) => {
    const { tenants, notices } = readTenantsCsv(`name;pods;vcpu;ram gib;${head}\nA;1;1;1;500\n`, { currency: "EUR" });
    expect(tenants[0]).not.toHaveProperty("price");
    expect(notices).toEqual([expect.stringContaining(`is in ${its} and is left out`)]);
  });

  it("take a sign of several currencies for the fleet's where it may be that, and say so", () => {
    const read = (head: string, price: string, currency: string) =>
      readTenantsCsv(`name;pods;vcpu;ram gib;${head}\nA;1;1;1;${price}\n`, { currency });
    for (const [head, price, currency] of [
      ["price", "$500", "USD"],
      ["price", "500 kr", "SEK"],
      ["Price ($)", "500", "USD"],
    ] as const) {
      const { tenants, notices } = read(head, price, currency);
      expect(tenants[0]?.price).toEqual({ monthly: "500" });
      expect(notices).toEqual([expect.stringContaining(`is read as ${currency}, the fleet's currency`)]);
    }
    expect(read("price", "₹500", "INR")).toMatchObject({ tenants: [{ price: { monthly: "500" } }], notices: [] });
    const { problems } = readTenantsCsv("name;pods;vcpu;ram gib;price\nA;1;1;1;$500\n");
    expect(problems).toMatchObject([{ expected: "an amount in a currency that can be told" }]);
  });

  it("hold a row's own currency against the fleet's", () => {
    const rows =
      "name;pods;vcpu;ram gib;price;Currency\nA;1;1;1;1200;USD\nB;1;1;1;900;eur\nC;1;1;1;900;\nD;1;1;1;;USD\n";
    const { tenants, problems, notices } = readTenantsCsv(rows, { currency: "EUR" });
    expect(tenants.map(({ name }) => name)).toEqual(["B", "C", "D"]);
    expect(problems).toMatchObject([{ line: 2, column: 5, expected: 'an amount in EUR, as the row says "USD"' }]);
    expect(notices).toEqual([]);
  });

  it.each(["Währung", "Cur.", "in"])("know a column of currencies by what is in it: %s", (head) => {
    const rows = `name;pods;vcpu;ram gib;price;${head}\nA;1;1;1;1200;$\nB;1;1;1;900;€\nC;1;1;1;900;CHF\n`;
    const { tenants, problems, notices } = readTenantsCsv(rows, { currency: "EUR" });
    expect(tenants.map(({ name }) => name)).toEqual(["B"]);
    expect(problems.map(({ line }) => line)).toEqual([2, 4]);
    expect(notices).toEqual([]);
  });

  it("say once what there is to say of several columns", () => {
    const { notices } = readTenantsCsv("name,preset,Storge,Colour,Contact\nA,S,1,red,x\n");
    expect(notices).toEqual([
      'The column "Storge" says nothing of a tenant that is known here and is left out; did you mean "storage"?',
      expect.stringMatching(/^The columns "Colour", "Contact" say nothing .* use one of: tenant, /),
    ]);
  });

  it("may begin below a title and name their separator; a sum below them is no tenant", () => {
    const { tenants, problems, notices } = readTenantsCsv(
      "sep=;\nTenants of 2026\n\nname;pods;vcpu;ram gib\nA;1;1;1\nTotal;1;1;1\n",
    );
    expect(tenants.map(({ name }) => name)).toEqual(["A"]);
    expect(problems).toMatchObject([{ line: 6, found: '"Total"' }]);
    expect(notices).toEqual(["Line 2 stands above the names of the columns and is left out."]);
  });

  describe("with a row of sums", () => {
    const table = (last: string, head = "name;pods;vCPU;RAM GiB;storage;EUR / month") =>
      readTenantsCsv(`${head}\nA;10;2,5;8;100;1.900,50\nB;3;500m;4,25;;\nC;2;1;512Mi;1 TiB;99,50\n${last}\n`, {
        currency: "EUR",
      });

    it.each(["Gesamt", "Σ", "合計", "Summe Kunden", "Total", "Итого", "", "All of them"])("called %j", (name) => {
      const { tenants, problems, notices, rowCount } = table(`${name};15;4;12,75;1124;2.000,00`);
      expect(problems).toEqual([]);
      expect(tenants.map((tenant) => tenant.name)).toEqual(["A", "B", "C"]);
      const called = name === "" ? "" : `, ${JSON.stringify(name)},`;
      expect(notices).toContain(`Line 5${called} adds up the rows above it and is left out: it is no tenant.`);
      expect(rowCount).toBe(3);
    });

    it.each([
      ["some of the columns only", "Gesamt;15;;;;2000"],
      ["sums that are rounded", "Gesamt;15;4;13;1124;2.000"],
    ])("of %s", (_, last) => {
      expect(table(last)).toMatchObject({ problems: [], tenants: [{}, {}, {}] });
    });

    it.each([
      ["one of whose numbers is none", "Large;15;4;12,75;1124;2.000,01"],
      ["that says nothing of any sum", "Empty;0;0;0;0;0"],
    ])("but not one %s", (_, last) => expect(table(last).tenants).toHaveLength(4));

    it("but not one that has a preset, whose price is the sum by chance", () => {
      const { tenants } = readTenantsCsv("name,preset,price\nA,S,100\nB,S,200\nC,S,300\n", { library });
      expect(tenants).toHaveLength(3);
    });

    it("but not one that is like the only row above it", () => {
      const { tenants } = readTenantsCsv("name,pods,vcpu,ram gib\nA,1,1,1\nB,1,1,1\n");
      expect(tenants).toHaveLength(2);
    });

    it("whose numbers are other ones is refused by its name, in many languages", () => {
      for (const name of ["Gesamt", "Summe", "Totale", "Somme", "Σ", "合計", "Grand total:", "Zwischensumme", "Итого"])
        expect(table(`${name};16;4;13;1124;2.000`).problems, name).toMatchObject([{ line: 5, column: 1 }]);
    });
  });

  it("are refused where one name stands in two rows, and nothing tells whether that is one tenant", () => {
    const { tenants, problems } = readTenantsCsv(
      "name,pods,vcpu,ram gib\nKite,1,1,1\nBasalt,1,1,4\n kite ,2,1,1\nKite,3,1,1\n",
    );
    expect(tenants.map(({ name }) => name)).toEqual(["Kite", "Basalt"]);
    expect(problems).toEqual([4, 5].map((line) => expect.objectContaining({ line, column: 1 })));
    expect(problems[0]).toMatchObject({
      found: '"kite" a second time, as in line 2',
      expected: "a row for each tenant",
      fix: "add the rows up where they are one tenant, or give each a name, or an id, of its own",
    });
  });

  it("say which rows have one name and ids of their own", () => {
    const { tenants, problems, notices } = readTenantsCsv(
      "id,name,pods,vcpu,ram gib\nkite-a,Kite,1,1,1\nx,Basalt,1,1,4\nkite-b,Kite,1,1,1\n",
    );
    expect(problems).toEqual([]);
    expect(tenants).toHaveLength(3);
    expect(notices).toEqual(['"Kite" stands in the lines 2, 4: these are tenants of their own, by their ids.']);
  });

  it.each([
    ["two columns for one thing", "name,pods,vcpu,Memory GiB,Memory GB\nA,1,1,1,1\n", 1, 5],
    ["a preset beside sizes", "name,pods,vcpu,ram gib,preset\nA,1,1,1,S\n", 2, 5],
    ["neither preset nor sizes", "name,preset\nA,\n", 2, 2],
    ["a cadence that there is not", "name,pods,vcpu,ram gib,upgrades\nA,1,1,1,weekly\n", 2, 5],
    ["half a largest pod", "name,pods,vcpu,ram gib,largest pod vcpu,largest pod gib\nA,1,1,1,1,\n", 2, 6],
    ["an id that is none", "id,name,pods,vcpu,ram gib\n__proto__,A,1,1,1\n", 2, 1],
    ["the same id twice", "id,name,pods,vcpu,ram gib\nx,A,1,1,1\nx,B,1,1,1\n", 3, 1],
    ["a size beyond all limits", "name,pods,vcpu,ram gib\nA,1,1,99999999999999\n", 2, 4],
    ["a cell too many", "name,pods,vcpu,ram gib\nA,1,1,1,2\n", 2, 5],
    ["a cell too few", "name,pods,vcpu,ram gib\nA,1,1\n", 2, 4],
    ["lines that end as on old machines", "name,pods,vcpu,ram gib\rA,x,1,1\r", 2, 2],
    ["rows swallowed by a quotation mark", 'name,pods,vcpu,ram gib,note\nA,1,1,1,"open\nB,1,1,1,\n', 2, 1],
  ])("say where the mistake is, and take no row with it: %s", (_, table, line, column) => {
    const { tenants, problems } = readTenantsCsv(table);
    expect(problems.map((problem) => [problem.line, problem.column])).toEqual([[line, column]]);
    expect(tenants.length).toBe(table.includes("x,B") ? 1 : 0);
  });

  it("are what a fleet file may hold, whatever the cells are", () => {
    const odd = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom("__proto__", "A B", "99999999", "99999Ti", "0", "1.234", "7 CHF", "0.125", "1000000", "S"),
    );
    const mostly = (...good: readonly string[]) =>
      fc.oneof({ weight: 29, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: odd });
    const columns = {
      id: mostly("", "", "", "", "a"),
      name: mostly("Kite", "Basalt Bank", "Ä", "=1+1", "<b>"),
      pods: mostly("1", "12", "1.000"),
      vcpu: mostly("1", "1,5", "500m"),
      "ram gb": mostly("8", "2 GiB", "0,5", "1Ti"),
      storage: mostly("", "-", "100"),
      upgrades: mostly("", "own", "fleet"),
      price: mostly("", "€ 5", "1.900,00"),
      "growth %": mostly("", "5", "5 %"),
      preset: mostly(""),
    };
    const heads = Object.keys(columns);
    let taken = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(...Object.values(columns)), { maxLength: 10 }), (rows) => {
        const { tenants } = readTenantsCsv([heads, ...rows].map((cells) => cells.join("\t")).join("\n"), {
          currency: "EUR",
          library,
        });
        const fleet = { apiVersion: "nkp-planner/v1", kind: "Fleet", asOf: "2026-01-01", release: "nkp-2.17.1" };
        expect(parseFleet({ ...fleet, currency: "EUR", tenants }, "fleet", library).tenants.length).toBe(
          tenants.length,
        );
        taken += tenants.length;
      }),
    );
    expect(taken).toBeGreaterThan(50);
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
      'tenant,pods,vcpu,memory\n"=cmd()|x",1,1,1\n<img src=x>,1,1,1\n__proto__,1,1,1\nKite,1,1,1\nKite!,1,1,1\n';
    const { tenants } = readTenantsCsv(table);
    expect(tenants.map(({ name }) => name)).toEqual(["=cmd()|x", "<img src=x>", "__proto__", "Kite", "Kite!"]);
    expect(tenants.map(({ id }) => id)).toEqual(["cmd-x", "img-src-x", "proto", "kite", "kite-2"]);
  });

  it("come back as they were written, and nonsense never throws", () => {
    const cell = fc
      .string({ minLength: 1, maxLength: 20 })
      .map((text) => text.trim())
      .filter((text) => text !== "" && !/^(sum|total)s?:?$/i.test(text));
    const row = fc.record({
      name: cell,
      pods: fc.integer({ min: 1, max: 500 }),
      cpu: fc.nat(100),
      memory: fc.nat(500),
    });
    const sumsUp = (rows: readonly { pods: number }[]) =>
      rows.slice(0, -1).reduce((sum, { pods }) => sum + pods, 0) === rows.at(-1)?.pods;
    const selector = ({ name }: { name: string }) => name.toLowerCase();
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { minLength: 2, maxLength: 20, selector }).filter((rows) => !sumsUp(rows)),
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
