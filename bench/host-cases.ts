import type { VmGroup } from "@nkp-planner/core";
import { type Draw, drawsFrom } from "./random.ts";

/** vCPU and GiB of a VM. */
type Size = readonly [vcpu: number, memoryGiB: number];

const CONTROL_PLANES: readonly Size[] = [
  [2, 8],
  [4, 12],
  [4, 16],
];
const WORKERS: readonly Size[] = [
  [3, 6],
  [4, 8],
  [4, 16],
  [8, 12],
  [8, 32],
  [16, 64],
];
const MOST_CLUSTERS = 4;
const CONTROL_PLANE_NODES = 3;
const MOST_WORKERS = 7;

/** Sizes as NKP has them, any others, and large ones, of which few share a host; in turns. */
const SIZES: readonly ((draw: Draw, among: readonly Size[]) => Size)[] = [
  (draw, among) => among[draw(0, among.length - 1)] as Size,
  (draw) => [draw(1, 9), draw(4, 48)],
  (draw) => [draw(4, 14), draw(20, 70)],
];

/** Fleets of one to four clusters, the same in every run: each has a control plane of three and up to seven workers. */
export function smallHostCases(count: number): readonly (readonly VmGroup[])[] {
  const draw = drawsFrom(1);
  return Array.from({ length: count }, (_, index) => {
    const sizeOf = SIZES[index % SIZES.length] as (typeof SIZES)[number];
    return Array.from({ length: draw(1, MOST_CLUSTERS) }, (_none, cluster) => [
      groupOf(cluster, "control-plane", CONTROL_PLANE_NODES, sizeOf(draw, CONTROL_PLANES)),
      groupOf(cluster, "workload", draw(2, MOST_WORKERS), sizeOf(draw, WORKERS)),
    ]).flat();
  });
}

function groupOf(cluster: number, role: VmGroup["role"], vmCount: number, [vcpu, memoryGiB]: Size): VmGroup {
  return { clusterName: `cluster-${cluster + 1}`, role, vmCount, vcpu, memoryGiB, diskGiB: 0, surgeCount: 1 };
}
