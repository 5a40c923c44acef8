import { InputError, shown } from "@nkp-planner/core";
import { markdownSummary } from "./markdown.ts";

/**
 * The most characters that GitHub takes in a comment.
 * @see https://github.com/orgs/community/discussions/41331
 */
export const LONGEST_COMMENT = 65_536;

const MARKER_NAME = /^[A-Za-z0-9][\w.-]{0,63}$/;

/**
 * The first line of a comment, which nobody sees, and by which whoever writes the next one finds it again to replace it:
 * `commentMarker("diff", "berlin")` → `<!-- nkp-planner diff berlin -->`.
 * @param name tells comments of one command apart
 * @throws InputError where the name could end the comment
 */
export function commentMarker(command: string, name?: string): string {
  if (name === undefined) return `<!-- nkp-planner ${command} -->`;
  if (!MARKER_NAME.test(name)) {
    const expected = "a name of at most 64 letters, digits, dashes, dots and underscores, a letter or digit first";
    throw new InputError("--marker", [{ path: [], found: shown(name), expected, fix: "write for example berlin" }]);
  }
  return `<!-- nkp-planner ${command} ${name} -->`;
}

/** What of a comment is folded away. */
export interface CommentPart {
  /** Any text. */
  readonly title: string;
  /** Lines of Markdown that stand above the others, such as the head of a table. */
  readonly head?: readonly string[];
  /** Lines of Markdown, the most important first. */
  readonly lines: readonly string[];
}

/**
 * A comment of Markdown that is never longer than one may be: what is too much of a part is left out, and counted.
 * @param head lines that everybody sees, the marker first
 * @param rest where all that is left out stands, half a sentence: `the command prints all`
 */
export function commentText(head: readonly string[], parts: readonly CommentPart[], rest: string): string {
  const filled = parts.filter(({ lines }) => lines.length > 0);
  const most = LONGEST_COMMENT - filled.reduce((sum, part) => sum + frameOf(part, rest), 0);
  const top = fitting(head, most, rest);
  let room = most - top.length;
  const folded = filled.map((part) => {
    const kept = keptOf(part.lines, room);
    room -= kept.reduce((sum, line) => sum + line.length + 1, 0);
    return foldedText(part, kept, rest);
  });
  return [top, ...folded].join("");
}

function foldedText({ title, head = [], lines }: CommentPart, kept: readonly string[], rest: string): string {
  const left = lines.length - kept.length;
  const more = left === 0 ? [] : ["", leftOutText(left, rest)];
  const body = [...head, ...kept, ...more].join("\n");
  return `\n<details><summary>${markdownSummary(title)} (${lines.length})</summary>\n\n${body}\n\n</details>\n`;
}

/** What a part takes with none of its lines. */
function frameOf(part: CommentPart, rest: string): number {
  return foldedText(part, [], rest).length;
}

/** The head, cut at the end of a line where it alone is too long. */
function fitting(lines: readonly string[], most: number, rest: string): string {
  const whole = `${lines.join("\n")}\n`;
  if (whole.length <= most) return whole;
  const kept = keptOf(lines, most - leftOutText(lines.length, rest).length - 2);
  return `${[...kept, "", leftOutText(lines.length - kept.length, rest)].join("\n")}\n`;
}

function keptOf(lines: readonly string[], room: number): readonly string[] {
  let length = 0;
  const end = lines.findIndex((line) => {
    length += line.length + 1;
    return length > room;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

function leftOutText(count: number, rest: string): string {
  return `… and ${count} more, left out because a comment may not be longer; ${rest}.`;
}
