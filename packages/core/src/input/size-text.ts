import { parseQuantity } from "../base/quantities/quantity.ts";
import type { NanoUnits } from "../base/quantities/quantity-value.ts";

/** Kubernetes has no suffix for bytes: `B` stands in files that people write, and in no manifest. */
const BYTES = /^\s*(\d+)\s*(?:B|[Bb]ytes?)\s*$/;

/** A size as people write it: a Kubernetes quantity, or whole bytes that say so (`65536B`, `65536 bytes`); null: neither. */
export function parseSize(text: string): NanoUnits | null {
  return parseQuantity(BYTES.exec(text)?.[1] ?? text);
}

/** Whether a text says that it counts bytes. */
export function saysBytes(text: string): boolean {
  return BYTES.test(text);
}
