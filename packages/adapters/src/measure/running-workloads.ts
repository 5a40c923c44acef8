import type { Problem, RunningWorkload } from "@nkp-planner/core";
import { workloadKindOf } from "../read/kubernetes-objects/workload-kinds.ts";
import { titleOf } from "../read/kubernetes-objects/workload-of.ts";
import { addTo } from "../read/objects/grouped.ts";
import type { ObjectAt } from "../read/objects/objects.ts";
import { textAt } from "../read/objects/read-fields.ts";
import { imageOf, notMeasured, podsOfObject, releasesOf } from "./counted-pods.ts";
import { imageVersion } from "./image-version.ts";
import { type Maker, makerKey, makersIn } from "./makers.ts";
import { type PodRequests, podRequestsReader } from "./pod-requests.ts";

/** What runs, and what became of each object that may say so. */
export interface FoundWorkloads {
  readonly workloads: readonly RunningWorkload[];
  readonly usedCount: number;
  readonly unreadableCount: number;
  readonly excluded: ReadonlyMap<string, readonly ObjectAt[]>;
  readonly problems: readonly Problem[];
  /** Makers of which the files have pods of more than one size. */
  readonly mixedCount: number;
  /** Pods that no node has yet, which are counted. */
  readonly pendingCount: number;
}

const BY_PODS = "counted by their pods, which are in the files";
const BY_OWNER = "counted with their owner";

/** Workloads as their pods have them, where the files have these; as what makes them says, elsewhere. */
export function runningWorkloads(objects: readonly ObjectAt[]): FoundWorkloads {
  const makers = objects.filter((one) => workloadKindOf(one) !== undefined);
  const makerOf = makersIn(makers);
  const excluded = new Map<string, ObjectAt[]>();
  const live = makers.filter((object) => {
    const reason = notMeasured(object);
    if (reason !== undefined) addTo(excluded, reason, object);
    return reason === undefined;
  });
  const groups = new Map<string, ObjectAt[]>();
  for (const object of live) addTo(groups, makerKey(makerOf(object)), object);
  const releasesByMaker = new Map([...groups].map(([key, all]) => [key, [...new Set(all.flatMap(releasesOf))]]));
  const measure = measurer();
  const workloads: RunningWorkload[] = [];
  let mixedCount = 0;
  let usedCount = 0;
  let pendingCount = 0;
  for (const [key, all] of groups) {
    const pods = all.filter(({ kind }) => kind === "Pod");
    const chosen = pods.length > 0 ? pods : mostOwning(all);
    const isChosen = new Set(chosen);
    for (const other of all.filter((one) => !isChosen.has(one)))
      addTo(excluded, pods.length > 0 ? BY_PODS : BY_OWNER, other);
    const sizes = new Map<string, RunningWorkload>();
    for (const object of chosen) {
      const measured = measure(object, makerOf(object), releasesByMaker.get(key) ?? []);
      if (measured === null) continue;
      usedCount += 1;
      if (object.kind === "Pod" && textAt(object.data, "spec", "nodeName") === "") pendingCount += 1;
      const size = JSON.stringify([measured.cpuMillicores, measured.memoryBytes, measured.version]);
      const there = sizes.get(size);
      sizes.set(size, there === undefined ? measured : { ...there, podCount: sum(there.podCount, measured.podCount) });
    }
    const requests = new Set([...sizes.values()].map((one) => JSON.stringify([one.cpuMillicores, one.memoryBytes])));
    if (requests.size > 1) mixedCount += 1;
    for (const one of sizes.values()) workloads.push(one);
  }
  const { problems, unreadable } = measure;
  return { workloads, usedCount, unreadableCount: unreadable.size, excluded, problems, mixedCount, pendingCount };
}

/** Of a Deployment with its ReplicaSets the Deployment; of what has no owner in the files all there is. */
function mostOwning(all: readonly ObjectAt[]): readonly ObjectAt[] {
  const above = all.filter(({ kind }) => kind !== "ReplicaSet");
  return above.length > 0 ? above : all;
}

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

/** Measures objects one by one, and keeps what cannot be read of them. */
function measurer() {
  const requestsOf = podRequestsReader();
  const problems: Problem[] = [];
  const unreadable = new Set<ObjectAt>();
  const refuse = (object: ObjectAt, faults: readonly Pick<Problem, "path" | "found" | "expected" | "fix">[]): null => {
    unreadable.add(object);
    problems.push(
      ...faults.map(({ path, ...words }) => ({ ...words, path: [], ...object.placeOf([...object.path, ...path]) })),
    );
    return null;
  };
  const measure = (object: ObjectAt, maker: Maker, releases: readonly string[]): RunningWorkload | null => {
    const subject = titleOf(object);
    const { spec, specPath, podCount } = podsOfObject(object);
    if (podCount === undefined)
      return refuse(object, [
        {
          path: ["spec", "replicas"],
          found: `no number of pods in ${subject}`,
          expected: "0 or more",
          fix: "write for example 3",
        },
      ]);
    const requests = requestsOf(spec, subject);
    if ("problems" in requests)
      return refuse(
        object,
        requests.problems.map((one) => ({ ...one, path: [...specPath, ...one.path] })),
      );
    const isPod = object.kind === "Pod";
    const { namespace, kind, name } = maker;
    return {
      ...{ namespace, name, kind: kind === "ReplicaSet" ? "Deployment" : kind, releases },
      version: imageVersion(imageOf(spec)),
      podCount,
      ...(isPod ? asScheduled(requests) : requests),
      basis: isPod ? "pods" : "template",
    };
  };
  return Object.assign(measure, { problems, unreadable });
}

/** A pod has been through the API server: what it does not request by then, the scheduler counts as 0. */
function asScheduled({ cpuMillicores, memoryBytes }: PodRequests): PodRequests {
  return { cpuMillicores: cpuMillicores ?? 0, memoryBytes: memoryBytes ?? 0 };
}
