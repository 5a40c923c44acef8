import { numberText, readQuantity } from "@nkp-planner/core";
import type { TenantDraft } from "../state/scenario.ts";
import type { TenantPreview } from "./tasks.ts";

/** More names than anybody compares before taking them over. */
const MOST_TENANTS = 12;
const NANO = 1e9;
const BYTES_PER_MIB = 2 ** 20;
const BYTES_PER_GIB = 2 ** 30;

/** The first tenants that were read, each with its size in words. */
export function previewOf(tenants: readonly TenantDraft[]): readonly TenantPreview[] {
  return tenants
    .slice(0, MOST_TENANTS)
    .map((tenant) => ({ id: tenant.id, name: tenant.name ?? tenant.id, size: sizeOf(tenant) }));
}

function sizeOf({ demand, workloads, preset, applications }: TenantDraft): string {
  if (demand !== undefined) {
    const { pods, cpu, memory, storage } = demand;
    const disks = storage === undefined ? [] : [`${bytes(storage)} of storage`];
    return [podsOf(Number(pods)), `${vcpu(cpu)}`, `${bytes(memory)} of memory`, ...disks].join(", ");
  }
  if (workloads !== undefined) return sizeOfWorkloads(workloads);
  if (preset !== undefined) return `preset ${preset}`;
  return `${applications?.length ?? 0} applications`;
}

function sizeOfWorkloads(workloads: NonNullable<TenantDraft["workloads"]>): string {
  const apart = workloads.filter(({ replicas, kind }) => kind === "DaemonSet" || replicas === undefined);
  const counted = workloads.filter((one) => !apart.includes(one));
  const sum = (of: (one: (typeof workloads)[number]) => unknown) =>
    counted.reduce((all, one) => all + Number(one.replicas) * (amountOf(of(one)) ?? 0), 0);
  const pods = counted.reduce((all, { replicas }) => all + Number(replicas), 0);
  const [cpu, memory] = [sum(({ requests }) => requests.cpu), sum(({ requests }) => requests.memory)];
  return [
    `${workloads.length === 1 ? "one workload" : `${numberText(workloads.length)} workloads`} with ${podsOf(pods)}`,
    `${numberText(cpu, 1)} vCPU`,
    `${bytesText(memory)} of memory`,
    ...(apart.length === 0 ? [] : [`and ${apart.length} on every node`]),
  ].join(", ");
}

function podsOf(count: number): string {
  return count === 1 ? "1 pod" : `${numberText(count)} pods`;
}

function vcpu(written: unknown): string {
  const amount = amountOf(written);
  return amount === null ? `${String(written)} CPU` : `${numberText(amount, 1)} vCPU`;
}

function bytes(written: unknown): string {
  const amount = amountOf(written);
  return amount === null ? String(written) : bytesText(amount);
}

function bytesText(bytes: number): string {
  if (bytes < BYTES_PER_GIB) return `${numberText(bytes / BYTES_PER_MIB, 0)} MiB`;
  return `${numberText(bytes / BYTES_PER_GIB, 1)} GiB`;
}

/** null: no quantity that can be read. */
function amountOf(written: unknown): number | null {
  const read = readQuantity(String(written));
  return read.ok ? Number(read.quantity.nano) / NANO : null;
}
