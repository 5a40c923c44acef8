import type { Choice } from "@nkp-planner/core";

/** One assumption at a glance: what it is about and its present value. */
export interface ChoiceRow {
  readonly id: string;
  readonly title: string;
  readonly value: string;
  readonly isDefault: boolean;
}

export function choiceRows(choices: readonly Choice[]): readonly ChoiceRow[] {
  return choices.map(({ parameter, title, isDefault }) => ({
    id: parameter.id,
    title: parameter.title,
    value: title,
    isDefault,
  }));
}
