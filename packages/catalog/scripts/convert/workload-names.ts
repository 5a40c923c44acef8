import type { WorkloadName } from "@nkp-planner/core";
import { type Bibliography, OWN_ASSUMPTION } from "./sources.ts";

type Draft = Pick<WorkloadName, "application" | "component" | "workloads">;

/** Of the component's name where it says more than what the component is called. */
const CAPI = "cluster-api core, kubeadm bootstrap, kubeadm control plane";

/** Names that are otherwise than those of components: of charts and operators as they are published. */
const NAMES: readonly Draft[] = [
  { application: null, component: "cilium-agent", workloads: ["cilium"] },
  { application: null, component: "nutanix-cloud-controller-manager", workloads: ["nutanix-cloud-provider"] },
  { application: null, component: "cosi-controller", workloads: ["container-object-storage-controller"] },
  { application: null, component: "caren", workloads: ["cluster-api-runtime-extensions-nutanix"] },
  { application: null, component: "caren helm-repository", workloads: ["helm-repository"] },
  {
    application: null,
    component: CAPI,
    workloads: [
      "capi-controller-manager",
      "capi-kubeadm-bootstrap-controller-manager",
      "capi-kubeadm-control-plane-controller-manager",
    ],
  },
  { application: null, component: "capx (Nutanix infrastructure provider)", workloads: ["capx-controller-manager"] },
  { application: null, component: "cluster-api-addon-provider-helm", workloads: ["caaph-controller-manager"] },
  { application: null, component: "cluster-autoscaler", workloads: ["cluster-autoscaler-*"] },
  { application: "cert-manager", component: "cert-manager-controller", workloads: ["cert-manager"] },
  {
    application: "logging-operator",
    component: "fluent-bit (logging)",
    workloads: ["logging-operator-logging-fluentbit"],
  },
  { application: "rook-ceph-cluster", component: "ceph-mon", workloads: ["rook-ceph-mon-*"] },
  { application: "rook-ceph-cluster", component: "ceph-mgr", workloads: ["rook-ceph-mgr-*"] },
  { application: "rook-ceph-cluster", component: "ceph-osd", workloads: ["rook-ceph-osd-*"] },
  { application: "rook-ceph-cluster", component: "ceph-rgw", workloads: ["rook-ceph-rgw-*"] },
  { application: "rook-ceph-cluster", component: "ceph-crashcollector", workloads: ["rook-ceph-crashcollector-*"] },
  { application: "rook-ceph-cluster", component: "ceph-exporter", workloads: ["rook-ceph-exporter-*"] },
  { application: "rook-ceph-cluster", component: "ceph-toolbox", workloads: ["rook-ceph-tools"] },
];

/** What workloads of components are called, as upstream publishes it. */
export function convertWorkloadNames(bibliography: Bibliography): WorkloadName[] {
  const provenance = bibliography.provenanceOf({ source: [OWN_ASSUMPTION], confidence: "assumption" });
  return NAMES.map((name) => ({ ...name, ...provenance }));
}
