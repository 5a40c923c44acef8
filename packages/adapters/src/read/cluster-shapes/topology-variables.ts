import { at, listAt } from "../objects/read-fields.ts";

export type Path = readonly (string | number)[];

/**
 * Where a part of a variable stands that holds for a part of a topology. What the part overrides stands in place of the
 * variable of the whole cluster, all of it: Cluster API does not merge the two. undefined: nowhere.
 */
export function variableAt(data: unknown, topology: Path, part: Path, name: string, within: Path): Path | undefined {
  const lists = [
    [...part, "variables", "overrides"],
    [...topology, "variables"],
  ];
  for (const list of lists) {
    const index = listAt(data, ...list).findIndex((one) => at(one, "name") === name);
    if (index < 0) continue;
    const path = [...list, index, "value", ...within];
    return (at(data, ...path) ?? undefined) === undefined ? undefined : path;
  }
  return undefined;
}
