import { findingOf } from "../../base/findings/finding.ts";
import { hostClustersOf } from "../../clusters/hosts/host-clusters.ts";
import { allRates, hasRate, hostRateOf } from "../../prices/price-book.ts";
import { count, list, named } from "./figures.ts";
import { definePlanRule, type JudgedPlan } from "./rule.ts";

const ID = "host-clusters";

/** Clusters of hosts that are too small or carry nothing, placements that are not kept, and prices of hosts that are not there. */
export const hostClusters = definePlanRule({
  id: ID,
  title: "Each cluster of hosts has room for what is placed on it",
  judge: (plan) => [...tooSmall(plan), ...notKept(plan), ...unused(plan)],
});

function tooSmall({ infrastructure }: JudgedPlan) {
  return infrastructure.hostClusters.flatMap(({ name, hostCount, lowerBoundHostCount, mostHostCount }) =>
    name === null || mostHostCount === null || hostCount <= mostHostCount
      ? []
      : [
          findingOf(
            ID,
            lowerBoundHostCount > mostHostCount ? "host-cluster-too-small" : "host-cluster-too-small.found",
            {
              figures: { hosts: named(name), needed: count(hostCount, "hosts"), most: count(mostHostCount) },
            },
          ),
        ],
  );
}

/** Tenants that share a cluster with one that is placed elsewhere. */
function notKept({ input, clusters }: JudgedPlan) {
  if (input.hosting === undefined) return [];
  const homeOf = hostClustersOf(input);
  const placed = new Map(input.tenants.map((tenant) => [tenant.id, tenant]));
  return clusters.flatMap(({ name, tenantIds }) => {
    const home = homeOf(tenantIds);
    const away = tenantIds.filter((id) => homeOf([id]) !== home);
    if (away.length === 0 || home === null) return [];
    const figures = {
      cluster: named(name),
      hosts: named(home),
      tenants: list(away.map((id) => placed.get(id)?.name ?? id)),
    };
    return [findingOf(ID, "placement-not-kept", { figures, subject: { in: "plan", clusterName: name } })];
  });
}

/** What was named and carries nothing, or costs nothing. */
function unused({ input: { hosting }, infrastructure, context: { priceBook } }: JudgedPlan) {
  const names = infrastructure.hostClusters.map(({ name }) => name);
  const empty = infrastructure.hostClusters.filter(({ hostCount }) => hostCount === 0);
  const prices = allRates(priceBook).filter(({ hostCluster }) => hostCluster !== null && !names.includes(hostCluster));
  // A host of other sizes at the price of all others is somebody's assumption, and as likely a price forgotten.
  const alike = (hasRate(priceBook, "host") ? (hosting?.hostClusters ?? []) : []).filter(
    ({ name, profile }) => profile !== null && hostRateOf(priceBook, name).hostCluster === null,
  );
  return [
    ...alike.map(({ name }) =>
      findingOf(ID, "hosts-priced-alike", {
        figures: { hosts: named(name), sku: named(hostRateOf(priceBook, name).sku) },
      }),
    ),
    ...(hosting === undefined ? [] : [findingOf(ID, "host-clusters-apart", { evidence: {} })]),
    ...empty.flatMap(({ name }) =>
      name === null ? [] : [findingOf(ID, "host-cluster-empty", { figures: { hosts: named(name) } })],
    ),
    ...prices.map(({ sku, hostCluster }) =>
      findingOf(ID, "host-price-unused", { figures: { sku: named(sku), hosts: named(hostCluster ?? "") } }),
    ),
  ];
}
