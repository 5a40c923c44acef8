export { catalogOf, plannerFacts, planningContext } from "./context.ts";
export { exampleFiles, exampleFleet, exampleHostPriceBook, examplePriceBook, examplePriceList } from "./examples.ts";
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
