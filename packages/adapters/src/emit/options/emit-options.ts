import { type Problem, readWith } from "@nkp-planner/core";
import type * as z from "zod";
import type { OptionSchema } from "../../formats/options.ts";

/** Options as a file has them, before anybody has looked at them. */
export type EmitOptions = Readonly<Record<string, unknown>>;

/**
 * What the options come to, defaults included.
 * @param needs what else is missing
 * @throws InputError with every option that the adapter does not know, misses or cannot read
 */
export function readEmitOptions<Schema extends OptionSchema>(
  schema: Schema,
  options: EmitOptions,
  adapterId: string,
  needs: () => readonly Problem[] = () => [],
): z.output<Schema> {
  return readWith(schema, options, `options of ${adapterId}`, needs);
}

/** Options of a file that other adapters know and one does not; one file may serve several. */
export function optionsOfOthers(
  options: EmitOptions,
  { id, options: own }: { readonly id: string; readonly options: OptionSchema },
  adapters: readonly { readonly id: string; readonly options: OptionSchema }[],
): readonly string[] {
  const others = new Set(adapters.flatMap((adapter) => (adapter.id === id ? [] : Object.keys(adapter.options.shape))));
  return Object.keys(options).filter((name) => others.has(name) && !Object.hasOwn(own.shape, name));
}
