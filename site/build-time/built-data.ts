import { createHash } from "node:crypto";
import { catalogOf, parameters, releases, sources, typicalApplications, workloadLibrary } from "@nkp-planner/catalog";
import catalogManifest from "@nkp-planner/catalog/package.json" with { type: "json" };
import fleet from "../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import prices from "../../packages/catalog/data/examples/price-book-eur.json" with { type: "json" };
import hostPrices from "../../packages/catalog/data/examples/price-book-hosts-eur.json" with { type: "json" };
import priceList from "../../packages/catalog/data/examples/price-list-eur.json" with { type: "json" };
import type { PlanningData } from "../src/planning/planning-data.ts";
import { marksOfItsOwn } from "../src/state/agreed-prices.ts";
import type { Scenario } from "../src/state/scenario.ts";

/** The catalog while the site is built: what the pages are rendered from, and what the browser fetches later. */

const example: Scenario = {
  fleet: marksOfItsOwn(fleet),
  prices,
  priceList: null,
  settings: {},
  locale: "en",
  letter: { provider: "", customer: "", objectives: "" },
};

const { release: _release, sources: _sources, ...platform } = catalogOf(example.fleet.release);

const facts = JSON.stringify([platform, parameters, releases, [...sources], typicalApplications, workloadLibrary]);
const HASH_DIGITS = 8;
const hash = createHash("sha256").update(facts).digest("hex").slice(0, HASH_DIGITS);

export const builtData: PlanningData = {
  dataRelease: `${catalogManifest.version}+${hash}`,
  platform,
  parameters,
  releases: releases.map(({ id, version, status, kubernetesVersion }) => ({ id, version, status, kubernetesVersion })),
  example,
  examples: { priceBooks: [prices, hostPrices], priceLists: [priceList] },
  release: async (id) => catalogOf(id).release,
  sources: async () => sources,
  library: async () => workloadLibrary,
};
