import { type Decision, isZeroMoney, moneyText, type PricedWish } from "@nkp-planner/core";
import type { Ink } from "./ink.ts";
import { table } from "./table.ts";

/** What matters beside cost: the cheapest model that meets each wish, and what it costs more than the cheapest of all. */
export function wishesText({ wishes, models }: Pick<Decision, "wishes" | "models">, ink: Ink): string {
  const titleOf = (id: string | null) => models.find(({ model }) => model.id === id)?.model.title;
  const columns = [
    { title: "", align: "left" as const },
    { title: "Cheapest model that meets it", align: "left" as const },
    { title: "Costs more a month", align: "right" as const },
  ];
  const rows = wishes.map((wish) => [wish.title, titleOf(wish.modelId) ?? "none of these", addedText(wish)]);
  return [ink.strong("What matters beside cost, and what it costs"), table(columns, rows, ink)].join("\n");
}

function addedText({ addedMonthlyCost: added }: PricedWish): string {
  if (added === null) return "—";
  return isZeroMoney(added) ? "nothing" : moneyText(added);
}
