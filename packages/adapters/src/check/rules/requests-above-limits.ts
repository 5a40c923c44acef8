import { type Problem, parseQuantity } from "@nkp-planner/core";
import { NO_OPTIONS } from "../../formats/options.ts";
import { isRecord } from "../../read/objects/objects.ts";
import { at, isUnresolved } from "../../read/objects/read-fields.ts";
import { defineCheckRule } from "../check-rule.ts";
import { type LimitRanges, limitRangesIn } from "../subject/limit-ranges.ts";
import { type WorkloadObject, workloadObjects } from "../subject/workload-objects.ts";

/** Requests that are larger than what a container may take. */
export const requestsAboveLimits = defineCheckRule({
  id: "requests-above-limits",
  title: "A request above its limit",
  severity: "error",
  summary:
    "Holds every request of a container, or of a pod as a whole, against its limit, or against the limit that a LimitRange among the files gives in its namespace.",
  why: "The API server refuses a pod that asks for more than it may take: the workload does not start, and a rollout of it stops.",
  fix: "Raise the limit or lower the request. Where the limit comes from a LimitRange, state one.",
  sources: [
    "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
    "https://kubernetes.io/docs/concepts/policy/limit-range/",
  ],
  thresholds: NO_OPTIONS,
  statements: {
    above: "{workload}, {part}: the request of {request} {resource} is above the limit of {limit}.",
    "above-default":
      "{workload}, {part}: the request of {request} {resource} is above {limit}, the limit that a LimitRange gives.",
    unread:
      "{workload}, {part}: whether the request of {request} {resource} is above the limit of {limit} is not known, because one of them cannot be read.",
    open: "{workload}, {part}: whether the request of {request} {resource} is above the limit of {limit} hangs on what some tool is to put in yet.",
  },
  *judge({ objects }, say) {
    const ranges = limitRangesIn(objects);
    for (const workload of workloadObjects(objects)) {
      const { object, title } = workload;
      let isHeld = true;
      for (const { part, resource, request, limit, isDefault, path } of pairsOf(workload, ranges)) {
        const about = object.about(path, `${part}, ${resource}`);
        const words = { workload: title, part, resource, request: String(request), limit: String(limit) };
        const [asked, most] = [request, limit].map((one) => parseQuantity(String(one)));
        const isKnown = typeof asked === "bigint" && typeof most === "bigint";
        if (isKnown && asked <= most) continue;
        isHeld = false;
        if (isKnown) yield say.fail(about, isDefault ? "above-default" : "above", words);
        else yield say.unknown(about, [request, limit].some(isUnresolved) ? "open" : "unread", words);
      }
      if (isHeld && workload.containers.length > 0) yield say.pass(object.about());
    }
  },
});

/** A request and what holds as its limit, as they are written. */
interface Pair {
  readonly part: string;
  readonly resource: string;
  readonly request: unknown;
  readonly limit: unknown;
  /** Whether the limit is what a LimitRange gives. */
  readonly isDefault: boolean;
  readonly path: Problem["path"];
}

function pairsOf({ object, namespace, podSpec, containers }: WorkloadObject, ranges: LimitRanges): readonly Pair[] {
  const { limits: defaults } = ranges.of(namespace);
  const parts = [
    { part: "the pod", path: podSpec, given: new Map<string, unknown>() },
    ...containers.map(({ name, path }) => ({ part: `container ${name}`, path, given: defaults })),
  ];
  return parts.flatMap(({ part, path, given }) => {
    const [requests, limits] = ["requests", "limits"].map((list) => at(object.data, ...path, "resources", list));
    return Object.entries(isRecord(requests) ? requests : {}).flatMap(([resource, request]) => {
      const own = at(limits, resource) ?? undefined;
      const limit = isUnresolved(limits) ? limits : (own ?? given.get(resource));
      if (limit === undefined || request === null) return [];
      const isDefault = own === undefined && !isUnresolved(limits);
      return [{ part, resource, request, limit, isDefault, path: [...path, "resources", "requests", resource] }];
    });
  });
}
