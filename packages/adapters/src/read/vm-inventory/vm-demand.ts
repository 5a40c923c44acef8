import type { TotalsDraft } from "../../tables/tenant-draft.ts";
import type { Vm } from "./vm-table.ts";

/** What of a VM's size its pod requests. */
export interface LiftFactors {
  readonly cpu: number;
  readonly memory: number;
}

const MILLICORES_PER_VCPU = 1000;

/**
 * VMs as demand: each that counts is one pod of the VM's vCPU and memory, each times its factor and rounded up; the
 * largest pod has the most vCPU and the most memory of any of them; storage is the disks of all VMs, as those that are
 * off keep theirs.
 *
 * 4 vCPU and 16 GiB, and 2 vCPU and 32 GiB, by factors 0.5 and 1: 2 pods, 3 vCPU, 48 GiB; the largest 2 vCPU, 32 GiB.
 */
export function demandOf(counted: readonly SizedVm[], all: readonly Vm[], factors: LiftFactors): TotalsDraft {
  const cpus = counted.map(({ vcpu }) => Math.ceil(exact(vcpu * factors.cpu * MILLICORES_PER_VCPU)));
  const memories = counted.map(({ memoryMiB }) => Math.ceil(exact(memoryMiB * factors.memory)));
  const diskMiB = sum(all.map((one) => Math.ceil(one.diskMiB ?? 0)));
  return {
    pods: counted.length,
    cpu: `${sum(cpus)}m`,
    memory: `${sum(memories)}Mi`,
    ...(diskMiB === 0 ? {} : { storage: `${diskMiB}Mi` }),
    ...(counted.length === 0 ? {} : { largestPod: { cpu: `${most(cpus)}m`, memory: `${most(memories)}Mi` } }),
  };
}

/** What a VM counts as: its size, or what it used. */
export interface SizedVm {
  readonly vcpu: number;
  readonly memoryMiB: number;
}

/** Without what products of fractions leave behind: 3 × 0.1 is 0.3, and is not to be rounded up to more. */
function exact(product: number): number {
  return Number(product.toPrecision(DIGITS));
}

const DIGITS = 12;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((largest, one) => Math.max(largest, one), 0);
}
