/**
 * Characters that people do not see and terminals and browsers obey: control characters of both sets, line separators,
 * what turns the direction of text, what has no width, halves of a character. For the class of a regular expression with
 * `u`.
 */
export const INVISIBLE = String.raw`\p{Cc}\p{Cs}\u2028\u2029\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\u{E0000}-\u{E00FF}`;

const EACH = new RegExp(`[${INVISIBLE}]`, "gu");
const FIRST = new RegExp(`[${INVISIBLE}]`, "u");

/** A text of a file as it may be printed: every invisible character as its escape, such as `\u001b`. */
export function visible(text: string): string {
  return text.replaceAll(EACH, escapeOf);
}

const HEXADECIMAL = 16;
const DIGITS = 4;

function escapeOf(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(HEXADECIMAL);
  return hex.length > DIGITS ? `\\u{${hex}}` : `\\u${hex.padStart(DIGITS, "0")}`;
}

/** The first invisible character of a text by its code point, such as `U+200B`; undefined where there is none. */
export function firstInvisible(text: string): string | undefined {
  const [found] = FIRST.exec(text) ?? [];
  return found === undefined
    ? undefined
    : `U+${(found.codePointAt(0) ?? 0).toString(HEXADECIMAL).toUpperCase().padStart(DIGITS, "0")}`;
}
