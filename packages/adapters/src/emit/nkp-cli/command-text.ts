import { isFrom } from "../site/platform-words.ts";
import type { FlagOf, Flags } from "./flags.ts";
import { quoted } from "./shell-words.ts";

/** What a flag is set to: a text is quoted, a number written as it is, `true` alone needs no word. */
export type FlagValue = string | number | true | Expansion;

/** A variable of the script, with the path below it where it is a folder. */
export interface Expansion {
  readonly variable: string;
  readonly path?: string;
}

/** Flags of a command with their values, in the order they are written. */
export type FlagValues<Table extends Flags> = readonly (readonly [FlagOf<Table>, FlagValue])[];

/**
 * A command, each flag on a line of its own and joined to its value, so that no value is taken for a flag. What the
 * release does not know yet is left out.
 * @param end what follows the last flag
 */
export function commandText<Table extends Flags>(
  words: string,
  values: FlagValues<Table>,
  { table, version, end = "" }: { readonly table: Table; readonly version: string; readonly end?: string },
): string {
  const known = values.filter(([flag]) => isFrom(version, table[flag] ?? [0, 0]));
  return `${[words, ...known.map(([flag, value]) => `  ${flag}${valueText(value)}`)].join(" \\\n")}${end}\n`;
}

function valueText(value: FlagValue): string {
  if (value === true) return "";
  if (typeof value === "object") return `="\u0024{${value.variable}}${value.path ?? ""}"`;
  return `=${typeof value === "number" ? value : quoted(value)}`;
}
