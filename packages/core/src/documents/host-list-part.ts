import * as z from "zod";
import type { PlacedVms } from "../clusters/hosts/host-loads.ts";
import { LOSS_ENDS } from "../clusters/hosts/host-losses.ts";
import type { RestartedVms } from "../clusters/hosts/survivors.ts";
import type { FleetPlan } from "../plan/plan.ts";
import { type HostsAlike, hostListOf, type LossesAlike } from "../views/host-list.ts";

const count = z.int().nonnegative();
const amount = z.number().nonnegative();

const numbers = {
  hostCluster: z.string().optional().meta({
    description: "The cluster of hosts that these are of, where the fleet names any; numbers begin anew in each.",
  }),
  firstHostNumber: z.int().positive().meta({ description: "Number of the first of these hosts, from 1." }),
  hostCount: count.meta({ description: "How many hosts these are, one after the other, all alike." }),
};

const vmsFields = {
  clusterName: z.string().meta({ description: "The cluster whose VMs they are, or prism-central." }),
  role: z
    .enum(["control-plane", "platform", "workload", "prism-central"])
    .meta({ description: "What the VMs are for." }),
  poolName: z
    .string()
    .optional()
    .meta({ description: "What a tenant calls their pool, where it has given it a name." }),
  isUpgradeRoom: z.boolean().meta({ description: "true: room kept for an upgrade, empty at other times." }),
  vmCount: count.meta({ description: "How many VMs." }),
  vmVcpu: amount.meta({ description: "vCPU of one of them." }),
  vmMemoryGiB: amount.meta({ description: "Memory of one of them in GiB." }),
  vmGpuCount: count.optional().meta({ description: "GPUs and other devices of one of them; absent: none." }),
};
const VmsPart = z.strictObject(vmsFields);

const HostRowPart = z.strictObject({
  ...numbers,
  vcpu: amount.meta({ description: "vCPU that VMs take of one of these hosts." }),
  memoryGiB: amount.meta({ description: "Memory in GiB that VMs take of one of these hosts." }),
  freeVcpu: amount.meta({ description: "vCPU left for VMs on one of them, below the threshold." }),
  freeMemoryGiB: amount.meta({ description: "Memory in GiB left for VMs on one of them, below the threshold." }),
  gpuCount: count.optional().meta({ description: "GPUs that VMs have of one of these hosts; absent: no VM has any." }),
  freeGpuCount: count.optional().meta({ description: "GPUs left on one of them; absent: no VM has any." }),
  vms: z.array(VmsPart).meta({ description: "The VMs on each of them; none: the hosts are empty." }),
});

/** Which VMs lie on which host, as JSON says it. */
export const HostListPart = z.strictObject({
  usableVcpuPerHost: z
    .number()
    .nullable()
    .meta({ description: "vCPU that VMs may take of one host; null: clusters of hosts differ." }),
  usableMemoryGiBPerHost: z
    .number()
    .nullable()
    .meta({ description: "Memory in GiB that VMs may take of one host; null: clusters of hosts differ." }),
  gpuCountPerHost: count.nullable().optional().meta({
    description: "GPUs of one host that VMs may have; null: clusters of hosts differ; absent: no VM has any.",
  }),
  rows: z.array(HostRowPart).meta({
    description: "One placement of all VMs, with every host running; empty where VMs were not placed.",
  }),
  losses: z
    .array(
      z.strictObject({
        ...numbers,
        end: z.enum(LOSS_ENDS).meta({
          description:
            "How the loss of any one of these hosts, alone, ends. restart: all its VMs start again on the others as these stand; moves: others have to move first, then all find a place (rowsAfterMoves); down: some stay down; untried: there are too many hosts.",
        }),
        restarts: z
          .array(
            z.strictObject({
              ...vmsFields,
              hostNumber: z.int().positive().meta({ description: "Number of the host on which they start again." }),
            }),
          )
          .meta({ description: "Where its VMs start again; empty where others have to move first." }),
        down: z.array(VmsPart).meta({ description: "VMs that stay down: no host is spare, and none has room." }),
      }),
    )
    .meta({ description: "What becomes of the VMs of each host that is lost; hosts without VMs are left out." }),
  rowsAfterMoves: z.array(HostRowPart).meta({
    description:
      "All VMs on the hosts left when the spare ones fail, where that asks others to move first; empty where it does not.",
  }),
  notes: z.array(z.string()).meta({ description: "What the list shows and proves, and what it leaves out." }),
});

/** Which VM lies on which host, as documents print it. */
export function hostListPart({ hostClusters }: FleetPlan["infrastructure"]): z.infer<typeof HostListPart> {
  const lists = hostClusters.map(({ name, ...hosts }) => ({
    of: name === null ? {} : { hostCluster: name },
    before: name === null ? "" : `${name}: `,
    list: hostListOf(hosts),
  }));
  const ofOneHost = (size: "vcpu" | "memoryGiB" | "gpuCount") => {
    const [first, ...others] = new Set(hostClusters.map(({ usablePerHost }) => usablePerHost[size]));
    return others.length === 0 ? (first ?? null) : null;
  };
  return {
    usableVcpuPerHost: ofOneHost("vcpu"),
    usableMemoryGiBPerHost: ofOneHost("memoryGiB"),
    ...(hostClusters.every(({ usablePerHost }) => usablePerHost.gpuCount === undefined)
      ? {}
      : { gpuCountPerHost: ofOneHost("gpuCount") }),
    rows: lists.flatMap(({ of, list }) => list.rows.map((row) => ({ ...of, ...rowPart(row) }))),
    losses: lists.flatMap(({ of, list }) => list.losses.map((loss) => ({ ...of, ...lossPart(loss) }))),
    rowsAfterMoves: lists.flatMap(({ of, list }) => list.rowsAfterMoves.map((row) => ({ ...of, ...rowPart(row) }))),
    notes: lists.flatMap(({ before, list }) => list.notes.map((note) => `${before}${note}`)),
  };
}

function rowPart({ vms, ...row }: HostsAlike): z.infer<typeof HostRowPart> {
  return { ...row, vms: vms.map(vmsPart) };
}

function lossPart({ firstHostNumber, hostCount, end, restarts, down }: LossesAlike) {
  const restartPart = (vms: RestartedVms) => ({ hostNumber: vms.hostNumber, ...vmsPart(vms) });
  return { firstHostNumber, hostCount, end, restarts: restarts.map(restartPart), down: down.map(vmsPart) };
}

function vmsPart({ clusterName, role, poolName, isSurge, vmCount, vmVcpu, vmMemoryGiB, vmGpuCount }: PlacedVms) {
  const named = poolName === undefined ? {} : { poolName };
  return {
    clusterName,
    role,
    ...named,
    isUpgradeRoom: isSurge,
    vmCount,
    vmVcpu,
    vmMemoryGiB,
    ...(vmGpuCount === undefined ? {} : { vmGpuCount }),
  };
}
