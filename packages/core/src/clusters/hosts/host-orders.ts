import { type PackingProblem, shareOf } from "./host-problem.ts";

/** What makes a VM large: each meaning suits another kind of fleet. */
const SIZES: readonly ((vcpuShare: number, memoryShare: number) => number)[] = [
  (_, memory) => memory,
  (vcpu) => vcpu,
  (vcpu, memory) => Math.max(vcpu, memory),
  (vcpu, memory) => vcpu + memory,
  (vcpu, memory) => vcpu * memory,
];

/**
 * Orders in which classes are worth being placed: the largest first, and VMs that are kept apart, or have GPUs, among
 * the others or before them. Where others come first, they may fill hosts to the brim until too few are left for VMs that must not
 * share one.
 */
export function ordersOf({ vcpu, memory, places, gpus, vmCounts }: PackingProblem): readonly (readonly number[])[] {
  const isApart = (one: number) => places.some(({ perVm }) => perVm[one] !== 0);
  const orders = SIZES.flatMap((sizeOf) => {
    const size = (one: number) => sizeOf(shareOf(vcpu, one), shareOf(memory, one));
    const largestFirst = [...vmCounts.keys()].sort((a, b) => size(b) - size(a) || a - b);
    const before = (isFirst: (one: number) => boolean) => [
      ...largestFirst.filter(isFirst),
      ...largestFirst.filter((one) => !isFirst(one)),
    ];
    const gpuFirst = gpus === null ? [] : [before((one) => gpus.perVm[one] !== 0)];
    return [largestFirst, before(isApart), ...gpuFirst];
  });
  return [...new Map(orders.map((order) => [order.join(), order])).values()];
}
