/**
 * Digits of a whole number from this one on, without zeros before it, as a part of a regular expression:
 * 48 → `[1-9]\d{2,}|[5-9]\d{1}|4[9-9]|48`.
 */
export function wholeFrom(least: number): string {
  const digits = String(least);
  const above = (digit: number, index: number) => inDigit(digits, index, digit + 1, LAST_DIGIT);
  return [`[1-9]\\d{${digits.length},}`, ...[...digits].flatMap((digit, at) => above(Number(digit), at)), digits].join(
    "|",
  );
}

/** The same up to one: 48 → `\d|[1-3]\d{1}|4[0-7]|48`. */
export function wholeUpTo(most: number): string {
  const digits = String(most);
  const shorter = [...digits].slice(1).map((_, more) => (more === 0 ? "\\d" : `[1-9]\\d{${more}}`));
  const least = (index: number) => (index === 0 && digits.length > 1 ? 1 : 0);
  const below = (digit: number, index: number) => inDigit(digits, index, least(index), digit - 1);
  return [...shorter, ...[...digits].flatMap((digit, at) => below(Number(digit), at)), digits].join("|");
}

const LAST_DIGIT = 9;

/** Numbers of as many digits that are the same before one digit, in which they are from least to most. */
function inDigit(digits: string, index: number, least: number, most: number): readonly string[] {
  if (least > most) return [];
  const left = digits.length - index - 1;
  return [`${digits.slice(0, index)}[${least}-${most}]${left === 0 ? "" : `\\d{${left}}`}`];
}

/** A whole number or a decimal one, with both ends of its range. */
export interface NumberRange {
  readonly minimum: number;
  readonly maximum: number;
  readonly whole: boolean;
}

/** So many digits may stand before the point, and so many behind it. */
const SHORT = "(?=\\d{1,9}(?:\\.|$))";
const ZEROS = "(?:\\.0{1,10})?";
const DIGITS = "(?:\\.\\d{1,10})?";
const TENTHS = 10;

/** A text that is a number of the range, without a sign: of decimals whose least is tenths below one, or whole. */
export function numberPattern({ minimum, maximum, whole }: NumberRange): string {
  const first = Math.ceil(minimum);
  const from = `(?=0*(?:${wholeFrom(first)})(?:\\.|$))`;
  if (whole) return `^${SHORT}${from}0*(?:${wholeUpTo(maximum)})${ZEROS}$`;
  const between = `${from}0*(?:${wholeUpTo(maximum - 1)})${DIGITS}`;
  const parts = first < maximum ? [between] : [];
  const tenths = first === minimum ? [] : [`0+\\.[${Math.round(minimum * TENTHS)}-9]\\d{0,9}`];
  return `^${SHORT}(?:${[...parts, ...tenths, `0*${maximum}${ZEROS}`].join("|")})$`;
}
