import type { CostLine } from "@nkp-planner/core";
import { type Counted, counted } from "./counted.ts";

const GUARD_DIGITS = 9;

/** The lines by which one quantity is billed: what is used, tier by tier, then what fills a step or reaches a minimum. */
export interface BilledTogether {
  readonly lines: readonly CostLine[];
  readonly used: readonly CostLine[];
}

/** Lines of one rate in the order of the bill, parted where another quantity begins. */
export function billedTogether(ofRate: readonly CostLine[]): readonly BilledTogether[] {
  const groups: CostLine[][] = [];
  let last: CostLine | undefined;
  for (const line of ofRate) {
    if (last === undefined || isBeginning(line, last)) groups.push([]);
    groups.at(-1)?.push(line);
    last = line;
  }
  return groups.map((lines) => ({ lines, used: lines.filter(isUsed) }));
}

function isBeginning(line: CostLine, last: CostLine): boolean {
  if (!isUsed(line)) return false;
  return !isUsed(last) || tierIndexOf(line) <= tierIndexOf(last) || isOfPools(line) !== isOfPools(last);
}

/** What fills a step or reaches a minimum arises in no cluster. */
function isUsed({ portions }: CostLine): boolean {
  return portions.some(({ clusterName }) => clusterName !== null);
}

function isOfPools({ portions }: CostLine): boolean {
  return portions.some(({ poolName }) => poolName !== null);
}

function tierIndexOf({ rate, unitPrice }: CostLine): number {
  return rate.tariff.tiers.findIndex((tier) => tier.unitPrice.amount === unitPrice.amount);
}

/**
 * How much of a used quantity a line bills. The last tier that is reached takes whatever comes on top, at its own price;
 * undefined where that cannot be said by one formula.
 */
export function billedOf(line: CostLine, { lines, used }: BilledTogether, all: Counted): Counted | undefined {
  const { tariff } = line.rate;
  const { includedQuantity: included, mode, stepQuantity: step, minimumQuantity: minimum } = tariff;
  const rest = included === 0 ? all : most(0, counted(`${all.formula}-${included}`, all.planned - included));
  if (isUsed(line)) {
    const index = tierIndexOf(line);
    const from = tariff.tiers[index]?.fromQuantity ?? 0;
    if (mode === "volume" || used.length === 1) return rest;
    const beyond = from === 0 ? rest : most(0, counted(`${rest.formula}-${from}`, rest.planned - from));
    const end = tariff.tiers[index + 1]?.fromQuantity;
    if (line === used.at(-1) || end === undefined) return beyond;
    return counted(`MIN(${beyond.formula},${end - from})`, Math.min(beyond.planned, end - from));
  }
  if (lines.length - used.length !== 1) return undefined;
  if (step !== null && minimum === 0) {
    const steps = Math.ceil(Number((rest.planned / step).toFixed(GUARD_DIGITS)));
    const stepped = `ROUNDUP(ROUND((${rest.formula})/${step},${GUARD_DIGITS}),0)*${step}`;
    return counted(`${stepped}-(${rest.formula})`, steps * step - rest.planned);
  }
  return step === null ? most(0, counted(`${minimum}-(${rest.formula})`, minimum - rest.planned)) : undefined;
}

function most(least: number, { formula, planned }: Counted): Counted {
  return counted(`MAX(${least},${formula})`, Math.max(least, planned));
}

/** Whether a used quantity is still billed by the lines that there are: a formula that says yes, or to plan again. */
export function tierCheck({ lines, used }: BilledTogether, all: Counted): string | undefined {
  const [line] = used.slice(-1);
  if (line === undefined) return undefined;
  const { tiers, includedQuantity: included, minimumQuantity: minimum, stepQuantity: step } = line.rate.tariff;
  const index = tierIndexOf(line);
  const isFilled = lines.length > used.length;
  const quantity = `(${all.formula}-${included})`;
  const end = tiers[index + 1]?.fromQuantity;
  const claims = [
    `${quantity}>${Math.max(tiers[index]?.fromQuantity ?? 0, isFilled ? 0 : minimum)}-1/10^${GUARD_DIGITS}`,
    ...(end === undefined ? [] : [`${quantity}<=${end}`]),
    ...(isFilled && minimum > 0 ? [`${quantity}<=${minimum}`] : []),
    ...(!isFilled && step !== null ? [`MOD(ROUND(${quantity}/${step},${GUARD_DIGITS}),1)=0`] : []),
  ];
  return `IF(AND(${claims.join(",")}),"${IN_TIER}","${BEYOND_TIER}")`;
}

export const IN_TIER = "as planned";
const BEYOND_TIER = "beyond: plan again";

/** What is used of a quantity, all tiers together, after what is included. */
export function usedQuantity({ used }: BilledTogether): number {
  const included = used[0]?.rate.tariff.includedQuantity ?? 0;
  return used.reduce((sum, { quantity }) => sum + quantity, included);
}
