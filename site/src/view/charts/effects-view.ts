import type { Comparison, Money, PlannedFleet } from "@nkp-planner/core";
import { compareMoney, isZeroMoney, noMoney, subtractMoney } from "@nkp-planner/core";
import { isLoss, type Writer } from "../writer.ts";

/** What every assumption does to the margin of the model that costs least, the largest effect first. */
export interface EffectsView {
  readonly title: string;
  readonly rows: readonly EffectRow[];
  /** Assumptions none of whose other readings changes anything here. */
  readonly without: readonly string[];
  /** Readings that cannot be planned with what was entered. */
  readonly untried: readonly string[];
}

export interface EffectRow {
  readonly id: string;
  readonly title: string;
  readonly value: string;
  readonly other: string;
  readonly effect: string;
  readonly isLoss: boolean;
  /** What becomes of the verdict: another model costs least, or none runs; null: it stays. */
  readonly verdict: string | null;
}

/** One other reading of an assumption, planned. */
export interface TriedOption {
  readonly id: string;
  readonly title: string;
  readonly value: string;
  readonly other: string;
  readonly comparison: Comparison;
}

export function effectsView(
  base: Comparison,
  tried: readonly TriedOption[],
  untried: readonly string[],
  writer: Writer,
): EffectsView {
  const winner = winnerOf(base);
  if (winner === undefined) return { title: "", rows: [], without: [], untried };
  const what = winner.totals.monthlyMargin === null ? "cost" : "margin";
  const effects = tried.map((one) => ({ one, effect: effectOn(winner, one.comparison) }));
  const moving = effects.filter(({ effect }) => effect !== null && !isZeroMoney(effect)) as {
    readonly one: TriedOption;
    readonly effect: Money;
  }[];
  const movingIds = new Set(moving.map(({ one }) => one.id));
  return {
    untried,
    title: `Effect on the ${what} of ${winner.model.title}`,
    rows: moving
      .toSorted((a, b) => compareMoney(sizeOf(b.effect), sizeOf(a.effect)))
      .map(({ one: { id, title, value, other, comparison }, effect }) => ({
        id,
        title,
        value,
        other,
        effect: hasWinner(comparison) ? writer.signedMoney(effect) : "—",
        isLoss: isLoss(effect) === (what === "margin"),
        verdict: verdictIn(base, comparison),
      })),
    without: [...new Set(tried.filter(({ id }) => !movingIds.has(id)).map(({ title }) => title))],
  };
}

function winnerOf({ plans, verdict }: Comparison): PlannedFleet | undefined {
  return plans.find(({ model }) => model.id === verdict.winnerId) ?? plans[0];
}

/** The change of the margin; of the cost where no margin is known. */
function effectOn(winner: PlannedFleet, { plans }: Comparison): Money | null {
  const there = plans.find(({ model }) => model.id === winner.model.id);
  if (there === undefined) return null;
  const [a, b] = [there.totals.monthlyMargin, winner.totals.monthlyMargin];
  return a === null || b === null
    ? subtractMoney(there.totals.monthlyCost, winner.totals.monthlyCost)
    : subtractMoney(a, b);
}

function hasWinner({ verdict }: Comparison): boolean {
  return verdict.winnerId !== null;
}

function verdictIn({ verdict }: Comparison, other: Comparison): string | null {
  if (other.verdict.winnerId === verdict.winnerId) return null;
  return hasWinner(other) ? `${winnerOf(other)?.model.title} costs least then` : "no model runs then";
}

function sizeOf(value: Money): Money {
  return isLoss(value) ? subtractMoney(noMoney(value.currency), value) : value;
}
