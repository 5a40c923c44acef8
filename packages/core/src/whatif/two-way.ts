import { InputError } from "../base/findings/input-error.ts";
import { didYouMean, shown } from "../base/shown.ts";
import type { PlanInput } from "../input/fleet.ts";
import { choiceNamed } from "../input/parameters.ts";
import { contextOn, type PlanningContext } from "../price-list/planning-context.ts";
import { applied } from "./applied.ts";
import { type Range, valueTextOf } from "./range.ts";
import { type Amounts, amountsUnder, type BasePlan, cheapestOf, type Replanning } from "./replan.ts";

/** Both ranges at one value each. */
export interface TwoWayCell {
  readonly across: string;
  readonly down: string;
  readonly models: readonly (Amounts & { readonly modelId: string })[];
  /** null: several cost the same, or none is feasible. */
  readonly cheapestModelId: string | null;
}

export interface TwoWay {
  readonly across: Range;
  readonly down: Range;
  /** In the order of reading: a row for each value of `down`. */
  readonly rows: readonly (readonly TwoWayCell[])[];
}

/** Two ranges against each other, so many values of each, every cell planned in full. */
export function twoWayOf(
  bases: readonly BasePlan[],
  input: PlanInput,
  asGiven: PlanningContext,
  [down, across]: readonly [Range, Range],
  stepCount: number,
  { onPlan, cache }: Replanning = {},
): TwoWay {
  const context = contextOn(asGiven, input.asOf);
  const cellAt = (atDown: string, atAcross: string): TwoWayCell => {
    const changed = applied(applied(context, down.target, atDown), across.target, atAcross);
    const models = bases.map((base) => {
      const amounts = amountsUnder(base, input, changed, [down.target, across.target], cache);
      onPlan?.();
      return { modelId: base.model.id, ...amounts };
    });
    return { across: atAcross, down: atDown, models, cheapestModelId: cheapestOf(models) };
  };
  const acrossValues = stepsOf(across, context, stepCount);
  const rows = stepsOf(down, context, stepCount).map((atDown) => acrossValues.map((value) => cellAt(atDown, value)));
  return { across, down, rows };
}

const EVEN = 2;

/** Values from a range's low to its high end, equally far apart; whole or odd where its assumption is, then maybe fewer. */
export function stepsOf({ target, low, high }: Range, { choices }: PlanningContext, stepCount: number) {
  const custom = target.kind === "setting" ? choiceNamed(choices, target.id)?.parameter.custom : null;
  const isWhole = custom?.kind === "odd" || (custom?.kind === "number" && custom.whole);
  const [from, to] = [Number(low), Number(high)];
  const values = Array.from({ length: stepCount }, (_, index) => {
    if (index === 0) return low;
    if (index === stepCount - 1) return high;
    const value = from + ((to - from) * index) / (stepCount - 1);
    if (!isWhole) return valueTextOf(value);
    const whole = Math.round(value);
    return String(custom?.kind === "odd" && whole % EVEN === 0 ? whole + 1 : whole);
  });
  return [...new Set(values)];
}

/** The two ranges that a person names by assumption or SKU. @throws InputError where one is not among the ranges */
export function rangesNamed(names: readonly [string, string], ranges: readonly Range[]): readonly [Range, Range] {
  const known = ranges.map(({ target }) => target.id);
  const found = names.map((name) => ranges.find(({ target }) => target.id === name));
  const problems = names.flatMap((name, index) =>
    found[index] === undefined
      ? [{ path: [], found: shown(name), expected: "one of the ranges, by name", fix: didYouMean(name, known) }]
      : [],
  );
  if (names[0] === names[1])
    problems.push({ path: [], found: `${shown(names[0])} twice`, expected: "two ranges", fix: "name another one" });
  if (problems.length > 0) throw new InputError("the table", problems);
  return found as unknown as readonly [Range, Range];
}
