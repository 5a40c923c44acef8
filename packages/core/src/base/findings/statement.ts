import { codeOf, type Finding, type FindingDetails, findingWith } from "./finding.ts";
import type { FindingKind } from "./kinds.ts";

/** Statements of a part of the planner that is not always there, with their words. */
export type Statements = Readonly<
  Record<string, { readonly kind: FindingKind; readonly text: string; readonly help?: string }>
>;

/** A statement that brings its words along, so that they need not stand in the table of all. */
export function statementOf<Table extends Statements>(
  table: Table,
  ruleId: string,
  key: keyof Table & string,
  details: FindingDetails = {},
): Finding {
  const { kind, text, help } = table[key] as Statements[string];
  return findingWith(
    ruleId,
    codeOf(key),
    kind,
    { key, template: text },
    help === undefined ? null : { key: `${key}/help`, template: help },
    details,
  );
}
