import type { ParameterId } from "../base/parameter-ids.ts";
import type { UpgradeEffort } from "./upgrade-hours.ts";

/** What one of each kind of work takes, by the assumptions. @param figureOf null: not known */
export function effortOfChoices(figureOf: (id: ParameterId) => number | null): UpgradeEffort {
  return {
    minutesPerNode: figureOf("minutes-per-node-upgraded"),
    planeMinutes: figureOf("minutes-per-plane-upgraded"),
    validationHours: figureOf("validation-hours"),
    coordinationHours: figureOf("coordination-hours"),
    noticeHours: figureOf("plane-upgrade-notice-hours"),
  };
}
