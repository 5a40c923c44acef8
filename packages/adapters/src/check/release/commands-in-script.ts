import { NKP_COMMANDS, type NkpCommand } from "./nkp-commands.ts";

/** A word of a script, without its quotes, and where it begins, as editors count. */
interface ScriptWord {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** A flag: `--worker-replicas`. */
interface FlagSaid extends ScriptWord {
  /** As it is written, behind `=` or as the next word; null: none is. */
  readonly value: string | null;
}

/** A call of a command of NKP whose flags are known. */
export interface CommandCall {
  readonly command: NkpCommand;
  readonly place: { readonly line: number; readonly column: number };
  /** In the order they are written. */
  readonly flags: readonly FlagSaid[];
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
      const rest = words.slice(start + command.words.length);
      const flags = rest.flatMap((word, index) => {
        const [text = "", ...behind] = word.text.split("=");
        const next = rest[index + 1];
        const value = behind.length > 0 ? behind.join("=") : next === undefined || isFlag(next.text) ? null : next.text;
        return isFlag(text) ? [{ ...word, text, value }] : [];
      });
      return [{ command, place: { line: first.line, column: first.column }, flags }];
    }),
  );
}

/** A number below zero, and a dash that stands for standard input, are values. */
function isFlag(text: string): boolean {
  return /^(--[a-z]|-[a-z]$)/i.test(text);
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
