import { type PlanInput, parseFleet, type WorkloadLibrary } from "@nkp-planner/core";
import { defineReader, type Reader } from "./reader.ts";
import { readYaml } from "./yaml-text.ts";

/** A reader of fleets whose tenants may name the presets and applications of a library. */
export function fleetYamlWith(library: WorkloadLibrary | undefined): Reader<PlanInput> {
  return defineReader({
    id: "fleet-yaml",
    title: "Fleet file (YAML or JSON)",
    accepts: (fileName) => /\.(ya?ml|json)$/i.test(fileName),
    read: (text) => readYaml(text, (value) => parseFleet(value, "fleet", library)),
  });
}

/** A fleet of tenants, written by people: `kind: Fleet`. Without a library: every tenant in full. */
export const fleetYaml: Reader<PlanInput> = fleetYamlWith(undefined);
