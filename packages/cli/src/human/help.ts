import type { Command, RouteMap } from "@stricli/core";
import type { Shell } from "../shell.ts";
import { PAGE_WIDTH, padEnd, widthOf, wrap } from "./layout.ts";

type Target = Command<Shell> | RouteMap<Shell>;
type HelpRequest = Parameters<Command<Shell>["formatHelp"]>[0];

/** An option as the framework describes it, of whichever kind. */
interface Flag {
  readonly kind: string;
  readonly brief: string;
  readonly placeholder?: string;
  readonly values?: readonly string[];
  readonly default?: unknown;
  readonly optional?: boolean;
  readonly variadic?: boolean | string;
}

/** A command, or those below it, with help that fits the page: what each option takes, and what holds without it. */
export function withHelp<One extends Target>(target: One): One {
  if ("getAllEntries" in target) {
    const getRoutingTargetForInput = (input: string) => {
      const below = target.getRoutingTargetForInput(input);
      return below && withHelp(below);
    };
    return {
      ...target,
      getRoutingTargetForInput,
      formatHelp: (request: HelpRequest) => paged(target.formatHelp(request)),
    };
  }
  return { ...target, formatHelp: (request: HelpRequest) => commandHelp(target, request) };
}

/** The framework's help with its lists of options replaced. */
function commandHelp(command: Command<Shell>, request: HelpRequest): string {
  const { flags: header, arguments: after } = request.text.headers;
  const text = command.formatHelp(request);
  const [head = ""] = text.split(`\n${header}\n`);
  const [, positional] = text.split(`\n${after}\n`);
  const flags = Object.entries((command.parameters.flags ?? {}) as Readonly<Record<string, Flag>>);
  const own = flags.map(([name, flag]) => [`    ${optionText(name, flag)}`, meaningOf(flag)] as const);
  const common = request.additionalFlags
    .filter(({ hidden }) => !hidden)
    .map(({ name, aliases = [], brief }) => [`${aliases.map((one) => `-${one}, `).join("")}--${name}`, brief] as const);
  const rows = rowsText([...own, ...common]);
  const rest = positional === undefined ? "" : `\n${after}\n${paged(positional)}`;
  return `${paged(head)}\n${header}\n${rows}${rest}`;
}

/** `--set KEY=VALUE...` */
function optionText(name: string, { kind, placeholder, values, variadic }: Flag): string {
  const option = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (kind === "boolean") return option;
  const word = placeholder ?? (values?.includes("hybrid") ? "MODEL" : name.toUpperCase());
  return `${option} ${word}${variadic === undefined ? "" : "..."}`;
}

function meaningOf(flag: Flag): string {
  const { kind, brief, values, optional = false } = flag;
  const taken = values === undefined ? "" : `: ${values.join(", ")}`;
  const [, what = brief, stated = ""] = /^(.*?)( \(default: .*\))?$/.exec(brief) ?? [];
  const without = kind === "boolean" ? "off" : String(flag.default);
  const own = flag.default === undefined ? (optional ? " (default: none)" : " (needed)") : ` (default: ${without})`;
  return `${what}${taken}${stated === "" ? own : stated}`;
}

const INDENT = "  ";
const GAP = "  ";

/** Two columns; the second one keeps to its own side of the page. */
function rowsText(rows: readonly (readonly [name: string, meaning: string])[]): string {
  const width = Math.max(...rows.map(([name]) => widthOf(name)));
  const lines = rows.map(([name, meaning]) => hung(`${INDENT}${padEnd(name, width)}${GAP}`, meaning));
  return `${lines.join("\n")}\n`;
}

/** Text behind a beginning, its further lines below it. */
function hung(beginning: string, text: string): string {
  const indent = " ".repeat(widthOf(beginning));
  return wrap(text, PAGE_WIDTH - indent.length)
    .map((line, index) => `${index === 0 ? beginning : indent}${line}`)
    .join("\n");
}

/** A text whose lines are broken where they are wider than the page; those of a paragraph flow on. */
function paged(text: string): string {
  const blocks: string[][] = [];
  for (const line of text.split("\n")) {
    const last = blocks.at(-1);
    if (last !== undefined && [last.at(-1), line].every((one) => /^\S/.test(one ?? ""))) last.push(line);
    else blocks.push([line]);
  }
  const fits = (line: string) => widthOf(line) <= PAGE_WIDTH;
  return blocks.map((lines) => (lines.every(fits) ? lines.join("\n") : narrowed(lines.join(" ")))).join("\n");
}

function narrowed(line: string): string {
  const [, command] = /^ +(nkp-planner .*)$/.exec(line) ?? [];
  if (command !== undefined && !/\S {2,}\S/.test(command)) return inCommandLines(command);
  const [, beginning = "", text = line] = /^( *(?:\S+ )*?\S+ {2,}| *)(\S.*)$/.exec(line) ?? [];
  return hung(beginning, text);
}

/** A command that is too long goes on below, as shells let it. */
function inCommandLines(command: string): string {
  const words = command.split(/ (?=--|>)/);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && widthOf(`${INDENT}${INDENT}${longer} \\`) <= PAGE_WIDTH) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line, index) => `${INDENT}${index === 0 ? "" : INDENT}${line}`).join(" \\\n");
}
