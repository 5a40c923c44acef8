import { findingOf } from "../../base/findings/finding.ts";
import { chargedByOwnClusters } from "../../price-list/invented-prices.ts";
import { pricedTenants } from "../../price-list/tenant-prices.ts";
import { list, named } from "./figures.ts";
import { definePlanRule } from "./rule.ts";

const ID = "shared-not-charged";

/** Tenants of a cluster with others, by a price list that charges for clusters or nodes of one's own. */
export const sharedNotCharged = definePlanRule({
  id: ID,
  title: "The price list charges everybody for what it runs on",
  judge: ({ input: { tenants }, clusters, context }) => {
    const { priceList } = context;
    const items = priceList === undefined ? [] : chargedByOwnClusters(priceList);
    const sharing = pricedTenants(tenants, clusters, context).listed.filter((priced) => priced.clusters.length === 0);
    if (priceList === undefined || items.length === 0 || sharing.length === 0) return [];
    const figures = {
      tenants: list(sharing.map(({ tenant }) => tenant.name)),
      items: list(items.map(({ name }) => name)),
      list: named(priceList.id),
    };
    return [findingOf(ID, "shared-cluster-not-charged", { figures, evidence: { confidence: "user" } })];
  },
});
