import { visible } from "@nkp-planner/core";

/** A column of a table: what it is called, and to which side its cells lie. */
export interface MarkdownColumn {
  readonly title: string;
  readonly align: "left" | "right";
}

/** A text that leads somewhere, to an address of the planner's own. */
export interface MarkdownLink {
  readonly text: string;
  readonly address: string;
}

/** What no reader sees, and what ends a mention, a link or a reference where it stands. */
const BREAK = "&#8203;";
const SPACE = "&#32;";
/** Longer texts end in "…": a name is no place for a book. */
const MOST_LETTERS = 2000;

/** Characters that begin or end markup inside a line, wherever they stand: those of HTML as what HTML writes for them. */
const MARKUP = /[\\`*_[\]|~$]/g;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * What GitHub and GitLab make a link, a mention, a reference or a picture of though no markup says so, each as what stands
 * before the break and what stands behind it.
 * @see https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
const LINKED: readonly RegExp[] = [
  // Mentions, addresses of mail.
  /(@)(?=\S)/g,
  // Issues, pull requests, merge requests, milestones, snippets, epics.
  /([#!%])(?=[\w"])/g,
  /(GH)(?=-\d)/gi,
  // Addresses.
  /(:)(?=\/\/)/g,
  /(www)(?=\.)/gi,
  /(mailto|xmpp)(?=:)/gi,
  // Commits, by their whole names or the beginnings of them.
  /(?<![0-9a-z])([0-9a-f])(?=[0-9a-f]{6,63}(?![0-9a-z]))/gi,
  // Pictures by their names, such as :tada:
  /(:)(?=[\w+-]+:)/g,
];

/** What makes a list, a heading, a quote or a line of its own at the beginning of a line. */
const BEGINNING = /^([#+=-]|\d+(?=[.)]))/;

/**
 * A text of a file as Markdown that is nothing but this text, at the beginning of a line too: no markup, mention, link,
 * cell or comment comes of it. `- @orchid <b>` → `\- @&#8203;orchid &lt;b&gt;`.
 */
export function markdownText(text: string): string {
  return insideLine(text)
    .replace(BEGINNING, (found) => (/\d/.test(found) ? `${found}${BREAK}` : `\\${found}`))
    .replace(/^ +/, (spaces) => SPACE.repeat(spaces.length));
}

/** The same for the inside of HTML, such as a summary: `<b>_a_` → `&lt;b&gt;_a_`. */
export function markdownSummary(text: string): string {
  return inHtml(text).replaceAll(BREAK_LATER, BREAK);
}

/** The same behind something else in its line. */
function insideLine(text: string): string {
  return inHtml(text).replaceAll(MARKUP, String.raw`\$&`).replaceAll(BREAK_LATER, BREAK);
}

function inHtml(text: string): string {
  const letters = [...visible(text)];
  const kept = letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join("")}…` : letters.join("");
  const broken = LINKED.reduce((all, linked) => all.replaceAll(linked, `$1${BREAK_LATER}`), kept);
  return broken.replaceAll(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}

/** Stands for the break until all else is escaped: of a file nothing invisible comes as far as here. */
const BREAK_LATER = "\u200B";

/** A table whose cells are texts, or links of the planner's own. */
export function markdownTable(
  columns: readonly MarkdownColumn[],
  rows: readonly (readonly (string | MarkdownLink)[])[],
): string {
  const head = columns.map(({ title }) => title);
  const lines = columns.map(({ align }) => (align === "right" ? "---:" : "---"));
  return [markdownRow(head), rowOf(lines), ...rows.map(markdownRow)].join("\n");
}

/** One row of such a table. */
export function markdownRow(cells: readonly (string | MarkdownLink)[]): string {
  return rowOf(
    cells.map((cell) => (typeof cell === "string" ? insideLine(cell) : `[${insideLine(cell.text)}](${cell.address})`)),
  );
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
