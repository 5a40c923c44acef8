import * as z from "zod";
import { provenanceShape } from "../base/provenance.ts";

/** A layer of what a fleet is run with, and what of the platform belongs to it. */
export const OperatingLayer = z.strictObject({
  id: z.enum(["desired-state", "observed-state", "alerting"]),
  title: z.string().min(1),
  applications: z.array(z.string()),
  /** Of those that belong to no application. */
  components: z.array(z.string()),
  hasPrismCentral: z.boolean(),
  /** What is missing where it is left out, as part of a sentence. */
  withoutIt: z.string().min(1),
  ...provenanceShape,
});
export type OperatingLayer = z.infer<typeof OperatingLayer>;
