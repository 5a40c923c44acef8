import { readFileSync } from "node:fs";
import { fleetYaml, type InputKind, priceBookYaml, type Reader } from "@nkp-planner/adapters";
import { planningContext } from "@nkp-planner/catalog";
import { type ComparisonDocument, choiceOf, compareModels, comparisonDocument, defaultModels } from "@nkp-planner/core";
import { valueIn } from "../../support/read.ts";

const fleet = await read(fleetYaml, "msp-fleet.yaml");
const priceBook = await read(priceBookYaml, "price-book-eur.yaml");
const context = planningContext({ release: fleet.release, priceBook });

const comparison = compareModels(fleet, defaultModels, context, "ultimate-centralized");

/** The comparison that the page must show, computed once more from the same two files. */
export const exampleComparison: ComparisonDocument = comparisonDocument(comparison);

export const examplePlans = comparison.plans;

/** What every model gives tenants beside their cluster. */
export const tenantServices = choiceOf(context.choices, "tenant-services").title;

function read<Kind extends InputKind>(reader: Reader<Kind>, name: string) {
  return valueIn(reader, readFileSync(new URL(`../../../examples/${name}`, import.meta.url), "utf8"));
}
