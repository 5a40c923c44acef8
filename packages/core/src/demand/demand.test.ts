import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PodGroup, podGroup } from "../input/pod-group.ts";
import { extraPods, NO_DEMAND, podsOfTotals } from "./demand.ts";

const size = (cpuMillicores: number, memoryBytes: number) => ({ cpuMillicores, memoryBytes, storageBytes: 0 });
const sum = (groups: readonly PodGroup[], of: (group: PodGroup) => number) =>
  groups.reduce((total, group) => total + of(group) * group.replicas, 0);

describe("totals as pods", () => {
  it("are the largest pod and others that share the rest evenly", () => {
    const pods = podsOfTotals({ podCount: 10, requests: size(10_000, 1000), largestPod: size(2000, 100) });
    // 8000 ÷ 9 = 888.9: eight of 889 and one of 888; 900 ÷ 9 = 100
    expect(pods.map(({ replicas, requests }) => [replicas, requests.cpuMillicores, requests.memoryBytes])).toEqual([
      [1, 2000, 100],
      [8, 889, 100],
      [1, 888, 100],
    ]);
  });

  it("are none for none, and the totals themselves for one", () => {
    expect(podsOfTotals({ podCount: 0, requests: size(0, 0), largestPod: size(0, 0) })).toEqual([]);
    const [only] = podsOfTotals({ podCount: 1, requests: size(700, 5), largestPod: size(700, 5) });
    expect(only).toMatchObject({ replicas: 1, requests: { cpuMillicores: 700, memoryBytes: 5 } });
  });

  it("add up to the totals, and none is larger than the largest", () => {
    const totals = fc
      .record({
        podCount: fc.integer({ min: 1, max: 500 }),
        cpu: fc.nat(5000),
        memory: fc.nat(10_000),
        share: fc.nat(100),
      })
      .map(({ podCount, cpu, memory, share }) => ({
        podCount,
        largestPod: size(cpu, memory),
        requests: size(
          podCount === 1 ? cpu : cpu + Math.floor((cpu * (podCount - 1) * share) / 100),
          podCount === 1 ? memory : memory + Math.floor((memory * (podCount - 1) * share) / 100),
        ),
      }));
    fc.assert(
      fc.property(totals, (demand) => {
        const pods = podsOfTotals(demand);
        expect(sum(pods, () => 1)).toBe(demand.podCount);
        expect(sum(pods, ({ requests }) => requests.cpuMillicores as number)).toBe(demand.requests.cpuMillicores);
        expect(sum(pods, ({ requests }) => requests.memoryBytes as number)).toBe(demand.requests.memoryBytes);
        for (const { requests } of pods) {
          expect(requests.cpuMillicores).toBeLessThanOrEqual(demand.largestPod.cpuMillicores);
          expect(requests.memoryBytes).toBeLessThanOrEqual(demand.largestPod.memoryBytes);
        }
      }),
    );
  });
});

describe("growth and headroom", () => {
  it("are pods of the mean size, rounded up", () => {
    const demand = { ...NO_DEMAND, podCount: 10, requests: size(10_000, 1000) };
    // 25 % of 10 pods are 3 pods; 2500 ÷ 3 = 833.3, 250 ÷ 3 = 83.3
    expect(extraPods("growth", demand, 0.25)).toMatchObject([
      { name: "growth", replicas: 3, requests: { cpuMillicores: 834, memoryBytes: 84 } },
    ]);
    expect(extraPods("growth", demand, 0)).toEqual([]);
  });

  it("ask for whole devices, and the others for what those do not", () => {
    const gpu = podGroup({
      name: "train",
      replicas: 5,
      requests: { cpuMillicores: 1000, memoryBytes: 100, extended: { "nvidia.com/gpu": 2 } },
    });
    const demand = { ...NO_DEMAND, podCount: 15, requests: size(15_000, 1500), groups: [gpu] };
    // Of the 5 with 2 GPUs each 30 % are 1.5, so 2 pods: 5000 × 0.3 ÷ 2 = 750. Of the other 10: 3, of 10000 × 0.3 ÷ 3.
    expect(extraPods("growth", demand, 0.3)).toMatchObject([
      { name: "growth", replicas: 3, requests: { cpuMillicores: 1000, memoryBytes: 100 } },
      {
        name: "growth, 2 nvidia.com/gpu a pod",
        replicas: 2,
        requests: { cpuMillicores: 750, memoryBytes: 75, extended: { "nvidia.com/gpu": 2 } },
      },
    ]);
  });
});
