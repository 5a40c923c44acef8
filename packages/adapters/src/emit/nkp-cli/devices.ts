import type { PoolToEmit } from "../plan-to-emit.ts";

/** The one kind of device that flags can say of a pool's machines; null: it has none, several, or one without a name. */
export function deviceOf(
  { shape }: Pick<PoolToEmit, "shape">,
  gpus: Readonly<Record<string, string>>,
): { readonly name: string; readonly count: number } | null {
  const [only, ...others] = Object.entries(shape.extended ?? {});
  if (only === undefined || others.length > 0 || !Object.hasOwn(gpus, only[0])) return null;
  return { name: gpus[only[0]] ?? "", count: Number(only[1]) };
}
