import { type CheckResult, isOpen } from "../check-result.ts";
import { readKindFile } from "../read-kind-file.ts";
import { baselineSchema } from "./baseline-schema.ts";

/** Findings that are known, so that only those that are new fail a check. */
export interface Baseline {
  /** How the fleet was run when it was written. */
  readonly modelId: string;
  readonly fingerprints: ReadonlySet<string>;
}

/** Known findings of a file. @throws InputError with every problem at its place: another kind or version, a fingerprint that is none */
export function readBaseline(file: { readonly name: string; readonly bytes: Uint8Array }): Baseline {
  const { value } = readKindFile(file, {
    kind: "CheckBaseline",
    title: "a baseline of checks",
    ifEmpty: "let check write it, with --write-baseline",
    schema: baselineSchema,
  });
  return { modelId: value.model, fingerprints: new Set(value.findings.map(({ fingerprint }) => fingerprint)) };
}

/** The file by which all that is found is known from now on, in an order that stays; what a policy lets pass is not in it. */
export function baselineText({ model, judged, followed }: Pick<CheckResult, "model" | "judged" | "followed">): string {
  // What follows is known too: what a baseline has hides nothing.
  const known = [...judged, ...followed].filter((one) => isOpen({ ...one, baselineState: null }));
  const findings = known.map(({ fingerprint, rule, about }) => ({
    ...{ fingerprint, rule: rule.id },
    ...{ about: about.what, file: about.place.file },
  }));
  const keyOf = ({ file, rule, about, fingerprint }: (typeof findings)[number]) =>
    JSON.stringify([file, rule, about, fingerprint]);
  const sorted = findings.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const head = { apiVersion: "nkp-planner/v1", kind: "CheckBaseline", model: model.id };
  return `${JSON.stringify({ ...head, findings: sorted }, null, 2)}\n`;
}

/** How many findings of a baseline nobody finds any more, or lets pass by other means. */
export function goneCount(
  { fingerprints }: Baseline,
  { judged, followed }: Pick<CheckResult, "judged" | "followed">,
): number {
  const found = new Set(
    [...judged, ...followed].filter(({ state }) => state !== "pass").map(({ fingerprint }) => fingerprint),
  );
  return [...fingerprints].filter((fingerprint) => !found.has(fingerprint)).length;
}
