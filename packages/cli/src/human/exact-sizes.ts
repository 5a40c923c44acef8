const MINUS = "−";
const MILLI_DIGITS = 3;
const MILLI = 1000n;
const KIB = 1024n;
const UNITS = ["bytes", "KiB", "MiB", "GiB", "TiB"] as const;
/** Sizes with more digits after the point are written in a smaller unit. */
const FINEST = 100n;

/** `1,234` */
export function exactCount(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return value < 0n ? `${MINUS}${digits}` : digits;
}

/** Millicores to the last one: `18.5 vCPU`. */
export function exactCpu(millicores: bigint): string {
  return `${decimal(millicores, MILLI, MILLI_DIGITS)} vCPU`;
}

/** Bytes to the last one, in the largest unit up to GiB that says them with two digits: `16.25 GiB`, `1,000 bytes`. */
export function exactBytes(bytes: bigint): string {
  if (bytes === 0n) return "0 GiB";
  for (const index of [3, 2, 1]) {
    const unit = KIB ** BigInt(index);
    if ((bytes * FINEST) % unit === 0n && (index === 1 || bytes / unit !== 0n)) {
      return `${decimal((bytes * FINEST) / unit, FINEST, 2)} ${UNITS[index]}`;
    }
  }
  return `${exactCount(bytes)} bytes`;
}

/** With its sign: `+2`, `−2`, `0`. */
export function signed(value: bigint, text: (value: bigint) => string): string {
  return value > 0n ? `+${text(value)}` : text(value);
}

function decimal(value: bigint, parts: bigint, digits: number): string {
  const magnitude = value < 0n ? -value : value;
  const fraction = (magnitude % parts).toString().padStart(digits, "0").replace(/0+$/, "");
  const text = `${exactCount(magnitude / parts)}${fraction === "" ? "" : `.${fraction}`}`;
  return value < 0n ? `${MINUS}${text}` : text;
}
