import { choiceColumn } from "../column-kinds.ts";

/** Who decides when the tenant's cluster is upgraded. */
export const cadence = choiceColumn({
  id: "cadence",
  called: "upgrades",
  heads: /^(upgrades?|(upgrade )?cadence)$/,
  options: [
    { id: "fleet", title: "with fleet", words: /^((with )?fleet)?$/i },
    { id: "own", title: "own pace", words: /^own\b/i },
  ],
  wanted: { expected: "fleet, or own for a pace of its own", fix: "write fleet or own" },
  fields: ["upgradeCadence"],
  grid: { title: "Upgrades", unit: "" },
});
