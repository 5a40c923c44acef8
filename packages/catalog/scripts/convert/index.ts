import { dataText } from "../data-schemas.ts";
import { convertKubernetesSupport, convertVersions } from "./calendar.ts";
import type { CalendarDataset } from "./calendar-dataset.ts";
import {
  convertCouplingScopes,
  convertInfrastructureFloors,
  convertInfrastructureSupport,
  convertUpgradePaths,
  convertUpgradeRisks,
} from "./calendar-upgrades.ts";
import type { Dataset } from "./dataset.ts";
import { convertFacts } from "./facts.ts";
import { convertPrismCentralSizes, convertStorageSchemes } from "./infrastructure.ts";
import { convertOperatingLayers } from "./operating-layers.ts";
import { convertParameters } from "./parameters.ts";
import { convertPlaneSizes } from "./plane-sizes.ts";
import { convertEditions, convertNodeMinimums, convertNodeShapes, convertSystemComponents } from "./platform.ts";
import { convertRelease } from "./releases.ts";
import { convertPriorityClasses, convertReservationProfiles, convertTenantServices } from "./sizing.ts";
import { Bibliography } from "./sources.ts";
import { convertWorkloadNames } from "./workload-names.ts";
import { convertApplications, convertPresets } from "./workloads.ts";
import type { WorkloadsDataset } from "./workloads-dataset.ts";

/** The catalog's data files that follow from the datasets: path below `data/` → JSON text. */
export function convertDataset(
  dataset: Dataset,
  workloads: WorkloadsDataset,
  calendar: CalendarDataset,
): ReadonlyMap<string, string> {
  const bibliography = new Bibliography(dataset, calendar);
  const files = new Map<string, unknown>();
  for (const raw of dataset.releases) {
    const release = convertRelease(raw, dataset, bibliography);
    files.set(`releases/${release.id}.json`, release);
  }
  files.set("system-components.json", convertSystemComponents(dataset, bibliography));
  files.set("node-minimums.json", convertNodeMinimums(dataset, bibliography));
  files.set("node-shapes.json", convertNodeShapes(dataset, bibliography));
  files.set("prism-central-sizes.json", convertPrismCentralSizes(dataset, bibliography));
  files.set("storage-schemes.json", convertStorageSchemes(dataset, bibliography));
  files.set("editions.json", convertEditions(dataset, bibliography));
  files.set("reservation-profiles.json", convertReservationProfiles(bibliography));
  files.set("priority-classes.json", convertPriorityClasses(dataset, bibliography));
  files.set("tenant-services.json", convertTenantServices(bibliography));
  files.set("operating-layers.json", convertOperatingLayers(bibliography));
  files.set("workload-names.json", convertWorkloadNames(bibliography));
  files.set("plane-sizes.json", convertPlaneSizes(dataset, bibliography));
  files.set("kubernetes-support.json", convertKubernetesSupport(calendar, bibliography));
  files.set("infrastructure-support.json", convertInfrastructureSupport(calendar, bibliography));
  files.set("infrastructure-floors.json", convertInfrastructureFloors(calendar, bibliography));
  files.set("coupling-scopes.json", convertCouplingScopes(calendar, bibliography));
  files.set("upgrade-paths.json", convertUpgradePaths(dataset, calendar, bibliography));
  files.set("upgrade-risks.json", convertUpgradeRisks(calendar, bibliography));
  files.set("versions.json", convertVersions(dataset, calendar, bibliography));
  for (const parameter of convertParameters(dataset, calendar, bibliography))
    files.set(`parameters/${parameter.id}.json`, parameter);
  for (const sheet of convertFacts(dataset, bibliography)) files.set(`facts/${sheet.id}.json`, sheet);
  files.set("typical-applications.json", convertApplications(workloads, bibliography));
  files.set("presets.json", convertPresets(workloads, bibliography));
  files.set("sources.json", bibliography.entries());
  return new Map([...files].map(([path, value]) => [path, dataText(path, value)]));
}

/** So long may a line be, as the formatter has it. */
const MOST_LETTERS = 120;

/** Every assumption with its options, as a type: what may be set, so that a typo does not compile. */
export function settingsSource(dataset: Dataset, calendar: CalendarDataset): string {
  const all = convertParameters(dataset, calendar, new Bibliography(dataset, calendar)).toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const lines = all.map(({ id, title, description, unit, custom, options }) => {
    const values = [...options.map((option) => `"${option.id}"`), ...(custom === null ? [] : ["(string & {})"])];
    const what = `${title}${unit === null ? "" : ` (${unit})`}: ${description}`.replaceAll("*/", "* /");
    const key = id.includes("-") ? `"${id}"` : id;
    const inLine = `  readonly ${key}?: ${values.join(" | ")};`;
    const inLines = `  readonly ${key}?:\n${values.map((value) => `    | ${value}`).join("\n")};`;
    return `  /** ${what} */\n${inLine.length > MOST_LETTERS ? inLines : inLine}\n`;
  });
  return [
    "/** Written by the catalog's conversion; see its scripts. */\n",
    "/** Assumptions of a plan by their name, each with its options; those with a figure take one of yours too, as text. */\n",
    `export interface CatalogSettings {\n${lines.join("")}}\n`,
  ].join("\n");
}

/** The type of a parameter's id, for the planner, which asks for parameters by name: a typo does not compile. */
export function parameterIdsSource(dataset: Dataset, calendar: CalendarDataset): string {
  const ids = convertParameters(dataset, calendar, new Bibliography(dataset, calendar)).map(({ id }) => id);
  const lines = [...ids].sort().map((id) => `  | "${id}"`);
  return `/** Written by the catalog's conversion; see its scripts. */\nexport type ParameterId =\n${lines.join("\n")};\n`;
}
