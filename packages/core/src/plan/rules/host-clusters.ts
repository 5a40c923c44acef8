import { type Finding, findingOf } from "../../base/findings/finding.ts";
import type { FindingKey } from "../../base/findings/finding-texts.ts";
import type { MessageValue } from "../../base/findings/messages.ts";
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

type Details = Readonly<Record<string, MessageValue>>;

function tooSmall({ infrastructure }: JudgedPlan) {
  return infrastructure.hostClusters.flatMap(({ name, hostCount, mostHostCount }) =>
    mostHostCount === null || hostCount <= mostHostCount
      ? []
      : [said("host-cluster-too-small", name, { needed: count(hostCount, "hosts"), most: count(mostHostCount) })],
  );
}

/** Tenants that share a cluster with one that is placed elsewhere. */
function notKept({ input, clusters }: JudgedPlan) {
  const homeOf = hostClustersOf(input);
  const nameOf = (id: string) => input.tenants.find((tenant) => tenant.id === id)?.name ?? id;
  return clusters.flatMap(({ name, tenantIds }) => {
    const home = homeOf(tenantIds);
    const away = tenantIds.filter((id) => homeOf([id]) !== home);
    if (away.length === 0) return [];
    return [said("placement-not-kept", home, { cluster: named(name), tenants: list(away.map(nameOf)) })];
  });
}

/** What was named and carries nothing, or costs nothing, or costs what others cost. */
function unused({ input: { hosting }, infrastructure, context: { priceBook } }: JudgedPlan) {
  const names = infrastructure.hostClusters.map(({ name }) => name);
  const empty = infrastructure.hostClusters.filter(({ hostCount }) => hostCount === 0);
  // A host of other sizes at the price of all others is somebody's assumption, and as likely a price forgotten.
  const alike = (hosting?.hostClusters ?? []).filter(
    ({ name, profile }) =>
      profile !== null && hasRate(priceBook, "host") && hostRateOf(priceBook, name).hostCluster === null,
  );
  return [
    ...(hosting === undefined ? [] : [findingOf(ID, "host-clusters-apart", { evidence: {} })]),
    ...infrastructure.hostClusters.flatMap(({ name, siteCount }) =>
      siteCount === 1 ? [] : [said("host-cluster-stretched", name)],
    ),
    ...empty.flatMap(({ name }) => (name === null ? [] : [said("host-cluster-empty", name)])),
    ...alike.map(({ name }) => said("hosts-priced-alike", name)),
    ...allRates(priceBook).flatMap(({ sku, hostCluster }) =>
      hostCluster === null || names.includes(hostCluster)
        ? []
        : [said("host-price-unused", hostCluster, { sku: named(sku) })],
    ),
  ];
}

function said(key: FindingKey, hosts: string | null, figures: Details = {}): Finding {
  return findingOf(ID, key, { figures: { hosts: named(hosts ?? ""), ...figures } });
}
