import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { followed } from "./followed.ts";
import { cliOf, siteOf } from "./shells.ts";

/** Followed to the letter, on a copy: a price of the new kind is on the bill, by cluster and by node. */

const { copyDir } = followed("price-kind");
const FLEET = "examples/msp-fleet.yaml";
const BOOK = "examples/price-book-eur.yaml";

/** Shapes are fixed: where they are searched, a price for each node leaves fewer, larger ones. */
const SHAPES = { "workload-node-shape": "16x64x80", "platform-node-shape": "16x64x80" };
const SET = Object.entries(SHAPES).flatMap(([id, value]) => ["--set", `${id}=${value}`]);

const monitoring = (unit: string) => ({
  sku: "MON",
  name: "Monitoring",
  appliesTo: "monitoring",
  unit,
  unitPrice: "1000.00",
});

interface Planned {
  readonly plans: readonly {
    readonly totals: {
      readonly clusterCount: number;
      readonly nodeCount: number;
      readonly monthlyCost: { readonly amount: string };
    };
  }[];
}

function costs({ plans }: Planned): readonly number[] {
  return plans.map(({ totals }) => Number(totals.monthlyCost.amount));
}

it("is a thousand more for each cluster, or for each node, in the command line and on the site", () => {
  const book = parse(readFileSync(join(copyDir(), BOOK), "utf8"));
  const compared = (prices: string): Planned =>
    JSON.parse(cliOf(copyDir(), ["compare", FLEET, "--prices", prices, ...SET, "--format", "json"]).stdout);
  const before = compared(BOOK);
  for (const [unit, count] of [
    ["cluster-month", "clusterCount"],
    ["node-month", "nodeCount"],
  ] as const) {
    const withIt = { ...book, items: [...book.items, monitoring(unit)] };
    writeFileSync(join(copyDir(), "book.yaml"), stringify(withIt));
    const after = compared("book.yaml");
    const expected = before.plans.map(({ totals }) => Number(totals.monthlyCost.amount) + 1000 * totals[count]);
    expect(costs(after)).toEqual(expected.map((cost) => expect.closeTo(cost, 6)));
    const [exported] = siteOf(
      copyDir(),
      `[["export", { reportId: "comparison-json", modelId: "hybrid" }]]`,
      `{ prices: ${JSON.stringify(withIt)}, settings: ${JSON.stringify(SHAPES)} }`,
    ) as [{ content: string }];
    expect(costs(JSON.parse(exported.content))).toEqual(costs(after));
  }
});

it("is refused in a unit that it has not", () => {
  const book = parse(readFileSync(join(copyDir(), BOOK), "utf8"));
  writeFileSync(join(copyDir(), "odd.yaml"), stringify({ ...book, items: [...book.items, monitoring("host-month")] }));
  const { code, stderr } = cliOf(copyDir(), ["compare", FLEET, "--prices", "odd.yaml"]);
  expect(code).toBe(2);
  expect(stderr).toContain("cluster-month");
});
