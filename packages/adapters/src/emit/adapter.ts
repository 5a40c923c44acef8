import type { Comparison, Finding, PlannedFleet, Problem } from "@nkp-planner/core";
import type * as z from "zod";
import type { OptionSchema } from "../formats/options.ts";
import { type ReleaseRange, requireRelease } from "../formats/release-range.ts";
import { cannotRunFile } from "./cannot-run.ts";
import type { Emitted, EmittedFile } from "./emitted-file.ts";
import type { ClusterReadBack, ReadBack } from "./making/read-back.ts";
import { type EmitOptions, readEmitOptions } from "./options/emit-options.ts";
import type { PlanToEmit } from "./plan-to-emit.ts";

/** The whole fleet behind a plan, for adapters that say more of it than what is to be built. */
export interface FleetToEmit {
  readonly planned: PlannedFleet;
  /** The fleet by the models that are compared, this one among them: planned when it is asked for. */
  comparison(): Comparison;
}

/** What a shell asks an adapter for. */
export interface EmitRequest {
  readonly plan: PlanToEmit;
  /** An adapter that is `of: "fleet"` cannot do without it. */
  readonly fleet?: FleetToEmit;
  readonly options?: EmitOptions;
  /** What a reader of the files should know about the plan's inputs. */
  readonly findings?: readonly Finding[];
}

/** A plan in, files in another tool's format out. Pure: whoever calls it writes them. */
export interface Adapter {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** `clusters`: what is to be built; `fleet`: also what it costs and how the models compare. */
  readonly of: "clusters" | "fleet";
  /** The releases of the platform that it can write for. */
  readonly releases: ReleaseRange;
  /** What it can be told, as a file of options has it: each field with a description and an example. */
  readonly options: OptionSchema;
  /** What `readBack` says of each cluster. */
  readonly readsBack: readonly (keyof ClusterReadBack)[];
  /**
   * Same request, same bytes; first of all a file that says so where the plan does not run.
   * @throws InputError with every option that is missing, unknown or cannot be used, a release that it does not write
   * for, and names that no such object may have
   */
  emit(request: EmitRequest): Promise<Emitted>;
  readBack(files: readonly EmittedFile[]): Promise<ReadBack>;
}

/** What the code of an adapter is handed: checked. */
export interface EmitWork<Schema extends OptionSchema> {
  readonly plan: PlanToEmit;
  readonly fleet: FleetToEmit | null;
  readonly options: z.output<Schema>;
  readonly findings: readonly Finding[];
}

/** The code of an adapter, loaded when it is used. */
export interface AdapterCode<Schema extends OptionSchema> {
  /** Files alone, where nothing is to be said beside them. */
  emit(work: EmitWork<Schema>): Emitted | readonly EmittedFile[] | Promise<Emitted | readonly EmittedFile[]>;
  readBack(files: readonly EmittedFile[]): ReadBack;
}

/** An adapter whose code need not check what it is asked: options are read, the release is one of its own. */
export function defineAdapter<Schema extends OptionSchema>({
  load,
  needs = () => [],
  of = "clusters",
  ...adapter
}: Omit<Adapter, "emit" | "readBack" | "options" | "of"> & {
  readonly of?: Adapter["of"];
  readonly options: Schema;
  /** What of the plan options must speak of and do not, beside what their schema asks for: told in the same go. */
  readonly needs?: (options: EmitOptions, plan: PlanToEmit) => readonly Problem[];
  readonly load: () => Promise<AdapterCode<Schema>>;
}): Adapter {
  return {
    of,
    ...adapter,
    async emit({ plan, fleet, options = {}, findings = [] }) {
      if (of === "fleet" && fleet === undefined) throw new Error(`${adapter.id} is written of a fleet.`);
      requireRelease(adapter.releases, plan.release.version, adapter.id);
      const read = readEmitOptions(adapter.options, options, adapter.id, () => needs(options, plan));
      const emitted = await (await load()).emit({ plan, fleet: fleet ?? null, options: read, findings });
      const { files, findings: said } = "files" in emitted ? emitted : { files: emitted, findings: [] };
      return { files: [...cannotRunFile(plan.shortfalls), ...files], findings: said };
    },
    async readBack(files) {
      return (await load()).readBack(files);
    },
  };
}
