import {
  COST_REASON_TITLES,
  compareMoney,
  type LossReason,
  lossReasonsOf,
  type Money,
  noMoney,
  type PlannedFleet,
  ratioOf,
  subtractMoney,
  type TenantEconomics,
  targetPricesOf,
} from "@nkp-planner/core";
import { BAR_WIDTH } from "./bars.ts";
import type { Fragment } from "./fragment.ts";
import { placements } from "./placements.ts";
import { planTitle } from "./plan-title.ts";
import { isLoss, type Writer } from "./writer.ts";

/** What each tenant leaves under one model, the best first; those without a price last. */
export interface MarginsView {
  readonly modelId: string;
  readonly title: string;
  readonly summary: string;
  /** Where the bars of all models have their zero, in thousandths. */
  readonly zero: number;
  readonly rows: readonly MarginRow[];
  /** Who loses money, why, and what price would mend it; the largest loss first. */
  readonly losses: readonly (readonly Fragment[])[];
}

export interface MarginRow {
  readonly tenantId: string;
  readonly name: string;
  /** Where it lives, by a model that puts some apart; empty: all live alike. */
  readonly placement: string;
  readonly price: Fragment;
  readonly cost: Fragment;
  readonly margin: Fragment;
  readonly ratio: string;
  readonly isLoss: boolean;
  readonly x: number;
  readonly width: number;
}

/** @param plan one of all, which share a scale */
export function marginsView(plan: PlannedFleet, plans: readonly PlannedFleet[], writer: Writer): MarginsView {
  const none = noMoney(plans[0]?.currency ?? "EUR");
  const margins = plans.flatMap(({ tenants }) => tenants.flatMap(({ monthlyMargin }) => monthlyMargin ?? []));
  const lowest = margins.reduce((a, b) => (compareMoney(a, b) <= 0 ? a : b), none);
  const highest = margins.reduce((a, b) => (compareMoney(a, b) >= 0 ? a : b), none);
  const span = subtractMoney(highest, lowest);
  const length = (value: Money) => Math.round((ratioOf(value, span) ?? 0) * BAR_WIDTH);
  const zero = -length(lowest);
  const { model, tenants } = plan;
  const losses = lossReasonsOf(plan);
  const placed = placements(plan);
  const noun = (count: number) => (count === 1 ? "tenant" : "tenants");
  return {
    modelId: model.id,
    title: planTitle(plan),
    summary:
      losses.length === 0
        ? "No tenant loses money."
        : `${writer.number(losses.length)} of ${writer.number(tenants.length)} ${noun(tenants.length)} ${losses.length === 1 ? "loses" : "lose"} money.`,
    zero,
    rows: tenants.toSorted(byMargin).map((tenant) => {
      const reach = tenant.monthlyMargin === null ? 0 : length(tenant.monthlyMargin);
      const bar = { x: zero + Math.min(reach, 0), width: Math.abs(reach) };
      return { ...rowOf(plan, tenant, bar, writer), placement: placed.get(tenant.tenantId) ?? "" };
    }),
    losses: lossSentences(plan, losses, writer),
  };
}

function byMargin(a: TenantEconomics, b: TenantEconomics): number {
  if (a.monthlyMargin === null || b.monthlyMargin === null) {
    return Number(a.monthlyMargin === null) - Number(b.monthlyMargin === null);
  }
  return compareMoney(b.monthlyMargin, a.monthlyMargin);
}

function rowOf(
  { model, currency }: PlannedFleet,
  tenant: TenantEconomics,
  bar: Pick<MarginRow, "x" | "width">,
  writer: Writer,
): Omit<MarginRow, "placement"> {
  const { tenantId, name, monthlyPrice, monthlyCost, monthlyMargin, marginRatio } = tenant;
  const figure = (field: string, value: Money | null): Fragment => ({
    text: value === null ? "unknown" : writer.wholeMoney(value),
    isFigure: true,
    opens: { modelId: model.id, figureId: `tenant.${tenantId}.${field}` },
    ...(isLoss(value) ? { tone: "loss" as const } : {}),
  });
  return {
    tenantId,
    name,
    price: figure("monthlyPrice", monthlyPrice),
    cost: figure("monthlyCost", monthlyCost ?? noMoney(currency)),
    margin: figure("monthlyMargin", monthlyMargin),
    ratio: marginRatio === null ? "unknown" : writer.ratio(marginRatio),
    isLoss: isLoss(monthlyMargin),
    ...bar,
  };
}

/** The exact ratio of a price without profit. */
const BREAK_EVEN_RATIO = 0;

export function lossSentences(
  plan: PlannedFleet,
  losses: readonly LossReason[],
  writer: Writer,
): readonly (readonly Fragment[])[] {
  if (losses.length === 0) return [];
  const floors = new Map(targetPricesOf(plan, BREAK_EVEN_RATIO).map((one) => [one.tenantId, one.floorMonthlyPrice]));
  return losses.map(({ tenant, cause }) => {
    const figure = (text: string, field: string): Fragment => ({
      text,
      isFigure: true,
      opens: { modelId: plan.model.id, figureId: `tenant.${tenant.tenantId}.${field}` },
    });
    const floor = floors.get(tenant.tenantId) as Money;
    return [
      { text: `${tenant.name} loses ` },
      figure(writer.wholeMoney(tenant.monthlyMargin as Money).replace("−", ""), "monthlyMargin"),
      { text: `: ${COST_REASON_TITLES[cause.kind]} costs ${writer.wholeMoney(cause.monthlyCost)}. Break-even price ` },
      figure(writer.money(floor), "monthlyCost"),
      { text: "." },
    ];
  });
}
