import { ExitCode, run as runApplication } from "@stricli/core";
import { applicationFor } from "./application.ts";
import { withProgress } from "./human/progress.ts";
import { EXIT, type GivenProcess, type ShellProcess } from "./shell.ts";

/**
 * Runs the command line and returns its exit code: 0 done, 1 found what a command was to look for, 2 bad input or usage,
 * 3 what came out should not be taken as it stands, 70 a mistake of the program.
 * What a command throws is caught by the framework, and said as `application.ts` tells it to.
 */
export async function run(process: GivenProcess, args: readonly string[]): Promise<number> {
  const { stdin, stdout, stderr, env } = process;
  const uptime = () => process.uptime();
  const outputs = withProgress({ stdout, stderr, env, uptime });
  const shell: ShellProcess & { exitCode: number | string | null } = { ...outputs, stdin, env, uptime, exitCode: null };
  await runApplication(await applicationFor(args), args, { process: shell });
  const code = Number(shell.exitCode ?? EXIT.ok);
  // What the framework itself says is below zero: words that it does not know, or a mistake in the program.
  if (code >= 0) return code;
  return code === ExitCode.UnknownCommand || code === ExitCode.InvalidArgument ? EXIT.badInput : EXIT.crash;
}
