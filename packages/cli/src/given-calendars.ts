import { type CalendarGiven, type Finding, InputError, withCalendar } from "@nkp-planner/core";
import { givenFile } from "./given-file.ts";
import type { Planning } from "./inputs.ts";
import type { ShellProcess } from "./shell.ts";

/**
 * A fleet with all that planning it needs, over which files of objects of management clusters were laid.
 * @throws InputError with every problem of these files and of all others
 */
export async function withCalendars(
  process: ShellProcess,
  paths: readonly string[],
  load: () => Promise<Planning>,
): Promise<Planning> {
  if (paths.length === 0) return await load();
  const files: CalendarGiven[] = [];
  const said: Finding[] = [];
  for (const path of paths) {
    const { name, value, findings, placeOf } = await givenFile(process, path, "calendar");
    said.push(...findings);
    if (value !== null) files.push({ name, value, placeOf });
  }
  const errors = said.filter(({ severity }) => severity === "error");
  const planning = await load().catch((error: unknown) => {
    if (errors.length === 0 || !(error instanceof InputError)) throw error;
    throw new InputError(error.subject, [...error.findings, ...errors]);
  });
  if (errors.length > 0) throw new InputError("calendar", errors);
  const { input, catalog, findings } = withCalendar(planning.input, planning.context.catalog, files);
  const notices = [...planning.notices, ...said, ...findings];
  return { ...planning, input, context: { ...planning.context, catalog }, notices };
}
