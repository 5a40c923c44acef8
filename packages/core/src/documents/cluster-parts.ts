import * as z from "zod";
import type { ExtendedResources } from "../base/extended-resources.ts";
import { gibOf, vcpuOf } from "../base/units.ts";
import { ClusterRole } from "../input/catalog.ts";
import { Edition } from "../input/edition-facts.ts";
import type { FleetPlan } from "../plan/plan.ts";
import { BOUNDS } from "../scheduling/bound.ts";
import { FILTERS, refusalText } from "../scheduling/refusals.ts";
import { MoneyPart } from "./parts.ts";

const count = z.int().nonnegative();
const amount = z.number().nonnegative();

const RefusalPart = z.strictObject({
  filter: z.enum(FILTERS).meta({ description: "The filter of the scheduler that refuses the pod." }),
  what: z
    .string()
    .nullable()
    .meta({ description: "The taint or the extended resource; null: the filter says it all." }),
  nodeCount: count.meta({ description: "How many nodes refuse it so." }),
  leastMissingQuantity: amount.nullable().meta({
    description: "Millicores, bytes or a number that the node lacks which comes nearest; null: nothing is measured.",
  }),
});

const WhyNotPart = z.strictObject({
  reason: z.enum(["arrival", "failure"]).meta({ description: "For today's pods, or after the loss to survive." }),
  workerCount: count.meta({ description: "With how many workers: one fewer." }),
  podName: z.string().meta({ description: "The pods of which one stays pending." }),
  text: z.string().meta({ description: "What the scheduler writes on it." }),
  refusals: z.array(RefusalPart).meta({ description: "The same filter by filter." }),
  ifSpreadWereSoftCount: count.nullable().meta({
    description: "Workers that its pods need with their spread as a wish; null: no spread decides.",
  }),
});

const extended = z.record(z.string(), count);

const PoolPart = z.strictObject({
  name: z.string().meta({ description: "What the pool is called, once in its cluster." }),
  role: z.enum(["control-plane", "platform", "workload"]).meta({ description: "What the nodes are for." }),
  nodeCount: count.meta({ description: "How many nodes it has." }),
  neededNodeCount: count.nullable().meta({ description: "What requests ask for; null where the count is a choice." }),
  neededFor: z.enum(BOUNDS).meta({ description: "What binds the needed nodes: the scarce resource, or spreading." }),
  lowerBoundNodeCount: count
    .nullable()
    .meta({ description: "What the sum of requests asks for: no placement needs fewer." }),
  steps: z
    .array(
      z.strictObject({
        reason: z
          .enum([
            "requests",
            "spreading",
            "arrival",
            "growth",
            "headroom",
            "failure",
            "floor",
            "asked",
            "standing",
            "choice",
          ])
          .meta({ description: "What asks for them." }),
        nodeCount: count.meta({ description: "How many nodes come with it." }),
      }),
    )
    .meta({ description: "Why there are so many nodes; the steps add up to nodeCount." }),
  labels: z.record(z.string(), z.string()).meta({ description: "Labels of its nodes." }),
  taints: z
    .array(
      z.strictObject({
        key: z.string().meta({ description: "The taint's key." }),
        value: z.string().nullable().meta({ description: "The taint's value; null: none." }),
        effect: z.string().meta({ description: "What it does." }),
      }),
    )
    .meta({ description: "Taints of its nodes." }),
  dividedWorkloads: z
    .array(z.string())
    .meta({ description: "Workloads that the planner put here because that is cheaper; empty: it did not." }),
  divisionMonthlySaving: MoneyPart.nullable().meta({
    description: "What the cluster's nodes cost less a month than with one pool; null: not known.",
  }),
  whyNot: z.array(WhyNotPart).meta({ description: "Why it has not one node fewer, as far as pods say it." }),
  unplaced: z
    .array(
      z.strictObject({
        podName: z.string().meta({ description: "The pods that stay pending." }),
        text: z.string().nullable().meta({
          description: "What the scheduler writes on one of them; null: no number of nodes is of use.",
        }),
      }),
    )
    .meta({ description: "Pods that find no node, however many there are." }),
  floorAddedNodeCount: count.meta({ description: "Of these, nodes that only a documented minimum asks for." }),
  failureAddedNodeCount: count.meta({ description: "Of these, nodes held back for a loss." }),
  lossSurvived: z.string().meta({ description: "The loss after which all its pods are to find a node again." }),
  headroom: z.string().meta({ description: "Room that is held beyond what is requested, in percent." }),
  surgeNodeCount: count.meta({ description: "Further nodes that exist only during an upgrade." }),
  room: z
    .strictObject({
      vcpu: amount.meta({ description: "vCPU." }),
      memoryGiB: amount.meta({ description: "Memory in GiB." }),
      podCount: count.meta({ description: "Pods." }),
      extended: extended
        .optional()
        .meta({ description: "Extended resources such as GPUs, by their names; absent: the nodes have none." }),
    })
    .nullable()
    .meta({ description: "How much more the nodes hold at the most before one more is needed." }),
  boundBy: z
    .enum([...BOUNDS, "growth", "headroom", "failure", "floor", "asked", "standing", "choice"])
    .meta({ description: "What asked for the last node." }),
  vcpuPerNode: count.meta({ description: "vCPU of one node." }),
  memoryGiBPerNode: count.meta({ description: "Memory of one node in GiB." }),
  diskGiBPerNode: count.meta({ description: "Disk of one node in GiB." }),
  extendedPerNode: extended
    .optional()
    .meta({ description: "Extended resources of one node such as GPUs, by their names; absent: none." }),
  extendedRequested: extended
    .optional()
    .meta({ description: "Extended resources that tenants' pods ask for in this pool, by their names; absent: none." }),
});

