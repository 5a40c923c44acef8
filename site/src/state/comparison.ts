import { fleetYamlWith, priceBookYaml, type Reader } from "@nkp-planner/adapters";
import { planningContext, workloadLibrary } from "@nkp-planner/catalog";
import { type Comparison, compareModels, operatingModels, problemText } from "@nkp-planner/core";
import fleetText from "../../../examples/msp-fleet.yaml?raw";
import priceBookText from "../../../examples/price-book-eur.yaml?raw";

/** What the other models are measured against. */
const BASELINE_ID = "ultimate-centralized";

export const fleet = readOrStop(fleetYamlWith(workloadLibrary), fleetText);
const priceBook = readOrStop(priceBookYaml, priceBookText);
export const context = planningContext({ release: fleet.release, priceBook });

/** The one call to the planner: everything the page shows is read from its result. */
export const comparison: Comparison = compareModels(fleet, operatingModels, context, BASELINE_ID);

/** What tenants get beside their cluster, by one rule for every model. */
export const tenantServices = context.choices.of("tenant-services").title;

/** An example that cannot be read stops the build, with every problem and its place. */
function readOrStop<Value>(reader: Reader<Value>, text: string): Value {
  const result = reader.read(text);
  if (result.ok) return result.value;
  throw new Error(`${reader.title}:\n${result.problems.map((problem) => problemText(problem)).join("\n")}`);
}
