import { NO_OPTIONS } from "../../formats/options.ts";
import { at, isUnresolved } from "../../read/objects/read-fields.ts";
import { defineCheckRule } from "../check-rule.ts";
import { type LimitRanges, limitRangesIn } from "../subject/limit-ranges.ts";
import { firstNames } from "../subject/object-titles.ts";
import { type ContainerAt, type WorkloadObject, workloadObjects } from "../subject/workload-objects.ts";

const RESOURCES = ["cpu", "memory"] as const;

/** Workloads whose containers do not say what they need. */
export const podsWithoutRequests = defineCheckRule({
  id: "pods-without-requests",
  title: "Pods without requests",
  severity: "warning",
  summary:
    "Looks at the containers of every workload for requests of CPU and memory: their own, their limits, those of the pod, or the defaults of a LimitRange among the files in their namespace.",
  why: "The scheduler counts a container without a request as nothing, so that nodes fill beyond what they have, and nobody can size the nodes for it. Under pressure its pod is the first that is evicted.",
  fix: "State requests for cpu and memory, measured if you can, or give the namespace a LimitRange with defaults.",
  sources: [
    "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
    "https://kubernetes.io/docs/concepts/policy/limit-range/",
  ],
  thresholds: NO_OPTIONS,
  statements: {
    silent: "{workload}: containers without a request count as nothing, {silent} of {containers}: {names}.",
    "namespace-unknown":
      "{workload}: containers state no request, {silent} of {containers}: {names}; whether a LimitRange gives them one is not known, because the namespace is not said.",
    open: "{workload}: whether the container {container} states requests hangs on what some tool is to put in yet.",
  },
  *judge({ objects }, say) {
    const ranges = limitRangesIn(objects);
    for (const workload of workloadObjects(objects)) {
      const { object, title, namespace, containers } = workload;
      const running = containers.filter(({ isRunning }) => isRunning);
      if (running.length === 0) continue;
      const [open] = running.filter(isOpen);
      const silent = running.flatMap((container) => {
        const missing = isOpen(container) ? [] : missingOf(workload, container, ranges);
        return missing.length === 0 ? [] : [{ ...container, missing }];
      });
      const [first] = silent;
      if (open !== undefined)
        yield say.unknown(object.about(open.path, open.name), "open", { workload: title, container: open.name });
      if (first !== undefined) {
        const about = object.about(first.path);
        const isGiven = silent.every(({ missing }) => missing.every((one) => ranges.mayGive(namespace, one)));
        const names = silent.map(({ name, missing }) => `${name} (${missing.join(", ")})`);
        const words = { workload: title, silent: silent.length, containers: running.length };
        const said = { ...words, names: firstNames(names, "container") };
        yield isGiven ? say.unknown(about, "namespace-unknown", said) : say.fail(about, "silent", said);
      } else if (open === undefined) yield say.pass(object.about());
    }
  },
});

/** Whether its resources, or a list of them, are to be put in yet. */
function isOpen({ data }: ContainerAt): boolean {
  return [["resources"], ["resources", "requests"], ["resources", "limits"]].some((path) =>
    isUnresolved(at(data, ...path)),
  );
}

/** Resources for which nothing says a request: a limit stands for one. */
function missingOf(
  { object, namespace, podSpec }: WorkloadObject,
  { data }: ContainerAt,
  ranges: LimitRanges,
): readonly string[] {
  const { requests } = ranges.of(namespace);
  const says = (from: unknown, resource: string) =>
    ["requests", "limits"].some((list) => (at(from, "resources", list, resource) ?? undefined) !== undefined);
  const pod = at(object.data, ...podSpec);
  return RESOURCES.filter((one) => !says(data, one) && !says(pod, one) && !requests.has(one));
}
