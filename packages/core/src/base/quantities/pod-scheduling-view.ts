import {
  effectiveRequests,
  isPodLevel,
  limitsOf,
  mapLists,
  mapQuantities,
  requestsOf,
  withApiDefaults,
} from "./pod-requests.ts";
import { type PodSpec, type ResourceList, readPodSpec } from "./pod-spec.ts";
import { roundedToMilli } from "./quantity-arithmetic.ts";
import { milliOf, NANO_PER_UNIT, type Quantity, wholeOf } from "./quantity-value.ts";

/** What kube-scheduler counts for one pod, in whole numbers of its own units. */
export interface SchedulerView {
  readonly cpuMillicores: bigint;
  readonly memoryBytes: bigint;
  readonly ephemeralStorageBytes: bigint;
  /** Pieces of extended resources, huge pages in bytes: what is neither of the three above nor `pods`. */
  readonly scalars: ReadonlyMap<string, bigint>;
  /** For scoring alone: containers that request nothing are taken for small, not for free. */
  readonly scoredCpuMillicores: bigint;
  readonly scoredMemoryBytes: bigint;
}

/** All that a pod asks for. */
export interface PodTotals {
  readonly requests: ResourceList;
  readonly limits: ResourceList;
  readonly scheduler: SchedulerView;
}

/**
 * What a pod's spec asks for, twice: by arithmetic on the manifest alone, and as a cluster counts it, after the
 * API server has filled in and rounded.
 * @throws InputError naming the container of a quantity that is none
 */
export function podTotals(
  spec: unknown,
  subject?: string,
): { readonly asWritten: PodTotals; readonly afterApiDefaults: PodTotals } {
  const written = readPodSpec(spec, subject);
  return { asWritten: totalsOf(written), afterApiDefaults: totalsOf(withApiDefaults(written)) };
}

function totalsOf(spec: PodSpec): PodTotals {
  return { requests: requestsOf(spec), limits: limitsOf(spec), scheduler: schedulerViewOf(spec) };
}

/**
 * What kube-scheduler counts for a pod. Each container is rounded up by itself before they are added, as releases
 * up to 1.26 do; newer ones round the sum, which is the same for every pod an API server has rounded to milli
 * and whose bytes are whole.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.26.4/pkg/scheduler/framework/types.go
 */
export function schedulerViewOf(spec: PodSpec): SchedulerView {
  const rounded = mapLists(spec, (list) => mapQuantities(list, roundedForScheduler));
  const requests = requestsOf(rounded);
  const scored = requestsOf(withScoringDefaults(rounded));
  return {
    cpuMillicores: milliIn(requests, "cpu"),
    memoryBytes: wholeIn(requests, "memory"),
    ephemeralStorageBytes: wholeIn(requests, "ephemeral-storage"),
    scalars: new Map(
      [...requests].filter(([name]) => isScalar(name)).map(([name, quantity]) => [name, wholeOf(quantity)]),
    ),
    scoredCpuMillicores: milliIn(scored, "cpu"),
    scoredMemoryBytes: wholeIn(scored, "memory"),
  };
}

function roundedForScheduler(quantity: Quantity, name: string): Quantity {
  return name === "cpu" ? roundedToMilli(quantity) : { ...quantity, nano: wholeOf(quantity) * NANO_PER_UNIT };
}

function milliIn(list: ResourceList, name: string): bigint {
  const quantity = list.get(name);
  return quantity === undefined ? 0n : milliOf(quantity);
}

function wholeIn(list: ResourceList, name: string): bigint {
  const quantity = list.get(name);
  return quantity === undefined ? 0n : wholeOf(quantity);
}

/**
 * A tenth of a core and 200 MiB for each container that says nothing; a request of zero is left as it is.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.26.4/pkg/scheduler/util/pod_resources.go
 */
const SCORING_DEFAULTS: ResourceList = new Map([
  ["cpu", { nano: NANO_PER_UNIT / 10n, format: "DecimalSI" }],
  ["memory", { nano: 200n * 2n ** 20n * NANO_PER_UNIT, format: "DecimalSI" }],
]);

function withScoringDefaults(spec: PodSpec): PodSpec {
  // Where a pod states requests for itself, its containers need not, and are not taken for more than they say.
  const isStatedByPod = [...(spec.podLevel?.requests.keys() ?? [])].some(isPodLevel);
  const stated = isStatedByPod ? effectiveRequests(spec) : new Map<string, Quantity>();
  const defaults = [...SCORING_DEFAULTS].filter(([name]) => !stated.has(name));
  const fill = <Container extends { readonly requests: ResourceList }>(container: Container): Container => ({
    ...container,
    requests: new Map([...defaults, ...container.requests]),
  });
  return { ...spec, containers: spec.containers.map(fill), initContainers: spec.initContainers.map(fill) };
}

/** What the scheduler counts by name: extended resources, huge pages, attachable volumes. */
function isScalar(name: string): boolean {
  if (name.startsWith("hugepages-") || name.startsWith("attachable-volumes-")) return true;
  return name.includes("/") && !name.startsWith("requests.");
}
