import type { PlanInput } from "../input/fleet.ts";
import { choiceOf, numberOf } from "../input/parameters.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import type { ForecastOptions } from "./forecast-options.ts";

/** Rates by which tenants come and leave beside those whose days are known; 0 where nobody does. */
export type TenantRates = Required<Pick<ForecastOptions, "churnPercentPerYear" | "newTenantsPerYear">>;

/** Who gives a rate, from the one who comes first: who asks for the forecast, the fleet, an assumption. */
export type RateGiver = "asked" | "fleet" | "assumed" | "default";

const ASSUMPTIONS = {
  churnPercentPerYear: "churn-percent-per-year",
  newTenantsPerYear: "new-tenants-per-year",
} as const;

/** The rates of a forecast. */
export function ratesGiven(options: ForecastOptions, input: PlanInput, context: PlanningContext): TenantRates {
  const rateOf = (name: keyof TenantRates) =>
    options[name] ?? input[name] ?? numberOf(context.choices, ASSUMPTIONS[name]);
  return { churnPercentPerYear: rateOf("churnPercentPerYear"), newTenantsPerYear: rateOf("newTenantsPerYear") };
}

/** Whose a rate of a forecast is. */
export function giverOf(
  name: keyof TenantRates,
  options: ForecastOptions,
  input: PlanInput,
  { choices }: Pick<PlanningContext, "choices">,
): RateGiver {
  if (options[name] !== undefined) return "asked";
  if (input[name] !== undefined) return "fleet";
  return choiceOf(choices, ASSUMPTIONS[name]).isDefault ? "default" : "assumed";
}
