import { gibOf } from "../base/units.ts";
import { isKeptApart, largestFirst, type VmGroup } from "../clusters/hosts/vm-group.ts";
import { added } from "./added.ts";

/** What lies on one cluster of hosts: VMs by what tells them apart, and volume claims. */
export interface VmsOfHosts {
  readonly kinds: Readonly<Record<string, VmGroup>>;
  /** As text: a double ends at 2⁵³. */
  readonly claimsBytes: string;
}

/** VMs of some clusters as kinds. Hosts are counted by sizes, and not by names: alike pools are one group with their number. */
export function vmsOf(groups: readonly VmGroup[], claimsBytes: number): VmsOfHosts {
  const kinds = groups
    .filter(({ vmCount }) => vmCount > 0)
    .map((group): Readonly<Record<string, VmGroup>> => ({ [kindOf(group)]: { ...group, poolCount: 1 } }));
  return {
    kinds: kinds.reduce((all, one) => added(all, one, alikeTogether), {}),
    claimsBytes: String(claimsBytes),
  };
}

/** The VMs of two lists as one. */
export function addVms(a: VmsOfHosts, b: VmsOfHosts): VmsOfHosts {
  return {
    kinds: added(a.kinds, b.kinds, alikeTogether),
    claimsBytes: String(BigInt(a.claimsBytes) + BigInt(b.claimsBytes)),
  };
}

/** Volume claims in GiB. */
export function claimsGibOf({ claimsBytes }: VmsOfHosts): number {
  return gibOf(Number(claimsBytes));
}

/** What tells VMs apart for whoever counts hosts; where they are kept apart, how many stand for each other too. */
function kindOf(group: VmGroup): string {
  const { role, vcpu, memoryGiB, diskGiB, gpuCount = 0, surgeCount, vmCount } = group;
  return [role, vcpu, memoryGiB, diskGiB, gpuCount, surgeCount, isKeptApart(group) ? vmCount : "any"].join(" ");
}

/** Under the name of the first in the order in which hosts take them. */
function alikeTogether(a: VmGroup, b: VmGroup): VmGroup {
  const [first] = [a, b].toSorted((one, other) => largestFirst(one, other)) as [VmGroup, VmGroup];
  return {
    ...first,
    vmCount: a.vmCount + b.vmCount,
    poolCount: (a.poolCount ?? 1) + (b.poolCount ?? 1),
  };
}
