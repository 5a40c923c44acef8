import { addTenants } from "./edits.ts";
import { beginRow } from "./pending-row.ts";
import type { Scenario } from "./scenario.ts";
import { $tool, toggleTool } from "./selection.ts";
import { beginning, edit } from "./store.ts";

/** Ways into the page for somebody who comes with a fleet. */

/** A preset of the catalog, and how many tenants of it a fleet is begun with. */
const USUAL = { preset: "M", title: "Medium", count: 10 } as const;

export const USUAL_TITLE = `${USUAL.count} × ${USUAL.title}`;

/** Whether the tenants are those that the page was built with: nobody has changed one. */
export function isExampleFleet({ fleet }: Scenario): boolean {
  return fleet.tenants === beginning().scenario.fleet.tenants;
}

export function withoutTenants(scenario: Scenario): Scenario {
  return { ...scenario, fleet: { ...scenario.fleet, title: "Fleet", tenants: [] } };
}

/** The example is nobody's fleet: what is begun takes its place. */
const withoutExample = (scenario: Scenario): Scenario =>
  isExampleFleet(scenario) ? withoutTenants(scenario) : scenario;

/** An empty row, ready for a name or for rows that are pasted. */
export function startTyping(): void {
  edit(withoutExample);
  beginRow();
}

export function startWithFile(): void {
  if ($tool.get() !== "import") toggleTool("import");
}

export function startWithPresets(): void {
  const { preset, title, count } = USUAL;
  const tenants = Array.from({ length: count }, (_, index) => ({
    id: `${title.toLowerCase()}-${index + 1}`,
    name: `${title} ${index + 1}`,
    preset,
  }));
  edit((scenario) => addTenants(tenants)(withoutExample(scenario)));
}
