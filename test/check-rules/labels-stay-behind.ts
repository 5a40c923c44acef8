import type { RuleScenario } from "../support/check-scenario.ts";
import { edited, type Files } from "../support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const OWN = "node.cluster.x-k8s.io/pool: workload\n";

const labelled = (files: Files, ...labels: readonly string[]) =>
  edited(
    files,
    KITE,
    OWN,
    [OWN.trim(), ...labels, ""]
      .join(`\n${" ".repeat(14)}`)
      .trimEnd()
      .concat("\n"),
  );
const withWeb = (files: Files, label: string): Files => ({
  ...files,
  "clusters/apps/web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      nodeSelector:
        ${label}: fast
      containers:
        - name: web
          image: registry.example/web:1
          resources: { requests: { cpu: 100m, memory: 128Mi } }
`,
});

/**
 * A label that pods select by, one that nobody does, and one of a tool, which is no matter; in the twin they have a
 * domain that is passed on, or one of the policy.
 */
export const scenario: RuleScenario = {
  fires: {
    files: (planned) =>
      withWeb(
        labelled(planned, "msp.example/disk: fast", "msp.example/owner: kite", "app.kubernetes.io/part-of: kite"),
        "msp.example/disk",
      ),
    finds: [
      {
        file: KITE,
        onLine: "msp.example/disk: fast",
        text: "tenant-kite, pool workload: the label msp.example/disk stays on the machines and does not reach the nodes, by which Deployment web would select them.",
      },
      {
        file: KITE,
        onLine: "msp.example/owner: kite",
        text: "tenant-kite, pool workload: the label msp.example/owner stays on the machines and does not reach the nodes.",
      },
    ],
  },
  holds: {
    policy:
      "apiVersion: nkp-planner/v1\nkind: SizingPolicy\nrules:\n  labels-stay-behind:\n    passedOn: [msp.example]\n",
    files: (planned) =>
      withWeb(
        labelled(planned, "node.cluster.x-k8s.io/disk: fast", "msp.example/owner: kite"),
        "node.cluster.x-k8s.io/disk",
      ),
  },
};
