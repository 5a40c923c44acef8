import type { ReportSubjects } from "@nkp-planner/adapters";
import type { Planned } from "./desk.ts";
import { planBy } from "./plan-by.ts";

/** What reports of a scenario can be of; plans by the model that was asked for. */
export function reportSubjects({ scenario, comparison }: Planned, modelId: string): ReportSubjects {
  const { fleet, prices, priceList } = scenario;
  return { inputs: { fleet, prices, priceList }, comparison, plan: planBy(comparison, modelId) };
}
