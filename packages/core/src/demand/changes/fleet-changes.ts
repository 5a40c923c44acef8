import type { SizeOrigin } from "../../base/size-origin.ts";
import type { Resources } from "../../base/units.ts";
import type { PlanInput, Tenant } from "../../input/fleet.ts";
import { addSizes, type ExactSizes, exactSizesOf, isSameSizes, NO_SIZES } from "./exact-sizes.ts";
import { type SameBy, sameTenants } from "./same-tenants.ts";
import { type WorkloadChange, workloadChanges } from "./workload-changes.ts";

/** A tenant of one of two fleets, and what it asks for. */
export interface TenantSizes {
  readonly id: string;
  readonly name: string;
  readonly sizes: ExactSizes;
  /** null: only totals are known. */
  readonly workloadCount: number | null;
  /** null where the workloads are known, or nobody has said how large it is. */
  readonly largestPod: Resources | null;
  readonly origin?: SizeOrigin;
}

/** A tenant of both fleets. */
export interface TenantInBoth {
  readonly before: TenantSizes;
  readonly after: TenantSizes;
  /** By what it is taken as the same. */
  readonly by: SameBy;
  /** Empty where it is of totals in one of the two. */
  readonly workloads: readonly WorkloadChange[];
}

/** What changed from one fleet to another in what tenants ask for; prices and all else are not compared. */
export interface FleetChanges {
  readonly added: readonly TenantSizes[];
  readonly gone: readonly TenantSizes[];
  readonly changed: readonly TenantInBoth[];
  readonly unchanged: readonly TenantInBoth[];
  /** Of the fleet before, and of other files than those that are compared with it: nothing is known of them. */
  readonly notCompared: readonly TenantSizes[];
  /** Sums of all that is compared. */
  readonly before: ExactSizes;
  readonly after: ExactSizes;
}

/**
 * Compares what tenants ask for in two fleets.
 * @param after.isPart true: it is what some files say, and tenants from elsewhere are not gone because they are not in it
 */
export function fleetChanges(
  before: Pick<PlanInput, "tenants">,
  after: Pick<PlanInput, "tenants"> & { readonly isPart?: boolean },
): FleetChanges {
  const pairs = sameTenants(before.tenants, after.tenants);
  const paired = new Set(pairs.flatMap((pair) => [pair.before, pair.after]));
  const both = pairs.map(inBoth);
  const missing = before.tenants.filter((tenant) => !paired.has(tenant));
  const isFromThere = after.isPart === true ? fromOneOf([...paired, ...after.tenants]) : () => true;
  const added = after.tenants.filter((tenant) => !paired.has(tenant)).map(sizesOf);
  const gone = missing.filter(isFromThere).map(sizesOf);
  const sum = (all: readonly TenantSizes[]) => all.map(({ sizes }) => sizes).reduce(addSizes, NO_SIZES);
  return {
    added,
    gone,
    changed: both.filter(isChanged),
    unchanged: both.filter((one) => !isChanged(one)),
    notCompared: missing.filter((tenant) => !isFromThere(tenant)).map(sizesOf),
    before: sum([...both.map((one) => one.before), ...gone]),
    after: sum([...both.map((one) => one.after), ...added]),
  };
}

/** Whether a tenant comes from a file that one of others comes from: under its name of then, or of now. */
function fromOneOf(tenants: readonly Tenant[]): (tenant: Tenant) => boolean {
  const keyOf = ({ reader, file }: SizeOrigin) => JSON.stringify([reader, file]);
  const known = new Set(tenants.flatMap(({ origin }) => (origin === undefined ? [] : [keyOf(origin)])));
  return ({ origin }) => origin !== undefined && known.has(keyOf(origin));
}

function inBoth({ before, after, by }: ReturnType<typeof sameTenants>[number]): TenantInBoth {
  const [was, is] = [before.demand, after.demand];
  const workloads = "podCount" in was || "podCount" in is ? [] : workloadChanges(was, is);
  return { before: sizesOf(before), after: sizesOf(after), by, workloads };
}

function isChanged({ before, after, workloads }: TenantInBoth): boolean {
  const isOfTotals = ({ workloadCount }: TenantSizes) => workloadCount === null;
  return (
    workloads.length > 0 ||
    isOfTotals(before) !== isOfTotals(after) ||
    !isSameSizes(before.sizes, after.sizes) ||
    before.largestPod?.cpuMillicores !== after.largestPod?.cpuMillicores ||
    before.largestPod?.memoryBytes !== after.largestPod?.memoryBytes
  );
}

function sizesOf(tenant: Tenant): TenantSizes {
  const { id, name, demand, origin } = tenant;
  const isOfTotals = "podCount" in demand;
  return {
    ...{ id, name, sizes: exactSizesOf(tenant) },
    workloadCount: isOfTotals ? null : demand.length,
    largestPod: isOfTotals && demand.isEvenlySized !== true ? demand.largestPod : null,
    ...(origin === undefined ? {} : { origin }),
  };
}
