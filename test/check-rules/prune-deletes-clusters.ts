import type { RuleScenario } from "../support/check-scenario.ts";
import { edited, type Files } from "../support/checked.ts";

const FLUX = "flux/clusters.yaml";

const applied = (name: string, folder: string, prune: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: ${name}
  namespace: kommander-flux
spec:
  interval: 10m
  path: ${folder}
  prune: ${prune}
  sourceRef:
    kind: GitRepository
    name: fleet
`;
const flux = (files: Files, ...all: string[]): Files => ({ ...files, [FLUX]: all.join("---\n") });
const argo = (files: Files, folder: string, options: string): Files => ({
  ...files,
  "argo/clusters.yaml": `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: clusters
  namespace: argocd
spec:
  project: fleet
  source:
    repoURL: https://git.msp.example/fleet.git
    path: ${folder}
  destination:
    server: https://kubernetes.default.svc
  syncPolicy:
    automated:
      prune: true
    syncOptions:
      - ${options}
`,
});
const KEPT = "metadata:\n  annotations:\n    kustomize.toolkit.fluxcd.io/prune: disabled\n  name: tenant-kite\n";

/**
 * The whole of clusters/, one cluster by the file of kustomize in its folder, a folder that is not there, and a switch
 * that is to be put in yet; in the twin pruning is off, or the object says that it stays, or there is no cluster.
 */
export const scenario: RuleScenario = {
  fires: {
    files: (planned) =>
      argo(
        flux(
          planned,
          applied("fleet", "./clusters", "true"),
          applied("elsewhere", "./apps", "true"),
          applied("later", "clusters/management", "\u0024{PRUNE}"),
        ),
        "clusters/tenant-orchid",
        "CreateNamespace=true",
      ),
    finds: [
      {
        file: "argo/clusters.yaml",
        onLine: "prune: true",
        text: "Application clusters deletes Cluster tenant-orchid when the file goes from clusters/tenant-orchid.",
      },
      {
        file: FLUX,
        onLine: "prune: true",
        text: "Kustomization fleet deletes Cluster management, Cluster tenant-kite, Cluster tenant-orchid when the file goes from ./clusters.",
      },
      {
        file: FLUX,
        onLine: "prune: true",
        text: "Kustomization elsewhere deletes what goes from ./apps, and whether clusters stand there is not known: not all of it is among the files to check.",
        isUnknown: true,
      },
      {
        file: FLUX,
        onLine: "prune: \u0024{PRUNE}",
        text: "Kustomization later: whether it deletes what goes from clusters/management hangs on \u0024{PRUNE}, which some tool is to put in yet.",
        isUnknown: true,
      },
    ],
  },
  holds: {
    files: (planned) =>
      argo(
        flux(
          edited(planned, "clusters/tenant-kite/cluster.yaml", "metadata:\n  name: tenant-kite\n", KEPT),
          applied("fleet", "./clusters", "false"),
          applied("kite", "./clusters/tenant-kite", "true"),
          applied("flux", "./flux", "true"),
        ),
        "clusters/tenant-orchid",
        "Prune=false",
      ),
  },
};
