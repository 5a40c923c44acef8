import * as z from "zod";

type Schema = z.core.$ZodType | undefined;

/** The schema of a place within a value; undefined where the schema knows none there. */
export function schemaAt(schema: z.ZodType, path: readonly (string | number)[]): Schema {
  let here = bare(schema);
  for (const key of path) {
    if (here instanceof z.ZodObject) here = bare(here.shape[key]);
    else if (here instanceof z.ZodArray) here = bare(here.element);
    else if (here instanceof z.ZodRecord) here = bare(here.valueType);
    else return undefined;
  }
  return here;
}

/** The keys of a map; none of anything else. */
export function keysOf(schema: Schema): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** The map within a map that knows a key: `requests` of a workload for `cpu`. */
export function homeOf(key: string, schema: Schema): string | undefined {
  if (!(schema instanceof z.ZodObject)) return undefined;
  return Object.keys(schema.shape).find((name) => keysOf(bare(schema.shape[name])).includes(key));
}

/** The one key that a map cannot go without; undefined where there are more, or none. */
export function onlyNeededKey(schema: Schema): string | undefined {
  if (!(schema instanceof z.ZodObject)) return undefined;
  const needed = Object.entries(schema.shape).filter(([, field]) => !(field as z.ZodType).safeParse(undefined).success);
  return needed.length === 1 ? needed[0]?.[0] : undefined;
}

/** What a schema calls the value, for people. */
export function titleOf(schema: Schema): string | undefined {
  return schema === undefined ? undefined : z.globalRegistry.get(schema)?.title;
}

/** A value that a schema takes, as it is written. */
export function exampleOf(schema: Schema): unknown {
  const examples: unknown = schema === undefined ? undefined : z.globalRegistry.get(schema)?.examples;
  return Array.isArray(examples) ? examples[0] : undefined;
}

/** Without what makes it optional, nullable or a default. */
export function bare(schema: Schema): Schema {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return bare(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? bare(schema.in) : schema;
}
