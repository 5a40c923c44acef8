import { NKP_COMMANDS, type NkpCommand } from "./nkp-commands.ts";

/** A word of a script, without its quotes, and where it begins, as editors count. */
interface ScriptWord {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** A call of a command of NKP whose flags are known. */
export interface CommandCall {
  readonly command: NkpCommand;
  readonly place: { readonly line: number; readonly column: number };
  /** `--worker-replicas`, without its value, in the order they are written. */
  readonly flags: readonly ScriptWord[];
}

/** Calls of a script for a shell. Flags that a variable holds are not among them. */
export function commandCallsIn(text: string): readonly CommandCall[] {
  return commandsOf(text).flatMap((words) =>
    NKP_COMMANDS.flatMap((command) => {
      const start = words.findIndex((_, index) =>
        command.words.every((word, at) => wordAt(words, index + at) === word),
      );
      const first = words[start];
      if (first === undefined) return [];
      const flags = words
        .slice(start + command.words.length)
        .map((word) => ({ ...word, text: word.text.split("=")[0] ?? "" }))
        // A number below zero, and a dash that stands for standard input, are values.
        .filter(({ text: flag }) => /^(--[a-z]|-[a-z]$)/i.test(flag));
      return [{ command, place: { line: first.line, column: first.column }, flags }];
    }),
  );
}

/** The program is called by its path as well. */
function wordAt(words: readonly ScriptWord[], index: number): string | undefined {
  return words[index]?.text.replace(/^.*\/nkp$/, "nkp");
}

/**
 * Words of a script, command by command: quotes and backslashes taken, comments left out.
 * @see POSIX.1-2024, Shell Command Language, 2.3 Token Recognition
 */
function commandsOf(text: string): readonly (readonly ScriptWord[])[] {
  const commands: ScriptWord[][] = [[]];
  const open: { word: { text: string; line: number; column: number } | null } = { word: null };
  let [line, lineStart, index] = [1, 0, 0];
  const add = (part: string) => {
    open.word ??= { text: "", line, column: index - lineStart + 1 };
    open.word.text += part;
  };
  const endWord = () => {
    if (open.word !== null) commands.at(-1)?.push(open.word);
    open.word = null;
  };
  const endLine = (length: number) => {
    line += 1;
    lineStart = index + length;
  };
  let quote = "";
  for (; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === "\\" && quote !== "'") {
      const next = text.charAt(index + 1);
      if (next === "\n") endLine(2);
      else add(next);
      index += 1;
    } else if (quote !== "") {
      if (sign === quote) quote = "";
      else add(sign);
      if (sign === "\n") endLine(1);
    } else if (sign === "'" || sign === '"') {
      add("");
      quote = sign;
    } else if (sign === "#" && open.word === null) {
      const end = text.indexOf("\n", index);
      index = end < 0 ? text.length : end - 1;
    } else if (/[\n;&|()]/.test(sign)) {
      endWord();
      commands.push([]);
      if (sign === "\n") endLine(1);
    } else if (/[\s<>]/.test(sign)) endWord();
    else add(sign);
  }
  endWord();
  return commands;
}
