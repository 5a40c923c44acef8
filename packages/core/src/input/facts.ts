import * as z from "zod";
import { provenanceShape } from "../base/provenance.ts";

/** One figure or statement about the platform, with where it comes from. A null value is unknown. */
export const Fact = z.strictObject({
  id: z.string().min(1),
  value: z.json(),
  /** What the source says beside the value. */
  details: z.json().optional(),
  ...provenanceShape,
});
export type Fact = z.infer<typeof Fact>;

/** The facts about one topic. */
export const FactSheet = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  note: z.string().optional(),
  facts: z.array(Fact),
});
export type FactSheet = z.infer<typeof FactSheet>;
