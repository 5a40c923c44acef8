import { distinctFindings, type Finding, findingText } from "@nkp-planner/core";

/** What must be known of an answer that is no document with findings of its own. */
export interface Said {
  /** Stable; the text is not. */
  readonly code: string;
  readonly severity: Finding["severity"];
  readonly text: string;
}

/** An answer beside what must be known of it: invented prices, what cannot run, what was read how. */
export type WithSaid<Answer> = Answer & {
  /** Each once; empty: there is nothing to know. */
  readonly findings: readonly Said[];
};

export function withSaid<Answer extends object>(
  answer: Answer,
  ...findings: readonly (readonly Finding[])[]
): WithSaid<Answer> {
  const all = distinctFindings(findings.map((some) => ({ findings: some })));
  return {
    ...answer,
    findings: all.map((finding) => ({ code: finding.code, severity: finding.severity, text: findingText(finding) })),
  };
}
