import { isZeroMoney, type PlannedFleet, type PriceOfWishes, pricedWishes, priceOfWishes } from "@nkp-planner/core";
import { planTitle } from "./plan-title.ts";
import type { Writer } from "./writer.ts";

/** What matters beside cost: who meets it, and what it costs. */
export interface WishesView {
  readonly models: readonly { readonly modelId: string; readonly title: string }[];
  readonly rows: readonly WishRow[];
  /** What all that are ticked cost together; empty where none is. */
  readonly together: string;
  /** Ids of the models that meet all that are ticked. */
  readonly fitting: readonly string[];
}

export interface WishRow {
  readonly id: string;
  readonly title: string;
  /** When a model meets it. */
  readonly meets: string;
  /** One a model, in their order. */
  readonly isMet: readonly boolean[];
  /** What it costs a month. */
  readonly price: string;
}

export function wishesView(plans: readonly PlannedFleet[], ticked: readonly string[], writer: Writer): WishesView {
  const priced = pricedWishes(plans);
  const asked = priced.filter(({ id }) => ticked.includes(id));
  const titleOf = (id: string | null) => {
    const plan = plans.find(({ model }) => model.id === id);
    return plan === undefined ? "" : planTitle(plan);
  };
  const priceText = ({ addedMonthlyCost: added }: PriceOfWishes) => {
    if (added === null) return "no model meets it";
    return isZeroMoney(added) ? "costs nothing more" : `costs you ${writer.wholeMoney(added)} a month`;
  };
  const all = priceOfWishes(plans, ticked);
  return {
    models: plans.map((plan) => ({ modelId: plan.model.id, title: planTitle(plan) })),
    rows: priced.map((wish) => ({
      ...{ id: wish.id, title: wish.title, meets: wish.meets },
      isMet: plans.map(({ model }) => wish.metBy.includes(model.id)),
      price: priceText(wish),
    })),
    together: asked.length === 0 ? "" : togetherText(asked.length, all, titleOf(all.modelId), priceText(all)),
    fitting: plans.map(({ model }) => model.id).filter((id) => asked.every(({ metBy }) => metBy.includes(id))),
  };
}

function togetherText(count: number, { modelId }: PriceOfWishes, title: string, price: string): string {
  const what = count === 1 ? "What you have ticked" : `All ${count} together`;
  if (modelId === null) return `${what}: no model meets ${count === 1 ? "it" : "them all"}.`;
  return `${what}: ${title} is the cheapest that meets ${count === 1 ? "it" : "them"}, and ${price}.`;
}
