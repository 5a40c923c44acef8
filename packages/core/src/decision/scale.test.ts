import { describe, expect, it } from "vitest";
import { isBeyond, scaleOf, scoreOf } from "./scale.ts";

describe("a scale", () => {
  it("runs from the worst to the best of what is compared, whichever is more", () => {
    expect(scaleOf({ better: "less" }, [30, 10, 60])).toEqual({ worst: 60, best: 10 });
    expect(scaleOf({ better: "more" }, [30, 10, 60])).toEqual({ worst: 10, best: 60 });
    expect(scaleOf({ better: "more" }, [])).toBeUndefined();
  });

  it("is linear: 30 of 60 to 10 is 100 × 30 ÷ 50 = 60", () => {
    expect([60, 30, 10].map((value) => scoreOf(value, { worst: 60, best: 10 }))).toEqual([0, (100 * 30) / 50, 100]);
  });

  it("gives 100 where all are alike", () => {
    expect(scoreOf(7, { worst: 7, best: 7 })).toBe(100);
    expect(scoreOf(0, { worst: 0, best: 0 })).toBe(100);
  });

  it("takes sums that computers add differently for alike, and nothing that people could tell apart", () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(scoreOf(0.1 + 0.2, { worst: 0.1 + 0.2, best: 0.3 })).toBe(100);
    expect(scoreOf(100_000.01, { worst: 100_000.01, best: 100_000 })).toBe(0);
  });

  it("ends at its ends, which is found", () => {
    const given = { worst: 50, best: 20 };
    expect([60, 50, 20, 10].map((value) => scoreOf(value, given))).toEqual([0, 0, 100, 100]);
    expect([60, 50, 20, 10].map((value) => isBeyond(value, given))).toEqual([true, false, false, true]);
  });
});
