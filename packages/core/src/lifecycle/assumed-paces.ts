import type { Finding } from "../base/findings/finding.ts";
import type { PlanInput } from "../input/fleet.ts";
import { fleetOfDay } from "../input/fleet-of-day.ts";
import { numberOf } from "../input/parameters.ts";
import type { PlatformContext } from "../input/platform-context.ts";
import { count, list } from "../plan/rules/figures.ts";
import { calendarFinding } from "./calendar-texts.ts";

/** What a calendar takes for granted of tenants that do not say when they are ready. */
export function assumedPaces(fleet: PlanInput, { choices }: PlatformContext): readonly Finding[] {
  const silent = fleetOfDay(fleet).tenants.filter(({ upgrades }) => upgrades?.readyAfterDays === undefined);
  if (silent.length === 0) return [];
  const days = (id: Parameters<typeof numberOf>[1]) => count(numberOf(choices, id), "days");
  const figures = {
    tenants: list(silent.map(({ name }) => name)),
    fleet: days("ready-after-days-fleet"),
    own: days("ready-after-days-own"),
    plane: days("plane-delay-days"),
  };
  return [calendarFinding("upgrade-calendar", "paces-assumed", { figures })];
}
