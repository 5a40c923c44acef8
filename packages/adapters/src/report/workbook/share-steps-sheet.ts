import type { TenantId } from "@nkp-planner/core";
import {
  across,
  at,
  type Cell,
  columnName,
  type MoneyFormulas,
  type Row,
  tableSheet,
  type WorkbookSheet,
  whole,
} from "./cells.ts";
import { LIMB, type SharingGroup } from "./weights-sheet.ts";

export const STEPS = "Share steps";
/** Column of the first tenant's first step. */
const FIRST_STEP = 4;

/** A portion to be shared: its row on both sheets. */
export interface SharedPortion {
  readonly row: number;
  readonly amountCell: string;
  readonly amountMinors: number;
  readonly group: SharingGroup;
}

/** The steps of one row, a block of columns each: a column a tenant. */
const BLOCKS = ["guess", "excess", "remainder", "rounded down"] as const;

/** The cells of a step for some tenants, by their places among all. */
export function stepRange(
  block: (typeof BLOCKS)[number],
  row: number,
  count: number,
  [from, to]: readonly [number, number],
): string {
  const name = (index: number) => columnName(FIRST_STEP + BLOCKS.indexOf(block) * count + index);
  return from === to ? at(STEPS, name(from), row) : across(STEPS, [name(from), row], [name(to), row]);
}

/** How many smallest units are left when all are rounded down. */
export function leftOf(row: number): string {
  return at(STEPS, "D", row);
}

export function stepsSheet(ids: readonly TenantId[], lines: readonly Row[]): WorkbookSheet {
  return tableSheet(
    STEPS,
    "Amount × weight ÷ sum of weights in whole smallest units, with the exact remainder: products are taken in limbs, as they are larger than a cell is exact.",
    [
      ["Smallest units", 16],
      ["High limb", 12],
      ["Low limb", 12],
      ["Left", 8],
      ...BLOCKS.flatMap((block) => ids.map((id) => [`${id}, ${block}`, 18] as const)),
    ],
    lines,
    FIRST_STEP,
  );
}

/** What a share is rounded down to, and what remains, exactly. */
export function stepRow(portion: SharedPortion, ids: readonly TenantId[], money: MoneyFormulas): Row {
  const { row, amountCell, amountMinors, group } = portion;
  const count = ids.length;
  const name = (block: number, index: number) => `${columnName(FIRST_STEP + block * count + index)}${row}`;
  const steps = ids.map((id) => stepsOf(amountMinors, group.weights.get(id) ?? 0, group.totalWeight));
  const [totalHigh, totalLow] = group.totalLimbs;
  const total = group.total;
  const guesses = ids.map((id, index) =>
    whole(`IF(${total}=0,0,INT($A${row}*${group.weightCell(id)}/${total}))`, (steps[index] as Steps).guess),
  );
  const excesses = ids.map((id, index) => {
    const [high, low] = group.limbCells(id);
    const guess = name(0, index);
    const [guessHigh, guessLow] = [`INT(${guess}/${LIMB})`, `MOD(${guess},${LIMB})`];
    const upper = `$B${row}*${high}-${guessHigh}*${totalHigh}`;
    const middle = `$B${row}*${low}+$C${row}*${high}-${guessHigh}*${totalLow}-${guessLow}*${totalHigh}`;
    const lower = `$C${row}*${low}-${guessLow}*${totalLow}`;
    return whole(`ROUND(((${upper})*${LIMB}+(${middle}))*${LIMB}+(${lower}),0)`, (steps[index] as Steps).excess);
  });
  const corrected = (index: number, below: string, within: string, above: string) => {
    const excess = name(1, index);
    return `IF(${excess}<0,${below},IF(${excess}>=MAX(1,${total}),${above},${within}))`;
  };
  const remainders = ids.map((_, index) => {
    const excess = name(1, index);
    return whole(
      corrected(index, `${excess}+${total}`, excess, `${excess}-${total}`),
      (steps[index] as Steps).remainder,
    );
  });
  const parts = ids.map((_, index) => {
    const guess = name(0, index);
    return whole(corrected(index, `${guess}-1`, guess, `${guess}+1`), (steps[index] as Steps).part);
  });
  const given = steps.reduce((sum, { part }) => sum + part, 0);
  const partRange = count === 0 ? "0" : `SUM(${name(3, 0)}:${name(3, count - 1)})`;
  const head: readonly Cell[] = [
    whole(`ROUND(ABS(${amountCell})*${money.minorUnitsPerUnit},0)`, amountMinors),
    whole(`INT(A${row}/${LIMB})`, Math.floor(amountMinors / LIMB)),
    whole(`MOD(A${row},${LIMB})`, amountMinors % LIMB),
    whole(`A${row}-${partRange}`, amountMinors - given),
  ];
  return [...head, ...guesses, ...excesses, ...remainders, ...parts];
}

interface Steps {
  readonly guess: number;
  readonly excess: number;
  readonly remainder: number;
  readonly part: number;
}

/** The same steps as the formulas take. */
function stepsOf(amount: number, weight: number, total: number): Steps {
  if (total === 0) return { guess: 0, excess: 0, remainder: 0, part: 0 };
  const guess = Math.floor((amount * weight) / total);
  const excess = Number(BigInt(amount) * BigInt(weight) - BigInt(guess) * BigInt(total));
  if (excess < 0) return { guess, excess, remainder: excess + total, part: guess - 1 };
  if (excess >= total) return { guess, excess, remainder: excess - total, part: guess + 1 };
  return { guess, excess, remainder: excess, part: guess };
}
