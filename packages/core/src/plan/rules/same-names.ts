import { findingOf } from "../../base/findings/finding.ts";
import { list, named } from "./figures.ts";
import { defineInputRule } from "./rule.ts";

const ID = "same-names";

/** Several tenants of one name: told apart by their ids, which quotes and tables do not show. */
export const sameNames = defineInputRule({
  id: ID,
  title: "Every tenant has a name of its own",
  judge: ({ input: { tenants } }) => {
    const ids = new Map<string, string[]>();
    for (const { id, name } of tenants) ids.set(name, [...(ids.get(name) ?? []), id]);
    return [...ids]
      .filter(([, all]) => all.length > 1)
      .map(([name, all]) => findingOf(ID, "name-repeated", { figures: { name: named(name), ids: list(all) } }));
  },
});
