import type { ParameterId } from "../../base/parameter-ids.ts";
import { evidenceOf } from "../../input/evidence.ts";
import { type NumberLine, productLine, quantityLine, sumOfLines } from "../../input/number-line.ts";
import { type Choices, choiceOf, numberOf } from "../../input/parameters.ts";

/** The nodes of one cluster, as its network sees them. */
export interface ClusterNodes {
  readonly clusterName: string;
  readonly nodeCount: number;
  /** Nodes that exist beside the others while the cluster is upgraded. */
  readonly surgeCount: number;
}

/** What a cluster asks of the network. */
export interface ClusterNetwork extends ClusterNodes {
  readonly addressCount: number;
  /** Length of the prefix of the smallest IPv4 subnet that holds them: 27 is a /27. */
  readonly subnetPrefixBitCount: number;
  /** How many nodes can have a slice of the pod network each. */
  readonly podNetworkNodeCount: number;
  readonly lines: {
    readonly addresses: readonly NumberLine[];
    /** The addresses and what the subnet keeps for itself. */
    readonly subnet: readonly NumberLine[];
    readonly podNetwork: readonly NumberLine[];
  };
}

const ADDRESS_BITS = 32;
const COMPUTED = { confidence: "computed", sources: [] } as const;

/**
 * Addresses of a cluster, the subnet for them, and how many nodes its pod network is good for.
 * - addresses = (nodes + surge nodes) × addresses per node + API server + load balancers
 * - subnet = the smallest power of two that holds addresses and what a subnet keeps
 * - nodes = 2^(prefix of a node's pods − prefix of the pod network): /24 in /16 is 256
 */
export function networkOf(nodes: ClusterNodes, choices: Choices): ClusterNetwork {
  const addresses = addressLines(nodes, choices);
  const addressCount = sumOfLines(addresses);
  const subnet = [
    quantityLine("Addresses of the cluster", [addressCount, "addresses"], COMPUTED),
    quantityLine(
      "Addresses that the subnet keeps",
      [numberOf(choices, "subnet-reserved-addresses"), "addresses"],
      evidenceOf(choiceOf(choices, "subnet-reserved-addresses")),
    ),
  ];
  const networkBitCount = numberOf(choices, "pod-network-prefix");
  const nodeBitCount = numberOf(choices, "pod-node-prefix");
  const podNetworkNodeCount = podNetworkNodesOf(choices);
  return {
    ...nodes,
    addressCount,
    subnetPrefixBitCount: ADDRESS_BITS - bitsFor(sumOfLines(subnet)),
    podNetworkNodeCount,
    lines: {
      addresses,
      subnet,
      podNetwork: [
        quantityLine(
          `Slices of /${nodeBitCount} in a pod network of /${networkBitCount}`,
          [podNetworkNodeCount, "nodes"],
          {
            ...evidenceOf(choiceOf(choices, "pod-node-prefix")),
            sources: [
              ...new Set([
                ...choiceOf(choices, "pod-network-prefix").sources,
                ...choiceOf(choices, "pod-node-prefix").sources,
              ]),
            ],
          },
        ),
      ],
    },
  };
}

/** How many nodes can have a slice of the pod network each: /24 in /16 is 256. */
export function podNetworkNodesOf(choices: Choices): number {
  return slicesOf(numberOf(choices, "pod-network-prefix"), numberOf(choices, "pod-node-prefix"));
}

function addressLines({ nodeCount, surgeCount }: ClusterNodes, choices: Choices): readonly NumberLine[] {
  const perNode = [numberOf(choices, "addresses-per-node"), "addresses per node"] as const;
  const ofNodes = evidenceOf(choiceOf(choices, "addresses-per-node"));
  const fixed = (label: string, parameter: ParameterId) =>
    quantityLine(label, [numberOf(choices, parameter), "addresses"], evidenceOf(choiceOf(choices, parameter)));
  return [
    productLine("Nodes", [nodeCount, "nodes"], perNode, ofNodes),
    productLine("Nodes added during an upgrade", [surgeCount, "nodes"], perNode, ofNodes),
    fixed("API server", "api-server-addresses"),
    fixed("Load balancers", "load-balancer-addresses"),
  ];
}

/** The fewest bits that count so many addresses: 16 need 4, 17 need 5. */
function bitsFor(addressCount: number): number {
  let bits = 0;
  for (let held = 1; held < addressCount; held += held) bits += 1;
  return bits;
}

/** How many slices a network has; none where a slice is wider than the network. */
function slicesOf(networkBitCount: number, sliceBits: number): number {
  let slices = networkBitCount > sliceBits ? 0 : 1;
  for (let bits = networkBitCount; bits < sliceBits; bits += 1) slices += slices;
  return slices;
}
