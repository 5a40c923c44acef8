const BYTES_PER_MIB = 1_048_576n;
const BYTES_PER_KIB = 1024n;

/** Bytes as a whole number of the largest unit that says them exactly; few of them say that they are bytes. */
export function sizeText(bytes: bigint): string {
  if (bytes % BYTES_PER_MIB === 0n) return `${bytes / BYTES_PER_MIB}Mi`;
  if (bytes % BYTES_PER_KIB === 0n) return `${bytes / BYTES_PER_KIB}Ki`;
  // A file of the planner takes a small number without a unit for one whose unit was forgotten.
  return bytes < BYTES_PER_MIB ? `${bytes}B` : `${bytes}`;
}
