import { describe, expect, it } from "vitest";
import { exactBytes, exactCount, exactCpu, signed } from "./exact-sizes.ts";

describe("exact sizes in words", () => {
  it.each([
    [0n, "0"],
    [999n, "999"],
    [1000n, "1,000"],
    [-1234567n, "−1,234,567"],
    [12345678901234567890n, "12,345,678,901,234,567,890"],
  ])("count %s", (value, text) => {
    expect(exactCount(value)).toBe(text);
  });

  it.each([
    [0n, "0 vCPU"],
    [1n, "0.001 vCPU"],
    [18_500n, "18.5 vCPU"],
    [-500n, "−0.5 vCPU"],
    [1_234_000n, "1,234 vCPU"],
  ])("CPU of %s thousandths", (value, text) => {
    expect(exactCpu(value)).toBe(text);
  });

  it.each([
    [0n, "0 GiB"],
    [2n ** 30n, "1 GiB"],
    [3n * 2n ** 29n, "1.5 GiB"],
    [-65n * 2n ** 28n, "−16.25 GiB"],
    [2n ** 30n + 2n ** 20n, "1,025 MiB"],
    [2n ** 29n, "512 MiB"],
    [2n ** 20n + 2n ** 10n, "1,025 KiB"],
    [512n, "0.5 KiB"],
    [1000n, "1,000 bytes"],
    [2n ** 70n, "1,099,511,627,776 GiB"],
  ])("%s bytes", (value, text) => {
    expect(exactBytes(value)).toBe(text);
  });

  it("differences with their sign", () => {
    expect([2n, 0n, -2n].map((value) => signed(value, exactCount))).toEqual(["+2", "0", "−2"]);
  });
});
