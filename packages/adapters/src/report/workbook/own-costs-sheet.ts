import type { PlannedFleet, TenantId } from "@nkp-planner/core";
import {
  column,
  FIRST_ROW,
  type MoneyFormulas,
  moneyFormula,
  number,
  tableSheet,
  text,
  type WorkbookSheet,
} from "./cells.ts";
import type { PlacedPortion } from "./portions.ts";
import type { TenantsPart } from "./tenants-sheets.ts";

const SHEET = "Own costs";

export interface OwnCostsPart {
  readonly sheet: WorkbookSheet;
  /** What a tenant's own clusters cost, by how it is billed. */
  sumOf(tenantId: TenantId, billing: PlacedPortion["billing"]): string;
}

/** What arises in a cluster of one tenant, which bears it whole. */
export function ownCostsPart(
  { currency }: Pick<PlannedFleet, "currency">,
  portions: readonly PlacedPortion[],
  tenants: TenantsPart,
  money: MoneyFormulas,
): OwnCostsPart {
  const own = portions.filter(({ split }) => split.basis === "own");
  const monthlyCount = own.filter(({ billing }) => billing === "monthly").length;
  const ranges = {
    monthly: { first: FIRST_ROW, last: FIRST_ROW + monthlyCount - 1 },
    once: { first: FIRST_ROW + monthlyCount, last: FIRST_ROW + own.length - 1 },
  };
  const sheet = tableSheet(
    SHEET,
    `In ${currency}. What arises in a tenant's own cluster is the tenant's alone.`,
    [
      ["Billed", 9],
      ["Tenant no.", 10],
      ["Tenant", 24],
      ["Cluster", 24],
      ["What", 50],
      ["Amount", 16],
    ],
    own.map(({ billing, label, portion, split, formula }) => {
      const tenantId = split.shares[0]?.tenantId ?? "";
      return [
        text(billing),
        number(tenants.numberOf(tenantId)),
        text(tenantId),
        text(portion.clusterName ?? ""),
        text(label),
        moneyFormula(formula, portion.amount),
      ];
    }),
  );
  return {
    sheet,
    sumOf: (tenantId, billing) => {
      const [numbers, amounts] = [column(SHEET, "B", ranges[billing]), column(SHEET, "F", ranges[billing])];
      return numbers === null ? "0" : money.exact(`SUMIF(${numbers},${tenants.numberOf(tenantId)},${amounts})`);
    },
  };
}
