import * as z from "zod";

/** How far a figure can be trusted; every fact of the catalog carries one of these words. */
export const Confidence = z.enum([
  "documented",
  "derived-manifest",
  "derived-upstream",
  "third-party",
  "assumption",
  "unknown",
]);
export type Confidence = z.infer<typeof Confidence>;

export const CONFIDENCE_MEANING: Readonly<Record<Confidence, string>> = {
  documented: "vendor documentation or command help",
  "derived-manifest": "read from the NKP manifest at a commit",
  "derived-upstream": "the NKP manifest sets nothing: the upstream chart's default",
  "third-party": "a source other than the vendor, not verified",
  assumption: "reasoned, no source",
  unknown: "no figure found",
};

/** A confidence, or `user` for what the user set or gave. */
export type ConfidenceOrUser = Confidence | "user";

/** From what says least to what says most. */
const WEAKEST_FIRST: readonly ConfidenceOrUser[] = [
  "unknown",
  "assumption",
  "third-party",
  "derived-upstream",
  "derived-manifest",
  "documented",
  "user",
];

/** The confidence of a sum: that of its weakest part. */
export function weakestOf(parts: readonly ConfidenceOrUser[]): ConfidenceOrUser {
  return WEAKEST_FIRST.find((word) => parts.includes(word)) ?? "user";
}

/** Key of an entry in the catalog's bibliography. */
export const SourceId = z.string().min(1);
export type SourceId = z.infer<typeof SourceId>;

export const IsoDate = z.iso.date();
export type IsoDate = z.infer<typeof IsoDate>;

export const Source = z.strictObject({
  id: SourceId,
  title: z.string().min(1),
  /** Where to read it; null when the text was seen in a copy that has no stable address. */
  href: z.url().nullable(),
  /** How it was read, where not at that address. */
  readAs: z.string().optional(),
  note: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

/** Where a value comes from. */
export const provenanceShape = {
  confidence: Confidence,
  sources: z.array(SourceId),
  note: z.string().optional(),
};
export const Provenance = z.strictObject(provenanceShape);
export type Provenance = z.infer<typeof Provenance>;
