import * as z from "zod";
import { IsoDate, provenanceShape } from "../base/provenance.ts";

/** One version of NKP. */
export const Version = z.strictObject({
  version: z.string(),
  taggedOn: IsoDate.nullable(),
  /** The day of its tag, or of the vendor's release notes where no tag is public. */
  releasedOn: IsoDate.nullable(),
  kubernetesMinor: z.string(),
  kubernetesPatch: z.string().nullable(),
  ...provenanceShape,
});
export type Version = z.infer<typeof Version>;

/** Until when upstream looks after a minor version of Kubernetes. */
export const KubernetesSupport = z.strictObject({
  minor: z.string(),
  endOfLifeOn: IsoDate,
  ...provenanceShape,
});
export type KubernetesSupport = z.infer<typeof KubernetesSupport>;
