import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toyContext } from "../../../../../test/support/toy.ts";
import { sumOfLines } from "../../input/number-line.ts";
import type { Settings } from "../../input/parameters.ts";
import { networkOf } from "./network.ts";

const network = (nodeCount: number, surgeCount = 0, settings: Settings = {}) =>
  networkOf({ clusterName: "alpha", nodeCount, surgeCount }, toyContext(settings).choices);

describe("addresses of a cluster", () => {
  it("are one a node, one for the API, one for the ingress, and one for an upgrade", () => {
    // 7 + 1 + 1 + 1
    expect(network(7, 1)).toMatchObject({ addressCount: 10, subnetPrefixBitCount: 28 });
    expect(network(7, 1).lines.addresses.map(({ value }) => value)).toEqual([7, 1, 1, 1]);
  });

  it("fill a subnet to the last address, and not beyond", () => {
    // 16 − 3 that it keeps − 2 = 11 nodes
    expect(network(11).subnetPrefixBitCount).toBe(28);
    expect(network(12).subnetPrefixBitCount).toBe(27);
    expect(network(11, 1).subnetPrefixBitCount).toBe(27);
  });

  it("are more where services are exposed, and a subnet keeps what is set", () => {
    expect(network(7, 1, { "load-balancer-addresses": "20" }).addressCount).toBe(29);
    expect(network(11, 0, { "subnet-reserved-addresses": "4" }).subnetPrefixBitCount).toBe(27);
  });
});

describe("the pod network", () => {
  it("has a slice for 256 nodes, during an upgrade too", () => {
    expect(network(256)).toMatchObject({ nodeCount: 256, surgeCount: 0, podNetworkNodeCount: 256 });
    expect(network(256, 1)).toMatchObject({ nodeCount: 256, surgeCount: 1, podNetworkNodeCount: 256 });
  });

  it("has more or fewer slices as its prefixes are set", () => {
    expect(network(1, 0, { "pod-network-prefix": "14" }).podNetworkNodeCount).toBe(1024);
    expect(network(1, 0, { "pod-node-prefix": "25" }).podNetworkNodeCount).toBe(512);
    expect(network(1, 0, { "pod-network-prefix": "24" }).podNetworkNodeCount).toBe(1);
    expect(network(1, 0, { "pod-network-prefix": "25" })).toMatchObject({ podNetworkNodeCount: 0 });
  });
});

describe("whatever the cluster", () => {
  it("its subnet holds its addresses, and half of it does not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(50), (nodeCount, surgeCount) => {
        const { addressCount, subnetPrefixBitCount, lines } = network(nodeCount, surgeCount);
        const held = 2 ** (32 - subnetPrefixBitCount);
        expect(sumOfLines(lines.addresses)).toBe(addressCount);
        expect(sumOfLines(lines.subnet)).toBeLessThanOrEqual(held);
        expect(sumOfLines(lines.subnet)).toBeGreaterThan(held / 2);
      }),
    );
  });
});
