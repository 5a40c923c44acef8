/** Undo and redo over immutable values: a list of what was, what is, and a list of what was undone. */
export interface History<Value> {
  readonly past: readonly Value[];
  readonly present: Value;
  readonly future: readonly Value[];
  /** What the last change was to: another change to the same thing, without a pause, is no step of its own. */
  readonly lastKey: string | null;
}

const MOST_STEPS = 200;

export function historyOf<Value>(present: Value): History<Value> {
  return { past: [], present, future: [], lastKey: null };
}

/** @param key changes of the same key in a row are one step; null: always a step of its own */
export function changed<Value>(history: History<Value>, present: Value, key: string | null = null): History<Value> {
  if (present === history.present) return history;
  if (key !== null && key === history.lastKey) return { ...history, present, future: [] };
  return { past: [...history.past, history.present].slice(-MOST_STEPS), present, future: [], lastKey: key };
}

/** The next change begins a step of its own, whatever its key. */
export function settled<Value>(history: History<Value>): History<Value> {
  return history.lastKey === null ? history : { ...history, lastKey: null };
}

export function undone<Value>({ past, present, future, ...rest }: History<Value>): History<Value> {
  const before = past.at(-1);
  if (before === undefined) return { past, present, future, ...rest };
  return { past: past.slice(0, -1), present: before, future: [present, ...future], lastKey: null };
}

export function redone<Value>({ past, present, future, ...rest }: History<Value>): History<Value> {
  const [next, ...later] = future;
  if (next === undefined) return { past, present, future, ...rest };
  return { past: [...past, present], present: next, future: later, lastKey: null };
}
