export { catalogOf, plannerFacts, planningContext } from "./context.ts";
export { exampleFiles } from "./examples/files.ts";
export { exampleFleet } from "./examples/fleet.ts";
export { exampleHostPriceBook } from "./examples/host-price-book.ts";
export { examplePriceBook } from "./examples/price-book.ts";
export { examplePriceList } from "./examples/price-list.ts";
export { factSheets } from "./fact-sheets.ts";
export { parameters } from "./parameters.ts";
export {
  editions,
  nodeMinimums,
  nodeShapes,
  prismCentralSizes,
  sources,
  storageSchemes,
  systemComponents,
  upgradeFacts,
  versions,
} from "./platform.ts";
export { presets, typicalApplications, workloadLibrary } from "./presets.ts";
export { releases } from "./releases.ts";
export type { CatalogSettings } from "./settings.ts";
export { workloadNames } from "./workload-names.ts";
