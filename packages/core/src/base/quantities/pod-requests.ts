import type { ContainerResources, PodSpec, ResourceList } from "./pod-spec.ts";
import { addQuantities, compareQuantities, roundedToMilli } from "./quantity-arithmetic.ts";
import type { Quantity } from "./quantity-value.ts";

/**
 * What a pod requests of its node: its containers and sidecars together or, if that is more, its hungriest moment
 * while starting; a pod's own statement replaces that of its containers; the runtime's overhead comes on top.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers
 */
export function requestsOf(spec: PodSpec): ResourceList {
  const total = effectiveRequests(spec);
  addTo(total, spec.overhead);
  return total;
}

/** What a pod is limited to, put together as its requests are; overhead widens a limit and makes none. */
export function limitsOf(spec: PodSpec): ResourceList {
  const total = totalOfContainers(spec, "limits");
  replacePodLevel(total, spec.podLevel?.limits);
  for (const [name, quantity] of spec.overhead) {
    const limit = total.get(name);
    if (limit !== undefined && limit.nano !== 0n) total.set(name, addQuantities(limit, quantity));
  }
  return total;
}

/**
 * The spec as an API server stores it: requests left out are taken from limits, and every quantity is rounded up
 * to thousandths.
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#requests-and-limits
 */
export function withApiDefaults(spec: PodSpec): PodSpec {
  const filled: PodSpec = {
    containers: spec.containers.map(withRequestsFromLimits),
    initContainers: spec.initContainers.map(withRequestsFromLimits),
    overhead: spec.overhead,
    podLevel: null,
  };
  const podLevel = spec.podLevel === null ? null : podLevelDefaults(spec.podLevel, filled);
  return mapLists({ ...filled, podLevel }, (list) => mapQuantities(list, roundedToMilli));
}

function withRequestsFromLimits<Container extends ContainerResources>(container: Container): Container {
  return { ...container, requests: new Map([...container.limits, ...container.requests]) };
}

/** What the pod does not request itself its containers do; where they do not either, its limit stands in. */
function podLevelDefaults(podLevel: ContainerResources, containers: PodSpec): ContainerResources {
  const isOfPods = ([name]: readonly [string, Quantity]) => isPodLevel(name);
  const limits = [...podLevel.limits].filter(isOfPods);
  const ofContainers = [...totalOfContainers(containers, "requests")].filter(isOfPods);
  return { ...podLevel, requests: new Map([...limits, ...ofContainers, ...podLevel.requests]) };
}

/** The same spec with every one of its lists changed alike. */
export function mapLists(spec: PodSpec, change: (list: ResourceList) => ResourceList): PodSpec {
  const both = <Container extends ContainerResources>(container: Container): Container => ({
    ...container,
    requests: change(container.requests),
    limits: change(container.limits),
  });
  return {
    containers: spec.containers.map(both),
    initContainers: spec.initContainers.map(both),
    overhead: change(spec.overhead),
    podLevel: spec.podLevel === null ? null : both(spec.podLevel),
  };
}

/** The same resources, each quantity changed. */
export function mapQuantities(
  list: ResourceList,
  change: (quantity: Quantity, name: string) => Quantity,
): ResourceList {
  return new Map([...list].map(([name, quantity]) => [name, change(quantity, name)]));
}

/** Requests before overhead. */
export function effectiveRequests(spec: PodSpec): Map<string, Quantity> {
  const total = totalOfContainers(spec, "requests");
  replacePodLevel(total, spec.podLevel?.requests);
  return total;
}

/**
 * The larger of: containers and sidecars together; any init container with the sidecars started before it.
 * Resources are compared one by one, and the larger need not come from the same moment.
 */
function totalOfContainers(spec: PodSpec, which: "requests" | "limits"): Map<string, Quantity> {
  const running = new Map<string, Quantity>();
  const sidecars = new Map<string, Quantity>();
  const starting = new Map<string, Quantity>();
  for (const container of spec.containers) addTo(running, container[which]);
  for (const container of spec.initContainers) {
    if (container.isRestartable) {
      addTo(running, container[which]);
      addTo(sidecars, container[which]);
      raiseTo(starting, sidecars);
    } else {
      // Its own first, then the sidecars: the sum is printed as its first term is.
      const moment = new Map(container[which]);
      addTo(moment, sidecars);
      raiseTo(starting, moment);
    }
  }
  raiseTo(running, starting);
  return running;
}

function addTo(total: Map<string, Quantity>, more: ResourceList): void {
  for (const [name, quantity] of more) {
    const sum = total.get(name);
    total.set(name, sum === undefined ? quantity : addQuantities(sum, quantity));
  }
}

function raiseTo(total: Map<string, Quantity>, least: ResourceList): void {
  for (const [name, quantity] of least) {
    const found = total.get(name);
    if (found === undefined || compareQuantities(quantity, found) > 0) total.set(name, quantity);
  }
}

function replacePodLevel(total: Map<string, Quantity>, stated: ResourceList | undefined): void {
  for (const [name, quantity] of stated ?? []) if (isPodLevel(name)) total.set(name, quantity);
}

/** Whether a pod may state the resource for itself; others in `spec.resources` are passed over. */
export function isPodLevel(name: string): boolean {
  return name === "cpu" || name === "memory" || name.startsWith("hugepages-");
}
