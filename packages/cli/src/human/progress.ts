import type { Shell } from "../shell.ts";

type Stream = Shell["process"]["stderr"];

/** One line that tells what is going on, on a terminal only; gone when it ends. */
export function progressOn(stream: Stream, env: Shell["process"]["env"]): { say(text: string): void; end(): void } {
  const isShown = (stream as { isTTY?: boolean }).isTTY === true && env?.["TERM"] !== "dumb";
  let width = 0;
  const write = (text: string) => {
    stream.write(`\r${text.padEnd(width)}`);
    width = text.length;
  };
  return {
    say: (text) => {
      if (isShown) write(text);
    },
    end: () => {
      if (isShown && width > 0) stream.write(`\r${" ".repeat(width)}\r`);
    },
  };
}
