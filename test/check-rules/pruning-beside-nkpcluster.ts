import { type RuleScenario, SMALL_FLEET } from "../support/check-scenario.ts";
import type { Files } from "../support/checked.ts";

const FLUX = "flux/clusters.yaml";
const fleet = { ...SMALL_FLEET, release: "nkp-2.18.0-dev" };

const applied = (folder: string, ...said: string[]) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: ${folder}
  namespace: kommander-flux
spec:
  interval: 10m
  path: ./clusters/${folder}
  sourceRef:
    kind: GitRepository
    name: fleet
${said.map((line) => `  ${line}\n`).join("")}`;
const withFlux = (files: Files, named: string, ...all: string[]): Files => ({
  ...files,
  // As kustomize takes it: without a kind of its own.
  "clusters/tenant-kite/kustomization.yaml": `resources:\n  - ${named}\n`,
  "clusters/tenant-kite/notes.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: notes\n",
  [FLUX]: all.join("---\n"),
});

/**
 * Pruning, deletion with what applies it, and a switch that is to be put in yet; in the twin what is pruned does not
 * have the cluster among its files, or it stays.
 */
export const scenario: RuleScenario = {
  fires: {
    fleet,
    files: (planned) =>
      withFlux(
        planned,
        "cluster.yaml",
        applied("tenant-kite", "prune: true"),
        applied("tenant-orchid", "prune: false", "deletionPolicy: Delete"),
        applied("management", "prune: \u0024{PRUNE}"),
      ),
    finds: [
      {
        file: FLUX,
        onLine: "prune: true",
        text: "Kustomization tenant-kite prunes ./clusters/tenant-kite, where NKPCluster tenant-kite stands: a Cluster whose place it takes is deleted with its machines, and so is what it keeps when its own file goes.",
      },
      {
        file: FLUX,
        onLine: "deletionPolicy: Delete",
        text: "Kustomization tenant-orchid deletes NKPCluster tenant-orchid, which stands in ./clusters/tenant-orchid, when it is deleted itself: the cluster goes with its machines.",
      },
      {
        file: FLUX,
        onLine: "prune: \u0024{PRUNE}",
        text: "Kustomization management: whether it prunes ./clusters/management, where NKPCluster management stands, hangs on \u0024{PRUNE}, which some tool is to put in yet.",
        isUnknown: true,
      },
    ],
  },
  holds: {
    fleet,
    files: (planned) =>
      withFlux(
        planned,
        "notes.yaml",
        applied("tenant-kite", "prune: true"),
        applied("tenant-orchid", "prune: false", "deletionPolicy: Orphan"),
      ),
  },
};
