import { PlanningCache, planOfParts, streamedComparison, streamedComparisonDocument } from "@nkp-planner/core";
import { type AllowFlags, refuse, UNFIT } from "../allowances.ts";
import type { Format } from "../flags.ts";
import { printContent } from "../formats.ts";
import { inkForOutput } from "../human/ink.ts";
import { streamedText } from "../human/streamed.ts";
import type { ShellProcess } from "../shell.ts";
import { type SharesFiles, writeShares } from "./shares-file.ts";
import type { StreamedFleet } from "./stream-fleet.ts";

interface Flags extends AllowFlags {
  readonly format: Format;
  readonly out?: string;
  readonly force: boolean;
}

/** Makes the plans of all parts, divides what is shared where that is asked for, and prints how they compare. */
export async function printStreamed(
  process: ShellProcess,
  { run, planning, parts }: Pick<StreamedFleet, "run" | "planning" | "parts">,
  flags: Flags,
  shares?: SharesFiles,
): Promise<void> {
  const { head, context, models, notices } = planning;
  const cache = new PlanningCache();
  const plans = models.flatMap((model) => {
    const part = parts.find(({ modelId }) => modelId === model.id);
    return part === undefined ? [] : [planOfParts(part, head, model, context, cache)];
  });
  const comparison = streamedComparison(plans, head, run.baseline);
  const judged = plans.map(({ model, sums }) => ({
    model,
    findings: [...Object.values(sums.found).flatMap(({ first }) => first.map(({ finding }) => finding)), ...notices],
  }));
  refuse(process, judged, flags, UNFIT);
  const losing = shares === undefined ? undefined : await writeShares(process, plans, shares);
  const text =
    flags.format === "json"
      ? `${JSON.stringify(streamedComparisonDocument(comparison, notices, losing), null, 2)}\n`
      : streamedText(comparison, notices, losing, inkForOutput(flags.out, process));
  await printContent(text, flags, process);
}
