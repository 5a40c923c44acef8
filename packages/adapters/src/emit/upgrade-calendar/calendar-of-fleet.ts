import { fleetUpgrades, InputError, numberOf, operatingModels, releaseCyclesOf, shown } from "@nkp-planner/core";
import type { CalendarToWrite } from "../../calendar/calendar-format.ts";
import { dnsLabels, LONGEST_LABEL } from "../../kubernetes/names.ts";
import type { FleetToEmit } from "../adapter.ts";

/** The upgrades of a fleet, as formats of calendars and adapters read them. */
export interface CalendarOfFleet extends CalendarToWrite {
  /** In the order of the plan. */
  readonly clusters: readonly ClusterInCalendar[];
}

export interface ClusterInCalendar {
  readonly name: string;
  /** What files of it are called. */
  readonly label: string;
  /** null: it is not upgraded by the calendar. */
  readonly upgrades: CalendarToWrite["upgrades"]["calendar"]["clusters"][number] | null;
}

/**
 * Plays the upgrades of a planned fleet, as `nkp-planner lifecycle` does.
 * @param months how far; undefined: as it is assumed
 * @throws InputError where the fleet cannot be played, or its model is not one of the planner's own
 */
export function calendarOfFleet(
  { planned }: FleetToEmit,
  months: number | undefined,
  adapterId: string,
): CalendarOfFleet {
  const { input, context, clusters } = planned;
  const model = operatingModels.find(({ id }) => id === planned.model.id);
  if (model === undefined) throw unknownModel(planned.model.id, adapterId);
  const horizonMonths = months ?? numberOf(context.choices, "upgrade-horizon-months");
  const upgrades = fleetUpgrades(planned, model, horizonMonths);
  const all = [...upgrades.calendar.planes, ...upgrades.calendar.clusters];
  const labels = dnsLabels(
    clusters.map(({ name }) => name),
    { word: "cluster", longest: LONGEST_LABEL },
  );
  return {
    modelTitle: model.title,
    upgrades,
    cycles: releaseCyclesOf(input, model, context, horizonMonths),
    clusters: clusters.map(({ name }, index) => ({
      name,
      label: labels[index] ?? "",
      upgrades: all.find((one) => one.name === name) ?? null,
    })),
  };
}

function unknownModel(id: string, adapterId: string): InputError {
  const known = operatingModels.map((one) => one.id).join(", ");
  return new InputError(adapterId, [
    { path: ["model"], found: shown(id), expected: `one of: ${known}`, fix: "plan the fleet by one of them" },
  ]);
}
