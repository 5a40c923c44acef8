import { fleetYaml } from "@nkp-planner/adapters";
import { findingText } from "@nkp-planner/core";

const text = `apiVersion: nkp-planner/v1
kind: Fleet
asOf: 2026-11-23
release: nkp-2.17.1
currency: EUR
tenants:
  - id: orchid
    workloads:
      - { name: db, replicas: three, requests: { cpu: "2", memory: 8GB } }
`;
const bytes = new TextEncoder().encode(text);
const { value, findings } = await fleetYaml.read({ name: "fleet.yaml", bytes });
if (value !== null) console.log(`${value.tenants.length} tenants`);
for (const finding of findings) {
  const { subject } = finding;
  if (subject.in === "input") console.log(`${subject.line}:${subject.column} ${findingText(finding)}`);
}
