import { nkpObjects } from "@nkp-planner/adapters";
import { planningContext } from "@nkp-planner/catalog";
import {
  findingText,
  type OperatingModel,
  type PlanInput,
  parseFleet,
  upgradesOf,
  type WithCalendar,
  withCalendar,
} from "@nkp-planner/core";
import { stringify } from "yaml";
import { toyPriceBook } from "./toy.ts";

/** Objects of a management cluster, as kubectl prints them, with only what a test is about. */
export const release = (version: string, spec: object = {}) => ({
  apiVersion: "release.nkp.nutanix.com/v1alpha1",
  kind: "Release",
  metadata: { name: `nkp-${version}` },
  spec: { version, supportedKubernetesVersions: [], upgradePaths: [], ...spec },
});
export const cluster = (name: string, status: object, version = "2.17.1") => ({
  apiVersion: "clusters.nkp.nutanix.com/v1alpha1",
  kind: "NKPCluster",
  metadata: { name, namespace: "default" },
  spec: { version },
  status,
});
export const upgradePlan = (name: string, status: object) => ({
  apiVersion: "upgrade.nkp.nutanix.com/v1alpha1",
  kind: "UpgradePlan",
  metadata: { name: `${name}-upgrade`, namespace: "default" },
  spec: { nkpClusterRef: { kind: "NKPCluster", name }, version: "v2.17.1" },
  status,
});

/** They as one file of YAML. */
export const yamlOf = (...objects: readonly object[]) => objects.map((object) => stringify(object)).join("---\n");

/** A fleet of 2026-11-29 on 2.17.1: tenants with their upgrades. */
export function fleetOf(tenants: Readonly<Record<string, object>>, upgrades: object = {}): PlanInput {
  return parseFleet({
    apiVersion: "nkp-planner/v1",
    kind: "Fleet",
    asOf: "2026-11-29",
    release: "nkp-2.17.1",
    currency: "EUR",
    upgrades,
    tenants: Object.entries(tenants).map(([id, own]) => ({ id, name: `The ${id}`, workloads: [], upgrades: own })),
  });
}

/** A text read as objects of a management cluster. */
export async function readObjects(text: string, name = "nkp.yaml") {
  return await nkpObjects.read({ name, bytes: new TextEncoder().encode(text) });
}

/** A fleet and the catalog with files laid over them, what is said, and the calendar that comes of it. */
export async function told(
  fleet: PlanInput,
  texts: readonly string[],
  settings: Readonly<Record<string, string>> = {},
) {
  const context = planningContext({ release: "nkp-2.17.1", priceBook: toyPriceBook(), settings });
  const files = await Promise.all(
    texts.map(async (text, index) => {
      const { value, placeOf, findings } = await readObjects(text, `file-${index + 1}.yaml`);
      if (value === null) throw new Error(JSON.stringify(findings));
      return { name: `file-${index + 1}.yaml`, value, placeOf };
    }),
  );
  const laid: WithCalendar<typeof context.catalog> = withCalendar(fleet, context.catalog, files);
  return {
    ...laid,
    said: laid.findings.map((finding) => findingText(finding)),
    calendar: (model: OperatingModel, months = 12) =>
      upgradesOf(laid.input, model, { ...context, catalog: laid.catalog }, months),
  };
}
