import type { Problem } from "@nkp-planner/core";
import { isRecord } from "../../read/objects/objects.ts";
import type { CheckedObject } from "./checked.ts";
import { declaresMachines } from "./unresolved.ts";

/** What a file says of one kind of machine on Nutanix, and where in its object. */
export interface NutanixMachine {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly path: Problem["path"];
}

/** Machines of NKP and of Cluster API: in the variables of a topology, and in templates. */
export function nutanixMachinesIn(object: CheckedObject): readonly NutanixMachine[] {
  const found: NutanixMachine[] = [];
  const walk = (value: unknown, path: Problem["path"]): void => {
    if (Array.isArray(value)) for (const [index, one] of value.entries()) walk(one, [...path, index]);
    else if (isRecord(value)) {
      if (Object.hasOwn(value, "vcpuSockets")) found.push({ fields: value, path });
      else for (const [key, one] of Object.entries(value)) walk(one, [...path, key]);
    }
  };
  if (declaresMachines(object) && !object.group.startsWith("anywhere.")) walk(object.data["spec"], ["spec"]);
  return found;
}
