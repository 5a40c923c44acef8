import type { PlannedFleet } from "../../plan/planned-fleet.ts";
import { defineWish } from "./wish.ts";

/** As little work as there can be. */
export const smallTeam = defineWish({
  id: "small-team",
  title: "Fewest hours of people",
  meets: "No other model that can run takes fewer hours a month, of operations and upgrades.",
  isMetBy: (plan, all) => all.every((other) => hoursOf(plan) <= hoursOf(other)),
});

function hoursOf({ costs }: PlannedFleet): number {
  return costs.filter(({ driver }) => driver === "labour").reduce((sum, { quantity }) => sum + quantity, 0);
}
