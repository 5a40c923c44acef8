import * as z from "zod";
import { provenanceShape } from "../base/provenance.ts";

/** What the workloads of a component are called in a cluster, where that is not the component's own name. */
export const WorkloadName = z.strictObject({
  /** null: of the system components. */
  application: z.string().nullable(),
  component: z.string(),
  /** One that ends in `-*` stands for instances. */
  workloads: z.array(z.string().regex(/^[a-z0-9][a-z0-9.-]*(-\*)?$/)).min(1),
  ...provenanceShape,
});
export type WorkloadName = z.infer<typeof WorkloadName>;
