/** What a finding is about: a place in what was given, or a part of a plan. */
export type Subject = InputPlace | PlanPart;

export interface InputPlace {
  readonly in: "input";
  /** What was read, for people: a file name, `price book`. */
  readonly file?: string;
  /** Keys and list positions from the root of the input to the place. */
  readonly path: readonly (string | number)[];
  /** 1-based place in the text, where the input was a text. */
  readonly line?: number;
  readonly column?: number;
}

/** The whole plan where nothing is named. */
export interface PlanPart {
  readonly in: "plan";
  readonly clusterName?: string;
  readonly poolRole?: string;
  /** Where a tenant gave the pool a name. */
  readonly poolName?: string;
  readonly tenantId?: string;
  readonly parameterId?: string;
}
