import { InputError, shown } from "@nkp-planner/core";
import { markdownSummary } from "./markdown.ts";

/**
 * The most characters that GitHub takes in a comment.
 * @see https://github.com/orgs/community/discussions/41331
 */
export const LONGEST_COMMENT = 65_536;

/** How long a text may be where it is put. */
export interface TextLimit {
  /** What may not be longer: `a comment`. */
  readonly of: string;
  readonly most: number;
  /** How much of that a text takes. */
  sizeOf(text: string): number;
}

const COMMENT: TextLimit = { of: "a comment", most: LONGEST_COMMENT, sizeOf: ({ length }) => length };

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
 * @param limit that of GitHub's comments where it is left out; where it has no room for head and titles, the text is longer
 */
export function commentText(
  head: readonly string[],
  parts: readonly CommentPart[],
  rest: string,
  limit: TextLimit = COMMENT,
): string {
  const filled = parts.filter(({ lines }) => lines.length > 0);
  const place = { ...limit, rest };
  const most = limit.most - filled.reduce((sum, part) => sum + limit.sizeOf(foldedText(part, [], place)), 0);
  const top = fitting(head, most, place);
  let room = most - limit.sizeOf(top);
  const folded = filled.map((part) => {
    const kept = keptOf(part.lines, room, place);
    room -= kept.reduce((sum, line) => sum + limit.sizeOf(line) + 1, 0);
    return foldedText(part, kept, place);
  });
  return [top, ...folded].join("");
}

/** Where a text is put, and where all of it stands. */
interface Place extends TextLimit {
  readonly rest: string;
}

function foldedText({ title, head = [], lines }: CommentPart, kept: readonly string[], place: Place): string {
  const left = lines.length - kept.length;
  const more = left === 0 ? [] : ["", leftOutText(left, place)];
  const body = [...head, ...kept, ...more].join("\n");
  return `\n<details><summary>${markdownSummary(title)} (${lines.length})</summary>\n\n${body}\n\n</details>\n`;
}

/** The head, cut at the end of a line where it alone is too long. */
function fitting(lines: readonly string[], most: number, place: Place): string {
  const whole = `${lines.join("\n")}\n`;
  if (place.sizeOf(whole) <= most) return whole;
  const kept = keptOf(lines, most - place.sizeOf(leftOutText(lines.length, place)) - 2, place);
  return `${[...kept, "", leftOutText(lines.length - kept.length, place)].join("\n")}\n`;
}

function keptOf(lines: readonly string[], room: number, { sizeOf }: Place): readonly string[] {
  let size = 0;
  const end = lines.findIndex((line) => {
    size += sizeOf(line) + 1;
    return size > room;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

function leftOutText(count: number, { of, rest }: Place): string {
  return `… and ${count} more, left out because ${of} may not be longer; ${rest}.`;
}
