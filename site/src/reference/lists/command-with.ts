import type { InputKind } from "@nkp-planner/adapters";

/** How a file is given to the command line, by what it holds. */
const COMMANDS: Readonly<Record<InputKind, (name: string) => string>> = {
  fleet: (name) => `nkp-planner compare ${name}`,
  tenants: (name) =>
    `nkp-planner import ${name} --as-of 2026-11-23 --release nkp-2.17.1 --currency EUR --out fleet.yaml`,
  "price-book": (name) => `nkp-planner compare fleet.yaml --prices ${name}`,
  "price-list": (name) => `nkp-planner quote fleet.yaml --price-list ${name}`,
  ranges: (name) => `nkp-planner whatif fleet.yaml --ranges ${name}`,
  calendar: (name) => `nkp-planner lifecycle fleet.yaml --calendar ${name}`,
};

export function commandWith(kind: InputKind, name: string): string {
  return COMMANDS[kind](name);
}
