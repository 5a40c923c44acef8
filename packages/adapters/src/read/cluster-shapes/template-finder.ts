import type { ObjectAt } from "../objects/objects.ts";
import { at, listAt, textAt } from "../objects/read-fields.ts";
import { isMachineKind, type MachineShape, machineIn } from "./machine-kinds.ts";
import type { ShapeLedger } from "./shape-ledger.ts";

/** A machine, or why it is not known: null where that is told already. */
export type FoundMachine = { readonly machine: MachineShape } | { readonly machine: null; readonly why: string | null };

const REFERENCES: readonly (readonly string[])[] = [
  ["spec", "template", "spec", "infrastructureRef"],
  ["spec", "machineTemplate", "infrastructureRef"],
  ["spec", "machineTemplate", "spec", "infrastructureRef"],
  ["spec", "infrastructureTemplate"],
  ["spec", "controlPlaneConfiguration", "machineGroupRef"],
  ["spec", "externalEtcdConfiguration", "machineGroupRef"],
];

/** Finds what references name among the machine templates of a file. */
export class TemplateFinder {
  readonly #ledger: ShapeLedger;
  readonly #templates: readonly ObjectAt[];
  readonly #named: ReadonlySet<string>;
  readonly #machines = new Map<ObjectAt, MachineShape | null | undefined>();

  constructor(objects: readonly ObjectAt[], ledger: ShapeLedger) {
    this.#ledger = ledger;
    this.#templates = objects.filter(isMachineKind);
    this.#named = new Set(
      objects.flatMap(({ data }) =>
        [
          ...REFERENCES.map((path) => at(data, ...path)),
          ...listAt(data, "spec", "workerNodeGroupConfigurations").map((one) => at(one, "machineGroupRef")),
        ].flatMap((ref) => (isName(textAt(ref, "name")) ? textAt(ref, "name") : [])),
      ),
    );
  }

  /**
   * The machine that a reference names. A name that no template of the file has may be a blank that a tool left, so that
   * the only template that nothing else names is taken, and that is said.
   */
  find(reference: unknown, namespace: string, user: string): FoundMachine {
    const kind = textAt(reference, "kind");
    const name = textAt(reference, "name");
    if (reference === undefined) return { machine: null, why: `no reference to a machine template in ${user}` };
    const ofKind = this.#templates.filter((one) => kind === "" || one.kind === kind);
    const named = ofKind.filter((one) => one.name === name);
    const near = named.filter(({ data }) => textAt(data, "metadata", "namespace") === namespace);
    const exact = near.length > 0 ? near : named;
    const others = ofKind.filter((one) => !this.#named.has(one.name));
    const guessed = isName(name) && others.length > 1 ? [] : others;
    const candidates = isName(name) && exact.length > 0 ? exact : guessed;
    const [first, ...more] = candidates;
    const called = `${kind === "" ? "machine template" : kind} ${name === "" ? "without a name" : name}`;
    if (first === undefined) return { machine: null, why: `${called}, which is not in the file,` };
    const machine = this.#machineOf(first);
    const isAlike = more.every((one) => JSON.stringify(this.#machineOf(one)) === JSON.stringify(machine));
    if (!isAlike) return { machine: null, why: `${called}, which several unlike ones of the file may be,` };
    if (candidates === guessed)
      this.#ledger.say("guessed-template", `${user} names ${called}: taken for ${first.name}`);
    if (machine === undefined) return { machine: null, why: `${called}, which says no size that is read,` };
    return machine === null ? { machine, why: null } : { machine };
  }

  #machineOf(template: ObjectAt): MachineShape | null | undefined {
    if (!this.#machines.has(template)) {
      const machine = machineIn(this.#ledger, template);
      this.#machines.set(template, machine);
      if (machine !== undefined) this.#ledger.use(template);
    }
    return this.#machines.get(template);
  }
}

/** `<no value>` is what a template of Go writes where it knows none. */
function isName(name: string): boolean {
  return name !== "" && !/^<.*>$/.test(name);
}
