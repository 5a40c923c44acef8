const BITS_PER_PART = 256;
const ADDRESS_BITS = 32;

/** An IPv4 address as a number; NaN where the text is none. */
export function addressNumber(text: string): number {
  const parts = text.split(".").map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part < BITS_PER_PART))) return Number.NaN;
  return parts.reduce((sum, part) => sum * BITS_PER_PART + part, 0);
}

/** First and last address, both in it. */
export interface AddressRange {
  readonly start: string;
  readonly end: string;
}

/** `10.40.7.20-10.40.7.27` */
export function addressRange(text: string): AddressRange {
  const [start = "", end = ""] = text.split("-");
  return { start, end };
}

/** Addresses of a range; below 1 where it ends before it starts. */
export function addressesIn({ start, end }: AddressRange): number {
  return addressNumber(end) - addressNumber(start) + 1;
}

export function isWithin(address: string, { start, end }: AddressRange): boolean {
  const number = addressNumber(address);
  return number >= addressNumber(start) && number <= addressNumber(end);
}

export function doOverlap(a: AddressRange, b: AddressRange): boolean {
  return addressNumber(a.start) <= addressNumber(b.end) && addressNumber(b.start) <= addressNumber(a.end);
}

/** All addresses of a network such as `192.168.0.0/16`. */
export function networkRange(cidr: string): AddressRange {
  const [address = "", prefix = ""] = cidr.split("/");
  const size = 2 ** (ADDRESS_BITS - Number(prefix));
  const start = Math.floor(addressNumber(address) / size) * size;
  return { start: addressText(start), end: addressText(start + size - 1) };
}

/** Length of a network's prefix: 16 of `192.168.0.0/16`. */
export function prefixOf(cidr: string): number {
  return Number(cidr.split("/")[1]);
}

export function addressText(number: number): string {
  return [3, 2, 1, 0].map((power) => Math.floor(number / BITS_PER_PART ** power) % BITS_PER_PART).join(".");
}
