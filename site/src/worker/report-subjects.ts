import type { ReportSubjects } from "@nkp-planner/adapters";
import type { Planned } from "./answer.ts";
import { planBy } from "./plan-by.ts";

/** What reports of a scenario can be of; plans by the model that was asked for, with the bibliography of the catalog. */
export async function reportSubjects(
  { scenario, comparison, data }: Planned,
  modelId: string,
): Promise<ReportSubjects> {
  const { fleet, prices, priceList } = scenario;
  const plan = planBy(comparison, modelId);
  const sources = Object.fromEntries(await data.sources());
  const context = { ...plan.context, catalog: { ...plan.context.catalog, sources } };
  return { inputs: { fleet, prices, priceList }, comparison, plan: { ...plan, context } };
}
