import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTenantsCsv } from "./tenants-csv.ts";
import { TenantsStream } from "./tenants-stream.ts";

function streamed(pieces: readonly string[]) {
  const stream = new TenantsStream("EUR");
  const all = [...pieces.flatMap((piece) => stream.push(piece)), ...stream.end()];
  return {
    tenants: all.flatMap(({ tenant }) => tenant ?? []),
    lines: all.flatMap(({ tenant, line }) => (tenant === undefined ? [] : line)),
    problems: all.flatMap(({ problems }) => problems),
    notices: new Set(stream.notices),
  };
}

/** Pieces of so many characters. */
function cut(text: string, size: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
}

const HEAD = "Kunde;Pods;vCPU;RAM (GiB);Preis (EUR);Notiz";
const ROWS = [
  "Ä;3;1,5;8;1.200,50;",
  'Kite;1;0,25;4;;"zwei\r\nZeilen; und ""mehr"""',
  "Basalt;x;1;1;;",
  "",
  "kite;1;1;1;;",
  "Orchid;2;1;1;5,00;;",
  "Summe;7;4;14;1.205,50;",
];

describe("rows of a table in pieces", () => {
  const table = ["Unsere Kunden", HEAD, ...ROWS].join("\r\n");
  const whole = readTenantsCsv(table, { currency: "EUR" });

  it("are what the whole table says, wherever it is cut", () => {
    expect(whole.tenants.map(({ name }) => name)).toEqual(["Ä", "Kite", "Orchid"]);
    expect(whole.problems.map(({ line }) => line)).toEqual([6, 8, 10]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: table.length }), (size) => {
        const { tenants, lines, problems, notices } = streamed(cut(table, size));
        expect({ tenants, lines, notices }).toEqual({
          tenants: whole.tenants,
          lines: whole.lines,
          notices: new Set(whole.notices),
        });
        expect(problems).toEqual(whole.problems);
      }),
    );
  });

  it("are the same of a long table, whose rows number more than it is read by", () => {
    const rows = Array.from(
      { length: 1500 },
      (_, index) => `Kunde ${index};${1 + (index % 3)};"1,5";8;1.200,50;"a\r\nb"`,
    );
    const long = [HEAD, ...rows].join("\r\n");
    const expected = readTenantsCsv(long, { currency: "EUR" });
    expect(expected.tenants).toHaveLength(1500);
    for (const size of [1000, 65_536, 65_537, long.length]) {
      const { tenants, lines, problems } = streamed(cut(long, size));
      expect(problems).toEqual([]);
      expect(tenants).toEqual(expected.tenants);
      expect(lines).toEqual(expected.lines);
    }
  });

  it("end where a quotation mark stands open for a million characters", () => {
    const { tenants, problems } = streamed([`${HEAD}\n${ROWS[0]}\n"`, ...cut("x\n".repeat(1_000_000), 65_536)]);
    expect(tenants).toHaveLength(1);
    expect(problems).toEqual([expect.objectContaining({ line: 3, found: "a row of more than a million characters" })]);
  });
});
