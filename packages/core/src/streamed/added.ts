/** Two records as one, keys in order, so that the same sums are the same text. */
export function added<Value>(
  a: Readonly<Record<string, Value>>,
  b: Readonly<Record<string, Value>>,
  together: (one: Value, other: Value) => Value,
): Readonly<Record<string, Value>> {
  const all = new Map(Object.entries(a));
  for (const [key, value] of Object.entries(b)) {
    const known = all.get(key);
    all.set(key, known === undefined ? value : together(known, value));
  }
  return Object.fromEntries([...all].sort(([one], [other]) => (one < other ? -1 : 1)));
}
