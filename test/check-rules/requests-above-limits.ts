import type { RuleScenario } from "../support/check-scenario.ts";
import type { Files } from "../support/checked.ts";

const APPS = "clusters/apps/web.yaml";

const workload = (name: string, namespace: string, requests: string, limits: string) => `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  serviceName: ${name}
  selector:
    matchLabels: { app: ${name} }
  template:
    metadata:
      labels: { app: ${name} }
    spec:
      containers:
        - name: app
          image: registry.example/app:1
          resources:
            requests:
              cpu: ${requests}
              memory: 1Gi
            limits:
              memory: 1024Mi
${limits}`;
const cpu = (limit: string) => `              cpu: ${limit}\n`;
const range = `apiVersion: v1
kind: LimitRange
metadata:
  name: planned
  namespace: shop
spec:
  limits:
    - type: Container
      default: { cpu: 500m }
`;
const withApps = (files: Files, ...documents: readonly string[]): Files => ({
  ...files,
  [APPS]: documents.join("---\n"),
});

/** Above its own limit, above that of a LimitRange, and limits that nobody knows; in the twin as much as the limit. */
export const scenario: RuleScenario = {
  fires: {
    files: (planned) =>
      withApps(
        planned,
        workload("db", "bank", "1500m", cpu("1")),
        workload("cache", "shop", "501m", ""),
        workload("later", "bank", "250m", cpu("\u0024{CPU}")),
        workload("wrong", "bank", "350m", cpu("1 core")),
        workload("free", "bank", "9", ""),
        range,
      ),
    finds: [
      {
        file: APPS,
        onLine: "cpu: 1500m",
        text: "StatefulSet db, container app: the request of 1500m cpu is above the limit of 1.",
      },
      {
        file: APPS,
        onLine: "cpu: 501m",
        text: "StatefulSet cache, container app: the request of 501m cpu is above 500m, the limit that a LimitRange gives.",
      },
      {
        file: APPS,
        onLine: "cpu: 250m",
        text: "StatefulSet later, container app: whether the request of 250m cpu is above the limit of \u0024{CPU} hangs on what some tool is to put in yet.",
        isUnknown: true,
      },
      {
        file: APPS,
        onLine: "cpu: 350m",
        text: "StatefulSet wrong, container app: whether the request of 350m cpu is above the limit of 1 core is not known, because one of them cannot be read.",
        isUnknown: true,
      },
    ],
  },
  holds: {
    files: (planned) =>
      withApps(planned, workload("db", "bank", "1000m", cpu("1")), workload("cache", "shop", "500m", ""), range),
  },
};
