import type { ParameterId, PlannedFleet } from "@nkp-planner/core";

/** A stage of the road from tenant to verdict: what it answers, by which formula, and one case worked out. */
export interface Stage {
  readonly id: string;
  readonly title: string;
  /** The question it answers, and the answer's kind, in a sentence or two. */
  readonly lead: string;
  readonly text: readonly string[];
  /** One step a line. */
  readonly formula: readonly string[];
  /** What the formula's words mean, with their units. */
  readonly terms: readonly (readonly [term: string, meaning: string])[];
  /** What the example is about. */
  readonly example: string;
  readonly tables?: readonly StageTable[];
  /** What comes out in the example, in a few words; the first figure where it is left out. */
  readonly result?: string;
  /** Figures of the example's plans, opened to their lines. */
  readonly figures?: readonly StageFigure[];
  /** The assumptions that decide it. */
  readonly choices: readonly ParameterId[];
  /** Files of the repository in which it is done, the first one first. */
  readonly code: readonly string[];
}

export interface StageTable {
  readonly label: string;
  readonly columns: readonly { readonly title: string; readonly isNumber?: boolean }[];
  readonly rows: readonly (readonly string[])[];
  readonly total?: readonly string[];
}

export interface StageFigure {
  readonly plan: PlannedFleet;
  readonly id: string;
}

export function defineStage(stage: Stage): Stage {
  return stage;
}
