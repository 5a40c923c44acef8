import { compareQuantities, readQuantity } from "@nkp-planner/core";
import { isRecord } from "../objects/objects.ts";
import { at, listAt, textAt } from "../objects/read-fields.ts";

/**
 * The specification of a running pod with what its containers really have while they are resized in place: the larger of
 * what is asked, allocated and in force; where the node cannot ever do what is asked, without that.
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/resize-container-resources/
 */
export function resizedSpec(pod: unknown): unknown {
  const spec = at(pod, "spec");
  const statuses = [...listAt(pod, "status", "containerStatuses"), ...listAt(pod, "status", "initContainerStatuses")];
  if (!isRecord(spec) || statuses.length === 0) return spec;
  const isInfeasible = listAt(pod, "status", "conditions").some(
    (one) => textAt(one, "type") === "PodResizePending" && textAt(one, "reason") === "Infeasible",
  );
  const resized = (container: unknown): unknown => {
    const status = statuses.find((one) => textAt(one, "name") === textAt(container, "name"));
    const allocated = at(status, "allocatedResources");
    const inForce = at(status, "resources", "requests");
    if (!isRecord(container) || !(isRecord(allocated) || isRecord(inForce))) return container;
    const resources = isRecord(container["resources"]) ? container["resources"] : {};
    const lists = [isInfeasible ? undefined : resources["requests"], allocated, inForce].filter(isRecord);
    return { ...container, resources: { ...resources, requests: largest(lists) } };
  };
  const both = (["containers", "initContainers"] as const).filter((list) => Array.isArray(spec[list]));
  return { ...spec, ...Object.fromEntries(both.map((list) => [list, listAt(spec, list).map(resized)])) };
}

/** The largest quantity of each resource; what is none stays, so that it is told. */
function largest(lists: readonly Readonly<Record<string, unknown>>[]): Readonly<Record<string, unknown>> {
  const most: Record<string, unknown> = {};
  for (const [name, value] of lists.flatMap((list) => Object.entries(list))) {
    const [now, other] = [most[name], value].map((one) => readQuantity(String(one ?? "")));
    if (now?.ok !== true || (other?.ok === true && compareQuantities(other.quantity, now.quantity) > 0))
      most[name] = value;
  }
  return most;
}
