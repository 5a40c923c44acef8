import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNode } from "./run-node.ts";

const SOMETHING_FOUND = 1;

/** What one check that finds something writes in each format, by the format's id. */
export async function checkReports(
  args: readonly string[],
  formatIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "nkp-planner-site-"));
  const reports = formatIds.flatMap((id) => ["--report", `${id}=${join(folder, id)}`]);
  const { exitCode, text } = await runNode("packages/cli/src/bin.ts", [...args, ...reports]);
  if (exitCode !== SOMETHING_FOUND) throw new Error(`The example's check ended with ${exitCode}:\n${text}`);
  const texts = new Map(formatIds.map((id) => [id, readFileSync(join(folder, id), "utf8")]));
  rmSync(folder, { recursive: true });
  return texts;
}
