import type { FailureRates } from "./blast-radius.ts";

/** No source says how often planes fail, and nobody has asked the user yet: unknown, which is never 0. */
export const UNKNOWN_RATES: FailureRates = {
  outagesPerYear: null,
  outageHours: null,
  failedUpgradeRatio: null,
  failedUpgradeHours: null,
  compromisesPerYear: null,
  compromiseHours: null,
};
