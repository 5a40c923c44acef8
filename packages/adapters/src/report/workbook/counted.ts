/** How much of something there is: a formula over the workbook's inputs, and what it comes to as planned. */
export interface Counted {
  readonly formula: string;
  readonly planned: number;
}

export function counted(formula: string, planned: number): Counted {
  return { formula, planned };
}

/** Several together; undefined where one of them is not known. */
export function sumOfCounted(all: readonly (Counted | undefined)[]): Counted | undefined {
  if (all.length === 0 || all.includes(undefined)) return undefined;
  const known = all as readonly Counted[];
  return counted(
    known.map(({ formula }) => formula).join("+"),
    known.reduce((sum, { planned }) => sum + planned, 0),
  );
}

/** So small a part of a quantity is what binary fractions leave. */
const DUST = 1e-9;

/** Whether a formula comes to a quantity of the plan. */
export function comesTo(one: Counted | undefined, quantity: number): one is Counted {
  return one !== undefined && Math.abs(one.planned - quantity) <= DUST * Math.max(1, Math.abs(quantity));
}
