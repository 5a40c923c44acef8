/** What a property of a file means, said by its schema: sentences, which nobody in the planner's thread reads. */
const SENTENCE = /\bdescription:\s*"[A-Z][^"]*\.",?/g;

/** Leaves what core's schemas say of their properties out of a bundle; pages and schemas that ship have it. */
export function withoutDescriptions() {
  return {
    name: "without-descriptions",
    enforce: "pre" as const,
    transform: (code: string, id: string) =>
      id.includes("/packages/core/src/") ? { code: code.replaceAll(SENTENCE, ""), map: null } : undefined,
  };
}
