import type { Problem } from "@nkp-planner/core";

import type { ObjectAt } from "../objects/objects.ts";
import { at, isUnresolved, textAt } from "../objects/read-fields.ts";
import { type Claimed, claimedBy } from "./claims.ts";
import { behindOf, controllerOf, namespaceOf } from "./owners.ts";
import { antiAffinityOf, hasPlacement } from "./placement-of.ts";
import { type PodDemand, type podDemands, type SpecProblem, unresolved } from "./pod-demand.ts";
import { resizedSpec } from "./resized.ts";
import type { WorkloadKind } from "./workload-kinds.ts";

/** Pods alike that an object makes, or is one of. */
export interface FoundWorkload {
  readonly object: ObjectAt;
  readonly namespace: string;
  readonly name: string;
  readonly as: WorkloadKind["as"];
  /** null: as many as there are nodes. */
  readonly podCount: number | null;
  readonly pod: PodDemand;
  readonly claimed: Claimed;
  readonly antiAffinity: "hostname" | "zone" | null;
  /** Whether it says where it may run in ways that are not taken over. */
  readonly hasPlacement: boolean;
  /** A pod that no node has yet. */
  readonly isPending: boolean;
}

/** An object as a workload, or everything that is wrong with it. */
export function workloadOf(
  object: ObjectAt,
  kind: WorkloadKind,
  claims: ReadonlyMap<string, ObjectAt>,
  demandOfSpec: ReturnType<typeof podDemands>,
): FoundWorkload | { readonly problems: readonly Problem[] } {
  const subject = titleOf(object);
  const isPod = object.kind === "Pod";
  const spec = isPod ? resizedSpec(object.data) : at(object.data, ...kind.podSpec);
  const [podCount, countProblems] = countOf(object, kind, subject);
  const pod = spec === undefined ? { problems: [without(kind.podSpec, subject)] } : demandOfSpec(spec, subject);
  const ofPod = "problems" in pod ? pod.problems : [];
  const problems = [...countProblems, ...ofPod.map((one) => ({ ...one, path: [...kind.podSpec, ...one.path] }))];
  if ("problems" in pod || problems.length > 0)
    return {
      problems: problems.map((one) => {
        const path = [...object.path, ...one.path];
        return { ...one, path: [], ...object.placeOf(path) };
      }),
    };
  const labels = at(object.data, ...kind.podSpec.slice(0, -1), "metadata", "labels");
  return {
    object,
    namespace: namespaceOf(object),
    name: nameOf(object),
    as: isPod && controllerOf(object)?.kind === "DaemonSet" ? "DaemonSet" : kind.as,
    podCount,
    pod,
    claimed: claimedBy(object, spec, claims),
    antiAffinity: antiAffinityOf(spec, labels),
    hasPlacement: hasPlacement(spec),
    isPending: isPod && textAt(object.data, "spec", "nodeName") === "",
  };
}

/** `Deployment shop/web`, for sentences. */
export function titleOf(object: ObjectAt): string {
  const namespace = namespaceOf(object);
  const name = (object.name === "" ? "without a name" : object.name).slice(0, LONGEST_NAME);
  return `${object.kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;
}

/** Of names in Kubernetes. */
const LONGEST_NAME = 253;

/** A pod's is that of who makes it and its like. */
function nameOf(object: ObjectAt): string {
  const owner = object.kind === "Pod" ? controllerOf(object) : undefined;
  if (owner === undefined || owner.kind === "Node") return object.name;
  return (behindOf(object, owner) ?? owner).name;
}

function countOf(
  object: ObjectAt,
  { as, count }: WorkloadKind,
  subject: string,
): readonly [number | null, readonly SpecProblem[]] {
  if (as === "DaemonSet") return [null, []];
  const given = count === null ? undefined : at(object.data, ...count);
  if (count === null || given === undefined || given === null) return [1, []];
  if (typeof given === "number" && Number.isInteger(given) && given >= 0) return [given, []];
  if (isUnresolved(given)) return [null, [unresolved(count, String(given), subject)]];
  const found = `${JSON.stringify(given)} in ${subject}`;
  return [null, [{ path: count, found, expected: "a whole number of pods, from 0 on", fix: "write for example 3" }]];
}

function without(place: readonly string[], subject: string): SpecProblem {
  return {
    path: [],
    found: `no ${place.join(".")} in ${subject}`,
    expected: "containers of its pods",
    fix: "add them",
  };
}
