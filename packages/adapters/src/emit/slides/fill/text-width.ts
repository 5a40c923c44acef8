/** Points of an inch. */
const POINTS_PER_INCH = 72;

/** Widths in ems of Arial and of fonts of its widths, a little generous: no font is asked. */
const NARROW = 0.3;
const USUAL = 0.54;
const LARGE = 0.7;
const FULL = 1;
const BOLD = 1.06;
const LARGEST_EM = 0.95;
/** From here on scripts have characters as wide as they are high. */
const FIRST_FULL = 0x1100;

function emsOf(character: string): number {
  if (/[ijlIt.,:;'|!()[\]fr -]/.test(character)) return NARROW;
  if (/[mwMW@%—…]/.test(character)) return LARGEST_EM;
  if ((character.codePointAt(0) ?? 0) >= FIRST_FULL && !/[\u2010-\u203A]/.test(character)) return FULL;
  return /\p{Lu}/u.test(character) ? LARGE : USUAL;
}

/** How wide a line is, in inches; rather more than less. */
export function textWidth(text: string, points: number, isBold = false): number {
  const ems = [...text].reduce((sum, character) => sum + emsOf(character), 0);
  return (ems * points * (isBold ? BOLD : 1)) / POINTS_PER_INCH;
}

/** In how many lines a text is set, words that are wider than a line broken. */
export function lineCount(text: string, width: number, points: number, isBold = false): number {
  const space = textWidth(" ", points, isBold);
  let lines = 1;
  let filled = 0;
  for (const word of text.split(" ")) {
    const wide = textWidth(word, points, isBold);
    if (filled > 0 && filled + space + wide > width) {
      lines += 1;
      filled = 0;
    }
    filled += (filled > 0 ? space : 0) + wide;
    // A long word breaks, and its last part stays on its line.
    while (filled > width) {
      lines += 1;
      filled -= width;
    }
  }
  return lines;
}

/** Height of so many lines in inches. */
export function linesHeight(count: number, points: number): number {
  const LEADING = 1.22;
  return (count * points * LEADING) / POINTS_PER_INCH;
}

/** A text cut to so many lines, with an ellipsis where something is missing. */
export function cutToLines(text: string, width: number, points: number, lines: number, isBold = false): string {
  if (lineCount(text, width, points, isBold) <= lines) return text;
  const all = [...text];
  let [fits, tooLong] = [0, all.length];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    const cut = `${all.slice(0, middle).join("").trimEnd()}…`;
    if (lineCount(cut, width, points, isBold) <= lines) fits = middle;
    else tooLong = middle;
  }
  return `${all.slice(0, fits).join("").trimEnd()}…`;
}
