import { type Choice, type Choices, choiceNamed, chosenBy } from "../../input/parameters.ts";

/** An assumption that takes a measured figure, as `--set` has it. */
export interface TakenOver {
  readonly parameter: string;
  readonly value: string;
}

/** Whether an assumption takes a figure: its setting; `as-planned` where it is set so already; null: none does. */
export type TakeOver = TakenOver | "as-planned" | null;

/** The setting of an assumption for a value, where it takes that. */
export function settingFor(choices: Choices, id: string, value: string): TakeOver {
  const choice = choiceNamed(choices, id);
  if (choice === undefined) return null;
  if (choice.chosen === value) return "as-planned";
  const would: ReturnType<typeof chosenBy> = chosenBy(choice.parameter, value);
  if (!("parameter" in would)) return null;
  return isSameFigure(choice, would) ? "as-planned" : { parameter: id, value };
}

function isSameFigure(now: Choice, would: Choice): boolean {
  return now.value !== null && now.value === would.value;
}

/** What was measured sets an assumption to: of one value a command, of several what does not go together. */
export interface MeasuredSetting {
  readonly parameter: string;
  readonly values: readonly string[];
  /** Which components or nodes say so, one list for each value. */
  readonly saidBy: readonly (readonly string[])[];
}

/**
 * Settings of all that was measured, by assumption. What speaks for an assumption as it is, beside others that speak for
 * another value of it, says so too: then no one value stands for all.
 */
export function measuredSettings(
  all: readonly { readonly title: string; readonly settings: readonly TakenOver[]; readonly kept: readonly string[] }[],
  choices: Choices,
): readonly MeasuredSetting[] {
  const byParameter = new Map<string, Map<string, string[]>>();
  const isSet = new Set(all.flatMap(({ settings }) => settings.map(({ parameter }) => parameter)));
  const asPlanned = (kept: readonly string[], settings: readonly TakenOver[]) =>
    kept
      .filter((id) => isSet.has(id) && settings.every(({ parameter }) => parameter !== id))
      .map((id) => ({ parameter: id, value: choiceNamed(choices, id)?.chosen ?? "" }));
  for (const { title, settings, kept } of all)
    for (const { parameter, value } of [...settings, ...asPlanned(kept, settings)]) {
      const values = byParameter.get(parameter) ?? new Map<string, string[]>();
      byParameter.set(parameter, values.set(value, [...(values.get(value) ?? []), title]));
    }
  return [...byParameter].map(([parameter, values]) => ({
    parameter,
    values: [...values.keys()],
    saidBy: [...values.values()].map((titles) => [...new Set(titles)]),
  }));
}
