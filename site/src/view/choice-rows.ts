import { allChoices, type Choice, type Choices, type ParameterGroup } from "@nkp-planner/core";

/** One assumption at a glance: what it is about and its present value. */
export interface ChoiceRow {
  readonly id: string;
  readonly title: string;
  readonly value: string;
  readonly isDefault: boolean;
  readonly group: ParameterGroup;
}

export function choiceRows(choices: Choices): readonly ChoiceRow[] {
  return plannedChoices(choices).map(({ parameter: { id, title, group = LAST }, title: value, isDefault }) => ({
    ...{ id, title, value, isDefault, group },
  }));
}

/** Where an assumption is listed that is in no group. */
const LAST: ParameterGroup = "time";

/** The assumptions that a plan reads: those about the calendar of upgrades would be changed to no effect. */
export function plannedChoices(choices: Choices): readonly Choice[] {
  return allChoices(choices).filter(({ parameter: { affects } }) => affects !== "lifecycle");
}
