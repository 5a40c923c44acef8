import { styleText } from "node:util";
import { STANDARD_OUTPUT } from "../output-file.ts";
import type { Output } from "../shell.ts";

/** How text is set off. On anything but a terminal, or where NO_COLOR is set, every function returns its text. */
export interface Ink {
  strong(text: string): string;
  quiet(text: string): string;
  gain(text: string): string;
  loss(text: string): string;
}

export const PLAIN: Ink = { strong: same, quiet: same, gain: same, loss: same };
const COLOURED: Ink = {
  strong: (text) => styleText("bold", text, { validateStream: false }),
  quiet: (text) => styleText("dim", text, { validateStream: false }),
  gain: (text) => styleText("green", text, { validateStream: false }),
  loss: (text) => styleText("red", text, { validateStream: false }),
};

function same(text: string): string {
  return text;
}

/** @see https://no-color.org */
export function inkFor(output: Output, env: Readonly<Record<string, string | undefined>>): Ink {
  const isColoured = output.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb";
  return isColoured ? COLOURED : PLAIN;
}

/** Text that goes to a file is never coloured. */
export function inkForOutput(
  out: string | undefined,
  { stdout, env }: { readonly stdout: Output; readonly env: Readonly<Record<string, string | undefined>> },
): Ink {
  return out === undefined || out === STANDARD_OUTPUT ? inkFor(stdout, env) : PLAIN;
}
