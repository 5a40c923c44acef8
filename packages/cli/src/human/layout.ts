/** The widest line we print: what every terminal, mail and ticket shows unbroken. */
export const PAGE_WIDTH = 80;

/** Characters as a terminal counts them: wide East Asian ones and pictures take two columns, marks none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|[\u{20000}-\u{3FFFD}]/u;

/** Breaks text into lines at spaces; a word longer than a line is cut. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((one) => cut(one, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
    } else {
      if (line !== "") lines.push(line);
      line = word;
    }
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}

/** Pieces of a word that fit a line, broken after "-" or "/" where there is one. */
function cut(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const head = clipped(word, width);
  const joint = Math.max(head.lastIndexOf("-"), head.lastIndexOf("/")) + 1;
  const piece = joint > 0 ? head.slice(0, joint) : head;
  return [piece, ...cut(word.slice(piece.length), width)];
}

/** As much of a text as fits a width, at least one character. */
function clipped(text: string, width: number): string {
  let kept = "";
  for (const { segment } of segmenter.segment(text)) {
    if (kept !== "" && widthOf(kept + segment) > width) break;
    kept += segment;
  }
  return kept;
}

/** Our own text wrapped to the page, every line after the first indented under it; of a file's text `paragraph` makes one. */
export function indented(text: string, indent = "", bullet = ""): string {
  const hang = " ".repeat(bullet.length);
  return wrap(text, PAGE_WIDTH - indent.length - bullet.length)
    .map((line, index) => `${indent}${index === 0 ? bullet : hang}${line}`)
    .join("\n");
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** Text no wider than a column; what does not fit ends in "…". */
export function clip(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  return `${clipped(text, width - 1)}…`;
}
