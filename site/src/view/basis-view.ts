import { type Comparison, distinctFindings, type FindingKind, findingsOfKind, findingText } from "@nkp-planner/core";
import { counted, type Writer } from "./writer.ts";

/** What the result rests on, in the two lines that stand above it. */
export interface BasisView {
  /** What of the fleet is left out, and about prices, first of all that they are invented. */
  readonly loud: readonly string[];
  readonly summary: string;
}

export function basisOf({ plans }: Comparison) {
  const findings = distinctFindings(plans);
  const of = (kind: FindingKind) => findingsOfKind({ findings }, kind);
  const choices = of("choice");
  return {
    loud: [...of("reading"), ...of("prices")],
    unknown: of("unknown"),
    choices,
    method: of("method"),
    /** Choices that nobody but the planner vouches for. */
    assumed: choices.filter(({ evidence }) => evidence?.confidence === "assumption"),
  };
}

export function basisView(comparison: Comparison, writer: Writer): BasisView {
  const { loud, unknown, choices, method, assumed } = basisOf(comparison);
  return {
    loud: loud.map((finding) => findingText(finding, writer.inSentence)),
    summary:
      `${counted(writer, unknown.length, "figure is", "figures are")} unknown and left out. The rest stands on ` +
      `${counted(writer, choices.length, "choice")}, ${counted(writer, assumed.length, "of them an assumption", "of them assumptions")} ` +
      `without a source, and on ${counted(writer, method.length, "rule")} of counting.`,
  };
}
