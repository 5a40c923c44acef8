import { findingOf } from "../../base/findings/finding.ts";
import { count, list } from "./figures.ts";
import { definePlanRule } from "./rule.ts";

const ID = "backup-billed";

/** A price for backup on the volumes of clusters that the platform does not back up. */
export const backupBilled = definePlanRule({
  id: ID,
  title: "Backup is billed where there is backup",
  judge: ({ clusters, context: { catalog, priceBook } }) => {
    const items = priceBook.added.filter(({ kind }) => kind === "backup").map(({ name }) => name);
    const billed = clusters.filter(({ tenantClaimsBytes }) => tenantClaimsBytes > 0);
    const backups = new Set(catalog.tenantServices.flatMap((services) => services.backups));
    const without = billed.filter(
      ({ footprint }) => !footprint.some(({ application }) => backups.has(application ?? "")),
    );
    if (items.length === 0 || without.length === 0) return [];
    const figures = { items: list(items), without: count(without.length), all: count(billed.length, "clusters") };
    return [findingOf(ID, "backup-billed-without-backup", { figures, evidence: { confidence: "user" } })];
  },
});
