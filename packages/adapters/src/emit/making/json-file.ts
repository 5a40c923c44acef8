/** What JSON may hold as it is, and terminals and browsers obey. */
const OBEYED = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const HEXADECIMAL = 16;
const DIGITS = 4;

/** A file of JSON in the order of the object, of which no byte is obeyed by a terminal. */
export function jsonFile(content: object): string {
  const text = JSON.stringify(content, null, 2).replaceAll(OBEYED, (character) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
      .map((unit) => `\\u${unit.toString(HEXADECIMAL).padStart(DIGITS, "0")}`)
      .join(""),
  );
  return `${text}\n`;
}
