import type { Problem } from "@nkp-planner/core";
import type * as z from "zod";
import type { EmittedFile } from "../emit/emitted-file.ts";
import { type EmitOptions, readEmitOptions } from "../emit/options/emit-options.ts";
import type { OptionSchema } from "../formats/options.ts";

/** A file that every part of a run reads. */
export interface InputOfRun {
  /** As it was given, for people. */
  readonly name: string;
  readonly byteCount: number;
  /** null: more than is held, so that somebody else must bring it to where the parts run. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** A fleet that is to be planned in parts, before anybody has planned it. */
export interface RunToEmit {
  readonly fleet: InputOfRun;
  /** Files of flags, such as `--prices`. */
  readonly files: readonly { readonly flag: string; readonly file: InputOfRun }[];
  /** Further words of the command line of each part, such as `--release nkp-2.17.1`. */
  readonly words: readonly string[];
  /** The same of what merges the parts, such as `--allow infeasible`. */
  readonly mergeWords: readonly string[];
}

/** A run in, files for what carries it out. Pure: it plans nothing, and whoever calls it writes them. */
export interface RunAdapter {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** What it can be told: each field with a description and an example. */
  readonly options: OptionSchema;
  /** Options to start from, invented: an adapter takes them as they are. */
  readonly exampleOptions: EmitOptions;
  /** Same request, same bytes. @throws InputError with every option and input that cannot be used */
  emit(run: RunToEmit, options: EmitOptions): readonly EmittedFile[];
}

/** An adapter of runs whose code need not check what it is asked. */
export function defineRunAdapter<Schema extends OptionSchema>({
  needs,
  write,
  ...adapter
}: Omit<RunAdapter, "emit" | "options"> & {
  readonly options: Schema;
  /** What is wrong beside what the schema of the options says: told in the same go. */
  readonly needs: (options: EmitOptions, run: RunToEmit) => readonly Problem[];
  readonly write: (run: RunToEmit, options: z.output<Schema>) => readonly EmittedFile[];
}): RunAdapter {
  return {
    ...adapter,
    emit: (run, options) =>
      write(
        run,
        readEmitOptions(adapter.options, options, adapter.id, () => needs(options, run)),
      ),
  };
}
