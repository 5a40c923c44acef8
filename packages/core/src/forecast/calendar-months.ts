import type { Finding } from "../base/findings/finding.ts";
import type { IsoDate } from "../base/provenance.ts";
import { text } from "../plan/rules/figures.ts";
import { forecastFinding } from "./forecast-texts.ts";

const ID = "calendar-months";

/** What of the month in which a forecast is asked for is left out, because it is no whole one; nothing on the first of a month. */
export function partMonthBefore(firstDay: IsoDate, askedFrom: IsoDate): readonly Finding[] {
  if (firstDay === askedFrom) return [];
  return [forecastFinding(ID, "part-month-left-out", { figures: { first: text(firstDay), asked: text(askedFrom) } })];
}
