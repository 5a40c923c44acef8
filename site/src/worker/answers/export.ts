import { loudFindings } from "@nkp-planner/core";
import type { Answer } from "../answer.ts";
import { reportSubjects } from "../report-subjects.ts";

/** A file of what is shown. What writes it is loaded when it is first asked for. */
export const exportAnswer: Answer<"export"> = async (planned, { reportId, modelId }) => {
  const { reports } = await import("@nkp-planner/adapters");
  const report = reports.find(({ id }) => id === reportId);
  if (report === undefined) throw new Error(`No report "${reportId}".`);
  const subjects = await reportSubjects(planned, modelId);
  // What a reader of a file should know about its prices.
  const findings = loudFindings(planned);
  const { name, mediaType } = report.file;
  return { fileName: name, mediaType, content: await report.write(subjects[report.of], { findings }) };
};
