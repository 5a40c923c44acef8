import { type PlanInput, parseFleet } from "@nkp-planner/core";
import { defineReader } from "./reader.ts";
import { readYaml } from "./yaml-text.ts";

/** A fleet of tenants, written by people: `kind: Fleet`. */
export const fleetYaml = defineReader<PlanInput>({
  id: "fleet-yaml",
  title: "Fleet file (YAML or JSON)",
  accepts: (fileName) => /\.(ya?ml|json)$/i.test(fileName),
  read: (text) => readYaml(text, (value) => parseFleet(value)),
});
