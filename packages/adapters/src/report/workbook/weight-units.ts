import { BYTES_PER_MIB } from "@nkp-planner/core";

/** In what units weights are whole numbers that a spreadsheet can multiply without losing a digit. */
export interface WeightUnits {
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
  /** By how much a user's weight is multiplied: 1000 where it has up to three digits after the point. */
  readonly weightScale: number;
}

/** Sums of weights stay below it: a product of two limbs then fits the 53 bits of a number in a cell. */
const LARGEST_SUM = 2 ** 47;
const MOST_DIGITS = 9;
const FEWEST_DIGITS = 3;

/**
 * The units for the tenants of a fleet. Where requests are so many and so odd that their products are too large, units
 * grow and weights are rounded to them: by less than a part in 10¹³, which moves a cent only between
 * tenants whose remainders are as close.
 */
export function weightUnitsOf(
  cpuMillicores: readonly number[],
  memoryBytes: readonly number[],
  shareWeights: readonly number[],
): WeightUnits {
  const product = 2 * sum(cpuMillicores) * sum(memoryBytes);
  const isSmall = (cpu: number, memory: number) => product / cpu / memory < LARGEST_SUM;
  const ofMemory = memoryBytes.reduce(greatestDivisor, BYTES_PER_MIB);
  const ofCpu = isSmall(1, ofMemory) ? 1 : cpuMillicores.reduce(greatestDivisor, 0) || 1;
  let unit = ofMemory;
  while (!isSmall(ofCpu, unit)) unit *= 2;
  return { cpuMillicores: ofCpu, memoryBytes: unit, weightScale: 10 ** digitsOf(shareWeights) };
}

function digitsOf(weights: readonly number[]): number {
  const isWhole = (digits: number) =>
    weights.every((weight) => Number(weight.toFixed(digits)) === Number(weight.toFixed(MOST_DIGITS)));
  let digits = FEWEST_DIGITS;
  while (digits < MOST_DIGITS && !isWhole(digits)) digits += 1;
  while (digits > 0 && sum(weights) * 10 ** digits >= LARGEST_SUM) digits -= 1;
  return digits;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
