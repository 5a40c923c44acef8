/** Digits of a whole number from this one on, without zeros before it: 1048576 → `[1-9]\d{7,}|[2-9]\d{6}|…|1048576`. */
export function wholeFrom(least: number): string {
  const digits = String(least);
  const longer = `[1-9]\\d{${digits.length},}`;
  return [longer, ...above(digits), digits].join("|");
}

/** Digits of a whole number up to this one: 100 → `\d|[1-9]\d|100`. */
export function wholeUpTo(most: number): string {
  const digits = String(most);
  const shorter = Array.from({ length: digits.length - 1 }, (_, more) => (more === 0 ? "\\d" : `[1-9]\\d{${more}}`));
  return [...shorter, ...below(digits), digits].join("|");
}

/** Numbers of as many digits that are larger: the first digit in which they differ is. */
function above(digits: string): readonly string[] {
  return [...digits].flatMap((digit, index) => {
    if (digit === "9") return [];
    return `${digits.slice(0, index)}[${Number(digit) + 1}-9]${rest(digits.length - index - 1)}`;
  });
}

function below(digits: string): readonly string[] {
  return [...digits].flatMap((digit, index) => {
    const least = index === 0 ? 1 : 0;
    if (Number(digit) <= least && digits.length > 1)
      return digit === "0" || index === 0 ? [] : `${digits.slice(0, index)}0${rest(digits.length - index - 1)}`;
    if (digit === "0") return [];
    return `${digits.slice(0, index)}[${digits.length === 1 ? 0 : least}-${Number(digit) - 1}]${rest(digits.length - index - 1)}`;
  });
}

function rest(count: number): string {
  return count === 0 ? "" : `\\d{${count}}`;
}
