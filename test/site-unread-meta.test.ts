import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bare } from "../packages/core/src/base/findings/schema-places.ts";
import { FleetFile } from "../packages/core/src/input/fleet-file.ts";
import { withoutUnreadMeta } from "../site/build-time/without-unread-meta.ts";

describe("what schemas that may be left out say of themselves", () => {
  it("is left out of a bundle, whatever stands in it, and the rest stays", () => {
    const code = 'a: z.string().meta({ title: "t" }).optional().meta({ examples: [")", f(1)], title: \'(\' }),\nb: 1,';
    expect(withoutUnreadMeta(code)).toBe('a: z.string().meta({ title: "t" }).optional(),\nb: 1,');
    expect(withoutUnreadMeta('z.enum(["x"])\n  .default("x")\n  .meta({ examples: [`)`] }).min(1)')).toBe(
      'z.enum(["x"])\n  .default("x")\n  .min(1)',
    );
    expect(withoutUnreadMeta('z.string().meta({ title: "t" })')).toBe('z.string().meta({ title: "t" })');
  });

  it("is asked by nobody: a mistake is told by the schema inside", () => {
    const { note, illustrative } = FleetFile.shape;
    expect([note.meta(), illustrative.meta()].map((one) => one?.examples)).toEqual([expect.any(Array), [true]]);
    expect([bare(note), bare(illustrative)]).toEqual([note.unwrap(), illustrative.unwrap()]);
  });

  it("is half of a file's schema", () => {
    const code = readFileSync(new URL("../packages/core/src/input/fleet-file.ts", import.meta.url), "utf8");
    expect(withoutUnreadMeta(code).length).toBeLessThan(code.length * 0.7);
  });
});
