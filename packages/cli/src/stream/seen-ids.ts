import { type Finding, findingOfProblem, shown } from "@nkp-planner/core";
import { IdTable } from "./id-table.ts";
import type { BlockResult } from "./plan-block.ts";

/** Ids of tenants so far, with their lines. */
export class SeenIds {
  readonly #ids = new IdTable();
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  get count(): number {
    return this.#ids.count;
  }

  /** Takes more in, and names those that were there before. */
  repeated(ids: BlockResult["ids"]): readonly Finding[] {
    return ids.flatMap(([id, line]): readonly Finding[] => {
      const first = this.#ids.put(id, line);
      if (first === undefined) return [];
      const found = `${shown(id)} a second time`;
      const fix = `give this tenant another id; the other one is in line ${first}`;
      return [findingOfProblem({ path: ["id"], line, found, expected: "an id of its own", fix }, this.#name)];
    });
  }

  /** Those that are placed by name and did not come. */
  absent(ids: readonly string[]): readonly Finding[] {
    return ids
      .filter((id) => !this.#ids.has(id))
      .map((id) => {
        const found = `${shown(id)}, which no line has`;
        const fix = "leave it out, or add the tenant";
        return findingOfProblem({ path: ["placement"], line: 1, found, expected: "ids of tenants", fix }, this.#name);
      });
  }
}
