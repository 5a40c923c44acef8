import * as z from "zod";
import { IsoDate, provenanceShape } from "../base/provenance.ts";

/** One version of NKP. */
export const Version = z.strictObject({
  version: z.string(),
  taggedOn: IsoDate.nullable(),
  /** The day of its tag, or of the vendor's release notes where no tag is public. */
  releasedOn: IsoDate.nullable(),
  /** The last day on which the vendor looks after it, where the vendor says one; absent: it says none. */
  endOfLifeOn: IsoDate.exactOptional(),
  /** Null: not known. */
  kubernetesMinor: z.string().nullable(),
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
