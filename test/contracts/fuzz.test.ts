import { describe, expect, it } from "vitest";
import { fuzz } from "../fuzz/run.ts";
import { fuzzTargets } from "../fuzz/targets.ts";

/** A short run of `pnpm fuzz`: the same seeds every time. */
const COUNT = 60;

describe.each((await fuzzTargets()).map((target) => [target.name, target] as const))("%s, handed", (_name, target) => {
  it("its seeds, takes them", async () => {
    for (const text of target.seeds) {
      expect(await target.take(text)).toBe(true);
      expect(await target.take(await target.print(target.parse(text), 1))).toBe(true);
    }
  });

  it.each(["values", "texts"] as const)("changed %s, says what is wrong and does not break", async (way) => {
    const { crashes, count } = await fuzz(target, way, COUNT, 1);
    expect(crashes).toEqual([]);
    expect(count).toBe(COUNT);
  });
});
