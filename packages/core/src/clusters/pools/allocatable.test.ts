import { describe, expect, it } from "vitest";
import { tieredCpuMillicores, tieredMemoryMiB } from "./allocatable.ts";

const profile = {
  id: "tiers",
  cpuTiers: [
    { upToCores: 1, tenthsOfMillicore: 600 },
    { upToCores: 2, tenthsOfMillicore: 100 },
    { upToCores: 4, tenthsOfMillicore: 50 },
    { upToCores: null, tenthsOfMillicore: 25 },
  ],
  memoryTiers: [
    { upToMiB: 4096, percent: 25 },
    { upToMiB: 8192, percent: 20 },
    { upToMiB: 16_384, percent: 10 },
    { upToMiB: 131_072, percent: 6 },
    { upToMiB: null, percent: 2 },
  ],
  smallNode: { belowMiB: 1024, reservedMiB: 255 },
  confidence: "assumption" as const,
  sources: [],
};

describe("reservations by tiers", () => {
  it("take each core by its tier, in tenths of a millicore, rounded half up", () => {
    expect(tieredCpuMillicores(1, profile)).toBe(60);
    expect(tieredCpuMillicores(2, profile)).toBe((600 + 100) / 10);
    expect(tieredCpuMillicores(4, profile)).toBe((600 + 100 + 2 * 50) / 10);
    expect(tieredCpuMillicores(8, profile)).toBe((600 + 100 + 2 * 50 + 4 * 25) / 10);
    expect(tieredCpuMillicores(5, profile)).toBe(83); // 825 tenths: 82.5 rounds up
  });

  it("take each part of the memory by its tier, each rounded down", () => {
    expect(tieredMemoryMiB(1023, profile)).toBe(255);
    expect(tieredMemoryMiB(1024, profile)).toBe(256);
    expect(tieredMemoryMiB(4096, profile)).toBe(1024);
    expect(tieredMemoryMiB(8192, profile)).toBe(1024 + 819);
    expect(tieredMemoryMiB(32_768, profile)).toBe(1024 + 819 + 819 + 983);
    expect(tieredMemoryMiB(131_073, profile)).toBe(1024 + 819 + 819 + 6881); // the last MiB: 2 % of 1 is nothing
  });

  it("are nothing without a profile", () => {
    expect([tieredCpuMillicores(8, undefined), tieredMemoryMiB(8192, undefined)]).toEqual([0, 0]);
  });
});
