import { ownFileReader } from "./own-file.ts";

/** A fleet of tenants, written by people: `kind: Fleet`. */
export const fleetYaml = ownFileReader({
  id: "fleet-yaml",
  title: "Fleet file (YAML or JSON)",
  gives: "fleet",
  example: {
    name: "fleet.yaml",
    text: `apiVersion: nkp-planner/v1
kind: Fleet
asOf: 2026-11-23
release: nkp-2.17.1
currency: EUR
tenants:
  - id: orchid
    name: Orchid Foods
    demand: { pods: 60, cpu: "9.2", memory: 26Gi, storage: 300Gi, largestPod: { cpu: "1", memory: 4Gi } }
    upgradeCadence: fleet
    price: { monthly: "1900.00" }
`,
  },
});
