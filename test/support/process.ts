import { Readable } from "node:stream";
import { run } from "../../packages/cli/src/run.ts";

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command line in this process, with what it would read and say kept apart.
 * @param more.clock seconds since it was started; without, no time passes
 */
export async function cli(
  args: readonly string[],
  more: { stdin?: string; isTTY?: boolean; env?: Record<string, string>; clock?: () => number } = {},
): Promise<Outcome> {
  const said = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") => ({
    isTTY: more.isTTY ?? false,
    getColorDepth: () => 8,
    write: (text: string) => {
      said[name] += text;
      return true;
    },
  });
  const stdin = Readable.from(more.stdin === undefined ? [] : [Buffer.from(more.stdin)]);
  const { env = {}, clock: uptime = () => 0 } = more;
  const code = await run({ stdin, stdout: output("stdout"), stderr: output("stderr"), env, uptime }, args);
  return { code, ...said };
}
