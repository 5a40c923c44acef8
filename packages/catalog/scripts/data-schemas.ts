import {
  CouplingScope,
  EditionFacts,
  FactSheet,
  InfrastructureFloor,
  InfrastructureSupport,
  KubernetesSupport,
  NodeMinimum,
  NodeShape,
  OperatingLayer,
  Parameter,
  PlaneSize,
  PlatformRelease,
  PriorityClass,
  PrismCentralSize,
  provenanceShape,
  ReservationProfile,
  Source,
  StorageScheme,
  SystemComponents,
  TenantServices,
  TypicalApplication,
  UpgradePath,
  UpgradeRisk,
  Version,
  WorkloadName,
  WorkloadPreset,
} from "@nkp-planner/core";
import * as z from "zod";

const FILES: Readonly<Record<string, z.ZodType>> = {
  "coupling-scopes.json": z.array(CouplingScope),
  "editions.json": z.array(EditionFacts),
  "infrastructure-floors.json": z.array(InfrastructureFloor),
  "infrastructure-support.json": z.array(InfrastructureSupport),
  "kubernetes-support.json": z.array(KubernetesSupport),
  "node-minimums.json": z.array(NodeMinimum),
  "node-shapes.json": z.array(z.strictObject({ id: z.string(), shape: NodeShape, ...provenanceShape })),
  "operating-layers.json": z.array(OperatingLayer),
  "plane-sizes.json": z.array(PlaneSize),
  "presets.json": z.array(WorkloadPreset),
  "priority-classes.json": z.array(PriorityClass),
  "prism-central-sizes.json": z.array(PrismCentralSize),
  "reservation-profiles.json": z.array(ReservationProfile),
  "sources.json": z.array(Source),
  "storage-schemes.json": z.array(StorageScheme),
  "system-components.json": SystemComponents,
  "tenant-services.json": z.array(TenantServices),
  "typical-applications.json": z.array(TypicalApplication),
  "upgrade-paths.json": z.array(UpgradePath),
  "upgrade-risks.json": z.array(UpgradeRisk),
  "versions.json": z.array(Version),
  "workload-names.json": z.array(WorkloadName),
};

const FOLDERS: Readonly<Record<string, z.ZodType>> = {
  facts: FactSheet,
  parameters: Parameter,
  releases: PlatformRelease,
};

/**
 * The text of a data file, as its shape is read: properties in the order of the schema.
 * @param path below `data/`, such as `releases/nkp-2.17.1.json`
 * @throws Error where there is no schema for the file
 * @throws ZodError for what the shape does not take
 */
export function dataText(path: string, data: unknown): string {
  const schema = FILES[path] ?? FOLDERS[path.split("/")[0] ?? ""];
  if (schema === undefined) throw new Error(`scripts/data-schemas.ts says no shape of data/${path}`);
  return `${JSON.stringify(schema.parse(data), null, 2)}\n`;
}
