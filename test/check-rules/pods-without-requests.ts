import type { RuleScenario } from "../support/check-scenario.ts";
import type { Files } from "../support/checked.ts";

const APPS = "clusters/apps/web.yaml";

const deployment = (name: string, namespace: string | null, ...containers: readonly string[]) =>
  `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
${namespace === null ? "" : `  namespace: ${namespace}\n`}spec:
  replicas: 3
  selector:
    matchLabels: { app: ${name} }
  template:
    metadata:
      labels: { app: ${name} }
    spec:
      initContainers:
        - { name: prepare, image: registry.example/prepare:1 }
      containers:
${containers.map((one) => `        - ${one}\n`).join("")}`;
const container = (name: string, resources: string) =>
  `{ name: ${name}, image: registry.example/${name}:1${resources === "" ? "" : `, resources: ${resources}`} }`;
const range = (namespace: string) => `apiVersion: v1
kind: LimitRange
metadata:
  name: planned
  namespace: ${namespace}
spec:
  limits:
    - type: Container
      max: { cpu: "2" }
      defaultRequest: { memory: 128Mi }
`;
const replicaSet = `apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: web-5d4f
  namespace: shop
  ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: web, uid: a, controller: true }]
spec:
  template:
    spec:
      containers:
        - name: made-by-the-deployment
`;
const withApps = (files: Files, ...documents: readonly string[]): Files => ({
  ...files,
  [APPS]: documents.join("---\n"),
});

/**
 * One container that states all by its limits, one half of it, one nothing; a namespace that is not said beside a
 * LimitRange, and resources that are to be put in yet. What a Deployment made is told with it, what only prepares is not.
 */
export const scenario: RuleScenario = {
  fires: {
    files: (planned) =>
      withApps(
        planned,
        deployment(
          "web",
          "shop",
          container("app", "{ limits: { cpu: 100m, memory: 128Mi } }"),
          container("cache", "{ requests: { cpu: 100m } }"),
          container("log", ""),
        ),
        deployment("anywhere", null, container("app", "")),
        deployment("later", "shop", container("app", '"\u0024{RESOURCES}"')),
        replicaSet,
        range("bank"),
      ),
    finds: [
      {
        file: APPS,
        onLine: "name: cache",
        text: "Deployment web: containers without a request count as nothing, 2 of 3: cache (memory), log (cpu, memory).",
      },
      {
        file: APPS,
        onLine: "name: app",
        text: "Deployment anywhere: containers state no request, 1 of 1: app (cpu, memory); whether a LimitRange gives them one is not known, because the namespace is not said.",
        isUnknown: true,
      },
      {
        file: APPS,
        onLine: 'resources: "\u0024{RESOURCES}"',
        text: "Deployment later: whether the container app states requests hangs on what some tool is to put in yet.",
        isUnknown: true,
      },
    ],
  },
  holds: {
    files: (planned) =>
      withApps(planned, deployment("web", "shop", container("app", ""), container("log", "{}")), range("shop")),
  },
};
