import type { ObjectAt } from "../objects/objects.ts";
import { at, listAt, textAt } from "../objects/read-fields.ts";
import { isMachineKind, type MachineShape, machineIn } from "./machine-kinds.ts";
import { shapeTitle } from "./shape-fields.ts";
import type { ShapeLedger } from "./shape-ledger.ts";

/** A machine, or why it is not known: null where that is told already. */
export type FoundMachine =
  | { readonly machine: MachineShape; readonly template: ObjectAt }
  | { readonly machine: null; readonly why: string | null };

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
  /** By kind; all of them by the empty one, as of a reference that says none. */
  readonly #ofKind: ReadonlyMap<string, readonly ObjectAt[]>;
  readonly #named: ReadonlyMap<string, readonly ObjectAt[]>;
  /** By kind, those that no reference of the file names. */
  readonly #free: ReadonlyMap<string, readonly ObjectAt[]>;
  readonly #machines = new Map<ObjectAt, MachineShape | null | undefined>();

  constructor(objects: readonly ObjectAt[], ledger: ShapeLedger) {
    const templates = objects.filter(isMachineKind);
    const asked = new Set(objects.flatMap(({ data }) => referencesIn(data).map((ref) => textAt(ref, "name"))));
    this.#ledger = ledger;
    this.#ofKind = grouped(templates, ({ kind }) => kind);
    this.#named = grouped(
      templates,
      ({ kind, name }) => `${kind} ${name}`,
      ({ name }) => ` ${name}`,
    );
    this.#free = grouped(
      templates.filter(({ name }) => !isName(name) || !asked.has(name)),
      ({ kind }) => kind,
    );
  }

  /**
   * The machine that a reference names. Where a tool left the name blank, what no other reference names is taken; where
   * no template has the name, the only one of the file is, if nothing else names it. Both are said.
   */
  find(reference: unknown, namespace: string, user: string): FoundMachine {
    if (reference === undefined) return { machine: null, why: `no reference to a machine template in ${user}` };
    const kind = textAt(reference, "kind");
    const name = textAt(reference, "name");
    const exact = isName(name) ? this.#near(`${kind} ${name}`, namespace) : [];
    const free = this.#free.get(kind) ?? [];
    const isOnly = (this.#ofKind.get(kind) ?? []).length === 1;
    const guessed = isName(name) && !isOnly ? [] : free;
    const [first, ...more] = exact.length > 0 ? exact : guessed;
    const called = shapeTitle({ kind: kind === "" ? "machine template" : kind, name });
    if (first === undefined) return { machine: null, why: `${called}, which is not in the file` };
    const machine = this.#machineOf(first);
    const isAlike = more.every((one) => JSON.stringify(this.#machineOf(one)) === JSON.stringify(machine));
    if (!isAlike) return { machine: null, why: `${called}, which several unlike ones of the file may be` };
    if (exact.length === 0) this.#ledger.say("guessed-template", `${user} names ${called}, taken for ${first.name}`);
    if (machine === undefined) return { machine: null, why: `${called}, which says no size that is read` };
    return machine === null ? { machine, why: null } : { machine, template: first };
  }

  /** Those of the same namespace before those of others: files leave namespaces out. */
  #near(key: string, namespace: string): readonly ObjectAt[] {
    const named = this.#named.get(key) ?? [];
    const near = named.filter(({ data }) => textAt(data, "metadata", "namespace") === namespace);
    return near.length > 0 ? near : named;
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

function referencesIn(data: unknown): readonly unknown[] {
  return [
    ...REFERENCES.map((path) => at(data, ...path)),
    ...listAt(data, "spec", "workerNodeGroupConfigurations").map((one) => at(one, "machineGroupRef")),
  ];
}

function grouped(
  templates: readonly ObjectAt[],
  ...keysOf: readonly ((template: ObjectAt) => string)[]
): ReadonlyMap<string, readonly ObjectAt[]> {
  const groups = new Map<string, ObjectAt[]>([["", [...templates]]]);
  for (const template of templates)
    for (const keyOf of keysOf) {
      const group = groups.get(keyOf(template)) ?? [];
      group.push(template);
      groups.set(keyOf(template), group);
    }
  return groups;
}

/** `<no value>` is what a template of Go writes where it knows none. */
function isName(name: string): boolean {
  return name !== "" && !/^<.*>$/.test(name);
}
