/** What writes a schema down as JSON Schema, where zod keeps it. */
const WRITER = /\/zod\/v4\/core\/to-json-schema\.js$/;

/** As much of it as other modules of zod import by name. */
const LEFT_OUT = `
const leftOut = () => {
  throw new Error("JSON schemas are written when the packages are built, not here.");
};
export const createToJSONSchemaMethod = () => leftOut;
export const createStandardJSONSchemaMethod = () => leftOut;
export {
  leftOut as extractDefs,
  leftOut as finalize,
  leftOut as handleUnrepresentable,
  leftOut as initializeContext,
  leftOut as process,
  leftOut as processSchema,
};
`;

/** Leaves the writer of JSON schemas out of a bundle in which schemas only check: every schema carries a way to it. */
export function withoutJsonSchemas() {
  return {
    name: "without-json-schemas",
    enforce: "pre" as const,
    transform(_code: string, id: string) {
      return WRITER.test(id) ? { code: LEFT_OUT, map: null } : undefined;
    },
  };
}
