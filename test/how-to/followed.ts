import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { applyRecipe, copyOfRepository, recipeOf, typeErrorsIn } from "./recipe.ts";

/** A recipe that is followed on a copy before the tests of a file, which look at what has come of it. */
export function followed(id: string): { readonly copyDir: () => string } {
  const recipe = recipeOf(id);
  let copyDir = "";
  let touched: readonly string[] = [];
  beforeAll(() => {
    copyDir = copyOfRepository();
    touched = applyRecipe(recipe, copyDir);
  });
  afterAll(() => rmSync(copyDir, { recursive: true }));

  it("touches as many files as it says", () => {
    expect(touched).toHaveLength(recipe.fileCount);
  });

  it("is right by its types", () => {
    expect(typeErrorsIn(copyDir, touched)).toBe("");
  });

  return { copyDir: () => copyDir };
}
