import { reportsOf } from "@nkp-planner/adapters";
import { checkReport } from "../support/report-checks.ts";
import { everyPlanInTime, type Law } from "./plan-sample.ts";

/** What holds for every report of every plan. Workbooks are recalculated in a suite of their own. */
export const reportLaws: readonly Law[] = reportsOf("plan")
  .filter(({ file }) => !file.isBinary)
  .map((report) =>
    everyPlanInTime(`${report.id}, read back, agrees with the plan`, ({ plan }) =>
      checkReport(report, plan, (request) => report.write(plan, request)),
    ),
  );
