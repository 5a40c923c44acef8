import type { Money } from "../base/money.ts";
import { tidy } from "../input/number-line.ts";

/** From which quantity on a price holds, up to the next tier's. */
export interface Tier<Price = Money> {
  readonly fromQuantity: number;
  readonly unitPrice: Price;
}

/** What one unit costs, by how many there are. Data; `chargesFor` walks it, and nothing else does. */
export interface Tariff<Price = Money> {
  /** `graduated`: each unit at its own tier's price; `volume`: all units at the price of the tier the last one falls in. */
  readonly mode: "graduated" | "volume";
  /** Ascending, without gaps, the first from 0. */
  readonly tiers: readonly Tier<Price>[];
  /** Billed in whole steps of so many, such as 100 GiB; null: as many as there are. */
  readonly stepQuantity: number | null;
  /** Billed are at least so many. */
  readonly minimumQuantity: number;
  /** So many are included elsewhere, in a base fee say, and not billed. */
  readonly includedQuantity: number;
}

/** A part of a quantity at one price. */
export interface Charge<Price = Money> {
  readonly quantity: number;
  readonly unitPrice: Price;
  /** `usage`: there are so many; `step`: added to fill the last step; `minimum`: added to reach the least that is billed. */
  readonly reason: "usage" | "step" | "minimum";
  /** Null where the tariff has one tier. */
  readonly fromQuantity: number | null;
}

/** One price for each unit, from the first on. */
export function flatTariff(unitPrice: Money): Tariff {
  return {
    mode: "graduated",
    tiers: [{ fromQuantity: 0, unitPrice }],
    stepQuantity: null,
    minimumQuantity: 0,
    includedQuantity: 0,
  };
}

/** Whether every unit costs the same, however many there are, so that each can be billed where it arises. */
export function isFlat({ tiers, stepQuantity, minimumQuantity, includedQuantity }: Tariff<unknown>): boolean {
  return tiers.length === 1 && stepQuantity === null && minimumQuantity === 0 && includedQuantity === 0;
}

/**
 * What a quantity is billed as: its parts by tier and by reason, none of them zero.
 *
 * 230 GiB in steps of 100, the first 100 at 0.20, then 0.15: 100 × 0.20, 130 × 0.15, and 70 × 0.15 to fill the step.
 */
export function chargesFor<Price>(tariff: Tariff<Price>, quantity: number): readonly Charge<Price>[] {
  const used = Math.max(0, tidy(quantity - tariff.includedQuantity));
  const stepped = tariff.stepQuantity === null ? used : wholeSteps(used, tariff.stepQuantity);
  const billed = Math.max(stepped, tariff.minimumQuantity);
  const ends = [
    { reason: "usage", upTo: used },
    { reason: "step", upTo: stepped },
    { reason: "minimum", upTo: billed },
  ] as const;
  let from = 0;
  return ends.flatMap(({ reason, upTo }) => {
    const parts = partsBetween(tariff, from, upTo, billed).map((part) => ({ ...part, reason }));
    from = Math.max(from, upTo);
    return parts;
  });
}

function wholeSteps(quantity: number, step: number): number {
  return tidy(Math.ceil(tidy(quantity / step)) * step);
}

function partsBetween<Price>(
  { mode, tiers }: Tariff<Price>,
  from: number,
  upTo: number,
  billed: number,
): readonly Omit<Charge<Price>, "reason">[] {
  if (upTo <= from) return [];
  if (mode === "volume") {
    // A tier holds beyond its own beginning: the hundredth unit is still one of the first hundred.
    const tier = tiers.findLast(({ fromQuantity }) => fromQuantity < billed) ?? (tiers[0] as Tier<Price>);
    return [{ quantity: tidy(upTo - from), ...tierOf(tier, tiers) }];
  }
  return tiers.flatMap((tier, index) => {
    const end = Math.min(upTo, tiers[index + 1]?.fromQuantity ?? upTo);
    const quantity = tidy(end - Math.max(from, tier.fromQuantity));
    return quantity > 0 ? [{ quantity, ...tierOf(tier, tiers) }] : [];
  });
}

function tierOf<Price>(
  { fromQuantity, unitPrice }: Tier<Price>,
  tiers: readonly Tier<Price>[],
): Pick<Charge<Price>, "unitPrice" | "fromQuantity"> {
  return { unitPrice, fromQuantity: tiers.length === 1 ? null : fromQuantity };
}
