import * as z from "zod";
import { shown } from "../shown.ts";
import type { Problem } from "./problem.ts";
import { bare } from "./schema-places.ts";

/** Lists of more entries than their schema takes. */
export function longLists(
  schema: z.core.$ZodType | undefined,
  value: unknown,
  path: readonly (string | number)[],
): readonly Problem[] {
  const here = bare(schema);
  if (here instanceof z.ZodObject && typeof value === "object" && value !== null) {
    const { shape } = here;
    return Object.keys(shape).flatMap((key) => {
      const part: unknown = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
      return typeof part === "object" ? longLists(shape[key], part, [...path, key]) : [];
    });
  }
  if (!(here instanceof z.ZodArray) || !Array.isArray(value)) return [];
  const most = mostOf(here);
  if (value.length > most) {
    const expected = `at most ${most} entries`;
    return [{ code: "out-of-range", path, found: shown(value), expected, fix: "leave some out" }];
  }
  return value.flatMap((one, index) => longLists(here.element, one, [...path, index]));
}

function mostOf({ def }: z.ZodArray): number {
  const maxima = (def.checks ?? []).flatMap(({ _zod }) => (isMaxLength(_zod.def) ? _zod.def.maximum : []));
  return Math.min(...maxima);
}

function isMaxLength(def: z.core.$ZodCheckDef): def is z.core.$ZodCheckMaxLengthDef {
  return def.check === "max_length";
}
