import {
  type Comparison,
  choiceOf,
  differenceIn,
  type FigureValue,
  type TotalFigure,
  type TotalGroup,
  totalRowsIn,
} from "@nkp-planner/core";
import type { Fragment } from "./fragment.ts";
import { planTitle } from "./plan-title.ts";
import { isLoss, type Writer } from "./writer.ts";

/** Every total of every model, and its difference to the baseline where the planner compares it. */
export interface TotalsView {
  readonly models: readonly { readonly modelId: string; readonly title: string }[];
  readonly baselineTitle: string;
  /** The models that have a column for their difference to the baseline. */
  readonly compared: readonly { readonly modelId: string; readonly title: string }[];
  readonly groups: readonly { readonly title: string; readonly rows: readonly TotalsRow[] }[];
  /** What tenants get beside their cluster, by one rule for every model. */
  readonly services: string;
}

export interface TotalsRow {
  readonly id: string;
  readonly title: string;
  /** `total` is the line that matters most of its group, `part` is a part of the line above. */
  readonly rank: "total" | "plain" | "part";
  readonly cells: readonly Fragment[];
  readonly differences: readonly string[];
}

export function totalsView(comparison: Comparison, writer: Writer): TotalsView {
  const { plans, baselineId, currency } = comparison;
  const titled = plans.map((plan) => ({ modelId: plan.model.id, title: planTitle(plan) }));
  const { money, sizes } = totalRowsIn("calculator", plans);
  const rows = (groups: readonly TotalGroup[]) =>
    groups.flatMap(({ whole, parts }) => [whole, ...parts]).map((figure) => rowOf(figure, comparison, writer));
  return {
    models: titled,
    baselineTitle: titled.find(({ modelId }) => modelId === baselineId)?.title ?? "",
    compared: titled.filter(({ modelId }) => modelId !== baselineId),
    groups: [
      { title: `Cost and margin, ${currency} a month`, rows: rows(money) },
      { title: "Size", rows: rows(sizes) },
    ],
    services: plans[0] === undefined ? "" : choiceOf(plans[0].context.choices, "tenant-services").title,
  };
}

function rowOf(figure: TotalFigure, { plans, differences, baselineId }: Comparison, writer: Writer): TotalsRow {
  const { id, short, unit, isMain, below } = figure;
  return {
    id,
    title: short,
    rank: isMain ? "total" : below === null ? "plain" : "part",
    cells: plans.map((plan) => {
      const value = figure.value(plan);
      return {
        text: writer.bare(value, unit),
        isFigure: true,
        opens: { modelId: plan.model.id, figureId: id },
        ...(isLoss(value) ? { tone: "loss" as const } : {}),
      };
    }),
    differences: differences
      .filter(({ modelId }) => modelId !== baselineId)
      .map((difference) => signed(differenceIn(difference, figure), writer)),
  };
}

function signed(value: FigureValue, writer: Writer): string {
  if (value === null) return "";
  return typeof value === "number" ? writer.signedNumber(value) : writer.signedAmount(value);
}
