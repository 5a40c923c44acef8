import { addMonths } from "../base/dates.ts";
import { InputError } from "../base/findings/input-error.ts";
import type { Problem } from "../base/findings/problem.ts";
import type { IsoDate } from "../base/provenance.ts";
import { demandOf } from "../demand/demand.ts";
import { growthRatioOver } from "../demand/growth.ts";
import { MOST_REPLICAS } from "../input/demand-file.ts";
import type { DemandTotals } from "../input/demand-totals.ts";
import type { Tenant, TenantId } from "../input/fleet.ts";
import { isUnderContract } from "../input/fleet-of-day.ts";
import type { Workload } from "../input/workload.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";

/** A month of the calendar: from its first day up to, and without, the next one's. */
export interface ForecastMonth {
  /** 1 is the first. */
  readonly monthNumber: number;
  readonly firstDay: IsoDate;
  readonly nextFirstDay: IsoDate;
}

/** So many months, the first of them from a day on. */
export function monthsFrom(start: IsoDate, months: number): readonly ForecastMonth[] {
  return Array.from({ length: months }, (_, index) => ({
    monthNumber: index + 1,
    firstDay: addMonths(start, index),
    nextFirstDay: addMonths(start, index + 1),
  }));
}

/**
 * The tenants under contract on a month's first day, as large as they are at its end. Who comes during a month counts
 * from the next one.
 * @param arrivals in which month those come who grow from then on; the others grow from the first
 */
export function tenantsInMonth(
  tenants: readonly Tenant[],
  { monthNumber, firstDay }: ForecastMonth,
  { choices }: Pick<PlanningContext, "choices">,
  arrivals: ReadonlyMap<TenantId, number> = new Map(),
): readonly Tenant[] {
  return tenants
    .filter((tenant) => isUnderContract(tenant, firstDay))
    .map((tenant) => {
      const growthRatio = growthRatioOver(monthNumber + 1 - (arrivals.get(tenant.id) ?? 1), tenant, choices);
      return growthRatio === 0 ? tenant : { ...tenant, demand: grown(tenant.demand, 1 + growthRatio) };
    });
}

/** @throws InputError where a tenant would grow beyond what a fleet may hold */
/**
 * Lets tenants pass whose pods can still be planned at the end. @throws InputError with every one that grows beyond.
 */
export function requireRoomToGrow(
  tenants: readonly Tenant[],
  months: number,
  { choices }: Pick<PlanningContext, "choices">,
): void {
  const problems = tenants.flatMap((tenant, index): readonly Problem[] => {
    const { podCount } = demandOf({ demand: grown(tenant.demand, 1 + growthRatioOver(months, tenant, choices)) });
    if (podCount <= MOST_REPLICAS) return [];
    const path = ["tenants", index, "growthPercentPerYear"];
    const found = `${podCount} pods after ${months} months`;
    return [
      { path, found, expected: `at most ${MOST_REPLICAS} pods`, fix: "let it grow less, or look less far ahead" },
    ];
  });
  if (problems.length > 0) throw new InputError("fleet", problems);
}

/**
 * Demand times a factor of 1 or more: of each workload as many whole replicas more as there are, and what is left of
 * one as a pod of that part of its size, so that requests grow as the factor does. Totals: more pods and more requests,
 * the largest pod as large as it was. DaemonSets follow the nodes.
 *
 * One replica of 2 vCPU, times 1.05: the replica, and a pod of 0.1 vCPU; times 2: two replicas.
 */
export function grown(demand: Tenant["demand"], factor: number): Tenant["demand"] {
  if ("podCount" in demand) return grownTotals(demand, factor);
  return demand.flatMap((workload) => (workload.kind === "DaemonSet" ? [workload] : grownWorkload(workload, factor)));
}

function grownWorkload(workload: Workload, factor: number): readonly Workload[] {
  const replicas = tidied(workload.replicas * factor);
  const whole = Math.floor(replicas);
  const part = tidied(replicas - whole);
  const grownWhole = { ...workload, replicas: whole };
  if (part === 0) return [grownWhole];
  const { cpuMillicores, memoryBytes, storageBytes } = workload.requestsPerReplica;
  const requestsPerReplica = {
    cpuMillicores: roundedUp(cpuMillicores * part),
    memoryBytes: roundedUp(memoryBytes * part),
    storageBytes: roundedUp(storageBytes * part),
  };
  return [grownWhole, { ...workload, name: `${workload.name}, growth`, replicas: 1, requestsPerReplica }];
}

function grownTotals({ podCount, requests, largestPod, ...rest }: DemandTotals, factor: number): DemandTotals {
  const pods = roundedUp(podCount * factor);
  // No more than so many of the largest pod ask for, which the last digit of a product might exceed.
  const within = (amount: number, largest: number) => Math.min(roundedUp(amount * factor), pods * largest);
  return {
    ...rest,
    podCount: pods,
    requests: {
      cpuMillicores: within(requests.cpuMillicores, largestPod.cpuMillicores),
      memoryBytes: within(requests.memoryBytes, largestPod.memoryBytes),
      storageBytes: roundedUp(requests.storageBytes * factor),
    },
    largestPod,
  };
}

/** So that 10 × 1.1, which a double holds as a little more than 11, is 11. */
const DIGITS = 6;

function tidied(value: number): number {
  return Number(value.toFixed(DIGITS));
}

function roundedUp(value: number): number {
  return Math.ceil(tidied(value));
}
