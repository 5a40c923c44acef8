import { type Choices, choiceOf } from "../input/parameters.ts";
import type { FailureRates } from "./blast-radius.ts";

const PERCENT = 100;

/** How often something fails, as the assumptions have it; null: nobody has said, which is never 0. */
export function failureRatesOf(choices: Choices): FailureRates {
  const figureOf = (id: Parameters<typeof choiceOf>[1]) => choiceOf(choices, id).value;
  const failedPercent = figureOf("failed-upgrade-percent");
  return {
    outagesPerYear: figureOf("outages-per-year"),
    outageHours: figureOf("outage-hours"),
    failedUpgradeRatio: failedPercent === null ? null : failedPercent / PERCENT,
    failedUpgradeHours: figureOf("failed-upgrade-hours"),
    compromisesPerYear: figureOf("compromises-per-year"),
    compromiseHours: figureOf("compromise-hours"),
  };
}
