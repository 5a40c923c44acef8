import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

/** Short records of what was decided and why; a further decision is a further file. */
const decisions = defineCollection({
  loader: glob({ pattern: "*.md", base: "./src/content/decisions" }),
  schema: z.object({
    title: z.string(),
    date: z.coerce.date(),
    /** What was decided, in a sentence. */
    summary: z.string(),
  }),
});

export const collections = { decisions };
