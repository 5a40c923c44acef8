import { type FleetWorkbook, xlsxBytes } from "@nkp-planner/adapters/workbook";
import { readXlsx } from "hucre";
import { type CellValue, HyperFormula } from "hyperformula";

type Place = readonly [sheet: string, row: number, column: number];

/** A workbook written to bytes, read back, and computed again by another program's engine. */
export interface Recalculated {
  /** `valueAt("Summary", "B4")` */
  valueAt(sheet: string, cell: string): CellValue;
  set(sheet: string, cell: string, value: number): void;
  /** What a formula of one's own comes to, over the workbook's cells: `calculate("=SUM(Nodes!C4:C9)")` */
  calculate(formula: string): number;
  /** Every formula that does not come to what the file says beside it. */
  differences(): readonly string[];
  readonly formulaCount: number;
  readonly textAt: (sheet: string, cell: string) => unknown;
}

export async function recalculated(workbook: FleetWorkbook): Promise<Recalculated> {
  return recalculatedFile(await xlsxBytes(workbook));
}

export async function recalculatedFile(bytes: Uint8Array): Promise<Recalculated> {
  const file = await readXlsx(bytes);
  const cached: (readonly [Place, unknown])[] = [];
  const strings = new Map<string, unknown>();
  const sheets = Object.fromEntries(
    file.sheets.map((sheet) => [
      sheet.name,
      sheet.rows.map((row, rowIndex) =>
        row.map((value, columnIndex) => {
          const cell = sheet.cells?.get(`${rowIndex},${columnIndex}`);
          if (cell?.formula !== undefined) {
            cached.push([[sheet.name, rowIndex, columnIndex], cell.formulaResult ?? value]);
            return `=${cell.formula}`;
          }
          strings.set(`${sheet.name}/${rowIndex}/${columnIndex}`, value);
          return typeof value === "string" ? `'${value}` : (value as number | null);
        }),
      ),
    ]),
  );
  // Smart rounding takes a difference of large whole numbers for zero, which no spreadsheet does.
  const engine = HyperFormula.buildFromSheets(sheets, {
    licenseKey: "gpl-v3",
    smartRounding: false,
    useArrayArithmetic: true,
    precisionRounding: 14,
    maxRows: 100_000,
  });
  const idOf = (sheet: string) => engine.getSheetId(sheet) as number;
  const address = (sheet: string, cell: string) => engine.simpleCellAddressFromString(cell, idOf(sheet));
  const at = (sheet: string, cell: string) => {
    const found = address(sheet, cell);
    if (found === undefined) throw new Error(`There is no ${sheet}!${cell}.`);
    return found;
  };
  return {
    valueAt: (sheet, cell) => engine.getCellValue(at(sheet, cell)),
    set: (sheet, cell, value) => {
      engine.setCellContents(at(sheet, cell), value);
    },
    calculate: (formula) => engine.calculateFormula(formula, 0) as number,
    differences: () =>
      cached.flatMap(([[sheet, row, col], said]) => {
        const found = engine.getCellValue({ sheet: idOf(sheet), row, col });
        if (isSame(found, said)) return [];
        const formula = engine.getCellFormula({ sheet: idOf(sheet), row, col });
        return [
          `${sheet} row ${row + 1} column ${col + 1}: ${JSON.stringify(found)}, not ${JSON.stringify(said)} ${formula}`,
        ];
      }),
    formulaCount: cached.length,
    textAt: (sheet, cell) => {
      const { row, col } = at(sheet, cell);
      return strings.get(`${sheet}/${row}/${col}`);
    },
  };
}

/** Amounts agree to a hundredth of a cent, whatever binary fractions leave; ratios, which are small, to ten digits. */
function isSame(found: unknown, said: unknown): boolean {
  if (typeof found !== "number" || typeof said !== "number") return (found ?? "") === (said ?? "");
  const tolerance = Math.abs(said) < 1 ? 1e-10 : 1e-5;
  return Math.abs(found - said) < tolerance;
}

/** What an engine makes of one column of rows of numbers and formulas. */
export function valuesOfColumn(rows: readonly (readonly (number | string)[])[], column: number): readonly CellValue[] {
  const engine = HyperFormula.buildFromArray(
    rows.map((row) => [...row]),
    { licenseKey: "gpl-v3", smartRounding: false },
  );
  return rows.map((_, row) => engine.getCellValue({ sheet: 0, row, col: column }));
}
