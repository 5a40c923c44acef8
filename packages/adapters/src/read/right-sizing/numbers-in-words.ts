const NANO_DIGITS = 9;
const NANO = 10n ** BigInt(NANO_DIGITS);
const BYTES_PER_GIB = 1_073_741_824n;

/** Billionths as a number with at most so many digits after the point, rounded to the nearest. */
export function decimals(nano: bigint, digitCount: number): string {
  const step = 10n ** BigInt(NANO_DIGITS - digitCount);
  const magnitude = ((nano < 0n ? -nano : nano) + step / 2n) / step;
  const text = magnitude.toString().padStart(digitCount + 1, "0");
  const [whole, fraction] = [text.slice(0, text.length - digitCount), text.slice(text.length - digitCount)];
  const rest = fraction.replace(/0+$/, "");
  return `${nano < 0n && magnitude > 0n ? "-" : ""}${whole}${rest === "" ? "" : `.${rest}`}`;
}

/** `12.5 vCPU`; of less than one all that counts. */
export function vcpuText(nano: bigint): string {
  return `${decimals(nano, nano < NANO ? 6 : 3)} vCPU`;
}

/** `40 GiB`, of billionths of a byte. */
export function gibText(nanoBytes: bigint): string {
  const nano = nanoBytes / BYTES_PER_GIB;
  const text = decimals(nano, nano < NANO ? 4 : 2);
  return `${text === "0" && nanoBytes > 0n ? "less than 0.0001" : text} GiB`;
}

/** How much less or more the second is than the first, in whole percent; empty: of nothing. */
export function changeText(first: bigint, second: bigint, what: string): string {
  if (first === 0n) return "";
  const difference = second - first;
  const magnitude = difference < 0n ? -difference : difference;
  const percent = (magnitude * 100n + first / 2n) / first;
  if (percent >= 100n && difference < 0n && second > 0n) return `more than 99 % less ${what}`;
  if (percent === 0n) return `as much ${what}`;
  return `${percent} % ${difference < 0n ? "less" : "more"} ${what}`;
}
