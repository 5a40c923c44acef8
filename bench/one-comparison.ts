import { createHash } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type FleetKind, fleetFileOf, RELEASE } from "./fleets.ts";
import { processorMs } from "./timing.ts";

/** Compares one fleet by the planner of a checkout: `node one-comparison.ts FOLDER KIND TENANTS`; prints time and answer. */

const MODELS = ["starter-self-managed", "ultimate-centralized"];

const [folder = "", kind = "distinct", tenants = "100"] = process.argv.slice(2);
const load = async (path: string) => await import(pathToFileURL(join(folder, path)).href);
const core: typeof import("@nkp-planner/core") = await load("packages/core/src/index.ts");
const catalog: typeof import("@nkp-planner/catalog") = await load("packages/catalog/src/index.ts");

const compared = (tenantCount: number) => {
  const fleet = core.parseFleet(fleetFileOf(kind as FleetKind, tenantCount));
  const context = catalog.planningContext({ release: RELEASE, priceBook: catalog.examplePriceBook });
  const models = core.defaultModels.filter(({ id }) => MODELS.includes(id));
  const start = processorMs();
  const comparison = core.compareModels(fleet, models, context, MODELS[0] as string);
  return { ms: processorMs() - start, comparison };
};

// Compiled by then, as in a run that takes long.
compared(1);
const { ms, comparison } = compared(Number(tenants));
// What a plan says, not how it keeps it: nodes of each pool, costs of each tenant.
const said = comparison.plans.map(({ model, clusters, tenants: each }) => ({
  model: model.id,
  pools: clusters.map(({ pools }) => pools.map(({ name, nodeCount, shape }) => [name, nodeCount, shape])),
  tenants: each.map(({ tenantId, monthlyCost }) => [tenantId, monthlyCost]),
}));
const digest = createHash("sha256").update(JSON.stringify(said)).digest("hex");
console.log(JSON.stringify({ ms, digest }));
