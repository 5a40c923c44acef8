const LONGEST_NAME = 90;

/** What is in a namespace and has a name. */
interface Named {
  readonly namespace: string;
  readonly name: string;
}

/** A name of a workload that no other of its tenant has: its own, with its namespace, or with a number. What is given is added to those taken. */
export function freeName({ namespace, name }: Named, taken: Set<string>): string {
  const plain = (name === "" ? "workload" : name).slice(0, LONGEST_NAME);
  const wanted = taken.has(plain) && namespace !== "" ? `${namespace}-${plain}`.slice(0, LONGEST_NAME) : plain;
  let free = wanted;
  for (let count = 2; taken.has(free); count += 1) free = `${wanted}-${count}`;
  taken.add(free);
  return free;
}
