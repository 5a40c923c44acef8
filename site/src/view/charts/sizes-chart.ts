import {
  breakEvenOf,
  dearerAt,
  type FleetSize,
  type Money,
  moneyAsNumber,
  type OperatingModel,
  type Verdict,
} from "@nkp-planner/core";
import type { Writer } from "../writer.ts";
import type { ChartView } from "./chart-view.ts";

interface Asked {
  readonly sizes: readonly FleetSize[];
  readonly models: readonly Pick<OperatingModel, "id" | "title">[];
  readonly verdict: Verdict;
  readonly currency: string;
  readonly tenantCount: number;
}

/** The chart, and from which size on the verdict would be another. */
export interface SizesView {
  readonly chart: ChartView;
  readonly breakEven: string;
}

/** What the same mix of tenants costs at every size, planned anew at each. */
export function sizesView(asked: Asked, writer: Writer): SizesView {
  const { sizes, models, verdict } = asked;
  const breakEven = breakEvenText(sizes, models, verdict, sizes.at(-1)?.tenantCount ?? 0);
  return { breakEven, chart: sizesChart(asked, breakEven, writer) };
}

function sizesChart(asked: Asked, breakEven: string, writer: Writer): ChartView {
  const { sizes, models, currency, tenantCount } = asked;
  const costOf = ({ costs }: FleetSize, id: string) => costs.find(({ modelId }) => modelId === id)?.monthlyCost;
  return {
    title: "Cost by number of tenants",
    unit: `${currency} a month`,
    shape: "lines",
    summary: `${breakEven} The same mix of tenants, planned anew at ${sizes.length} sizes; today there are ${writer.number(tenantCount)}.`,
    categories: sizes.map((size) => writer.number(size.tenantCount)),
    series: models.map(({ id, title }) => ({
      label: title,
      tone: id,
      isDashed: id === HYBRID_LOOK,
      values: sizes.map((size) => numberOf(costOf(size, id))),
    })),
    barTexts: [],
    table: {
      columns: ["Tenants", ...models.map(({ title }) => title)],
      rows: sizes.map((size) => ({
        head: writer.number(size.tenantCount),
        cells: models.map(({ id }) => ({ text: amountText(costOf(size, id), writer) })),
      })),
    },
  };
}

/** Drawn dashed everywhere, so that colour does not stand alone. */
const HYBRID_LOOK = "hybrid";

function numberOf(value: Money | undefined): number | null {
  return value === undefined ? null : moneyAsNumber(value);
}

function amountText(value: Money | undefined, writer: Writer): string {
  return value === undefined ? "unknown" : writer.amount(value);
}

function breakEvenText(
  sizes: readonly FleetSize[],
  models: Asked["models"],
  { winnerId, otherId }: Verdict,
  last: number,
): string {
  if (winnerId === null || otherId === null || last === 0) return "";
  const titleOf = (id: string) => models.find((model) => model.id === id)?.title ?? id;
  const [winner, other] = [titleOf(winnerId), titleOf(otherId)];
  if (sizes.length < last) {
    const { kind } = dearerAt(sizes, otherId, winnerId, "monthlyCost");
    return kind === "always"
      ? `${other} costs more than ${winner} at every size tried, up to ${last} tenants.`
      : `${other} costs no more than ${winner} at some of the sizes tried, up to ${last} tenants.`;
  }
  const { fromTenantCount, alsoAtTenantCounts } = breakEvenOf(sizes, otherId, winnerId);
  if (fromTenantCount !== null)
    return `${other} costs no more than ${winner} from ${fromTenantCount} tenants on, tried up to ${last}.`;
  return alsoAtTenantCounts.length === 0
    ? `${other} costs more than ${winner} at every size up to ${last} tenants at these prices.`
    : `${other} costs no more than ${winner} at ${alsoAtTenantCounts.join(", ")} tenants, and more at ${last}.`;
}
