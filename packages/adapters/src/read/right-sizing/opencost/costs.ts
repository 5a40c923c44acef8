import { readQuantity } from "@nkp-planner/core";
import { isRecord } from "../../objects/objects.ts";
import { at } from "../../objects/read-fields.ts";
import { decimals } from "../numbers-in-words.ts";

const NANO = 1_000_000_000n;
/** 730 hours. */
const MINUTES_PER_MONTH = 43_800n;

/** What a window cost, which is no price of a month: in billionths. */
interface Costs {
  readonly costNano: bigint;
  readonly minutesNano: bigint;
}

/** What all windows cost together, for how many minutes; null: nothing says. */
export function costsOf(windows: readonly (readonly unknown[])[]): Costs | null {
  const costs = windows.flat().flatMap((one) => nanoOf(at(one, "totalCost")) ?? []);
  if (costs.length === 0) return null;
  return { costNano: costs.reduce((total, one) => total + one, 0n), minutesNano: minutesOf(windows) };
}

/** How long all windows are together, in billionths of a minute: each as long as what was there longest in it. */
export function minutesOf(windows: readonly (readonly unknown[])[]): bigint {
  return windows.reduce(
    (total, all) =>
      total +
      all.reduce<bigint>((longest, one) => {
        const own = nanoOf(at(one, "minutes")) ?? 0n;
        return own > longest ? own : longest;
      }, 0n),
    0n,
  );
}

/** The costs of windows in words, and what they would be in a month. */
export function costsInWords({ costNano, minutesNano }: Costs): string {
  const [cost, minutes] = [decimals(costNano, 6), decimals(minutesNano, 6)];
  const of = `OpenCost's costs are of the window and not of a month, and no price is made of them: ${cost} in ${minutes} minutes`;
  if (minutesNano <= 0n) return `${of}.`;
  const month = (costNano * MINUTES_PER_MONTH * NANO) / minutesNano;
  return `${of}, which is ${decimals(month, 2)} for a month of 730 hours (× 43,800 ÷ ${minutes}), in whichever currency OpenCost counts.`;
}

/** Below zero, too: what is paid back is there as that. */
function nanoOf(value: unknown): bigint | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return null;
  const read = readQuantity(String(value));
  return read.ok ? read.quantity.nano : null;
}

/** Whether an entry of a window is an allocation at all, or nothing. */
export function isThere(data: unknown): boolean {
  return isRecord(data) || (data !== null && data !== undefined);
}
