import { InputError, type Problem, podTotals, problemsOf } from "@nkp-planner/core";
import { isRecord } from "../objects/objects.ts";
import { isUnresolved, listAt, textAt } from "../objects/read-fields.ts";
import type { DefaultRequests } from "../workloads/default-requests.ts";

/** What one pod asks for. */
export interface PodDemand {
  readonly cpuMillicores: bigint;
  readonly memoryBytes: bigint;
  /** Pieces by the full name of the resource. */
  readonly extended: ReadonlyMap<string, bigint>;
  readonly hasHugePages: boolean;
  readonly containerCount: number;
  /** Containers that state neither request nor limit. */
  readonly silent: readonly string[];
}

/** A problem with its place within the pod's specification. */
export type SpecProblem = Omit<Problem, "line" | "column">;

const LISTS = ["containers", "initContainers"] as const;
const RESOURCES = ["cpu", "memory"] as const;

/** The same for many pods: specifications that are one are read once. */
export function podDemands(
  defaults: DefaultRequests | undefined,
): (spec: unknown, subject: string) => ReturnType<typeof podDemandOf> {
  const known = new WeakMap<object, PodDemand>();
  return (spec, subject) => {
    const there = isRecord(spec) ? known.get(spec) : undefined;
    if (there !== undefined) return there;
    const demand = podDemandOf(spec, subject, defaults);
    if (isRecord(spec) && !("problems" in demand)) known.set(spec, demand);
    return demand;
  };
}

/**
 * What a pod asks for as the API server would have it: a limit stands for a request that is left out.
 * What nothing in it states is not known, which is a problem and never 0.
 */
function podDemandOf(
  written: unknown,
  subject: string,
  defaults: DefaultRequests | undefined,
): PodDemand | { readonly problems: readonly SpecProblem[] } {
  const unresolved = unresolvedIn(written, subject);
  if (unresolved.length > 0) return { problems: unresolved };
  const spec = defaults === undefined ? written : withDefaults(written, defaults);
  try {
    const { requests, scheduler } = podTotals(spec, subject).afterApiDefaults;
    const missing = RESOURCES.filter((name) => !requests.has(name));
    if (missing.length > 0) return { problems: [unknownDemand(spec, subject, missing)] };
    const { cpuMillicores, memoryBytes, scalars } = scheduler;
    return {
      cpuMillicores,
      memoryBytes,
      extended: new Map([...scalars].filter(([name, count]) => name.includes("/") && count > 0n)),
      hasHugePages: [...scalars.keys()].some((name) => name.startsWith("hugepages-")),
      containerCount: runningIn(spec).length,
      silent: silentIn(spec),
    };
  } catch (error) {
    if (!InputError.is(error)) throw error;
    return { problems: problemsOf(error) };
  }
}

function unknownDemand(spec: unknown, subject: string, missing: readonly (typeof RESOURCES)[number][]): SpecProblem {
  const names = listAt(spec, "containers").map((one) => textAt(one, "name") || "one without a name");
  const resources = missing.map((name) => (name === "cpu" ? "CPU" : name)).join(" and ");
  return {
    path: ["containers"],
    found: `no request for ${resources} in ${subject} (${names.join(", ")})`,
    expected: "a request: what it needs is not known, which is not 0",
    fix: "state it, say what such containers are taken for with --option default-requests=100m/128Mi, or leave it out with --skip-unreadable",
  };
}

/** Containers that keep running: those that only prepare the others are not among them. */
function runningIn(spec: unknown): readonly unknown[] {
  const sidecars = listAt(spec, "initContainers").filter((one) => textAt(one, "restartPolicy") === "Always");
  return [...listAt(spec, "containers"), ...sidecars];
}

/** Of these, the ones that state nothing of CPU and memory. */
function silentIn(spec: unknown): readonly string[] {
  return runningIn(spec).flatMap((container) => {
    const says = (which: string) => RESOURCES.some((name) => stated(container, which, name) !== undefined);
    return says("requests") || says("limits") ? [] : [textAt(container, "name") || "one without a name"];
  });
}

function stated(container: unknown, which: string, name: string): unknown {
  const resources = isRecord(container) ? container["resources"] : undefined;
  const list = isRecord(resources) ? resources[which] : undefined;
  return isRecord(list) ? (list[name] ?? undefined) : undefined;
}

function withDefaults(spec: unknown, defaults: DefaultRequests): unknown {
  if (!isRecord(spec)) return spec;
  const filled = (container: unknown): unknown => {
    if (!isRecord(container)) return container;
    const resources = isRecord(container["resources"]) ? container["resources"] : {};
    const requests = isRecord(resources["requests"]) ? resources["requests"] : {};
    const added = RESOURCES.filter(
      (name) => stated(container, "requests", name) === undefined && stated(container, "limits", name) === undefined,
    ).map((name) => [name, defaults[name]] as const);
    return { ...container, resources: { ...resources, requests: { ...requests, ...Object.fromEntries(added) } } };
  };
  const lists = LISTS.filter((list) => Array.isArray(spec[list]));
  return { ...spec, ...Object.fromEntries(lists.map((list) => [list, listAt(spec, list).map(filled)])) };
}

/** Quantities that some tool is to put in yet. */
function unresolvedIn(spec: unknown, subject: string): readonly SpecProblem[] {
  return LISTS.flatMap((list) =>
    listAt(spec, list).flatMap((container, index) =>
      ["requests", "limits"].flatMap((which) => {
        const resources = isRecord(container) ? container["resources"] : undefined;
        const given = isRecord(resources) ? resources[which] : undefined;
        const entries = isRecord(given) ? Object.entries(given) : [[undefined, given] as const];
        return entries.flatMap(([name, value]) => {
          const path = [list, index, "resources", which, ...(name === undefined ? [] : [name])];
          return isUnresolved(value) ? [unresolved(path, String(value), subject)] : [];
        });
      }),
    ),
  );
}

/** A value that is not there yet: what it will be, nobody knows. */
export function unresolved(path: Problem["path"], value: string, subject: string): SpecProblem {
  return {
    path,
    found: `${JSON.stringify(value.slice(0, MOST_SHOWN))} in ${subject}, which is not resolved`,
    expected: "a value",
    fix: "render it first, with envsubst, kustomize build or helm template",
  };
}

const MOST_SHOWN = 60;
