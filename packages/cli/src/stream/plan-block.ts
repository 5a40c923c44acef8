import { workloadLibrary } from "@nkp-planner/catalog";
import {
  BLOCK_LINES,
  type Finding,
  InputError,
  type ModelPart,
  PlanningCache,
  parseFleet,
  partOf,
} from "@nkp-planner/core";
import type { InputBlock } from "./input-blocks.ts";
import { idsOf, type ReadLine, rowsOf } from "./read-lines.ts";
import { headFor, type StreamPlanning, type StreamRun } from "./stream-run.ts";
import { type TenantResult, tenantResults } from "./tenant-results.ts";

/** What came of a block: its parts, or everything that is wrong with it. */
export interface BlockResult {
  readonly index: number;
  /** Ids of its tenants with their lines. */
  readonly ids: readonly (readonly [id: string, lineNumber: number])[];
  /** One a model. */
  readonly parts: readonly ModelPart[];
  readonly tenants: readonly TenantResult[];
  readonly problems: readonly Finding[];
}

/** What was counted is forgotten after so many different sizes of tenants: a fleet without end would fill the memory. */
const SIZES_A_CACHE = 500;

/** Plans blocks of one run, one after the other. */
export class BlockPlanner {
  readonly #run: StreamRun;
  readonly #planning: StreamPlanning;
  readonly #name: string;
  #cache = new PlanningCache();
  readonly #sizes = new Set<string>();

  /** @param name what the input is called */
  constructor(run: StreamRun, planning: StreamPlanning, name: string) {
    this.#run = run;
    this.#planning = planning;
    this.#name = name;
  }

  plan(block: InputBlock): BlockResult {
    const { rows, problems } = rowsOf(block, this.#name);
    const none = { index: block.index, ids: idsOf(rows), parts: [], tenants: [] };
    if (problems.length > 0) return { ...none, problems };
    // Ids that repeat are named for the whole input, by whoever has seen all of it.
    const unique = [...new Map(rows.toReversed().map((one) => [one.row["id"], one])).values()].reverse();
    try {
      const planned = this.#planned(unique, block.index * BLOCK_LINES);
      return { ...none, ...planned, problems: [] };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { ...none, problems: error.findings.map((finding) => this.#placed(finding, unique)) };
    }
  }

  #planned(all: readonly ReadLine[], fromIndex: number) {
    const rows = all.map(({ row }) => row);
    const { head, context, models } = this.#planning;
    const file = { ...headFor(this.#run.head, new Set(rows.map(({ id }) => id))), tenants: rows };
    const { asOf, release } = head;
    const input = { ...parseFleet(file, this.#name, workloadLibrary), asOf, release };
    for (const { demand, pools } of input.tenants) this.#sizes.add(JSON.stringify([demand, pools]));
    if (this.#sizes.size > SIZES_A_CACHE) {
      this.#cache = new PlanningCache();
      this.#sizes.clear();
    }
    const made = models.map((model) => partOf(input, model, context, this.#cache, fromIndex));
    return { parts: made.map(({ part }) => part), tenants: tenantResults(input, models, made, fromIndex) };
  }

  /** Where it stands in the input, instead of in the block. */
  #placed(finding: Finding, rows: readonly ReadLine[]): Finding {
    const { subject } = finding;
    if (subject.in !== "input") return finding;
    const [key, index, ...path] = subject.path;
    if (key !== "tenants" || typeof index !== "number") return finding;
    return { ...finding, subject: { ...subject, file: this.#name, path, ...rows[index]?.placeOf(path) } };
  }
}
