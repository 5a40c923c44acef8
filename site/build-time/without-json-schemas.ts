/** What writes a schema down as JSON Schema, where zod keeps it. */
const WRITER = /\/zod\/v4\/core\/to-json-schema\.js$/;

/** What the writer asks each kind of schema. */
const ASKED = /\/zod\/v4\/core\/json-schema-processors\.js$/;
/** What zod itself says of mistakes: every one is told in the planner's own words. */
const WORDS = /\/zod\/v4\/locales\/en\.js$/;
const EXPORTED = /^export (?:const|function) (\w+)/gm;

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
    transform(code: string, id: string) {
      if (WORDS.test(id)) return { code: "export default () => ({ localeError: () => '' });", map: null };
      if (WRITER.test(id)) return { code: LEFT_OUT, map: null };
      if (!ASKED.test(id)) return undefined;
      const names = [...code.matchAll(EXPORTED)].map(([, name]) => `leftOut as ${name}`);
      return { code: `const leftOut = () => {};\nexport { ${names.join(", ")} };`, map: null };
    },
  };
}
