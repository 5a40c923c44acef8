import type { Evidence } from "./number-line.ts";
import type { Choice } from "./parameters.ts";

/** A choice's evidence; its reason stands for the note of a default. */
export function evidenceOf({ parameter, confidence, sources, isDefault, note }: Choice): Evidence {
  return { confidence, sources, note: isDefault ? parameter.defaultReason : note };
}
