import { InputError } from "@nkp-planner/core";
import { ExitCode, run as runApplication } from "@stricli/core";
import { application } from "./application.ts";
import { errorText } from "./human/errors.ts";
import { EXIT, type ShellProcess } from "./shell.ts";

/**
 * Runs the command line and returns its exit code: 0 done, 2 bad input or usage, 1 a mistake of the program.
 * The one place that catches: bad input is told without a stack, everything else keeps it.
 */
export async function run(process: ShellProcess, args: readonly string[]): Promise<number> {
  const outcome: { error?: unknown } = {};
  const { stdin, stdout, stderr, env } = process;
  const shell: ShellProcess & { exitCode: number | string | null } = { stdin, stdout, stderr, env, exitCode: null };
  await runApplication(application(outcome), args, { process: shell });
  if (outcome.error instanceof InputError) process.stderr.write(errorText(outcome.error));
  else if (outcome.error !== undefined) process.stderr.write(crashText(outcome.error));
  return exitCodeOf(shell.exitCode, outcome.error);
}

function exitCodeOf(code: number | string | null, error: unknown): number {
  if (error instanceof InputError) return EXIT.badInput;
  if (error !== undefined) return EXIT.crash;
  const usage: readonly unknown[] = [ExitCode.UnknownCommand, ExitCode.InvalidArgument];
  if (code === null || code === ExitCode.Success) return EXIT.ok;
  return usage.includes(code) ? EXIT.badInput : EXIT.crash;
}

function crashText(error: unknown): string {
  const stack = error instanceof Error ? error.stack : String(error);
  return `nkp-planner made a mistake; please report it with this text:\n${stack}\n`;
}
