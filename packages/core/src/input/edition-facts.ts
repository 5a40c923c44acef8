import * as z from "zod";
import { provenanceShape } from "../base/provenance.ts";

export const Edition = z.enum(["starter", "pro", "ultimate"]);
export type Edition = z.infer<typeof Edition>;

/** What an edition has. */
export const EditionFacts = z.strictObject({
  id: Edition,
  name: z.string(),
  /** Rows of the vendor's feature matrix. */
  features: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      included: z.boolean(),
      /** To whom it is worth something, and what: a judgement of this project. */
      worthTo: z.string().min(1).optional(),
    }),
  ),
  infrastructure: z.array(z.string()),
  nodeImages: z.array(z.string()),
  ...provenanceShape,
});
export type EditionFacts = z.infer<typeof EditionFacts>;
