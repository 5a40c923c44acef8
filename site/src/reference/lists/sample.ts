import type { ReportSubjects } from "@nkp-planner/adapters";
import { compareModels, defaultModels, operatingModels, plannedFleet } from "@nkp-planner/core";
import rawFleet from "../../../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import rawBook from "../../../../packages/catalog/data/examples/price-book-eur.json" with { type: "json" };
import rawList from "../../../../packages/catalog/data/examples/price-list-eur.json" with { type: "json" };
import { context, fleet } from "../example.ts";

/** As few tenants as show everything: files of more say the same again. */
const TENANT_COUNT = 2;
const few = { ...fleet, tenants: fleet.tenants.slice(0, TENANT_COUNT) };

/** The model that has clusters of every role. */
const hybrid = operatingModels.find(({ id }) => id === "hybrid") ?? operatingModels[0];
if (hybrid === undefined) throw new Error("There is no operating model.");

/** Its name on the command line. */
export const SAMPLE_MODEL = hybrid.id;

/** The first tenants of the example fleet by that model: what files and reports on pages are made of. */
export const sample = plannedFleet(few, hybrid, context);

/** The same by the models that are compared. */
export const sampleComparison = compareModels(few, defaultModels, context, "ultimate-centralized");

/** What those plans were made of, as their files say it. */
export const sampleInputs: ReportSubjects["inputs"] = {
  fleet: { ...rawFleet, tenants: rawFleet.tenants.slice(0, TENANT_COUNT) },
  prices: rawBook,
  priceList: rawList,
};

/** The same tenants as a stream has them: one a line. */
export const sampleLines = rawFleet.tenants
  .slice(0, TENANT_COUNT)
  .map((tenant) => `${JSON.stringify(tenant)}\n`)
  .join("");

/** Which fleet it is, for sentences. */
export const SAMPLE_WORDS = `the first ${TENANT_COUNT} tenants of the example fleet`;
