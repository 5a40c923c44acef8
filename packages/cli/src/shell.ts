import type { CommandContext } from "@stricli/core";

/** What the command line is given of a process; tests pass one of their own. */
export interface GivenProcess {
  readonly stdin: AsyncIterable<Buffer | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Seconds since the program was started. */
  uptime(): number;
}

/** What commands touch of it. */
export interface ShellProcess extends GivenProcess {
  /** Tells whoever waits at a terminal what is going on. */
  say(text: string): void;
  /** Set by a command that ends otherwise than well without having failed. */
  exitCode?: number | string | null | undefined;
}

export interface Output {
  write(content: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
}

/** The context of every command. */
export interface Shell extends CommandContext {
  readonly process: ShellProcess;
}

/**
 * `findings`: a command that looks for something has found it. `refused`: what came out should not be taken as it stands:
 * it cannot run, its prices have expired, or its time was up. `crash`: a mistake of the program, which looks like none of
 * the others: EX_SOFTWARE.
 * @see https://man.openbsd.org/sysexits
 */
export const EXIT = { ok: 0, findings: 1, badInput: 2, refused: 3, crash: 70 } as const;
