/** Something of two plans: null where one of them does not have it. */
export type Pair<Item> =
  | { readonly base: Item; readonly head: Item }
  | { readonly base: Item; readonly head: null }
  | { readonly base: null; readonly head: Item };

/**
 * Pairs what has the same key: what the base has in its order, then what only the head has. Of several with one key the
 * first is paired with the first.
 */
export function pairsOf<Item>(
  base: readonly Item[],
  head: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Pair<Item>[] {
  const [was, is] = [keyed(base, keyOf), keyed(head, keyOf)];
  const pairs: Pair<Item>[] = [];
  for (const [key, item] of was) pairs.push({ base: item, head: is.get(key) ?? null } as Pair<Item>);
  for (const [key, item] of is) if (!was.has(key)) pairs.push({ base: null, head: item });
  return pairs;
}

function keyed<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item> {
  const all = new Map<string, Item>();
  const timesSeen = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    const times = timesSeen.get(key) ?? 0;
    timesSeen.set(key, times + 1);
    all.set(JSON.stringify([key, times]), item);
  }
  return all;
}
