import { compareMoney, type Money, sumMoney } from "../base/money.ts";
import { shareCosts } from "../costs/sharing.ts";
import type { SharingMethod } from "../costs/sharing-methods/sharing-method.ts";
import { sharingMethods } from "../costs/sharing-methods/sharing-methods.ts";
import { choiceOf } from "../input/parameters.ts";
import type { PlannedFleet } from "./planned-fleet.ts";
import { sharingBasisOf } from "./sharing-basis.ts";

/** What all tenants bear together by one method of sharing. */
export interface SharingCheck {
  readonly method: string;
  readonly isUsed: boolean;
  readonly sharedOutMonthlyCost: Money;
  /** Whether it is the plan's cost, to the smallest unit. */
  readonly isWhole: boolean;
}

/** That another method moves cost between tenants and no total: the fleet's cost shared out by every method there is. */
export function sharingChecksOf(plan: PlannedFleet): readonly SharingCheck[] {
  const { input, clusters, costs, currency, totals, context } = plan;
  const hasWeights = input.tenants.every(({ shareWeight }) => shareWeight !== null);
  const basis = sharingBasisOf(input, clusters);
  const all: readonly SharingMethod[] = [...sharingMethods, ...(context.ownSharing ?? [])];
  const possible = all.filter(({ id }) => id !== "by-weights" || hasWeights);
  return possible.map((method) => {
    const shares = shareCosts(costs, clusters, basis, method).flatMap(({ splits }) =>
      splits.flatMap((split) => split.shares.map(({ amount }) => amount)),
    );
    const sharedOutMonthlyCost = sumMoney(shares, currency);
    return {
      method: method.id,
      isUsed: choiceOf(context.choices, "shared-cost").chosen === method.id,
      sharedOutMonthlyCost,
      isWhole: compareMoney(sharedOutMonthlyCost, totals.monthlyCost) === 0,
    };
  });
}
