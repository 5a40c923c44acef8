import { crashText } from "./human/crash.ts";
import { EXIT } from "./shell.ts";
import { systemWords } from "./system-words.ts";

/** What of Node's process has to do with its streams. */
type Streams = Pick<NodeJS.Process, "stdout" | "stderr" | "exit">;

/** What becomes of a program whose output cannot be written. */
export function onBrokenOutput(process: Streams): void {
  const { stdout, stderr } = process;
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    // Whoever reads us may stop early (`| head`): that is no error of ours.
    if (error.code === "EPIPE") process.exit(EXIT.ok);
    const words = systemWords(error);
    if (words === undefined) throw error;
    const sentence = `standard output\n  found ${words.found}, expected somewhere to write to\n  ${words.fix}\n`;
    stderr.write(sentence, () => process.exit(EXIT.badInput));
  });
  // Nobody is left to be told; the exit code says how it went.
  stderr.on("error", () => undefined);
}

/** What nobody has caught ends the program as a mistake of its own, never with the code of something that was found. */
export function onUncaught(process: Pick<NodeJS.Process, "on" | "exit" | "stderr">): void {
  process.on("uncaughtException", (error) => {
    process.stderr.write(`${crashText(error)}\n`, () => process.exit(EXIT.crash));
  });
}
