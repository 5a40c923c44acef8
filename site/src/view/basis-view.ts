import {
  type Comparison,
  distinctFindings,
  type Finding,
  type FindingKind,
  findingsOfKind,
  findingText,
} from "@nkp-planner/core";
import { type Sources, type SourceView, sourceView } from "./figure-view.ts";
import { counted, type Writer } from "./writer.ts";

/** What the result rests on, in the two lines that stand above it. */
export interface BasisView {
  /** What of the fleet is left out, and about prices, first of all that they are invented. */
  readonly loud: readonly string[];
  readonly summary: string;
}

/** The same, statement by statement. */
export interface BasisGroup {
  readonly title: string;
  readonly items: readonly BasisItem[];
}

export interface BasisItem {
  readonly statement: string;
  readonly note: string | null;
  readonly sources: readonly SourceView[];
}

function basisOf({ plans }: Comparison) {
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

export function basisGroups(comparison: Comparison, sources: Sources): readonly BasisGroup[] {
  const { unknown, method, assumed } = basisOf(comparison);
  return [
    { title: "Unknown and left out", items: unknown.map((one) => itemOf(one, sources)) },
    { title: "How it is counted", items: method.map((one) => itemOf(one, sources)) },
    { title: "Assumed without a source", items: assumed.map((one) => itemOf(one, sources)) },
  ].filter(({ items }) => items.length > 0);
}

function itemOf(finding: Finding, sources: Sources): BasisItem {
  const { note = null, sources: ids = [] } = finding.evidence ?? {};
  return { statement: findingText(finding), note, sources: ids.map((id) => sourceView(id, sources)) };
}
