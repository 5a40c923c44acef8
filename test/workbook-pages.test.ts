import { workbookOf, xlsxBytes } from "@nkp-planner/adapters/workbook";
import { exampleFleet, examplePriceBook, examplePriceList, planningContext } from "@nkp-planner/catalog";
import { operatingModels, type PlannedFleet, plannedFleet } from "@nkp-planner/core";
import { readXlsx } from "hucre";
import { beforeAll, describe, expect, it } from "vitest";
import { fleetOf, pods, toyContext } from "./support/toy.ts";

type ReadSheet = Awaited<ReturnType<typeof readXlsx>>["sheets"][number];

/** A4 on its side, as Excel sets Calibri 11: a column of n characters is 7n + 5 pixels, 96 an inch; a line is 20. */
const PAPER = { wide: 11.69, high: 8.27 };
const PIXELS = { perInch: 96, perCharacter: 7, beside: 5, line: 20 };
/** Seven of eleven points: what is smaller is not read. */
const SMALLEST_SCALE = 7 / 11;

/** What a printer makes of a sheet by its settings alone; LibreOffice is asked where there is one. */
function printed(sheet: ReadSheet) {
  const { pageSetup: setup = {}, columns = [] } = sheet;
  const { left = 0.7, right = 0.7, top = 0.75, bottom = 0.75 } = setup.margins ?? {};
  const width = columns.reduce((sum, { width: one = 8.43 }) => sum + one * PIXELS.perCharacter + PIXELS.beside, 0);
  const pagesWide = setup.fitToWidth ?? Math.ceil(width / ((PAPER.wide - left - right) * PIXELS.perInch));
  const scale = Math.min(1, (pagesWide * (PAPER.wide - left - right) * PIXELS.perInch) / width);
  const linesOf = (row: readonly unknown[]) =>
    row.reduce<number>((most, value, index) => {
      const room = columns[index]?.width ?? 8.43;
      const isText = typeof value === "string" && index > 0;
      return Math.max(most, isText ? Math.ceil(value.length / room) : 1);
    }, 1);
  const lines = sheet.rows.reduce((sum, row) => sum + linesOf(row), 0);
  const linesAPage = Math.floor(((PAPER.high - top - bottom) * PIXELS.perInch) / (PIXELS.line * scale));
  return { scale, pagesWide, pageCount: pagesWide * Math.ceil(lines / linesAPage) };
}

describe("a workbook on paper", () => {
  const sheets = new Map<string, ReadSheet>();
  let plan: PlannedFleet;

  beforeAll(async () => {
    const [, , hybrid] = operatingModels as [never, never, (typeof operatingModels)[number]];
    const context = planningContext({
      release: exampleFleet.release,
      priceBook: examplePriceBook,
      priceList: examplePriceList,
    });
    plan = plannedFleet(exampleFleet, hybrid, context);
    const file = await readXlsx(await xlsxBytes(workbookOf(plan)), { readStyles: true });
    for (const sheet of file.sheets) sheets.set(sheet.name, sheet);
  }, 120_000);

  it("lies on its side, one page wide, as long as it is, and repeats its headings", () => {
    expect(sheets.size).toBeGreaterThan(10);
    for (const { name, pageSetup, freezePane } of sheets.values()) {
      expect(pageSetup, name).toMatchObject({
        orientation: "landscape",
        paperSize: "a4",
        fitToPage: true,
        fitToHeight: 0,
        printTitlesRow: "$3:$3",
      });
      expect(freezePane?.rows, name).toBe(3);
    }
    const wide = [...sheets.values()].filter(({ pageSetup }) => pageSetup?.fitToWidth !== 1).map(({ name }) => name);
    expect(wide).toEqual(["Weights", "Share steps"]);
  }, 120_000);

  it("says on every page what it is of, and which page of how many", () => {
    for (const { name, headerFooter } of sheets.values()) {
      expect(headerFooter?.oddHeader, name).toBe(`&L${plan.model.title}, ${plan.input.asOf}&R&A`);
      expect(headerFooter?.oddFooter, name).toBe("&R&P / &N");
    }
  });

  it("is large enough to be read, on few pages", () => {
    for (const [name, sheet] of sheets) expect(printed(sheet).scale, name).toBeGreaterThan(SMALLEST_SCALE);
    const pageCount = [...sheets.values()].reduce((sum, sheet) => sum + printed(sheet).pageCount, 0);
    expect(pageCount).toBeLessThan(47);
  });

  it("breaks what is longer than its column into lines, and keeps notes above the table", () => {
    for (const { name, rows, columns, cells, merges = [] } of sheets.values()) {
      for (const [rowIndex, row] of rows.entries()) {
        for (const [index, value] of row.entries()) {
          if (typeof value !== "string" || rowIndex < 2 || value.length <= (columns?.[index]?.width ?? 0)) continue;
          expect(cells?.get(`${rowIndex},${index}`)?.style?.alignment?.wrapText, `${name} ${value}`).toBe(true);
        }
      }
      const note = merges.find(({ startRow }) => startRow === 1);
      expect(note?.startCol, name).toBe(0);
      expect(cells?.get("1,0")?.style?.alignment?.wrapText, name).toBe(true);
    }
  });

  it("has as many pages across as tenants need, each beginning with what its rows are", async () => {
    const fleet = fleetOf(...Array.from({ length: 30 }, () => ({ workloads: [pods(1, "1", "1Gi")] })));
    const model = operatingModels[1] as (typeof operatingModels)[number];
    const file = await readXlsx(await xlsxBytes(workbookOf(plannedFleet(fleet, model, toyContext()))));
    const shares = file.sheets.find(({ name }) => name === "Shares") as ReadSheet;
    // 51 characters say what a row is, and 30 × 11 + 37 follow them: 367 ÷ (234 − 51), and what is free beside each.
    expect(shares.pageSetup).toMatchObject({ fitToWidth: 3, printTitlesColumn: "$A:$C" });
    expect(shares.freezePane).toEqual({ rows: 3, columns: 3 });
  });

  it("keeps a name with an ampersand as it is", async () => {
    const [model] = operatingModels as [(typeof operatingModels)[number]];
    const named = { ...workbookOf(plannedFleet(fleetOf(), model, toyContext())), title: "Smith & Sons" };
    const file = await readXlsx(await xlsxBytes(named));
    expect(file.sheets[0]?.headerFooter?.oddHeader).toBe("&LSmith && Sons&R&A");
  });
});
