import {
  type Comparison,
  compareMoney,
  type FigureValue,
  isInfeasible,
  lossCountText,
  lossMakersOf,
  type Money,
  noMoney,
  type PlannedFleet,
  ratioOf,
  roundToMinorUnit,
} from "@nkp-planner/core";
import { BAR_WIDTH, type BarPart, type CostPart, PART_WORDS } from "./bars.ts";
import type { Fragment } from "./fragment.ts";
import { placementNote } from "./placement-note.ts";
import { isLoss, type Writer } from "./writer.ts";

/** One model beside the others: what it costs, in one bar, and the figures that tell it from them. */
export interface CardView {
  readonly modelId: string;
  readonly title: string;
  readonly summary: string;
  readonly isWinner: boolean;
  readonly isFeasible: boolean;
  readonly cost: Fragment;
  /** To the cent and in no locale's writing, such as `39283.75`: what a link keeps to tell later what has changed. */
  readonly exactCost: string;
  readonly bar: readonly BarPart[];
  /** The bar in words. */
  readonly barText: string;
  readonly rows: readonly CardRow[];
  /** Where it puts tenants apart; empty where all live alike. */
  readonly note: string;
}

export interface CardRow {
  readonly title: string;
  readonly values: readonly Fragment[];
}

export function cardViews({ plans, verdict, currency }: Comparison, writer: Writer): readonly CardView[] {
  const largest = plans
    .map(({ totals }) => totals.monthlyCost)
    .reduce((a, b) => (compareMoney(a, b) >= 0 ? a : b), noMoney(currency));
  return plans.map((plan) => cardOf(plan, plans, largest, verdict.winnerId, writer));
}

function cardOf(
  plan: PlannedFleet,
  plans: readonly PlannedFleet[],
  largest: Money,
  winnerId: string | null,
  writer: Writer,
): CardView {
  const { model, totals, tenants } = plan;
  const figure = (figureId: string, text: string, value: FigureValue = null): Fragment => ({
    text,
    isFigure: true,
    opens: { modelId: model.id, figureId },
    ...(isLoss(value) ? { tone: "loss" as const } : {}),
  });
  const count = (totalId: keyof PlannedFleet["totals"]) =>
    figure(totalId, writer.bare(totals[totalId] as FigureValue, ""));
  const losses = lossMakersOf(tenants).length;
  const { bar, barText } = costBar(plan, largest, writer);
  return {
    modelId: model.id,
    title: model.title,
    summary: model.summary,
    isWinner: model.id === winnerId,
    isFeasible: !isInfeasible(plan),
    cost: figure("monthlyCost", writer.wholeMoney(totals.monthlyCost)),
    exactCost: roundToMinorUnit(totals.monthlyCost).amount,
    bar,
    barText,
    note: placementNote(plan, plans, writer),
    rows: [
      {
        title: "Margin",
        values: [
          figure(
            "marginRatio",
            totals.marginRatio === null ? "unknown" : writer.ratio(totals.marginRatio),
            totals.monthlyMargin,
          ),
        ],
      },
      { title: "Clusters · nodes", values: [count("clusterCount"), count("nodeCount")] },
      { title: "vCPU · GiB", values: [count("vcpu"), count("memoryGiB")] },
      { title: "Licensed vCPU", values: [count("licensedVcpu")] },
      {
        title: "Loss-makers",
        values: [
          {
            text: lossCountText(tenants, (value) => writer.number(value)),
            ...(losses > 0 ? { tone: "loss" as const } : {}),
          },
        ],
      },
    ],
  };
}

function costBar({ totals }: PlannedFleet, largest: Money, writer: Writer): Pick<CardView, "bar" | "barText"> {
  const { workload, overhead, idle } = totals.monthlyCostByAttribution;
  const parts = Object.entries({ workload, overhead, idle }) as [CostPart, Money][];
  let x = 0;
  return {
    bar: parts.map(([kind, cost]) => {
      const part = { kind, x, width: Math.round((ratioOf(cost, largest) ?? 0) * BAR_WIDTH) };
      x += part.width;
      return part;
    }),
    barText: parts.map(([kind, cost]) => `${PART_WORDS[kind]} ${writer.wholeMoney(cost)}`).join(", "),
  };
}
