import { findingOf } from "../../base/findings/finding.ts";
import type { FindingKey } from "../../base/findings/finding-texts.ts";
import { hasRate } from "../../prices/price-book.ts";
import { definePlanRule } from "./rule.ts";

const ID = "method";

const ALWAYS: readonly FindingKey[] = [
  "placed-by-scheduler",
  "orders-tried",
  "sums-as-one-pod",
  "totals-as-pods",
  "surge-not-priced",
  "claims-without-figure",
];

/** How the planner counts, and what it leaves out. */
export const method = definePlanRule({
  id: ID,
  title: "The way of counting is said",
  judge: ({ context: { priceBook } }) => {
    const keys: readonly FindingKey[] = [hasRate(priceBook, "host") ? "hosts-divided" : "hosts-not-priced", ...ALWAYS];
    return keys.map((key) => findingOf(ID, key, { evidence: {} }));
  },
});
