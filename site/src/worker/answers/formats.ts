import type { Answer } from "../answer.ts";
import { reportSubjects } from "../report-subjects.ts";

/** What can be taken along and brought in, as the lists of formats have it. */
export const formatsAnswer: Answer<"formats"> = async (planned) => {
  const { adapters, readers, reports } = await import("@nkp-planner/adapters");
  const subjects = await reportSubjects(planned, planned.comparison.plans[0]?.model.id ?? "");
  return {
    reports: reports
      .filter((report) => report.appliesTo(subjects[report.of]))
      .map(({ id, title, summary }) => ({ id, title, summary })),
    adapters: adapters.map(({ id, title, summary }) => ({ id, title, summary })),
    fileNames: [...new Set(readers.flatMap(({ fileNames }) => fileNames))].join(","),
  };
};
