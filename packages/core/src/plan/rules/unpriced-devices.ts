import { findingOf } from "../../base/findings/finding.ts";
import { isCoveredElsewhere } from "../../prices/price-book.ts";
import { splitUnit } from "../../prices/price-units.ts";
import { resourcesPriced } from "../../prices/priced-devices.ts";
import { list } from "./figures.ts";
import { definePlanRule } from "./rule.ts";

const ID = "unpriced-devices";

/** Extended resources of nodes, such as GPUs, for which the price book has no item. */
export const unpricedDevices = definePlanRule({
  id: ID,
  title: "GPUs and other extended resources are priced",
  judge: ({ clusters, context: { priceBook } }) => {
    if (isCoveredElsewhere(priceBook, "gpu")) return [];
    const rates = priceBook.added.filter(({ unit }) => splitUnit(unit).base === "GPU");
    const names = clusters.flatMap(({ pools }) => pools.flatMap(({ shape }) => Object.keys(shape.extended ?? {})));
    const isPriced = (name: string) => rates.some((rate) => resourcesPriced(rate, priceBook)(name));
    const kinds = [...new Set(names)].filter((name) => !isPriced(name)).sort();
    if (kinds.length === 0) return [];
    return [findingOf(ID, "without-price", { figures: { kinds: list(kinds) }, evidence: { confidence: "unknown" } })];
  },
});
