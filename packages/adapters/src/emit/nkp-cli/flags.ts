/** A release of the platform, major and minor. */
type Since = readonly [number, number];

/** Oldest release whose help was read; what is there in it may be older. */
const READ: Since = [2, 16];

/**
 * Flags that are written of `nkp create cluster nutanix`, each with the release that has it.
 * @see `nkp create cluster nutanix --help`, NKP 2.16.1 and 2.17.1
 */
export const CREATE_CLUSTER = {
  "--cluster-name": READ,
  "--namespace": READ,
  "--endpoint": READ,
  "--insecure": READ,
  "--kubernetes-version": READ,
  "--vm-image": READ,
  "--control-plane-endpoint-ip": READ,
  "--control-plane-endpoint-port": READ,
  "--kubernetes-pod-network-cidr": READ,
  "--kubernetes-service-cidr": READ,
  "--kubernetes-service-load-balancer-ip-range": READ,
  "--csi-storage-container": READ,
  "--control-plane-replicas": READ,
  "--control-plane-vcpus": READ,
  "--control-plane-cores-per-vcpu": READ,
  "--control-plane-memory": READ,
  "--control-plane-disk-size": READ,
  "--control-plane-prism-element-cluster": READ,
  "--control-plane-subnets": READ,
  "--control-plane-pc-project": READ,
  "--control-plane-pc-categories": READ,
  "--worker-replicas": READ,
  "--worker-vcpus": READ,
  "--worker-cores-per-vcpu": READ,
  "--worker-memory": READ,
  "--worker-disk-size": READ,
  "--worker-prism-element-cluster": READ,
  "--worker-subnets": READ,
  "--worker-pc-project": READ,
  "--worker-pc-categories": READ,
  "--onboard-to-prism-central": [2, 17],
  "--self-managed": READ,
  "--kubeconfig": READ,
  "--dry-run": READ,
  "--output": READ,
} as const satisfies Flags;

/**
 * Flags that are written of `nkp create nodepool nutanix`.
 * @see `nkp create nodepool nutanix --help`, NKP 2.13.3 and 2.17.1, which have the same of these
 */
export const CREATE_NODEPOOL = {
  "--cluster-name": READ,
  "--namespace": READ,
  "--kubernetes-version": READ,
  "--vm-image": READ,
  "--replicas": READ,
  "--vcpus": READ,
  "--cores-per-vcpu": READ,
  "--memory": READ,
  "--disk-size": READ,
  "--prism-element-cluster": READ,
  "--subnets": READ,
  "--pc-project": READ,
  "--pc-categories": READ,
  "--gpu-name": READ,
  "--gpu-count": READ,
  "--wait": READ,
  "--kubeconfig": READ,
} as const satisfies Flags;

/**
 * Flags that are written of `nkp install kommander`.
 * @see "Nutanix Kubernetes Platform Guide", Installing Kommander
 */
export const INSTALL_KOMMANDER = { "--installer-config": READ, "--kubeconfig": READ } as const satisfies Flags;

export type Flags = Readonly<Record<string, Since>>;

/** Names of the flags of a command. */
export type FlagOf<Table extends Flags> = keyof Table & string;
