import type { Finding } from "@nkp-planner/core";
import type * as z from "zod";
import { type OptionSchema, type OptionWords, readOptions } from "../formats/options.ts";
import { type ReleaseRange, requireRelease } from "../formats/release-range.ts";
import { cannotRunFile } from "./cannot-run.ts";
import type { EmittedFile } from "./emitted-file.ts";
import type { PlanToEmit } from "./plan-to-emit.ts";

/** What a shell asks an adapter for. */
export interface EmitRequest {
  readonly plan: PlanToEmit;
  readonly options?: OptionWords;
  /** What a reader of the files should know about the plan's inputs. */
  readonly findings?: readonly Finding[];
}

/** What the files say of each cluster, read by somebody who has never seen the plan. */
export interface ReadBack {
  readonly clusters: readonly {
    readonly nodes: readonly {
      readonly cpuMillicores: number;
      readonly memoryBytes: number;
      readonly podCount: number;
    }[];
    /** Of all workloads but those with a pod a node. */
    readonly podCount: number;
  }[];
}

/** A plan in, files in another tool's format out. Pure: whoever calls it writes them. */
export interface Adapter {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** The releases of the platform that it can write for. */
  readonly releases: ReleaseRange;
  readonly options: OptionSchema;
  /**
   * Same request, same bytes; first of all a file that says so where the plan does not run.
   * @throws InputError for options that it does not know, or a release that it does not write for
   */
  emit(request: EmitRequest): Promise<readonly EmittedFile[]>;
  readBack(files: readonly EmittedFile[]): Promise<ReadBack>;
}

/** The code of an adapter, loaded when it is used. */
export interface AdapterCode<Schema extends OptionSchema> {
  emit(
    request: Required<Omit<EmitRequest, "options">> & { readonly options: z.output<Schema> },
  ): readonly EmittedFile[];
  readBack(files: readonly EmittedFile[]): ReadBack;
}

/** An adapter whose code need not check what it is asked: options are read, the release is one of its own. */
export function defineAdapter<Schema extends OptionSchema>({
  load,
  ...adapter
}: Omit<Adapter, "emit" | "readBack" | "options"> & {
  readonly options: Schema;
  readonly load: () => Promise<AdapterCode<Schema>>;
}): Adapter {
  return {
    ...adapter,
    async emit({ plan, options = {}, findings = [] }) {
      requireRelease(adapter.releases, plan.release.version, adapter.id);
      const read = readOptions(adapter.options, options, adapter.id);
      const files = (await load()).emit({ plan, options: read, findings });
      return [...cannotRunFile(plan.shortfalls), ...files];
    },
    async readBack(files) {
      return (await load()).readBack(files);
    },
  };
}
