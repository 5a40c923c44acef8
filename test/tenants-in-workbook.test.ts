import { type ReadResult, vmInventory } from "@nkp-planner/adapters";
import { findingText, problemOf } from "@nkp-planner/core";
import { writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";

const read = async (rows: readonly (readonly (string | number)[])[], options: Record<string, string> = {}) => {
  const bytes = await writeXlsx({
    sheets: [
      { name: "Deckblatt", rows: [["Angebot 2026"]] },
      { name: "Kunden", rows: rows.map((row) => [...row]) },
    ],
  });
  return vmInventory.read({ name: "Kunden.xlsx", bytes }, { options, currency: "EUR" });
};
const tenantsOf = ({ data }: ReadResult) => data as readonly { readonly name: string; readonly demand?: object }[];
const errorsOf = ({ findings }: ReadResult) => findings.filter(({ severity }) => severity === "error").map(problemOf);

describe("a workbook with a table of tenants", () => {
  it("is read by its heads, German ones too, below a title, numbers as the sheet has them", async () => {
    const result = await read([
      ["Stand Mai"],
      ["Kunde", "Anzahl Pods", "vCPU", "Arbeitsspeicher (GB)", "Preis EUR"],
      ["Meier AG", 40, 12.5, 64, 4200],
      ["Müller", 10, 4, 16, 1900.5],
    ]);
    expect(errorsOf(result)).toEqual([]);
    expect(tenantsOf(result)).toMatchObject([
      { name: "Meier AG", demand: { pods: 40, cpu: "12.5", memory: "64G" }, price: { monthly: "4200" } },
      { name: "Müller", demand: { pods: 10, cpu: "4", memory: "16G" }, price: { monthly: "1900.5" } },
    ]);
    expect(result.findings.map((one) => findingText(one)).join(" ")).toContain(
      'It has no list of VMs: the sheet "Kunden" is read as a table of tenants.',
    );
    expect(result.report).toMatchObject({ foundCount: 2, usedCount: 2 });
  });

  it("tells a mistake at the row of its sheet, and takes the others", async () => {
    const heads = ["Kunde", "Pods", "vCPU", "RAM GiB"];
    const result = await read([heads, ["Meier", 4, 2, 8], ["Müller", "viele", 2, 8]]);
    expect(tenantsOf(result).map(({ name }) => name)).toEqual(["Meier"]);
    expect(errorsOf(result)).toMatchObject([{ line: 3, column: 2 }]);
  });

  it("whose heads nobody knows is read as somebody says", async () => {
    const rows = [
      ["Wer", "wie viele", "Kerne", "RAM"],
      ["Meier", 4, 2, 8],
    ];
    const unknown = await read(rows);
    expect(unknown.data).toBeNull();
    expect(errorsOf(unknown)[0]?.expected).toContain("RVTools");
    expect(unknown.columns).toMatchObject({ heads: ["Wer", "wie viele", "Kerne", "RAM"] });
    const mistaken = await read(rows, { columns: "Wehr=tenant" });
    expect(errorsOf(mistaken)[0]?.found).toBe('"Wehr", which no column is called');
    const told = await read(rows, { columns: "Wer=tenant; wie viele=pods; RAM=memory (GiB)" });
    expect(errorsOf(told)).toEqual([]);
    expect(tenantsOf(told)).toMatchObject([{ name: "Meier", demand: { pods: 4, cpu: "2", memory: "8Gi" } }]);
  });
});
