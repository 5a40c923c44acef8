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
  const products = weights.map((weight) => magnitude * weight);
  const parts = products.map((product) => product / sum);
  const left = Number(magnitude - parts.reduce((a, b) => a + b, 0n));
  if (left > 0) {
    const byRemainder = products
      .map((product, index) => ({ index, remainder: product - (parts[index] ?? 0n) * sum }))
      .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
    for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  }
  return total < 0n ? parts.map((part) => -part) : parts;
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
