import { describe, expect, it } from "vitest";
import { weightUnitsOf } from "./weight-units.ts";

const GIB = 2 ** 30;

describe("units of weights", () => {
  it("millicores and MiB, where products are small", () => {
    expect(weightUnitsOf([500, 1500], [GIB, 3 * GIB], [1, 2.5])).toEqual({
      cpuMillicores: 1,
      memoryBytes: 2 ** 20,
      weightScale: 1000,
    });
  });

  it("the largest that divides all, where requests are odd", () => {
    expect(weightUnitsOf([1], [3 * 512], []).memoryBytes).toBe(512);
    expect(weightUnitsOf([], [], [0.123456]).weightScale).toBe(1_000_000);
  });

  it("larger ones, where the sum of products would not be exact", () => {
    const [cpu, memory] = [
      [5_000_000, 4_999_999],
      [2 ** 45 + 1, 2 ** 45 + 3],
    ];
    const units = weightUnitsOf(cpu, memory, []);
    const sumOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    expect((2 * sumOf(cpu) * sumOf(memory)) / units.cpuMillicores / units.memoryBytes).toBeLessThan(2 ** 47);
  });

  it("fewer digits of weights that are very large", () => {
    expect(weightUnitsOf([], [], [999_999.123456789]).weightScale).toBe(100_000_000);
  });
});
