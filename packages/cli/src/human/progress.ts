import type { Output, ShellProcess } from "../shell.ts";
import { clip, PAGE_WIDTH } from "./layout.ts";

/** Who has waited so long wants to know what is going on. */
const QUIET_SECONDS = 2;
/** A terminal that is written to more often flickers. */
const SECONDS_BETWEEN = 0.1;

type Streams = Pick<ShellProcess, "stdout" | "stderr">;

/**
 * The outputs of a process, with one line on standard error that tells what is going on: from two seconds on, on a
 * terminal only, and gone before anything else is written.
 */
export function withProgress({
  stdout,
  stderr,
  env,
  uptime,
}: Omit<ShellProcess, "stdin" | "say">): Streams & Pick<ShellProcess, "say"> {
  const isShown = stderr.isTTY === true && env["TERM"] !== "dumb";
  let width = 0;
  let saidAt = 0;
  const clear = () => {
    if (width > 0) stderr.write(`\r${" ".repeat(width)}\r`);
    width = 0;
  };
  const cleared = (output: Output): Output =>
    Object.assign(Object.create(output) as Output, {
      write: (content: string | Uint8Array) => {
        clear();
        return output.write(content);
      },
    });
  const say = (text: string) => {
    const now = uptime();
    if (!isShown || now < QUIET_SECONDS || now < saidAt + SECONDS_BETWEEN) return;
    const line = clip(text, PAGE_WIDTH - 1);
    stderr.write(`\r${line.padEnd(width)}`);
    width = line.length;
    saidAt = now;
  };
  return { stdout: cleared(stdout), stderr: cleared(stderr), say };
}
