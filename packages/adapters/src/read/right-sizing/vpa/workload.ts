import type { ObjectAt } from "../../objects/objects.ts";
import { at, listAt, textAt } from "../../objects/read-fields.ts";
import { orElse, sizesOf } from "../amounts.ts";
import type { Sizes } from "../sized.ts";

/** How many pods a workload has as it is written; null: it is not in the file, or says nothing that can be read. */
export function podCountOf(workload: ObjectAt | undefined): number | null {
  if (workload === undefined) return null;
  const replicas = at(workload.data, "spec", "replicas") ?? 1;
  return typeof replicas === "number" && Number.isInteger(replicas) && replicas >= 0 ? replicas : null;
}

/** Names of its containers; none where it is not in the file. */
export function containersOf(workload: ObjectAt | undefined): readonly string[] {
  return containersIn(workload).flatMap((one) => textAt(one, "name") || []);
}

/** What the workload itself asks for in a container, where it is in the file. */
export function requestsOf(workload: ObjectAt | undefined, name: string): Sizes {
  const found = containersIn(workload).find((one) => textAt(one, "name") === name);
  const of = (which: string) =>
    sizesOf(at(found, "resources", which, "cpu"), at(found, "resources", which, "memory"), name, () => START).sizes;
  return orElse(of("requests"), of("limits"));
}

function containersIn(workload: ObjectAt | undefined): readonly unknown[] {
  return listAt(workload?.data, "spec", "template", "spec", "containers");
}

const START = { line: 1, column: 1 };
