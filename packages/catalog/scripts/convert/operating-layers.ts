import type { OperatingLayer } from "@nkp-planner/core";
import type { Bibliography } from "./sources.ts";

type Draft = Omit<OperatingLayer, "confidence" | "sources" | "note">;

/** What a fleet without one view of its own is run with: which applications and components belong to which layer. */
const LAYERS: readonly Draft[] = [
  {
    id: "desired-state",
    title: "Desired state (GitOps)",
    applications: ["kommander-flux", "git-operator"],
    components: [],
    hasPrismCentral: false,
    withoutIt: "clusters drift apart: what runs in each is only what somebody last did by hand, and upgrades are typed",
  },
  {
    id: "observed-state",
    title: "Observed state (Prism Central, Konnector)",
    applications: [],
    components: ["konnector-agent"],
    hasPrismCentral: true,
    withoutIt: "nobody sees all clusters at once: which there are, of which version and in which health",
  },
  {
    id: "alerting",
    title: "People (central metrics, logs, alerts)",
    applications: [
      "kube-prometheus-stack",
      "prometheus-adapter",
      "prometheus-thanos-traefik",
      "thanos",
      "karma",
      "karma-traefik",
      "centralized-grafana",
      "grafana-loki",
      "grafana-logging",
      "logging-operator",
      "fluent-bit",
      "tenant-services",
    ],
    components: [],
    hasPrismCentral: false,
    withoutIt: "nobody is called when something fails, and what happened before is in each cluster alone, if at all",
  },
];

/** The layers, all by the planner's own division. */
export function convertOperatingLayers(bibliography: Bibliography): OperatingLayer[] {
  const provenance = bibliography.provenanceOf({ source: ["planner", "konnectorDocs"], confidence: "assumption" });
  return LAYERS.map((layer) => ({ ...layer, ...provenance }));
}
