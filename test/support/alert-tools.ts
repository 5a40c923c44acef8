import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

type AlertTool = "promtool" | "amtool" | "git" | "sh" | "xmllint";

/** Whether a test may do without a tool that is not installed: never in CI. */
export function mayDoWithout(tool: AlertTool): boolean {
  return process.env["CI"] === undefined && spawnSync(tool, ["--version"]).status !== 0;
}

/** What a tool says of files that stand in a folder of their own, in which it runs. */
export function toolOn(
  tool: AlertTool,
  args: readonly string[],
  files: Readonly<Record<string, string>>,
): { readonly status: number | null; readonly answer: string; readonly output: string } {
  const folder = mkdtempSync(join(tmpdir(), "nkp-planner-alerts-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { status, stdout, stderr, error } = spawnSync(tool, args, { cwd: folder, encoding: "utf8", timeout: 60_000 });
    if (error !== undefined) throw error;
    return { status, answer: stdout.trim(), output: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
