import { type Comparison, isZeroMoney, type Money, type PlannedFleet, subtractMoney } from "@nkp-planner/core";
import type { Writer } from "./writer.ts";

/** What the dearer of two models costs more a month: the two of the verdict. */
export interface Gap {
  readonly cheaper: PlannedFleet;
  readonly dearer: PlannedFleet;
  readonly monthlyCost: Money;
}

/** undefined: no model runs, or none beside it. */
export function gapOf({ plans, verdict }: Comparison): Gap | undefined {
  const [cheaper, dearer] = [verdict.winnerId, verdict.otherId].map((id) => plans.find(({ model }) => model.id === id));
  if (cheaper === undefined || dearer === undefined) return undefined;
  return { cheaper, dearer, monthlyCost: subtractMoney(dearer.totals.monthlyCost, cheaper.totals.monthlyCost) };
}

/** `Starter and Ultimate`: between whom it is. */
export function gapTitle({ cheaper, dearer }: Gap): string {
  return `${cheaper.model.title} and ${dearer.model.title}`;
}

/** By how much the same two are further apart in another comparison, with a sign; null: one of them is not there. */
export function gapChange(gap: Gap, { plans }: Comparison): Money | null {
  const [cheaper, dearer] = [gap.cheaper, gap.dearer].map(({ model }) =>
    plans.find((one) => one.model.id === model.id),
  );
  if (cheaper === undefined || dearer === undefined) return null;
  return subtractMoney(subtractMoney(dearer.totals.monthlyCost, cheaper.totals.monthlyCost), gap.monthlyCost);
}

/** What becomes of the verdict: another model costs least, or none runs; null: it stays. */
export function otherVerdict({ verdict }: Comparison, other: Comparison): string | null {
  const { winnerId } = other.verdict;
  if (winnerId === verdict.winnerId) return null;
  if (winnerId === null) return "no model runs then";
  return `${other.plans.find(({ model }) => model.id === winnerId)?.model.title} costs least then`;
}

/** `+€1,200`; `the same` where it does not move. */
export function changeText(change: Money | null, writer: Writer): string {
  if (change === null) return "—";
  return isZeroMoney(change) ? "the same" : writer.signedMoney(change);
}
