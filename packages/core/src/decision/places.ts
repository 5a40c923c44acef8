/** Scores differ by less than this only by how computers add: no figure that is shown has as many digits. */
const SAME_WITHIN = 1e-9;

/** Whether two scores, or sums of them, are the same for people. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME_WITHIN;
}

/** Items by a value, the greatest first; those that have the same share a place, in their own order. */
export function placesBy<Item>(items: readonly Item[], amountOf: (item: Item) => number): readonly (readonly Item[])[] {
  const places: Item[][] = [];
  let before: number | undefined;
  // Sorting keeps the order of what is equal; what is all but equal is put back into it below.
  for (const item of items.toSorted((a, b) => amountOf(b) - amountOf(a))) {
    const value = amountOf(item);
    if (before !== undefined && isSame(before, value)) places.at(-1)?.push(item);
    else places.push([item]);
    before = value;
  }
  return places.map((place) => place.toSorted((a, b) => items.indexOf(a) - items.indexOf(b)));
}
