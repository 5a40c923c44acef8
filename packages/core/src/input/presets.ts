import * as z from "zod";
import { provenanceShape } from "../base/provenance.ts";
import { parseQuantity } from "../base/quantities/quantity.ts";

/** A quantity as the source writes it, such as `250m` or `2.5G`. */
const Quantity = z.string().refine((text) => (parseQuantity(text) ?? -1n) >= 0n, "a Kubernetes quantity");

/** Identical pods of a typical application, with what its chart or manifest asks for. */
export const TypicalComponent = z.strictObject({
  name: z.string().min(1),
  /** Derived, not read: a StatefulSet where each replica has a volume of its own, else a Deployment. */
  kind: z.enum(["Deployment", "StatefulSet"]),
  /** 0 where the chart has the component switched off. */
  replicas: z.int().nonnegative(),
  /** Of one pod, all its containers together; null is unknown and never counts as 0 in silence. */
  requests: z.strictObject({ cpu: Quantity.nullable(), memory: Quantity.nullable() }),
  /** A volume for each replica, or one that the component's replicas share; null where none is claimed. */
  volume: z.strictObject({ size: Quantity, per: z.enum(["replica", "component"]) }).nullable(),
  ...provenanceShape,
});
export type TypicalComponent = z.infer<typeof TypicalComponent>;

/** An application that tenants often run, at the defaults of a public chart: a starting point, no measured need. */
export const TypicalApplication = z.strictObject({
  id: z.string().regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/),
  name: z.string().min(1),
  chart: z.string().nullable(),
  version: z.string().nullable(),
  components: z.array(TypicalComponent).min(1),
  ...provenanceShape,
});
export type TypicalApplication = z.infer<typeof TypicalApplication>;

/** A tenant in one of the usual sizes: components of typical applications, in numbers that the preset chooses. */
export const WorkloadPreset = z.strictObject({
  id: z.string().regex(/^[A-Z]{1,4}$/),
  name: z.string().min(1),
  components: z.array(z.strictObject({ application: z.string(), ...TypicalComponent.shape })).min(1),
  ...provenanceShape,
});
export type WorkloadPreset = z.infer<typeof WorkloadPreset>;

/** What a fleet file may call by name instead of writing its workloads out. */
export interface WorkloadLibrary {
  readonly presets: readonly WorkloadPreset[];
  readonly applications: readonly TypicalApplication[];
}
