import {
  CouplingScope,
  EditionFacts,
  InfrastructureFloor,
  InfrastructureSupport,
  KubernetesSupport,
  NodeMinimum,
  NodeShape,
  OperatingLayer,
  PlaneSize,
  PriorityClass,
  PrismCentralSize,
  provenanceShape,
  ReservationProfile,
  Source,
  type SourceId,
  StorageScheme,
  SystemComponents,
  TenantServices,
  type UpgradeFacts,
  UpgradePath,
  UpgradeRisk,
  Version,
} from "@nkp-planner/core";
import * as z from "zod";
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

/** The bibliography: every source any value of the catalog cites. */
export const sources: ReadonlyMap<SourceId, Source> = new Map(
  sourcesFile.map((file) => Source.parse(file)).map((source) => [source.id, source]),
);

export const editions: readonly EditionFacts[] = editionsFile.map((file) => EditionFacts.parse(file));

export const nodeMinimums: readonly NodeMinimum[] = nodeMinimumsFile.map((file) => NodeMinimum.parse(file));

const NamedShape = z.strictObject({ id: z.string(), shape: NodeShape, ...provenanceShape });
export const nodeShapes: readonly z.infer<typeof NamedShape>[] = nodeShapesFile.map((file) => NamedShape.parse(file));

export const systemComponents: SystemComponents = SystemComponents.parse(systemComponentsFile);

export const reservationProfiles: readonly ReservationProfile[] = reservationProfilesFile.map((file) =>
  ReservationProfile.parse(file),
);
export const priorityClasses: readonly PriorityClass[] = priorityClassesFile.map((file) => PriorityClass.parse(file));
export const tenantServices: readonly TenantServices[] = tenantServicesFile.map((file) => TenantServices.parse(file));
/** Smallest first. */
export const operatingLayers: readonly OperatingLayer[] = operatingLayersFile.map((file) => OperatingLayer.parse(file));
export const planeSizes: readonly PlaneSize[] = planeSizesFile.map((file) => PlaneSize.parse(file));
/** Smallest first. */
export const prismCentralSizes: readonly PrismCentralSize[] = prismCentralSizesFile.map((file) =>
  PrismCentralSize.parse(file),
);

export const storageSchemes: readonly StorageScheme[] = storageSchemesFile.map((file) => StorageScheme.parse(file));

export const kubernetesSupport: readonly KubernetesSupport[] = kubernetesSupportFile.map((file) =>
  KubernetesSupport.parse(file),
);

/** Every NKP version known, oldest first, with the date of its tag and its Kubernetes. */
export const versions: readonly Version[] = versionsFile.map((file) => Version.parse(file));

/** What is known of upgrades beside versions: what is looked after until when, what needs what, and what goes wrong. */
export const upgradeFacts: UpgradeFacts = {
  infrastructure: infrastructureSupportFile.map((file) => InfrastructureSupport.parse(file)),
  floors: infrastructureFloorsFile.map((file) => InfrastructureFloor.parse(file)),
  couplingScopes: couplingScopesFile.map((file) => CouplingScope.parse(file)),
  paths: upgradePathsFile.map((file) => UpgradePath.parse(file)),
  risks: upgradeRisksFile.map((file) => UpgradeRisk.parse(file)),
};
