import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { applyRecipe, copyOfRepository, recipeOf, runIn, typeErrorsIn } from "./recipe.ts";

/** Followed to the letter, on a copy: the column of weights is in CSV, in what is pasted and in the page's table. */

const recipe = recipeOf("tenant-column");
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

it("has the column read from CSV, with its mistakes", () => {
  const printed = runIn(
    copyDir,
    `import { parseFleet } from "./packages/core/src/index.ts";
     import { readTenantsCsv } from "./packages/adapters/src/tables/tenants-csv.ts";
     const text = "tenant;pods;vcpu;memory;Share weight\\nKite;2;1;4;2,5\\nLark;2;1;4;heavy\\nWren;2;1;4;99999999\\n";
     const { tenants, problems } = readTenantsCsv(text);
     const fleet = { apiVersion: "nkp-planner/v1", kind: "Fleet", asOf: "2026-01-01", release: "any", currency: "EUR" };
     const [kite] = parseFleet({ ...fleet, tenants }).tenants;
     console.log(JSON.stringify({ tenants, weight: kite?.shareWeight, problems }));`,
  );
  expect(JSON.parse(printed)).toMatchObject({
    tenants: [{ id: "kite", name: "Kite", shareWeight: 2.5 }],
    weight: 2.5,
    problems: [
      { line: 3, column: 5, path: ["Share weight"], found: '"heavy"', expected: "a weight, 0 or more" },
      { line: 4, column: 5, path: ["Share weight"] },
    ],
  });
});

it("has the column in the page's table: its head, cells, typing and pasting", () => {
  const printed = runIn(
    copyDir,
    `import { gridColumns, headOf, kindOf, shownText, typedInto, typedText } from "./site/src/state/grid.ts";
     import { pasteBlock } from "./site/src/state/edits.ts";
     import { blockOf } from "./site/src/state/text-block.ts";
     const scenario: any = { locale: "de", fleet: { currency: "EUR", tenants: [] } };
     const column = gridColumns.at(-1)!;
     const tenant = typedInto(column, { id: "a" }, "1.234,5", scenario);
     const block = blockOf("Customer\\tWeight\\tPods\\nKite\\t2,5\\t3\\n", "EUR")!;
     const pasted = pasteBlock(block.rows, 0, 0)(scenario).fleet.tenants;
     const [shown, typed] = [shownText(column, tenant, "de"), typedText(column, tenant, "de")];
     const head = headOf(column, "EUR");
     console.log(JSON.stringify({ head, kind: kindOf(column), tenant, shown, typed, block, pasted }));`,
  );
  expect(JSON.parse(printed)).toMatchObject({
    head: "Weight",
    kind: "number",
    tenant: { id: "a", shareWeight: 1234.5 },
    shown: "1.234,5",
    typed: "1234,5",
    block: { isForImport: false },
    pasted: [{ name: "Kite", demand: { pods: 3 }, shareWeight: 2.5 }],
  });
});
