import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "./compiler.ts";
import { ENTRIES } from "./entries.ts";
import { reports } from "./report.ts";

const FIX =
  "run `npx -y pnpm@10.34.9 api`, and read the diff: what goes or changes is a major version (docs/release.md)";

describe("what programs may call", () => {
  const written = reports();

  it("is told of every entry of every package", () => {
    const names = ENTRIES.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith("nkp-planner"))).toEqual([
      "nkp-planner",
      ...["documents", "money", "quantities", "scheduler", "schemas"].map((name) => `nkp-planner/${name}`),
    ]);
    expect(names).toContain("@nkp-planner/core");
    expect(globSync("packages/*/api/*", { cwd: ROOT }).toSorted()).toEqual([...written.keys()].toSorted());
  });

  it.each([...written])("%s is what the sources say", (path, text) => {
    const kept = existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), "utf8") : "";
    expect(kept, `${path} is not what the sources say: ${FIX}`).toBe(text);
  });

  it("shows signatures, what may still change, and no zod that a schema holds", () => {
    const of = (name: string) => written.get(`packages/cli/api/${name}.api.md`) ?? "";
    expect(of("money")).toContain("function marginRatioOf(price: Money, cost: Money): number | null;");
    expect(of("scheduler")).toContain("**@experimental**");
    expect(of("index")).not.toContain("@experimental");
    expect(of("index")).toContain("type PlanDocument = z.infer<typeof PlanDocument>;");
    expect(of("index")).toContain("interface Said {");
    for (const [path, text] of written) expect(text.length, path).toBeLessThan(30_000);
  });
});
