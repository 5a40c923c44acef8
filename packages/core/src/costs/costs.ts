import type { ClusterPlan } from "../clusters/clusters.ts";
import type { Infrastructure } from "../clusters/hosts/infrastructure.ts";
import { storageClassesOf } from "../demand/demand.ts";
import type { Tenant } from "../input/fleet.ts";
import { rateKey } from "../prices/price-book-file.ts";
import type { Activity } from "../prices/price-kind-definition.ts";
import { kindsBilled, labourKindOf } from "../prices/price-kinds.ts";
import type { PricedContext } from "../prices/priced-context.ts";
import { withCentralStack } from "./central-stack.ts";
import { claimCosts } from "./claim-costs.ts";
import type { CostLine } from "./cost-line.ts";
import { costsOfEfforts, type Effort } from "./efforts.ts";
import { hostCosts } from "./host-costs.ts";
import { poolCosts } from "./pool-costs.ts";
import { unitCosts } from "./unit-costs.ts";

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

/** Everything a month of these clusters and of the work for them costs, line by line: each cluster's in turn, then what the fleet has together. */
export function costsOf(
  clusters: readonly ClusterPlan[],
  infrastructure: Infrastructure,
  efforts: readonly Effort[],
  context: PricedContext,
): readonly CostLine[] {
  if (clusters.length === 0) return [];
  const lines = [
    ...poolCosts(clusters, context),
    ...claimCosts(clusters, context),
    ...hostCosts(clusters, infrastructure, context),
    ...unitCosts(clusters, infrastructure, context),
    ...costsOfEfforts(efforts, context, "month"),
  ];
  const places = new Map<string | null, number>(clusters.map(({ name }, index) => [name, index]));
  const placeOf = ({ clusterName }: CostLine) => places.get(clusterName) ?? clusters.length;
  return withCentralStack(
    lines.toSorted((a, b) => placeOf(a) - placeOf(b)),
    clusters,
    infrastructure,
    context,
  );
}
