const LONGEST_NAME = 90;

/** What is in a namespace and has a name. */
interface Named {
  readonly namespace: string;
  readonly name: string;
}

/** Gives workloads of one tenant names, each once: its own, with its namespace where that is taken, or with a number. */
export function freeNames(): (named: Named) => string {
  const taken = new Set<string>();
  // From where on there may be a free number: of thousands of the same name, none is tried twice.
  const counts = new Map<string, number>();
  return ({ namespace, name }) => {
    const plain = (name === "" ? "workload" : name).slice(0, LONGEST_NAME);
    const wanted = taken.has(plain) && namespace !== "" ? `${namespace}-${plain}`.slice(0, LONGEST_NAME) : plain;
    let free = wanted;
    let count = counts.get(wanted) ?? 2;
    for (; taken.has(free); count += 1) free = `${wanted}-${count}`;
    counts.set(wanted, count);
    taken.add(free);
    return free;
  };
}
