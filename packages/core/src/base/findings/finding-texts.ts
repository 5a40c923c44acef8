import { BASIS_TEXTS } from "./basis-texts.ts";
import { INPUT_TEXTS } from "./input-texts.ts";
import type { FindingKind, Severity } from "./kinds.ts";
import { SHORTFALL_TEXTS } from "./shortfall-texts.ts";

/** Every statement of the planner, in English. Another language is another table of the same keys. */
export const FINDINGS = {
  ...SHORTFALL_TEXTS,
  ...BASIS_TEXTS,
  ...INPUT_TEXTS,
} as const satisfies Readonly<
  Record<string, { readonly kind: FindingKind; readonly text: string; readonly help?: string }>
>;

export type FindingKey = keyof typeof FINDINGS;

export const SEVERITIES: Readonly<Record<FindingKind, Severity>> = {
  input: "error",
  infeasible: "error",
  reading: "warning",
  "unmet-wish": "warning",
  prices: "warning",
  unknown: "warning",
  choice: "note",
  method: "note",
  deviation: "warning",
};

/** The template of a key, or of its help: `cluster-too-large/help`. */
export function findingTemplate(key: string): string | undefined {
  const [name = "", part] = key.split("/");
  if (!Object.hasOwn(FINDINGS, name)) return undefined;
  const row: { readonly text: string; readonly help?: string } = FINDINGS[name as FindingKey];
  return part === "help" ? row.help : row.text;
}
