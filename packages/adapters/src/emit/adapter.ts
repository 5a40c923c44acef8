import type { Allocatable, Finding, Node, PodGroup } from "@nkp-planner/core";

/** A node with all it has, what the kubelet keeps included. */
export interface NodeToEmit extends Node {
  readonly capacity: Allocatable;
}

/** A cluster as adapters see it: its nodes, and the pods that are to run on them. */
export interface ClusterToEmit {
  readonly name: string;
  readonly schedulerNodes: readonly NodeToEmit[];
  /** Whose names are unique in the cluster. */
  readonly podGroups: readonly PodGroup[];
}

/** As much of a plan as adapters read. */
export interface PlanToEmit {
  readonly clusters: readonly ClusterToEmit[];
}

/** What a shell may tell every adapter. */
export interface EmitOptions {
  /** What a reader of the files should know about the plan's inputs. */
  readonly notices?: readonly Finding[];
}

/** A text and where it goes, below a folder that the shell chooses; parts of the path are joined by "/". */
export interface EmittedFile {
  readonly path: string;
  readonly text: string;
}

/** A plan in, files in another tool's format out. Pure: whoever calls it writes them. */
export interface Adapter {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Same plan, same bytes. */
  emit(plan: PlanToEmit, options?: EmitOptions): readonly EmittedFile[];
}

export function defineAdapter(adapter: Adapter): Adapter {
  return adapter;
}
