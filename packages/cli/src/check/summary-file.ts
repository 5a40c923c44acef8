import { appendFile, stat } from "node:fs/promises";
import { type CheckResult, checkSummary } from "@nkp-planner/adapters/check";
import { numberText, visible } from "@nkp-planner/core";
import { explained, refused } from "../system-errors.ts";

/**
 * A summary of so many bytes is shown of a step, 1 MiB; of a longer one GitHub shows nothing.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
const MOST_BYTES = 1_048_576;
const A_FILE = "a file to add to";
/** What stands in the file ends its own block. */
const BETWEEN = "\n\n";

/**
 * Adds a summary of a check to a file, behind what stands there already.
 * @returns a sentence where there is no room left in it, so that nothing was added; null: it is there
 * @throws InputError where the file is a folder, or may not be written
 */
export async function appendSummary(path: string, result: CheckResult): Promise<string | null> {
  if (path === "") throw refused("--summary", "an empty name", A_FILE, "name one");
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) throw refused(path, "a folder", A_FILE, "name a file in it");
  const size = found?.isFile() === true ? found.size : 0;
  const before = size === 0 ? "" : BETWEEN;
  const room = MOST_BYTES - size - before.length;
  const text = checkSummary(result, room);
  if (Buffer.byteLength(text) > room)
    return `${visible(path)} has ${numberText(size)} of the ${numberText(MOST_BYTES)} bytes that a summary may have: nothing was added to it.`;
  try {
    await appendFile(path, `${before}${text}`);
  } catch (error) {
    throw explained(path, error, A_FILE);
  }
  return null;
}
