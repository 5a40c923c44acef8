import type { PlanningContext } from "../context.ts";
import { type FootprintLine, footprintOf } from "../footprint.ts";
import type { ClusterBlueprint } from "../models/operating-model.ts";
import type { PodGroup } from "../scheduling/pod-group.ts";
import type { Stages } from "../scheduling/stages.ts";
import type { ClusterToSize } from "./node-pool.ts";
import type { ChosenShape } from "./node-shapes.ts";

/** What clusters of one kind have in common, kept while their tenants differ: many are alike, and each is counted once. */
export interface Kept {
  readonly installed: readonly PodGroup[];
  readonly stages: Map<string, Stages>;
  readonly chosen: Map<string, ChosenShape>;
}

const keptByContext = new WeakMap<PlanningContext, Map<string, Kept>>();

/** What is kept for clusters of this kind, made where it is the first. */
export function keptFor(
  { blueprint, managedClusterCount }: ClusterToSize,
  otherNodeCount: number,
  context: PlanningContext,
  install: () => readonly PodGroup[],
): Kept {
  const kinds = keptByContext.get(context) ?? new Map<string, Kept>();
  keptByContext.set(context, kinds);
  const { edition, role, services } = blueprint;
  const kind = JSON.stringify([edition, role, services, managedClusterCount, otherNodeCount]);
  return remember(kinds, kind, () => ({ installed: install(), stages: new Map(), chosen: new Map() }));
}

const footprintsByContext = new WeakMap<PlanningContext, Map<string, readonly FootprintLine[]>>();

/** The footprint of a cluster, one and the same for all clusters of its kind. */
export function keptFootprint(
  blueprint: ClusterBlueprint,
  managedClusterCount: number,
  context: PlanningContext,
): readonly FootprintLine[] {
  const footprints = footprintsByContext.get(context) ?? new Map<string, readonly FootprintLine[]>();
  footprintsByContext.set(context, footprints);
  const { edition, role, services } = blueprint;
  const kind = JSON.stringify([edition, role, services, managedClusterCount]);
  return remember(footprints, kind, () => footprintOf(blueprint, managedClusterCount, context));
}

/** The value of a key, made where it is not known yet. */
export function remember<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
