import * as z from "zod";

const LONGEST_NAME = 60;

/** Whom a deck is for, what it is called, and in which language it speaks. */
export const slidesOptions = z.strictObject({
  audience: z
    .enum(["customer", "internal"])
    .default("customer")
    .meta({
      description: "Who sees it: customer (prices only), or internal (costs and margins too)",
      examples: ["internal"],
    }),
  language: z
    .enum(["en", "de"])
    .default("en")
    .meta({ description: "Language of the deck: en or de", examples: ["de"] }),
  fleetName: z
    .string()
    .min(1)
    .max(LONGEST_NAME)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u)
    .optional()
    .meta({
      title: `a name on one line, ${LONGEST_NAME} characters at most`,
      description: "What the fleet is called on the first slide (default: it has no name)",
      examples: ["Fleet of the north"],
    }),
});

export type SlidesOptions = { readonly audience: "customer" | "internal"; readonly language: "en" | "de" };
