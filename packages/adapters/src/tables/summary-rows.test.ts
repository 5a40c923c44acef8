import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTenantsCsv } from "./tenants-csv.ts";

const HEAD = "name;pods;vCPU;RAM GiB;storage;EUR / month";
const TENANTS = ["A;10;2,5;8;100;1.900,50", "B;3;500m;4,25;;", "C;2;1;512Mi;1 TiB;99,50"];
const read = (...rows: readonly string[]) => readTenantsCsv(`${[HEAD, ...rows].join("\n")}\n`, { currency: "EUR" });
const names = ({ tenants }: ReturnType<typeof read>) => tenants.map(({ name }) => name);

const SUMS = "15;4;12,75;1124;2.000,00";
const AVERAGES = "5;1,33;4,25;562;1.000,00";

describe("rows that are made of others", () => {
  it.each([
    ["sums, then averages", [...TENANTS, `Gesamt;${SUMS}`, `Durchschnitt;${AVERAGES}`]],
    ["averages alone", [...TENANTS, `Average;${AVERAGES}`]],
    ["averages whose name says it among other words", [...TENANTS, `Gesamt;${SUMS}`, `Ø je Kunde;${AVERAGES}`]],
    ["averages without a name", [...TENANTS, `Gesamt;${SUMS}`, `;${AVERAGES}`]],
    ["names that nobody knows", [...TENANTS, `All of them;${SUMS}`, `Typical one;${AVERAGES}`]],
    ["an average in the column of prices", [...TENANTS, "Gesamt;15;4;12,75;1124;1.000,00"]],
    ["an average of prices only, whatever it is called", [...TENANTS, "All of them;15;4;12,75;1124;1.000,00"]],
    ["counts", [...TENANTS, `Total;${SUMS}`, "Count;3;3;3;2;2"]],
    ["the least and the most", [...TENANTS, `Total;${SUMS}`, "Min;2;500m;0,5;100;99,50", "Max;10;2,5;8;1024;1.900,50"]],
    ["averages below sums by a short word", [...TENANTS, `Total;${SUMS}`, `pro Kunde;${AVERAGES}`]],
    ["the least and the most alone", [...TENANTS, "Minimum;2;500m;0,5;100;", "Maximum;10;2,5;8;1024;"]],
    ["a row of nothing between", [...TENANTS, ";;;;;", `Total;${SUMS}`, "", `Average;${AVERAGES}`]],
    ["sums of only some columns", [...TENANTS, "Total;15;;;;", "Average;;;;;1.000,00"]],
    ["sums at the top", [`Total;${SUMS}`, ...TENANTS]],
    ["sums and averages at the top", [`Total;${SUMS}`, `Average;${AVERAGES}`, ...TENANTS]],
    ["the number of tenants as a name", [...TENANTS, `3 Kunden;${SUMS}`]],
    ["an average of pods with a fraction", [...TENANTS.slice(0, 2), "Average;6,5;1,5;6,125;100;1.900,50"]],
  ])("are no tenants, and said: %s", (_, rows) => {
    const table = read(...rows);
    expect(table.problems).toEqual([]);
    expect(names(table)).toEqual(
      rows.some((row) => row.startsWith("C")) && rows.length > 3 ? ["A", "B", "C"] : ["A", "B"],
    );
    const left = table.notices.filter((notice) => notice.endsWith("and is left out: it is no tenant."));
    expect(left).toHaveLength(rows.filter((row) => /^[^;]*;.*\d/.test(row)).length - table.tenants.length);
  });

  it("in rows of decimal commas, whose head tells what is between cells", () => {
    expect(names(read("A;1,5;2,5;8,5;1,5;1,00", "B;1;2,5;4,2;1,5;2,00"))).toHaveLength(1);
    expect(names(read("A;1;2,5;8,5;1,5;1,00", "B;1;2,5;4,2;1,5;2,00"))).toEqual(["A", "B"]);
  });

  it("are said by what they are and where", () => {
    expect(read(...TENANTS, `Total;${SUMS}`, `Average;${AVERAGES}`).notices).toEqual([
      'Line 5, "Total", adds up the rows above it and is left out: it is no tenant.',
      'Line 6, "Average", has the averages of the rows above it and is left out: it is no tenant.',
      'The column "storage" names no unit: its numbers without one are read as GiB.',
    ]);
  });

  it("may sum up groups, the whole below them once or twice", () => {
    const groups = (north: string, south: string) => [
      ...["A;1;2;8;;100", "B;2;3;9;;150", `${north};3;5;17;;250`],
      ...["C;4;1;7;;90", "D;5;7;3;;80", `${south};9;8;10;;170`],
    ];
    const named = groups("Subtotal", "Zwischensumme Süd");
    for (const rows of [
      named,
      [...named, "Total;12;13;27;;420"],
      [...groups("North", "South"), "Total;12;13;27;;420"],
    ]) {
      const table = read(...rows);
      expect(table.problems).toEqual([]);
      expect(names(table)).toEqual(["A", "B", "C", "D"]);
    }
    const alone = read(...groups("North", "South"));
    expect(names(alone)).toEqual(["A", "B", "North", "C", "D", "South"]);
    expect(alone.notices.filter((notice) => notice.includes("taken as a tenant"))).toHaveLength(1);
  });

  it("may be sums of more digits than the rows show, where their name says so", () => {
    const rows = ["A;1;2,3;8;;", "B;1;1,3;8;;", "C;1;0,3;9;;"];
    expect(names(read(...rows, "Total;3;4,0;25;;"))).toEqual(["A", "B", "C"]);
    expect(names(read(...rows, "Delta;3;4,0;25;;"))).toEqual(["A", "B", "C", "Delta"]);
  });

  it("are said and kept where it may be chance", () => {
    const rows = ["Small;10;5;20;;", "Medium;20;10;40;;"];
    for (const [last, does] of [
      ["Large;30;15;60;;", "adds up the rows"],
      ["Middle;15;7,5;30;;", "has the averages of the rows"],
    ] as const) {
      const table = read(...rows, last);
      expect(table.tenants).toHaveLength(3);
      expect(table.notices.join("\n")).toContain(
        `${does} above it and is taken as a tenant, for that may be chance: remove the row if it is none.`,
      );
    }
  });

  it.each([
    ["one alone", ["A;1;1;1;;100"]],
    ["two alike", ["A;1;2;3;;100", "B;1;2;3;;100"]],
    ["three alike", ["A;1;2;3;;100", "B;1;2;3;;100", "C;1;2;3;;100"]],
    ["one that is the average in one column", ["A;1;2;3;;100", "B;3;5;8;;200", "C;2;9;1;;150"]],
    ["one that is the largest of all", ["A;1;2;3;;100", "B;3;5;8;;200", "Max;3;5;8;;200"]],
    ["sizes that double at one price", ["A;1;1;1;;100", "B;2;2;2;;100", "C;3;3;3;;100"]],
    ["two real ones whose names have such words", ["Total Energies;1;2;3;;100", "Per Sempre;3;5;8;;200"]],
  ])("but tenants are tenants: %s", (_, rows) => {
    const table = read(...rows);
    expect(table.problems).toEqual([]);
    expect(table.tenants).toHaveLength(rows.length);
  });

  it("never take a tenant with them that is no sum of those above it", () => {
    const row = fc.record({
      name: fc.constantFrom("Kite", "Max", "Nord", "Media Group", "Pro Juventute", "Basalt"),
      pods: fc.integer({ min: 1, max: 6 }),
      cpu: fc.integer({ min: 1, max: 6 }),
      ram: fc.integer({ min: 1, max: 6 }),
      price: fc.option(fc.integer({ min: 1, max: 6 }), { nil: "" as const }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const total = (of: readonly { pods: number }[]) => of.reduce((sum, { pods }) => sum + pods, 0);
        const isSum = rows.some(({ pods }, index) => index > 1 && pods === total(rows.slice(0, index)));
        const lines = rows.map(
          ({ name, pods, cpu, ram, price }, index) => `${name} ${index};${pods};${cpu};${ram};;${price}`,
        );
        const table = read(...lines);
        expect(table.problems).toEqual([]);
        if (!isSum) expect(table.tenants).toHaveLength(rows.length);
        expect(table.tenants.length).toBeGreaterThanOrEqual(Math.min(2, rows.length));
      }),
      { numRuns: 200 },
    );
  });

  it("are found in tables of thousands of rows at once, hostile ones too", () => {
    const many = Array.from({ length: 2500 }, (_, index) => `Total ${index};1;1;1;;`);
    expect(read(...many).tenants.length).toBeGreaterThan(0);
  });
});
