import {
  ATTRIBUTIONS,
  type Attribution,
  allocateMoney,
  type CostLine,
  type CostPortion,
  isZeroMoney,
  type Money,
  type PlannedFleet,
  type Share,
  type SharedLine,
  type Split,
  subtractMoney,
  type TenantId,
  wholeMinorUnits,
} from "@nkp-planner/core";

/** One part of a cost: what one tenant bears of one portion, of one attribution. */
export interface FocusCharge {
  readonly originLineId: string;
  /** The portion of the line that it is part of: what arises in one place. */
  readonly originChargeId: string;
  readonly line: CostLine;
  readonly portion: CostPortion;
  readonly basis: Split["basis"];
  readonly attribution: keyof Attribution;
  readonly tenantId: TenantId;
  readonly cost: Money;
  readonly isOneTime: boolean;
}

/**
 * Every cost of a plan in its parts, those of zero left out. The parts of a portion sum to it exactly in both
 * directions: over attributions to each tenant's share, over tenants to each attribution.
 */
export function focusChargesOf({
  shared,
  oneTimeShared,
}: Pick<PlannedFleet, "shared" | "oneTimeShared">): readonly FocusCharge[] {
  return [
    ...shared.flatMap((line, index) => chargesOfLine(line, `monthly-${index + 1}`, false)),
    ...oneTimeShared.flatMap((line, index) => chargesOfLine(line, `one-time-${index + 1}`, true)),
  ];
}

function chargesOfLine({ line, splits }: SharedLine, originLineId: string, isOneTime: boolean): readonly FocusCharge[] {
  return splits.flatMap(({ portion, basis, shares }, index) => {
    const origin = { originLineId, originChargeId: `${originLineId}/${index + 1}`, line, portion, basis, isOneTime };
    return partsOf(portion, shares).map((part) => ({ ...origin, ...part }));
  });
}

/**
 * One attribution after the other is divided by what each tenant still bears: never more than that, so that the last
 * takes exactly what is left.
 */
function partsOf(
  { attribution }: CostPortion,
  shares: readonly Share[],
): readonly Pick<FocusCharge, "attribution" | "tenantId" | "cost">[] {
  if (shares.length === 0) return [];
  let left = shares.map(({ amount }) => amount);
  return ATTRIBUTIONS.flatMap((name) => {
    const parts = allocateMoney(attribution[name], left.map(weightOf));
    left = left.map((rest, index) => subtractMoney(rest, parts[index] as Money));
    return shares.flatMap(({ tenantId }, index) => {
      const cost = parts[index] as Money;
      return isZeroMoney(cost) ? [] : [{ attribution: name, tenantId, cost }];
    });
  });
}

/** Costs may be credits: then all parts are negative, and stand in the same proportion. */
function weightOf(value: Money): bigint {
  const units = wholeMinorUnits(value);
  return units < 0n ? -units : units;
}
