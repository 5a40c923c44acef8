import { isInfeasible } from "../base/findings/finding.ts";
import { compareMoney, type Money, subtractMoney } from "../base/money.ts";
import type { PlannedFleet } from "../plan/planned-fleet.ts";
import { wishes } from "./wishes/index.ts";
import type { Wish } from "./wishes/wish.ts";

/** Wishes with what they cost: the cheapest model that meets them, beside the cheapest of all. */
export interface PriceOfWishes {
  /** null: none of the models that can run meets them. */
  readonly modelId: string | null;
  /** What it costs more a month; null as above. */
  readonly addedMonthlyCost: Money | null;
}

/** A wish, who meets it, and what it costs. */
export interface PricedWish extends PriceOfWishes, Pick<Wish, "id" | "title" | "meets"> {
  /** Ids of the models that can run and meet it. */
  readonly metBy: readonly string[];
}

/** Every wish by itself, of the same fleet planned by several models. */
export function pricedWishes(plans: readonly PlannedFleet[]): readonly PricedWish[] {
  const able = ableIn(plans);
  return wishes.map((wish) => ({
    ...{ id: wish.id, title: wish.title, meets: wish.meets },
    metBy: able.filter((plan) => wish.isMetBy(plan, able)).map(({ model }) => model.id),
    ...priceIn(able, [wish]),
  }));
}

/** What several wishes cost together. @param ids of wishes; others are passed over */
export function priceOfWishes(plans: readonly PlannedFleet[], ids: readonly string[]): PriceOfWishes {
  return priceIn(
    ableIn(plans),
    wishes.filter(({ id }) => ids.includes(id)),
  );
}

/** The models that can run, the cheapest first. */
function ableIn(plans: readonly PlannedFleet[]): readonly PlannedFleet[] {
  return plans
    .filter((plan) => !isInfeasible(plan))
    .toSorted((a, b) => compareMoney(a.totals.monthlyCost, b.totals.monthlyCost));
}

function priceIn(able: readonly PlannedFleet[], asked: readonly Wish[]): PriceOfWishes {
  const [cheapest] = able;
  const found = able.find((plan) => asked.every((wish) => wish.isMetBy(plan, able)));
  if (cheapest === undefined || found === undefined) return { modelId: null, addedMonthlyCost: null };
  const addedMonthlyCost = subtractMoney(found.totals.monthlyCost, cheapest.totals.monthlyCost);
  return { modelId: found.model.id, addedMonthlyCost };
}
