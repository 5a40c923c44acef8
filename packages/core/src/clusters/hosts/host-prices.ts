import { type PackingProblem, shareOf } from "./host-problem.ts";

/** Below it a difference is one of rounding. */
export const DUST = 1e-9;

/** What all vCPU and all memory of a host weigh, where no VM weighs more than the parts of both that it takes. */
export interface HostPrice {
  readonly vcpuWeight: number;
  readonly memoryWeight: number;
}

/** The parts of a host that VMs of a class take for a weight of 1. */
interface Taken {
  readonly vcpuRatio: number;
  readonly memoryRatio: number;
}

/**
 * Prices of a host, where VMs of some classes have weights: VMs on what is free of it weigh no more than that at any of
 * the prices, and at one of them that is as little as can be said without looking at whole VMs. Those classes set them
 * that take least for their weight: two of them, neighbours on the lower left of a hull around all, weigh just as much as
 * what they take.
 * @see https://en.wikipedia.org/wiki/Convex_hull_algorithms
 */
export function pricesOf(
  classIndices: readonly number[],
  weights: readonly number[],
  { vcpu, memory }: PackingProblem,
): readonly HostPrice[] {
  const taken = classIndices
    .map((one): Taken => {
      const weight = Math.max(DUST, weights[one] as number);
      const part = (share: number) => Math.max(DUST, share) / weight;
      return { vcpuRatio: part(shareOf(vcpu, one)), memoryRatio: part(shareOf(memory, one)) };
    })
    .sort((a, b) => a.vcpuRatio - b.vcpuRatio || a.memoryRatio - b.memoryRatio);
  const hull = lowerLeftOf(taken);
  const [first, last] = [hull[0], hull.at(-1)];
  if (first === undefined || last === undefined) return [{ vcpuWeight: 0, memoryWeight: 0 }];
  return [
    { vcpuWeight: 1 / first.vcpuRatio, memoryWeight: 0 },
    ...hull.slice(1).map((one, index) => priceOfBoth(hull[index] as Taken, one)),
    { vcpuWeight: 0, memoryWeight: 1 / last.memoryRatio },
  ];
}

/** No VMs on what is free of a host weigh more together. */
export function mostWeight(
  prices: readonly HostPrice[],
  free: readonly number[],
  { vcpu, memory }: PackingProblem,
): number {
  const vcpuPart = (free[0] as number) / vcpu.quantity;
  const memoryPart = (free[1] as number) / memory.quantity;
  let least = Number.POSITIVE_INFINITY;
  for (const { vcpuWeight, memoryWeight } of prices)
    least = Math.min(least, vcpuWeight * vcpuPart + memoryWeight * memoryPart);
  return least;
}

/** The corners of the hull, from the least vCPU to the least memory. */
function lowerLeftOf(byVcpu: readonly Taken[]): readonly Taken[] {
  const hull: Taken[] = [];
  for (const one of byVcpu) {
    if (one.memoryRatio >= (hull.at(-1)?.memoryRatio ?? Number.POSITIVE_INFINITY)) continue;
    for (;;) {
      const [last, before] = hull.toReversed();
      if (last === undefined || before === undefined || isBelowLine(last, before, one)) break;
      hull.pop();
    }
    hull.push(one);
  }
  return hull;
}

/** Whether it lies below the line between one with less vCPU and one with less memory. */
function isBelowLine(one: Taken, left: Taken, right: Taken): boolean {
  return (
    (one.vcpuRatio - left.vcpuRatio) * (right.memoryRatio - left.memoryRatio) >
    (right.vcpuRatio - left.vcpuRatio) * (one.memoryRatio - left.memoryRatio)
  );
}

/** The price at which what either takes weighs 1. */
function priceOfBoth(a: Taken, b: Taken): HostPrice {
  const determinant = a.vcpuRatio * b.memoryRatio - b.vcpuRatio * a.memoryRatio;
  return {
    vcpuWeight: (b.memoryRatio - a.memoryRatio) / determinant,
    memoryWeight: (a.vcpuRatio - b.vcpuRatio) / determinant,
  };
}
