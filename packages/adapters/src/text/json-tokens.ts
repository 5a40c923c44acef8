/** The tokens of a JSON text by where they begin and end: nothing is kept, so that ten megabytes are gone through at once. */

/** Where the next token begins; the text's length where there is none. */
export function tokenStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && BLANKS.includes(text.charAt(at))) at += 1;
  return at;
}

const BLANKS = " \n\r\t";

/** Where the token that begins at a place ends; null where no token begins there, or a string has no end. */
export function tokenEnd(text: string, start: number): number | null {
  const first = text.charAt(start);
  if (first !== "" && MARKS.includes(first)) return start + 1;
  if (first === '"') return stringEnd(text, start);
  WORD.lastIndex = start;
  return WORD.test(text) ? WORD.lastIndex : null;
}

const MARKS = "{}[],:";
const WORD = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

function stringEnd(text: string, start: number): number | null {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text.charAt(quote - 1 - slashes) === "\\") slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return null;
}
