import { examplePriceBook, planningContext } from "@nkp-planner/catalog";
import {
  defaultModels,
  fleetUpgrades,
  type LifecycleDocument,
  lifecycleDocument,
  numberOf,
  parseFleet,
  plannedFleet,
} from "@nkp-planner/core";

/** What `lifecycle --format json` says of a fleet file, and what its models are called. */
export function playedFleet(file: object): {
  readonly document: LifecycleDocument;
  readonly titles: ReadonlyMap<string, string>;
} {
  const input = parseFleet(file);
  const context = planningContext({ release: input.release, priceBook: examplePriceBook });
  const months = numberOf(context.choices, "upgrade-horizon-months");
  const played = defaultModels.map((model) => fleetUpgrades(plannedFleet(input, model, context), model, months));
  return { document: lifecycleDocument(played), titles: new Map(defaultModels.map(({ id, title }) => [id, title])) };
}
