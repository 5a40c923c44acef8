import type { PodGroup } from "@nkp-planner/core";
import { boundGroups, groupOf, nodeOf, type RawNode, type SchedulerCase } from "../../../test/oracle/scheduler-case.ts";
import { type Amounts, amountsOfNode, amountsOfPod, plus } from "./amounts.ts";
import type { Way } from "./way.ts";

/** A case as a way sees it that knows requests and nodes, and no rule by which a pod may not be on a node. */
interface SimpleWay extends Pick<Way, "id" | "title" | "how"> {
  /** Nodes alike, each with this much room, that hold these pods with the rooms beside them; null: no number does. */
  nodeCount(pods: readonly Amounts[], room: Amounts, beside: readonly Amounts[]): number | null;
  /** Whether these pods have room on nodes with this much room each. */
  fits(pods: readonly Amounts[], rooms: readonly Amounts[]): boolean;
}

type Asked = Pick<SchedulerCase, "id" | "workloads" | "nodeTemplate" | "otherNodes">;

/** Who knows requests alone has a node more where any one may be lost. */
const FOR_A_LOSS = 1;

/**
 * A way that adds up or packs. What it sees is in its favour: every resource that nodes have, not vCPU and memory
 * alone; one pod of every DaemonSet taken off each node; pods that are on a node already taken off that node. Nodes
 * beside the pool that is sized have room where no taint closes them, as control planes are closed.
 */
export function simpleWay({ nodeCount, fits, ...told }: SimpleWay): Way {
  const countOf = (one: Asked) => {
    const beside = roomsOf(one, (one.otherNodes ?? []).filter(isOpen));
    return nodeCount(podsOf(one.workloads.map(groupOf)), roomOfTemplate(one), beside);
  };
  return {
    ...told,
    nodeCount: countOf,
    fits: (one) => fits(podsOf(one.workloads.map(groupOf)), roomsOf(one, one.nodes ?? [])),
    survivingCount: (one) => {
      const count = countOf(one);
      return count === null ? null : count + FOR_A_LOSS;
    },
  };
}

function podsOf(groups: readonly PodGroup[]): readonly Amounts[] {
  return groups
    .filter(({ kind }) => kind !== "DaemonSet")
    .flatMap((group) => Array.from({ length: group.replicas }, () => amountsOfPod(group)));
}

function withoutDaemons(room: Amounts, workloads: SchedulerCase["workloads"]): Amounts {
  const daemons = workloads.map(groupOf).filter(({ kind }) => kind === "DaemonSet");
  return daemons.reduce((left, daemon) => plus(left, amountsOfPod(daemon), -1), room);
}

function roomOfTemplate({ id, nodeTemplate, workloads }: Asked) {
  if (nodeTemplate === undefined) throw new Error(`Case ${id} asks for a count and has no nodeTemplate.`);
  return withoutDaemons(amountsOfNode(nodeOf(nodeTemplate, "node", undefined).allocatable), workloads);
}

function isOpen({ taints = [] }: RawNode): boolean {
  return taints.every(({ effect }) => effect === "PreferNoSchedule");
}

/** What is left on each node beside what is there already. */
function roomsOf(one: Pick<SchedulerCase, "workloads">, nodes: readonly RawNode[]): readonly Amounts[] {
  const bound = boundGroups({ workloads: one.workloads, nodes });
  return nodes.map((raw, index) => {
    const whole = withoutDaemons(amountsOfNode(nodeOf(raw, `node-${index}`, raw.zone).allocatable), one.workloads);
    const here = bound.filter(({ node }) => node === index);
    return here.reduce((left, { group, ofWorkload }) => {
      const own = one.workloads[ofWorkload];
      return plus(left, amountsOfPod(own === undefined ? group : groupOf(own)), -1);
    }, whole);
  });
}
