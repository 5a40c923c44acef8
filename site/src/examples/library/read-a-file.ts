import { fleetYaml } from "@nkp-planner/adapters";
import { problemText } from "@nkp-planner/core";

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
const result = fleetYaml.read(text);
if (result.ok) console.log(`${result.value.tenants.length} tenants`);
else for (const problem of result.problems) console.log(`${problem.line}:${problem.column} ${problemText(problem)}`);
