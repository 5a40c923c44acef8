import { describe, expect, it } from "vitest";
import { hostLoad, vmGroup } from "../../../../../test/support/hosts.ts";
import type { HostLoad } from "./host-loads.ts";
import { type HostLoss, hostLosses } from "./host-losses.ts";

/** On hosts of 20 vCPU and 100 GiB, all of which carry VMs where it is not said. */
const lossesOf = (loads: readonly HostLoad[], { hostCount = loads.length, spareHostCount = 1 } = {}) =>
  hostLosses({ hostCount, spareHostCount, usablePerHost: { vcpu: 20, memoryGiB: 100 }, loads });
/** `end: cluster count → host`, and what stays down. */
const said = ({ end, restarts, down }: HostLoss) =>
  [
    `${end}:`,
    ...restarts.map(({ clusterName, vmCount, hostNumber }) => `${clusterName} ${vmCount} → ${hostNumber}`),
    ...down.map(({ clusterName, vmCount }) => `${clusterName} ${vmCount} down`),
  ].join(" ");

describe("the loss of a host", () => {
  it("is taken by an empty host, which has room for all that another carried", () => {
    const full = hostLoad(vmGroup({ vmCount: 5, memoryGiB: 20 }));
    expect(lossesOf([full, full], { hostCount: 3 }).map(said)).toEqual([
      "restart: alpha 5 → 3",
      "restart: alpha 5 → 3",
    ]);
  });

  it("is taken by the room of the others, VM by VM", () => {
    // 60 of 100 GiB each: 20 + 20 fit beside, on each of the others one or two of three
    const load = hostLoad(vmGroup({ vmCount: 3, memoryGiB: 20 }));
    expect(lossesOf([load, load, load]).map(said)).toEqual([
      "restart: alpha 2 → 2 alpha 1 → 3",
      "restart: alpha 2 → 1 alpha 1 → 3",
      "restart: alpha 2 → 1 alpha 1 → 2",
    ]);
  });

  it("asks others to move first where the room is there in pieces", () => {
    // 50 + 50 GiB are free beside, and the lost one has 60 at once
    const half = hostLoad(vmGroup({ vmCount: 5, memoryGiB: 10 }));
    const large = hostLoad(vmGroup({ clusterName: "b", memoryGiB: 60 }));
    expect(lossesOf([large, half, half]).map(said)[0]).toBe("moves:");
  });

  it("leaves down what finds no room, where no host is spare", () => {
    const large = hostLoad(vmGroup({ clusterName: "b", memoryGiB: 60 }), vmGroup({ vmCount: 3, memoryGiB: 10 }));
    const half = hostLoad(vmGroup({ vmCount: 5, memoryGiB: 10 }));
    expect(lossesOf([large, half], { spareHostCount: 0 }).map(said)).toEqual([
      "down: alpha 3 → 2 b 1 down",
      "down: alpha 1 → 1 alpha 4 down",
    ]);
    expect(lossesOf([half], { spareHostCount: 0 }).map(said)).toEqual(["down: alpha 5 down"]);
  });

  it("keeps VMs apart that stand for each other, as far as the hosts left suffice", () => {
    const controlPlane = hostLoad(vmGroup({ role: "control-plane", memoryGiB: 10 }));
    const worker = hostLoad(vmGroup({ clusterName: "b", memoryGiB: 90 }));
    // the fourth host has the least room, and none of the set
    expect(said(lossesOf([controlPlane, controlPlane, controlPlane, worker])[0] as HostLoss)).toBe(
      "restart: alpha 1 → 4",
    );
    // on two hosts left two of three share one
    expect(said(lossesOf([controlPlane, controlPlane, controlPlane])[0] as HostLoss)).toBe("restart: alpha 1 → 2");
  });

  it("has a place for the room of an upgrade too, after all VMs", () => {
    const [kept] = hostLoad(vmGroup({ clusterName: "b", memoryGiB: 40 })).vms;
    const load = hostLoad(vmGroup({ memoryGiB: 30 }));
    const withRoom = { ...load, vms: [...load.vms, { ...(kept as (typeof load.vms)[number]), isSurge: true }] };
    expect(said(lossesOf([withRoom, load])[0] as HostLoss)).toBe("restart: alpha 1 → 2 b 1 → 2");
    const full = hostLoad(vmGroup({ memoryGiB: 65 }));
    expect(said(lossesOf([withRoom, full])[0] as HostLoss)).toBe("moves:");
    // without a spare host the VM runs on, and the room is lost
    expect(said(lossesOf([withRoom, full], { spareHostCount: 0 })[0] as HostLoss)).toBe("restart: alpha 1 → 2");
  });

  it("is not tried where there are too many hosts, rather than waited for", () => {
    const load = hostLoad(vmGroup({ vmCount: 10, memoryGiB: 8 }));
    const ends = lossesOf(Array.from({ length: 3000 }, () => load)).map(({ end }) => end);
    expect([ends[0], ends.at(-1)]).toEqual(["restart", "untried"]);
  });
});
