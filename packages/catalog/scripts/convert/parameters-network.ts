import type { ParameterDraft } from "./parameter-draft.ts";

/** What a subnet keeps for itself: its own address, the broadcast address, the gateway. */
const ADDRESSES_OF_SUBNET = 3;
const POD_NETWORK_PREFIX = 16;

const whole = (minimum: number, maximum: number) => ({ kind: "number", minimum, maximum, whole: true }) as const;
const network = { stage: "network" } as const;
const prismCentral = { stage: "prism-central" } as const;

/** Addresses of a cluster, and the Prism Central above all of them. */
export const networkParameters: readonly ParameterDraft[] = [
  {
    id: "prism-central-deployment",
    title: "Prism Central VMs",
    description: "Whether Prism Central is one VM, or three that share the load.",
    unit: "VMs",
    custom: null,
    appliesTo: prismCentral,
    options: [
      { id: "1-vm", title: "1", from: "prismCentral.sizes.0", value: 1 },
      { id: "3-vm", title: "3", from: "prismCentral.sizes.1", value: 3 },
    ],
    default: "1-vm",
    defaultReason: "Going from one VM to three cannot be undone, so it is a decision and not a default.",
  },
  {
    id: "nkp-deployment",
    title: "How NKP is deployed",
    description: "From the marketplace of Prism Central, which wants a larger Prism Central, or by the nkp command.",
    unit: null,
    custom: null,
    appliesTo: prismCentral,
    options: [
      { id: "marketplace", title: "from the marketplace", from: "prismCentral.xSmallUnsupportedFor" },
      { id: "command", title: "by the nkp command", note: "only the marketplace is said to refuse the smallest size" },
    ],
    default: "marketplace",
    defaultReason: "Both ways stay open on the Prism Central that it asks for.",
  },
  {
    id: "addresses-per-node",
    title: "Addresses of a node",
    description: "IP addresses that every node takes from the cluster's subnet.",
    unit: "addresses",
    custom: whole(1, 16),
    appliesTo: network,
    options: [{ id: "documented", title: "1", from: "nodeDefaults.ipAddresses", value: "value.perNode" }],
    default: "documented",
    defaultReason: "The vendor's guide counts one.",
  },
  {
    id: "api-server-addresses",
    title: "Addresses of the API server",
    description: "Virtual IP addresses in front of the control plane.",
    unit: "addresses",
    custom: whole(0, 16),
    appliesTo: network,
    options: [{ id: "documented", title: "1", from: "nodeDefaults.ipAddresses", value: "value.apiServerVirtualIp" }],
    default: "documented",
    defaultReason: "The vendor's guide counts one.",
  },
  {
    id: "load-balancer-addresses",
    title: "Addresses for services",
    description: "IP addresses that a cluster hands out to services of type LoadBalancer, its ingress among them.",
    unit: "addresses",
    custom: whole(0, 65_536),
    appliesTo: network,
    options: [
      {
        id: "default-ingress",
        title: "1, the default ingress",
        from: "nodeDefaults.ipAddresses",
        value: "value.defaultIngress",
      },
    ],
    default: "default-ingress",
    defaultReason: "The vendor's guide counts one; tenants that expose services of their own need more.",
  },
  {
    id: "subnet-reserved-addresses",
    title: "Addresses a subnet keeps",
    description: "Addresses of a subnet that no node can have.",
    unit: "addresses",
    custom: whole(2, 256),
    appliesTo: network,
    options: [
      {
        id: "three",
        title: "3",
        value: ADDRESSES_OF_SUBNET,
        note: "network, broadcast and gateway; address management that is shared with others may keep more",
      },
    ],
    default: "three",
    defaultReason: "What every IPv4 subnet with a gateway keeps.",
  },
  {
    id: "pod-network-prefix",
    title: "Prefix of the pod network",
    description: "Bits of the network part of the range from which a cluster's pods have their addresses.",
    unit: "bits",
    custom: whole(8, 24),
    appliesTo: network,
    options: [
      { id: "command-default", title: "/16", from: "scaleLimits.defaultPodNetwork", value: POD_NETWORK_PREFIX },
    ],
    default: "command-default",
    defaultReason: "The nkp command uses 192.168.0.0/16.",
  },
  {
    id: "pod-node-prefix",
    title: "Prefix of a node's pods",
    description: "Bits of the network part of the slice of the pod network that each node gets.",
    unit: "bits",
    custom: whole(16, 28),
    appliesTo: network,
    options: [
      { id: "kubernetes-default", title: "/24", from: "scaleLimits.defaultPodNetwork", value: "value.nodeMask" },
    ],
    default: "kubernetes-default",
    defaultReason: "The default of Kubernetes; it holds the kubelet's 110 pods twice.",
  },
];
