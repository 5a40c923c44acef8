import type { HostRoom } from "../host-capacity/host-capacity.ts";
import { compareText, isKeptApart, largestFirst, setOf, type VmGroup, vmCountOfEach } from "./vm-group.ts";

/** Whole units, in which sums of fractions are exact. */
export interface Units {
  readonly vcpuQuantity: number;
  readonly memoryQuantity: number;
  readonly gpuCount: number;
}

/** The VMs of a group, or the room for one of its upgrades. */
export interface ClassMember {
  readonly group: VmGroup;
  readonly isSurge: boolean;
}

/** VMs that are alike to whoever places them: of one size, and kept apart in the same way. */
export interface VmClass extends Units {
  readonly vmCount: number;
  /** Whose limit on one host they share with all classes of this index; null: as many as there is room for. */
  readonly apartIndex: number | null;
  readonly members: readonly ClassMember[];
}

/** Sets of VMs that stand for each other, alike in size and number. */
export interface AlikeSets {
  readonly setCount: number;
  /** Of each set. */
  readonly setVmCount: number;
}

/** All VMs of a placement, before it is known on how many hosts. */
export interface VmClasses {
  /** The largest first. */
  readonly classes: readonly VmClass[];
  /** By `apartIndex`. */
  readonly apart: readonly AlikeSets[];
}

/**
 * Alike VMs as one class, so that work goes with the number of different sizes, and not of VMs, clusters or hosts.
 * Room for an upgrade is not kept apart: a fourth control plane node on three hosts is brief.
 */
export function vmClassesOf(groups: readonly VmGroup[], surge: VmGroup | null): VmClasses {
  const present = groups.filter(({ vmCount }) => vmCount > 0);
  const sets = [...gathered(present.filter(isKeptApart), setOf).values()];
  const wayOf = new Map(sets.map((set) => [setOf(set[0] as VmGroup), wayApart(set)]));
  const ways = [...gathered(sets, wayApart)].sort(([a], [b]) => compareText(a, b));
  const indexOf = new Map(ways.map(([way], index) => [way, index]));
  const indexOfMember = ({ group, isSurge }: ClassMember) =>
    isSurge || !isKeptApart(group) ? null : (indexOf.get(wayOf.get(setOf(group)) ?? "") ?? null);
  const members: readonly ClassMember[] = [
    ...present.map((group) => ({ group, isSurge: false })),
    ...(surge === null ? [] : [{ group: surge, isSurge: true }]),
  ];
  const classes = [...gathered(members, (one) => `${sizeText(one.group)} ${indexOfMember(one)}`).values()]
    .map((alike) => alike.sort(inOrder))
    .sort(([a], [b]) => inOrder(a as ClassMember, b as ClassMember))
    .map((alike) => classOf(alike, indexOfMember(alike[0] as ClassMember)));
  const apart = ways.map(([, alike]) => ({
    setCount: alike.reduce((sum, [group]) => sum + (group?.poolCount ?? 1), 0),
    setVmCount: (alike[0] ?? []).reduce((sum, group) => sum + vmCountOfEach(group), 0),
  }));
  return { classes, apart };
}

/** Sets that are kept apart in the same way have the same text; one of several sizes stays for itself. */
function wayApart(set: readonly VmGroup[]): string {
  const [first] = set as readonly [VmGroup];
  return set.length === 1 ? `${sizeText(first)} × ${vmCountOfEach(first)}` : setOf(first);
}

function classOf(members: readonly ClassMember[], apartIndex: number | null): VmClass {
  const { group } = members[0] as ClassMember;
  return { ...unitsOf(group), vmCount: vmCountOf(members.map((one) => one.group)), apartIndex, members };
}

function inOrder(a: ClassMember, b: ClassMember): number {
  return largestFirst(a.group, b.group) || Number(a.isSurge) - Number(b.isSurge);
}

function sizeText({ vcpu, memoryGiB, gpuCount = 0 }: VmGroup): string {
  return `${vcpu}/${memoryGiB}${gpuCount === 0 ? "" : `/${gpuCount}`}`;
}

function vmCountOf(groups: readonly VmGroup[]): number {
  return groups.reduce((sum, { vmCount }) => sum + vmCount, 0);
}

function gathered<One>(all: readonly One[], keyOf: (one: One) => string): ReadonlyMap<string, One[]> {
  const found = new Map<string, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    const alike = found.get(key);
    if (alike === undefined) found.set(key, [one]);
    else alike.push(one);
  }
  return found;
}

const UNITS_PER_ONE = 1e9;
/** What 68.4 × 10⁹ may lack of a whole number in binary. */
const DUST_UNITS = 0.1;

/** Of a VM or of a host: what is no larger in numbers is no larger in units. */
export function unitsOf({ vcpu, memoryGiB, gpuCount = 0 }: HostRoom): Units {
  const whole = (size: number) => Math.floor(size * UNITS_PER_ONE + DUST_UNITS);
  return { vcpuQuantity: whole(vcpu), memoryQuantity: whole(memoryGiB), gpuCount };
}
