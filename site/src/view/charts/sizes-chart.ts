import {
  breakEvenOf,
  dearerAt,
  type FleetSize,
  type Money,
  moneyAsNumber,
  type OperatingModel,
  type Verdict,
} from "@nkp-planner/core";
import { isLoss, type Writer } from "../writer.ts";
import type { ChartView } from "./chart-view.ts";

/** One size of the fleet, planned. */
export interface SizedFleet extends FleetSize {
  /** null: at least one tenant has no price. */
  readonly margins: readonly { readonly modelId: string; readonly monthlyMargin: Money | null }[];
}

interface Asked {
  readonly sizes: readonly SizedFleet[];
  readonly models: readonly Pick<OperatingModel, "id" | "title">[];
  readonly verdict: Verdict;
  readonly currency: string;
  readonly tenantCount: number;
}

/** Cost and margin by size, and from which size on the verdict would be another. */
export interface SizesView {
  readonly cost: ChartView;
  /** null where no margin is known. */
  readonly margin: ChartView | null;
  readonly breakEven: string;
}

/** What the same mix of tenants costs and leaves at every size, planned again at each. */
export function sizesView(asked: Asked, writer: Writer): SizesView {
  const { sizes, models, verdict, tenantCount } = asked;
  const { text: breakEven, fromTenantCount } = breakEvenIn(sizes, models, verdict, sizes.at(-1)?.tenantCount ?? 0);
  const how = `The same mix of tenants, planned again at ${sizes.length} sizes; today there are ${writer.number(tenantCount)}.`;
  const marginAt = ({ margins }: SizedFleet, id: string) =>
    margins.find(({ modelId }) => modelId === id)?.monthlyMargin ?? null;
  const isMarginKnown =
    sizes.length > 0 && sizes.every((size) => models.every(({ id }) => marginAt(size, id) !== null));
  return {
    breakEven,
    cost: {
      ...sizesChart("Cost by number of tenants", `${breakEven} ${how}`, asked, costAt, writer),
      marks: [
        ...markAt(sizes, tenantCount, "today"),
        ...(fromTenantCount === null ? [] : markAt(sizes, fromTenantCount, "break-even")),
      ],
    },
    margin: isMarginKnown
      ? sizesChart("Margin by number of tenants", `${lossText(asked, marginAt)} ${how}`, asked, marginAt, writer)
      : null,
  };
}

type AmountAt = (size: SizedFleet, modelId: string) => Money | null;

function costAt({ costs }: SizedFleet, id: string): Money | null {
  return costs.find(({ modelId }) => modelId === id)?.monthlyCost ?? null;
}

function sizesChart(title: string, summary: string, asked: Asked, amountAt: AmountAt, writer: Writer): ChartView {
  const { sizes, models, currency } = asked;
  return {
    title,
    unit: `${currency} a month`,
    shape: "lines",
    summary,
    categories: sizes.map((size) => writer.number(size.tenantCount)),
    series: models.map((model) => ({
      label: model.title,
      tone: model.id,
      isDashed: model.id === HYBRID_LOOK,
      values: sizes.map((size) => numberOf(amountAt(size, model.id))),
    })),
    barTexts: [],
    marks: markAt(sizes, asked.tenantCount, "today"),
    table: {
      columns: ["Tenants", ...models.map((model) => model.title)],
      rows: sizes.map((size) => ({
        head: writer.number(size.tenantCount),
        cells: models.map(({ id }) => ({ text: amountText(amountAt(size, id), writer) })),
      })),
    },
  };
}

/** Up to which size each model makes a loss, of the sizes tried. */
function lossText({ sizes, models }: Asked, marginAt: AmountAt): string {
  const losing = models.flatMap(({ id, title }) => {
    const at = sizes.filter((size) => isLoss(marginAt(size, id))).map(({ tenantCount }) => tenantCount);
    if (at.length === 0) return [];
    return at.length === sizes.length
      ? [`${title} at every size`]
      : [`${title} at ${at.length} of them, up to ${at.at(-1)} tenants`];
  });
  return losing.length === 0 ? "No model makes a loss at any size tried." : `A loss: ${losing.join("; ")}.`;
}

/** Drawn dashed everywhere, so that colour does not stand alone. */
const HYBRID_LOOK = "hybrid";

function numberOf(value: Money | null): number | null {
  return value === null ? null : moneyAsNumber(value);
}

function amountText(value: Money | null, writer: Writer): string {
  return value === null ? "unknown" : writer.amount(value);
}

/** Sizes are equally far apart: one between two of them stands between their places. */
function markAt(sizes: readonly FleetSize[], tenantCount: number, label: string): ChartView["marks"] {
  const [first, second] = sizes.map((size) => size.tenantCount);
  if (first === undefined || second === undefined || tenantCount < first) return [];
  return [{ at: (tenantCount - first) / (second - first), label }];
}

interface BreakEvenWords {
  readonly text: string;
  readonly fromTenantCount: number | null;
}

function breakEvenIn(
  sizes: readonly FleetSize[],
  models: Asked["models"],
  { winnerId, otherId }: Verdict,
  last: number,
): BreakEvenWords {
  if (winnerId === null || otherId === null || last === 0) return { text: "", fromTenantCount: null };
  const titleOf = (id: string) => models.find((model) => model.id === id)?.title ?? id;
  const [winner, other] = [titleOf(winnerId), titleOf(otherId)];
  const said = (text: string, fromTenantCount: number | null = null) => ({ text, fromTenantCount });
  if (sizes.length < last) {
    const { kind } = dearerAt(sizes, otherId, winnerId, "monthlyCost");
    return kind === "always"
      ? said(`${other} costs more than ${winner} at every size tried, up to ${last} tenants.`)
      : said(`${other} costs no more than ${winner} at some of the sizes tried, up to ${last} tenants.`);
  }
  const { fromTenantCount, alsoAtTenantCounts } = breakEvenOf(sizes, otherId, winnerId);
  if (fromTenantCount !== null)
    return said(
      `${other} costs no more than ${winner} from ${fromTenantCount} tenants on, tried up to ${last}.`,
      fromTenantCount,
    );
  return alsoAtTenantCounts.length === 0
    ? said(`${other} costs more than ${winner} at every size up to ${last} tenants at these prices.`)
    : said(`${other} costs no more than ${winner} at ${alsoAtTenantCounts.join(", ")} tenants, and more at ${last}.`);
}