/** A cluster of a plan, as JSON says it. */
export const ClusterPart = z.strictObject({
  name: z.string().meta({ description: "What the cluster is called, once in the plan." }),
  role: ClusterRole.meta({ description: "Management, attached or self-managed." }),
  edition: Edition.meta({ description: "The NKP edition it is licensed for." }),
  tenantIds: z.array(z.string()).meta({ description: "Ids of the tenants that live in it." }),
  managedBy: z
    .string()
    .nullable()
    .meta({ description: "Name of the cluster that manages it; null where it manages itself." }),
  supportWindowMinors: count.meta({ description: "Minor versions it may lag behind the newest." }),
  reportsTo: z.string().nullable().meta({ description: "Cluster to which its agents ship metrics and logs." }),
  ipAddressCount: count.meta({ description: "Addresses that it takes of its subnet." }),
  subnetPrefixBitCount: count.meta({ description: "Smallest IPv4 subnet that holds the addresses: 27 is a /27." }),
  pools: z.array(PoolPart).meta({ description: "Its node pools." }),
});

/** A cluster with its pools as documents print it. */
export function clusterPart(cluster: FleetPlan["clusters"][number]): z.infer<typeof ClusterPart> {
  const { name, role, edition, tenantIds, managedBy, reportsTo = null, supportWindowMinors, network, pools } = cluster;
  return {
    name,
    role,
    edition,
    tenantIds: [...tenantIds],
    managedBy,
    supportWindowMinors,
    reportsTo,
    ipAddressCount: network.addressCount,
    subnetPrefixBitCount: network.subnetPrefixBitCount,
    pools: pools.map(poolPart),
  };
}

function poolPart(pool: FleetPlan["clusters"][number]["pools"][number]): z.infer<typeof PoolPart> {
  const { name, role, nodeCount, neededNodeCount, lowerBoundNodeCount, steps, room, boundBy, shape } = pool;
  return {
    name,
    role,
    nodeCount,
    neededNodeCount,
    neededFor: pool.neededFor,
    lowerBoundNodeCount,
    steps: steps.map((step) => ({ ...step })),
    labels: { ...pool.labels },
    taints: pool.taints.map(({ key, value, effect }) => ({ key, value: value ?? null, effect })),
    dividedWorkloads: [...pool.dividedWorkloads],
    divisionMonthlySaving: pool.divisionMonthlySaving,
    whyNot: pool.whyNot.map(({ reason, workerCount, podName, text, refusals, ifSpreadWereSoftCount }) => ({
      reason,
      workerCount,
      podName,
      text,
      refusals: refusals.map((one) => ({ ...one })),
      ifSpreadWereSoftCount,
    })),
    unplaced: pool.unplaced.map(({ group, refused }) => ({
      podName: group.name,
      text: refused === undefined ? null : refusalText(refused.refusals, refused.nodeCount),
    })),
    floorAddedNodeCount: pool.floorAddedNodeCount,
    failureAddedNodeCount: pool.failureAddedNodeCount,
    lossSurvived: pool.lossSurvived.title,
    headroom: pool.headroom.title,
    surgeNodeCount: pool.surgeNodeCount,
    room:
      room === null
        ? null
        : {
            vcpu: vcpuOf(room.cpuMillicores),
            memoryGiB: gibOf(room.memoryBytes),
            podCount: room.podCount,
            ...named("extended", room.extended),
          },
    boundBy,
    vcpuPerNode: shape.vcpu,
    memoryGiBPerNode: shape.memoryGiB,
    diskGiBPerNode: shape.diskGiB,
    ...named("extendedPerNode", shape.extended),
    ...named("extendedRequested", pool.tenantExtended),
  };
}

/** A field with a copy of amounts by name; none where there are none. */
function named<Field extends string>(
  field: Field,
  amounts: ExtendedResources | undefined,
): { readonly [Name in Field]?: Record<string, number> } {
  return amounts === undefined
    ? {}
    : ({ [field]: { ...amounts } } as { readonly [Name in Field]: Record<string, number> });
}
