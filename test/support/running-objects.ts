/** Objects of a cluster that runs, as `kubectl get … -o json` prints them, with what measuring reads of them. */

type Requests = Readonly<Record<string, string>>;

interface More {
  readonly image?: string;
  readonly owner?: readonly [kind: string, name: string];
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly status?: unknown;
  readonly nodeName?: string;
}

const specOf = (requests: Requests | null, image = "registry.example/some/image:v1.2.3") => ({
  containers: [{ name: "main", image, resources: requests === null ? {} : { requests } }],
});

/** A pod; of an owner that controls it, where one is named. */
export function pod(namespace: string, name: string, requests: Requests | null, more: More = {}) {
  const [kind, ownerName] = more.owner ?? [];
  const owners = kind === undefined ? {} : { ownerReferences: [{ kind, name: ownerName, controller: true }] };
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { namespace, name, labels: more.labels, annotations: more.annotations, ...owners },
    spec: { ...specOf(requests, more.image), nodeName: more.nodeName ?? "node-1" },
    status: more.status ?? { phase: "Running" },
  };
}

/** A Deployment, StatefulSet or DaemonSet without pods. */
export function maker(
  kind: string,
  namespace: string,
  name: string,
  replicas: number | null,
  requests: Requests | null,
) {
  return {
    apiVersion: "apps/v1",
    kind,
    metadata: { namespace, name },
    spec: { ...(replicas === null ? {} : { replicas }), template: { spec: specOf(requests) } },
  };
}

/** Pods that a Deployment's ReplicaSet made. */
export function podsOf(namespace: string, name: string, count: number, requests: Requests | null, more: More = {}) {
  return Array.from({ length: count }, (_, index) =>
    pod(namespace, `${name}-6f9c-${index}`, requests, {
      ...more,
      owner: ["ReplicaSet", `${name}-6f9c`],
      labels: { "pod-template-hash": "6f9c", ...more.labels },
    }),
  );
}

/** A node of 8 vCPU and 32,768 MiB, and what it has for pods. */
export function node(name: string, allocatable: Requests, isControlPlane = false) {
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: { name, labels: isControlPlane ? { "node-role.kubernetes.io/control-plane": "" } : {} },
    status: {
      capacity: { cpu: "8", memory: "32768Mi", pods: "110" },
      allocatable: { pods: "110", ...allocatable },
      nodeInfo: { kubeletVersion: "v1.34.3" },
    },
  };
}

/** What kubectl prints of them. */
export function listOf(...items: readonly unknown[]): string {
  return JSON.stringify({ apiVersion: "v1", kind: "List", items: items.flat(3) });
}
