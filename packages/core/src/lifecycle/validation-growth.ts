import type { LifecycleInput } from "./lifecycle-input.ts";
import { playUpgrades } from "./play-upgrades.ts";
import { validationCountOf } from "./upgrade-hours.ts";

/** How many validations a fleet of so many tenants has. */
export interface ValidationsOfSize {
  readonly tenantCount: number;
  readonly validationCount: number;
}

/** How validations grow with a fleet. */
export interface ValidationGrowth {
  /** Of the first tenant, of two, of four and so on, and of all. */
  readonly sizes: readonly ValidationsOfSize[];
  /** Each tenant brings as many as the first. */
  readonly isLinear: boolean;
}

/**
 * Counts the validations of a fleet's first tenants: with a calendar of their own each, so that what others hold back
 * counts. `validationGrowth(input).sizes` of five tenants has those of 1, 2, 4 and 5.
 * @throws InputError with everything of the input that cannot be played
 */
export function validationGrowth(input: LifecycleInput): ValidationGrowth {
  const sizes = sizesUpTo(input.readiness.length).map((tenantCount) => {
    const part = firstTenants(input, tenantCount);
    return { tenantCount, validationCount: validationCountOf(part, playUpgrades(part)) };
  });
  const first = sizes[0]?.validationCount ?? 0;
  return {
    sizes,
    isLinear: sizes.every(({ tenantCount, validationCount }) => validationCount === tenantCount * first),
  };
}

function sizesUpTo(most: number): readonly number[] {
  const sizes: number[] = [];
  for (let size = 1; size < most; size *= 2) sizes.push(size);
  return most === 0 ? [] : [...sizes, most];
}

/** The fleet with its first tenants only; a cluster that loses all of its tenants goes with them. */
function firstTenants(input: LifecycleInput, tenantCount: number): LifecycleInput {
  const readiness = input.readiness.slice(0, tenantCount);
  const kept = new Set(readiness.map(({ tenantId }) => tenantId));
  const clusters = input.clusters
    .map((cluster) => ({ ...cluster, tenantIds: cluster.tenantIds.filter((id) => kept.has(id)) }))
    .filter(({ tenantIds }, index) => tenantIds.length > 0 || input.clusters[index]?.tenantIds.length === 0);
  return { ...input, readiness, clusters };
}
