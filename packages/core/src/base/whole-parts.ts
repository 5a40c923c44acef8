/**
 * A whole number split in proportion to weights so that the parts are whole and sum to it: each rounded down, what is
 * left one by one, largest remainder first, earlier part first among equals. All weights 0: equal parts.
 * @throws RangeError on a negative weight, or on no weights for a number that is not zero
 */
export function wholeParts(total: bigint, weights: readonly bigint[]): readonly bigint[] {
  if (weights.some((weight) => weight < 0n)) throw new RangeError("A share of money cannot have a negative weight.");
  if (weights.length === 0) {
    if (total === 0n) return [];
    throw new RangeError("There is nobody to share this amount among.");
  }
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) {
    const equal = weights.map(() => 1n);
    return wholeParts(total, equal);
  }
  const magnitude = total < 0n ? -total : total;
  const parts = weights.map((weight) => (magnitude * weight) / sum);
  const left = Number(magnitude - parts.reduce((a, b) => a + b, 0n));
  if (left > 0) {
    for (const index of largestRemainders(magnitude, weights, sum).subarray(0, left))
      parts[index] = (parts[index] as bigint) + 1n;
  }
  return total < 0n ? parts.map((part) => -part) : parts;
}

/** So many digits, in binary, of a remainder tell almost any two apart, and a double holds them. */
const KEY_BITS = 52n;

/**
 * Places of weights by what is left of total × weight ÷ sum, the earlier one first among equals. Compared by their first
 * digits, and only where these are the same in full: a fleet may have a million of them.
 */
function largestRemainders(total: bigint, weights: readonly bigint[], sum: bigint): Uint32Array {
  const remainderOf = (index: number) => (total * (weights[index] as bigint)) % sum;
  const keys = Float64Array.from(weights, (_, index) => Number((remainderOf(index) << KEY_BITS) / sum));
  return Uint32Array.from(weights.keys()).sort((a, b) => {
    const difference = (keys[b] as number) - (keys[a] as number);
    if (difference !== 0) return difference;
    if (weights[a] === weights[b]) return a - b;
    const [one, other] = [remainderOf(a), remainderOf(b)];
    return one === other ? a - b : one > other ? -1 : 1;
  });
}

/** The index of the one weight above zero where all others are zero; −1 elsewhere. */
export function onlyWeight(weights: readonly bigint[]): number {
  let only = -1;
  for (const [index, weight] of weights.entries()) {
    if (weight === 0n) continue;
    if (weight < 0n || only >= 0) return -1;
    only = index;
  }
  return only;
}
