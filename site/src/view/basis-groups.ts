import { type Comparison, type Finding, findingText } from "@nkp-planner/core";
import { basisOf } from "./basis-view.ts";
import { type Sources, type SourceView, sourceView } from "./evidence-view.ts";

/** What the result rests on, statement by statement. */
export interface BasisGroup {
  readonly title: string;
  readonly items: readonly BasisItem[];
}

export interface BasisItem {
  readonly statement: string;
  readonly note: string | null;
  readonly sources: readonly SourceView[];
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
