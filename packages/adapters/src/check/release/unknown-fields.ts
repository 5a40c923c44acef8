import type { Problem } from "@nkp-planner/core";
import { isRecord } from "../../read/objects/objects.ts";
import { at, isUnresolved, listAt, textAt } from "../../read/objects/read-fields.ts";
import { type FieldTable, TOPOLOGY_FIELDS, VARIABLE_FIELDS } from "./field-tables.ts";

type Path = Problem["path"];

/** A field that no table has. */
export interface UnknownField {
  readonly path: Path;
  /** `cluster.x-k8s.io/v1beta1`, `the variable workerConfig` */
  readonly of: string;
}

/**
 * Fields of a topology and of its variables that neither Cluster API nor NKP's class for Nutanix has.
 * @param topology where it stands
 * @param version of the API that it is written in; others than those of the tables are passed over
 */
export function unknownFieldsIn(data: unknown, topology: Path, version: string): readonly UnknownField[] {
  const table = TOPOLOGY_FIELDS[version];
  const own =
    table === undefined ? [] : fieldsBeyond(table, at(data, ...topology), topology, `cluster.x-k8s.io/${version}`);
  return [...own, ...(isOfNutanix(data, topology) ? variablesBeyond(data, topology) : [])];
}

function isOfNutanix(data: unknown, topology: Path): boolean {
  const named = textAt(data, ...topology, "class") || textAt(data, ...topology, "classRef", "name");
  return named.startsWith("nkp-nutanix-");
}

/** Variables of the whole cluster, of its control plane and of each pool. */
function variablesBeyond(data: unknown, topology: Path): readonly UnknownField[] {
  const pools = ["machineDeployments", "machinePools"].flatMap((key) =>
    listAt(data, ...topology, "workers", key).map((_, index) => ["workers", key, index] as const),
  );
  const lists = [["variables"], ...[["controlPlane"], ...pools].map((part) => [...part, "variables", "overrides"])];
  return lists.flatMap((list) =>
    listAt(data, ...topology, ...list).flatMap((variable, index) => {
      const name = textAt(variable, "name");
      const table = Object.hasOwn(VARIABLE_FIELDS, name) ? VARIABLE_FIELDS[name] : undefined;
      const path = [...topology, ...list, index, "value"];
      return table === undefined ? [] : fieldsBeyond(table, at(variable, "value"), path, `the variable ${name}`);
    }),
  );
}

function fieldsBeyond(table: FieldTable, value: unknown, start: Path, of: string): readonly UnknownField[] {
  const found: UnknownField[] = [];
  const walk = (here: unknown, path: Path, place: string): void => {
    const known = table.get(place);
    if (known === undefined) return;
    if (Array.isArray(here)) for (const [index, one] of here.entries()) walk(one, [...path, index], place);
    else if (isRecord(here))
      for (const [key, one] of Object.entries(here)) {
        if (known.has(key)) walk(one, [...path, key], place === "" ? key : `${place}.${key}`);
        // A key that some tool is to put in yet is none of anything.
        else if (!isUnresolved(key)) found.push({ path: [...path, key], of });
      }
  };
  walk(value, start, "");
  return found;
}
