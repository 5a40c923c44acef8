import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { applyRecipe, copyOfRepository, readRecipe, recipeOf } from "./recipe.ts";

const folder = mkdtempSync(join(tmpdir(), "nkp-planner-recipe-"));
afterAll(() => rmSync(folder, { recursive: true }));

const recipe = readRecipe(`# Add a bird

Two files: a new one, and an entry in a list.

\`\`\`ts title="birds/kite.ts"
export const kite = "kite";
\`\`\`

\`\`\`diff title="birds.ts"
 import { lark } from "./lark.ts";
+import { kite } from "./kite.ts";
@@
-  "gull",
   lark,
+  kite,
 ];
\`\`\`
`);

it("is read as what it says and what it adds", () => {
  expect(recipe.fileCount).toBe(2);
  expect(recipe.edits.map(({ path }) => path)).toEqual(["birds/kite.ts", "birds.ts"]);
  expect(() => readRecipe("# Add a bird")).toThrow("how many files");
  expect(() => readRecipe('Two files\n```diff title="a.ts"\nno mark\n```\n')).toThrow("no mark");
});

it("is followed where its lines have one place, and nowhere else", () => {
  const list = join(folder, "birds.ts");
  const write = (lines: readonly string[]) => writeFileSync(list, lines.join("\n"));
  write(['import { lark } from "./lark.ts";', "", "const birds = [", '  "gull",', "  lark,", "];", ""]);
  expect(applyRecipe(recipe, folder)).toEqual(["birds/kite.ts", "birds.ts"]);
  expect(readFileSync(list, "utf8").split("\n")).toEqual([
    'import { lark } from "./lark.ts";',
    'import { kite } from "./kite.ts";',
    "",
    "const birds = [",
    "  lark,",
    "  kite,",
    "];",
    "",
  ]);
  expect(() => applyRecipe(recipe, folder)).toThrow("birds/kite.ts is not new");
  rmSync(join(folder, "birds"), { recursive: true });
  expect(() => applyRecipe(recipe, folder)).toThrow("birds.ts has no place");
  write(Array(2).fill('import { lark } from "./lark.ts";'));
  rmSync(join(folder, "birds"), { recursive: true });
  expect(() => applyRecipe(recipe, folder)).toThrow("birds.ts has more than one place");
});

it("of every kind can be followed, and touches as many files as it says", () => {
  const copyDir = copyOfRepository();
  try {
    for (const name of readdirSync(join(copyDir, "docs/how-to"))) {
      const one = recipeOf(name.replace(/\.md$/, ""));
      expect(applyRecipe(one, copyDir), name).toHaveLength(one.fileCount);
    }
  } finally {
    rmSync(copyDir, { recursive: true });
  }
});
