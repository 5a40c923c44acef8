import { reports } from "@nkp-planner/adapters";
import { checkOf } from "../support/report-checks.ts";
import { everyPlan, type Law } from "./plan-sample.ts";

/** What holds for every report of every plan. */
export const reportLaws: readonly Law[] = reports.map((report) =>
  everyPlan(`${report.id}, read back, agrees with the plan`, ({ plan }) => {
    checkOf(report.id)(plan, (options) => report.write(plan, options));
  }),
);
