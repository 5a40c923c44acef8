import type {
  EditionFacts,
  KubernetesSupport,
  NodeMinimum,
  OperatingLayer,
  PlaneSize,
  PlatformCatalog,
  PriorityClass,
  PrismCentralSize,
  ReservationProfile,
  Source,
  SourceId,
  StorageScheme,
  SystemComponents,
  TenantServices,
  UpgradeFacts,
  Version,
} from "@nkp-planner/core";
import couplingScopesFile from "../data/coupling-scopes.json" with { type: "json" };
import editionsFile from "../data/editions.json" with { type: "json" };
import infrastructureFloorsFile from "../data/infrastructure-floors.json" with { type: "json" };
import infrastructureSupportFile from "../data/infrastructure-support.json" with { type: "json" };
import kubernetesSupportFile from "../data/kubernetes-support.json" with { type: "json" };
import nodeMinimumsFile from "../data/node-minimums.json" with { type: "json" };
import nodeShapesFile from "../data/node-shapes.json" with { type: "json" };
import operatingLayersFile from "../data/operating-layers.json" with { type: "json" };
import planeSizesFile from "../data/plane-sizes.json" with { type: "json" };
import priorityClassesFile from "../data/priority-classes.json" with { type: "json" };
import prismCentralSizesFile from "../data/prism-central-sizes.json" with { type: "json" };
import reservationProfilesFile from "../data/reservation-profiles.json" with { type: "json" };

import sourcesFile from "../data/sources.json" with { type: "json" };
import storageSchemesFile from "../data/storage-schemes.json" with { type: "json" };
import systemComponentsFile from "../data/system-components.json" with { type: "json" };
import tenantServicesFile from "../data/tenant-services.json" with { type: "json" };
import upgradePathsFile from "../data/upgrade-paths.json" with { type: "json" };
import upgradeRisksFile from "../data/upgrade-risks.json" with { type: "json" };
import versionsFile from "../data/versions.json" with { type: "json" };
import { dataOf } from "./data-file.ts";

/** The bibliography: every source any value of the catalog cites. */
export const sources: ReadonlyMap<SourceId, Source> = new Map(
  dataOf<readonly Source[]>(sourcesFile).map((source) => [source.id, source]),
);

export const editions: readonly EditionFacts[] = dataOf(editionsFile);

export const nodeMinimums: readonly NodeMinimum[] = dataOf(nodeMinimumsFile);

export const nodeShapes: PlatformCatalog["nodeShapes"] = dataOf(nodeShapesFile);

export const systemComponents: SystemComponents = dataOf(systemComponentsFile);

export const reservationProfiles: readonly ReservationProfile[] = dataOf(reservationProfilesFile);
export const priorityClasses: readonly PriorityClass[] = dataOf(priorityClassesFile);
export const tenantServices: readonly TenantServices[] = dataOf(tenantServicesFile);
/** Smallest first. */
export const operatingLayers: readonly OperatingLayer[] = dataOf(operatingLayersFile);
export const planeSizes: readonly PlaneSize[] = dataOf(planeSizesFile);
/** Smallest first. */
export const prismCentralSizes: readonly PrismCentralSize[] = dataOf(prismCentralSizesFile);

export const storageSchemes: readonly StorageScheme[] = dataOf(storageSchemesFile);

export const kubernetesSupport: readonly KubernetesSupport[] = dataOf(kubernetesSupportFile);

/** Every NKP version known, oldest first, with the date of its tag and its Kubernetes. */
export const versions: readonly Version[] = dataOf(versionsFile);

/** What is known of upgrades beside versions: what is looked after until when, what needs what, and what goes wrong. */
export const upgradeFacts: UpgradeFacts = {
  infrastructure: dataOf(infrastructureSupportFile),
  floors: dataOf(infrastructureFloorsFile),
  couplingScopes: dataOf(couplingScopesFile),
  paths: dataOf(upgradePathsFile),
  risks: dataOf(upgradeRisksFile),
};
