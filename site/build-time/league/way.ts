import type { LossCase } from "../../../test/oracle/judge-losses.ts";
import type { SchedulerCase } from "../../../test/oracle/scheduler-case.ts";

/** A way of sizing, asked what the real kube-scheduler was asked. */
export interface Way {
  readonly id: string;
  readonly title: string;
  /** How it comes to an answer, in a sentence or two. */
  readonly how: string;
  /** How many nodes alike it takes for all pods; null: no number is enough. */
  nodeCount(one: SchedulerCase): number | null;
  /** Whether all pods have a node among those there are. */
  fits(one: SchedulerCase): boolean;
  /** How many nodes alike it takes so that any one may be lost; null: no number is enough. */
  survivingCount(one: LossCase): number | null;
}
