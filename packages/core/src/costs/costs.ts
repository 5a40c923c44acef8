import { groupedBy } from "../base/grouped.ts";
import { isSameData } from "../base/same-data.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import type { Infrastructure } from "../clusters/hosts/infrastructure.ts";
import { storageClassesOf } from "../demand/demand.ts";
import type { Tenant } from "../input/fleet.ts";
import { rateKey } from "../prices/price-book-file.ts";
import type { Activity } from "../prices/price-kind-definition.ts";
import { kindsBilled, labourKindOf } from "../prices/price-kinds.ts";
import type { PricedContext } from "../prices/priced-context.ts";
import { billAlone, billTogether } from "./billing.ts";
import { type Neighbour, withCentralStack } from "./central-stack.ts";
import { claimCosts, classesClaimed } from "./claim-costs.ts";
import type { CostLine } from "./cost-line.ts";
import { costsOfEfforts, type Effort } from "./efforts.ts";
import { hostCosts } from "./host-costs.ts";
import { poolCosts } from "./pool-costs.ts";
import { clusterUnitCosts, unitCosts } from "./unit-costs.ts";

/** What every fleet's labour is for. */
const MONTHLY_ACTIVITIES: readonly Activity[] = ["operations", "upgrades"];

/** The prices that a plan of these clusters needs: kinds of rates, and classes of volumes such as `infrastructure-storage/gold`. */
export function ratesNeeded(
  clusters: readonly { readonly edition: string }[],
  tenants: readonly Pick<Tenant, "demand">[] = [],
): readonly string[] {
  if (clusters.length === 0) return [];
  const classes = tenants.flatMap(storageClassesOf);
  const editions = new Set(clusters.map(({ edition }) => edition));
  return [
    ...kindsBilled("by-node-size").map(({ kind }) => kind),
    ...classes.flatMap((name) => (name === null ? [] : [rateKey("infrastructure-storage", name)])),
    ...MONTHLY_ACTIVITIES.map(labourKindOf),
    ...kindsBilled("by-licensed-vcpu").flatMap(({ kind, definition }) =>
      editions.has(definition.edition) ? [kind] : [],
    ),
  ];
}

/** Everything a month of these clusters and of the work for them costs, line by line: each cluster's in turn, then what the fleet has together. @param others clusters beside these, which are billed elsewhere */
export function costsOf(
  clusters: readonly ClusterPlan[],
  infrastructure: Infrastructure,
  efforts: readonly Effort[],
  context: PricedContext,
  others: readonly Neighbour[] = [],
): readonly CostLine[] {
  if (clusters.length === 0) return [];
  const classes = classesClaimed(clusters);
  const ofClusters = groupedBy(efforts, ({ clusterName }) => clusterName);
  const names = new Set(clusters.map(({ name }) => name));
  const elsewhere = efforts.filter(({ clusterName }) => !names.has(clusterName));
  const lines = [
    ...clusters.flatMap((cluster) =>
      knownCosts(cluster, { classes, efforts: ofClusters.get(cluster.name) ?? [] }, context),
    ),
    ...poolCosts(clusters, context, billTogether),
    ...claimCosts(clusters, classes, context, billTogether),
    ...hostCosts(clusters, infrastructure, context),
    ...unitCosts(clusters, infrastructure, context),
    ...costsOfEfforts(efforts, context, "month", billTogether),
    ...costsOfEfforts(elsewhere, context, "month", billAlone),
  ];
  return withCentralStack(lines, clusters, infrastructure, context, others);
}

/** What the costs of one cluster rest on beside the cluster and the prices. */
interface CostBasis {
  /** Of volumes, as the whole bill lists them. */
  readonly classes: readonly (string | null)[];
  readonly efforts: readonly Effort[];
}

/** What a cluster costs by itself: known as long as somebody has the cluster and the context. */
const known = new WeakMap<PricedContext, WeakMap<ClusterPlan, CostBasis & { readonly lines: readonly CostLine[] }>>();

function knownCosts(cluster: ClusterPlan, basis: CostBasis, context: PricedContext): readonly CostLine[] {
  const ofContext = known.get(context) ?? new WeakMap();
  known.set(context, ofContext);
  const last = ofContext.get(cluster);
  if (last !== undefined && isSameData(last.classes, basis.classes) && isSameData(last.efforts, basis.efforts))
    return last.lines;
  const lines = [
    ...poolCosts([cluster], context, billAlone),
    ...claimCosts([cluster], basis.classes, context, billAlone),
    ...clusterUnitCosts([cluster], context, billAlone),
    ...costsOfEfforts(basis.efforts, context, "month", billAlone),
  ];
  ofContext.set(cluster, { ...basis, lines });
  return lines;
}
