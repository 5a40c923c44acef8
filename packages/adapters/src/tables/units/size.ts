import { BYTES_PER_GIB, BYTES_PER_MIB } from "@nkp-planner/core";
import { type HeadUnit, quantityParts, type ShownParts, spaced, type Unit } from "./unit.ts";

/** Bytes, which a fleet file writes without a unit where they are a MiB or more: fewer say that they are bytes. */
const BYTES = "B";

/** Memory and volumes: a number alone is GiB. GB and GiB differ. */
export const size: Unit = {
  usual: "Gi",
  inHead(words): readonly HeadUnit[] {
    const units = words.split(" ").filter((word) => IN_HEADS.has(word));
    const suffix = IN_HEADS.get(units[0] ?? "");
    if (suffix === undefined) return [{ rest: words }];
    if (units.length > 1) return [];
    const rest = spaced(words.replace(new RegExp(`\\b${units[0]}\\b`), " "));
    // A size that nothing more is said of is one of memory.
    return [rest, `${rest} memory`.trim()].map((one) => ({ rest: one, suffix }));
  },
  inCell: (text) => quantityParts(text, suffixOf),
  valueOf: (number, suffix) =>
    suffix === BYTES && (Number(number) === 0 || Number(number) >= BYTES_PER_MIB) ? number : `${number}${suffix}`,
  partsOf(value): ShownParts | undefined {
    const [, number, suffix = ""] = /^(\d+(?:\.\d+)?)([KMGTP]i|[kMGTP]|B)?$/.exec(value) ?? [];
    if (number === undefined) return undefined;
    if (suffix === "" || suffix === BYTES) return partsOfBytes(number);
    return suffix === size.usual ? { number } : { number, suffix };
  },
};

const IN_HEADS: ReadonlyMap<string, string> = new Map([
  ["gib", "Gi"],
  ["gi", "Gi"],
  ["gb", "G"],
  ["mib", "Mi"],
  ["mi", "Mi"],
  ["mb", "M"],
  ["tib", "Ti"],
  ["ti", "Ti"],
  ["tb", "T"],
  ["kib", "Ki"],
  ["ki", "Ki"],
  ["kb", "k"],
  // A byte is an octet in French.
  ["gio", "Gi"],
  ["go", "G"],
  ["mio", "Mi"],
  ["mo", "M"],
  ["tio", "Ti"],
  ["to", "T"],
  ["bytes", BYTES],
  ["byte", BYTES],
  ["b", BYTES],
]);

/** `Gi`, `GiB`, `gib` are one, `GB` another. `g` or `m` alone is none: Kubernetes takes `m` for a thousandth. */
function suffixOf(letters: string): string | undefined {
  if (/^(B|bytes?)$/i.test(letters) && letters !== "b") return BYTES;
  const [, big] = /^([MGTP])B?$/.exec(letters) ?? /^([mgtp])[bo]$/i.exec(letters) ?? [];
  if (big !== undefined) return big.toUpperCase();
  const [, binary] = /^([kmgtp])i[bo]?$/i.exec(letters) ?? [];
  if (binary !== undefined) return `${binary.toUpperCase()}i`;
  return /^kb?$/i.test(letters) ? "k" : undefined;
}

const BYTES_PER_KI = 2 ** 10;
/** Of a GiB: short enough to be read as a fraction. */
const EIGHTHS = 8;

/** Bytes in GiB, where that is a short number; else in the largest unit that they are a whole number of. */
function partsOfBytes(number: string): ShownParts {
  const bytes = Number(number);
  if (bytes === 0) return { number: "0" };
  if (!Number.isSafeInteger(bytes)) return { number, suffix: BYTES };
  if (bytes % (BYTES_PER_GIB / EIGHTHS) === 0) return { number: String(bytes / BYTES_PER_GIB) };
  if (bytes % BYTES_PER_MIB === 0) return { number: String(bytes / BYTES_PER_MIB), suffix: "Mi" };
  if (bytes % BYTES_PER_KI === 0) return { number: String(bytes / BYTES_PER_KI), suffix: "Ki" };
  return { number, suffix: BYTES };
}
