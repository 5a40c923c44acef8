import type { Answer } from "../desk.ts";
import { exportFormats } from "../exports/index.ts";
import { planBy } from "../plan-by.ts";

/** A file of what is shown. What writes it is loaded when it is first asked for. */
export const exportAnswer: Answer<"export"> = async (planned, { format, modelId }) => {
  const found = exportFormats.find(({ id }) => id === format);
  if (found === undefined) throw new Error(`No export format "${format}".`);
  const plan = planBy(planned.comparison, modelId);
  return { fileName: found.fileName, mediaType: found.mediaType, content: await found.write(planned, plan) };
};
