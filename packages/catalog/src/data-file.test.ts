import { readdirSync, readFileSync } from "node:fs";
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
  type PlannerFacts,
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
import { expect, it } from "vitest";
import * as z from "zod";
import { dataText } from "../scripts/data-schemas.ts";
import { plannerFacts } from "./context.ts";
import { factSheets } from "./fact-sheets.ts";
import { sources } from "./platform.ts";
import { workloadLibrary } from "./presets.ts";
import { releases } from "./releases.ts";
import { workloadNames } from "./workload-names.ts";

const data = new URL("../data/", import.meta.url);
const paths = readdirSync(data, { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith(".json") && !path.startsWith("examples/"),
);

it("there are files of facts", () => expect(paths.length).toBeGreaterThan(120));

it.each(paths)("%s is to the byte what its schema reads of it", (path) => {
  const text = readFileSync(new URL(path, data), "utf8");
  expect(text).toBe(dataText(path, JSON.parse(text)));
});

it.each([
  ["nowhere.json", []],
  ["plane-sizes.json", [{}]],
  ["releases/nkp-9.9.9.json", {}],
])("%s with what it must not hold is refused", (path, wrong) => {
  expect(() => dataText(path, wrong)).toThrow();
});

/** What a program is handed, and the schema of it: no list may have been made of another one's file. */
const PLATFORM: Readonly<Record<keyof PlannerFacts["platform"], z.ZodType>> = {
  system: SystemComponents,
  nodeMinimums: z.array(NodeMinimum),
  nodeShapes: z.array(z.strictObject({ id: z.string(), shape: NodeShape, ...provenanceShape })),
  editions: z.array(EditionFacts),
  reservationProfiles: z.array(ReservationProfile),
  priorityClasses: z.array(PriorityClass),
  tenantServices: z.array(TenantServices),
  operatingLayers: z.array(OperatingLayer),
  planeSizes: z.array(PlaneSize),
  versions: z.array(Version),
  kubernetesSupport: z.array(KubernetesSupport),
  upgradeFacts: z.strictObject({
    infrastructure: z.array(InfrastructureSupport),
    floors: z.array(InfrastructureFloor),
    couplingScopes: z.array(CouplingScope),
    paths: z.array(UpgradePath),
    risks: z.array(UpgradeRisk),
  }),
  prismCentralSizes: z.array(PrismCentralSize),
  storageSchemes: z.array(StorageScheme),
};

it.each(Object.entries(PLATFORM))("%s of the platform is what its schema reads", (part, schema) => {
  const held = plannerFacts.platform[part as keyof PlannerFacts["platform"]];
  expect(schema.parse(held)).toEqual(held);
});

it.each<[string, z.ZodType, object]>([
  ["parameters", z.array(Parameter), plannerFacts.parameters],
  ["sources", z.array(Source), [...sources.values()]],
  ["releases", z.array(PlatformRelease), releases],
  ["fact sheets", z.array(FactSheet), factSheets],
  ["presets", z.array(WorkloadPreset), workloadLibrary.presets],
  ["typical applications", z.array(TypicalApplication), workloadLibrary.applications],
  ["names of workloads", z.array(WorkloadName), workloadNames],
])("%s are what their schema reads", (_name, schema, held) => {
  expect(schema.parse(held)).toEqual(held);
});
