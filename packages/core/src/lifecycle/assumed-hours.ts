import type { Finding } from "../base/findings/finding.ts";
import type { ParameterId } from "../base/parameter-ids.ts";
import { type Choices, choiceOf } from "../input/parameters.ts";
import { list } from "../plan/rules/figures.ts";
import { calendarFinding } from "./calendar-texts.ts";

/** What one of each kind of work takes, and what asks for a month's part of it. */
const HOURS: readonly ParameterId[] = [
  "minutes-per-node-upgraded",
  "minutes-per-plane-upgraded",
  "validation-hours",
  "coordination-hours",
  "plane-upgrade-notice-hours",
];

/** Which hours and minutes of upgrades nobody has given. */
export function assumedHours(choices: Choices): readonly Finding[] {
  const assumed = HOURS.map((id) => choiceOf(choices, id)).filter(({ isDefault }) => isDefault);
  if (assumed.length === 0) return [];
  const parameters = list(assumed.map(({ parameter, value }) => `${parameter.id} ${value} ${parameter.unit ?? ""}`));
  return [calendarFinding("upgrade-calendar", "hours-assumed", { figures: { parameters } })];
}
