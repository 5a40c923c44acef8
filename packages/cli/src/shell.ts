import type { CommandContext } from "@stricli/core";

/** What the command line touches of a process; tests pass one of their own. */
export interface ShellProcess {
  readonly stdin: AsyncIterable<Buffer | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** The context of every command. */
export interface Shell extends CommandContext {
  readonly process: ShellProcess;
}

export const EXIT = { ok: 0, crash: 1, badInput: 2 } as const;
