import { type RuleScenario, SMALL_FLEET } from "../support/check-scenario.ts";
import type { Files } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const MACHINE = /( +)vcpuSockets: (\d+)\n/g;

/** The control plane of a cluster in one project, its workers in another: the first machine of the file is the control plane. */
function inProjects(files: Files, ...projects: readonly string[]): Files {
  let index = 0;
  const text = String(files[KITE]).replaceAll(
    MACHINE,
    (line, indent: string) => `${indent}project: ${projects[index++]}\n${line}`,
  );
  if (index !== projects.length) throw new Error(`${index} machines`);
  return { ...files, [KITE]: text };
}

const UUID = "{ type: uuid, uuid: 5f2b0d5c-8f4e-4f0e-9d3c-1f6a2b7c8d9e }";
const fleet = { ...SMALL_FLEET, release: "nkp-2.18.0-dev" };

const withScript = (files: Files, ...projects: readonly string[]): Files => ({
  ...files,
  "scripts/create.sh": projects.map((project) => `nkp create nodepool nutanix a --pc-project ${project}\n`).join(""),
});

/** A project by its name and one by its UUID, and both a name and a variable in a script; in the twin the one that is advised. */
export const scenario: RuleScenario = {
  fires: {
    fleet,
    files: (planned) => withScript(inProjects(planned, "{ type: name, name: kite }", UUID), "kite", '"$PROJECT"'),
    finds: [
      {
        file: KITE,
        onLine: "project: { type: name, name: kite }",
        text: "NKPCluster tenant-kite: spec.capiCluster.topology.variables.0.value.controlPlane.nutanix.machineDetails.project is kite, and for NKP 2.18.0 the vendor advises _internal only.",
      },
      {
        file: KITE,
        onLine: `project: ${UUID}`,
        text: "NKPCluster tenant-kite: spec.capiCluster.topology.workers.machineDeployments.0.variables.overrides.0.value.nutanix.machineDetails.project names a project by its UUID; whether that is _internal, the only one that the vendor advises for NKP 2.18.0, is not known.",
        isUnknown: true,
      },
      {
        file: "scripts/create.sh",
        onLine: "--pc-project kite",
        text: "nkp create nodepool nutanix: --pc-project is kite, and for NKP 2.18.0 the vendor advises _internal only.",
      },
      {
        file: "scripts/create.sh",
        onLine: '--pc-project "$PROJECT"',
        text: "nkp create nodepool nutanix: --pc-project is $PROJECT, which the shell puts in; whether that is _internal, the only project that the vendor advises for NKP 2.18.0, is not known.",
        isUnknown: true,
      },
    ],
  },
  holds: {
    fleet,
    files: (planned) =>
      withScript(
        inProjects(planned, "{ type: name, name: _internal }", "{ type: name, name: _internal }"),
        "_internal",
      ),
  },
};
