import type { Comparison, Money, PlannedFleet } from "@nkp-planner/core";
import { compareMoney, isZeroMoney, noMoney, subtractMoney } from "@nkp-planner/core";
import { changeText, gapChange, gapOf, gapTitle, otherVerdict } from "../gap.ts";
import { isLoss, type Writer } from "../writer.ts";

/** What every assumption does to the margin of the model that costs least, the largest effect first. */
export interface EffectsView {
  readonly title: string;
  /** Between whom the gap is; empty where there are no two. */
  readonly gapTitle: string;
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
  /** What it does to the gap between the two models of the verdict; empty where there are no two. */
  readonly gap: string;
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
  if (winner === undefined) return { title: "", gapTitle: "", rows: [], without: [], untried };
  const gap = gapOf(base);
  const what = winner.totals.monthlyMargin === null ? "cost" : "margin";
  const effects = tried.map((one) => ({ one, effect: effectOn(winner, one.comparison) }));
  const moving = effects.filter(({ effect }) => effect !== null && !isZeroMoney(effect)) as {
    readonly one: TriedOption;
    readonly effect: Money;
  }[];
  const movingIds = new Set(moving.map(({ one }) => one.id));
  return {
    untried,
    gapTitle: gap === undefined ? "" : gapTitle(gap),
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
        gap: gap === undefined ? "" : changeText(gapChange(gap, comparison), writer),
        verdict: otherVerdict(base, comparison),
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

function sizeOf(value: Money): Money {
  return isLoss(value) ? subtractMoney(noMoney(value.currency), value) : value;
}
