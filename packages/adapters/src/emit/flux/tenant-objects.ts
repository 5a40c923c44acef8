import { NAME_ANNOTATION } from "../../kubernetes/names.ts";
import { bytesText, cpuText } from "../../kubernetes/quantities.ts";
import type { TenantDemandToEmit } from "../making/planned-demand.ts";
import { namespaceObject } from "./flux-objects.ts";
import type { TenantPlace } from "./places.ts";

const PERCENT = 100;
const BYTES_PER_MIB = 2 ** 20;
const RIGHTS = "tenant";
const ALL_VERBS = ["get", "list", "watch", "create", "update", "patch", "delete"] as const;
const READING = ["get", "list", "watch"] as const;

/** What tenants may do in their namespace: run workloads, and read but not change their limits and rights. */
const RULES = [
  { apiGroups: ["apps"], resources: ["deployments", "statefulsets", "daemonsets", "replicasets"], verbs: ALL_VERBS },
  { apiGroups: ["batch"], resources: ["jobs", "cronjobs"], verbs: ALL_VERBS },
  {
    apiGroups: [""],
    resources: [
      "pods",
      "services",
      "configmaps",
      "secrets",
      "persistentvolumeclaims",
      "serviceaccounts",
      "pods/exec",
      "pods/portforward",
    ],
    verbs: ALL_VERBS,
  },
  { apiGroups: ["networking.k8s.io"], resources: ["ingresses", "networkpolicies"], verbs: ALL_VERBS },
  { apiGroups: ["autoscaling"], resources: ["horizontalpodautoscalers"], verbs: ALL_VERBS },
  { apiGroups: ["policy"], resources: ["poddisruptionbudgets"], verbs: ALL_VERBS },
  { apiGroups: [""], resources: ["pods/log", "events", "resourcequotas", "limitranges"], verbs: READING },
  { apiGroups: ["rbac.authorization.k8s.io"], resources: ["roles", "rolebindings"], verbs: READING },
];

/** The namespace of a tenant with its rights and limits. @param group how signing in calls its people; null: nobody */
export function tenantObjects(
  { tenant, namespace }: TenantPlace,
  { group, extraPercent }: { readonly group: string | null; readonly extraPercent: number },
): readonly object[] {
  return [
    // What a tenant runs there must not go with a file.
    namespaceObject(namespace, { [NAME_ANNOTATION]: tenant.name, "kustomize.toolkit.fluxcd.io/prune": "disabled" }),
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "Role",
      metadata: { name: RIGHTS, namespace },
      rules: RULES,
    },
    ...(group === null ? [] : [roleBinding(namespace, group)]),
    ...(tenant.demand === undefined || tenant.demand.podCount === 0
      ? []
      : [quota(namespace, tenant.demand, extraPercent), limits(namespace, tenant.demand)]),
  ];
}

function roleBinding(namespace: string, group: string): object {
  return {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "RoleBinding",
    metadata: { name: RIGHTS, namespace },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: RIGHTS },
    subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: group }],
  };
}

/**
 * What all pods of a tenant may ask for: what the plan counts and a share more, at least one pod of its largest, so that
 * a rollout can start one before another ends.
 *
 * 9 pods of 9 vCPU, the largest 2, 25 %: 12 pods of 11250m.
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
function quota(namespace: string, demand: TenantDemandToEmit, extraPercent: number): object {
  const more = (amount: number, least: number) =>
    amount + Math.max(Math.ceil((amount * extraPercent) / PERCENT), least);
  const { podCount, cpuMillicores, memoryBytes, storageBytes, largestPod, extended = {} } = demand;
  return {
    apiVersion: "v1",
    kind: "ResourceQuota",
    metadata: { name: "planned", namespace },
    spec: {
      hard: {
        pods: String(more(podCount, 1)),
        "requests.cpu": cpuText(more(cpuMillicores, largestPod.cpuMillicores)),
        "requests.memory": wholeMiB(more(memoryBytes, largestPod.memoryBytes)),
        "requests.storage": wholeMiB(more(storageBytes, 0)),
        ...Object.fromEntries(
          Object.entries(extended).map(([name, count]) => [`requests.${name}`, String(more(count, 0))]),
        ),
      },
    },
  };
}

/** What a container asks for that says nothing, as a quota wants it said: the tenant's mean pod. */
function limits(namespace: string, { podCount, cpuMillicores, memoryBytes }: TenantDemandToEmit): object {
  const defaultRequest = {
    cpu: cpuText(Math.ceil(cpuMillicores / podCount)),
    memory: wholeMiB(memoryBytes / podCount),
  };
  return {
    apiVersion: "v1",
    kind: "LimitRange",
    metadata: { name: "planned", namespace },
    spec: { limits: [{ type: "Container", defaultRequest }] },
  };
}

/** Rounded up, so that nobody has to read bytes. */
function wholeMiB(bytes: number): string {
  return bytesText(Math.ceil(bytes / BYTES_PER_MIB) * BYTES_PER_MIB);
}
