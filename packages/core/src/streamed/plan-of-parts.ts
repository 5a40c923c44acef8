import type { Finding } from "../base/findings/finding.ts";
import { infrastructureWith } from "../clusters/hosts/host-clusters.ts";
import type { Infrastructure } from "../clusters/hosts/infrastructure.ts";
import type { CostLine } from "../costs/cost-line.ts";
import { costsOf } from "../costs/costs.ts";
import { unitLines } from "../costs/unit-costs.ts";
import { monthlyEfforts } from "../costs/upgrade-labour.ts";
import type { PlanInput } from "../input/fleet.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import { basisFindings, clusterFindings, infrastructureFindings } from "../plan/plan-findings.ts";
import type { PlanningCache } from "../plan/planning-cache.ts";
import { saidOfStack } from "../plan/rules/central-stack.ts";
import type { PlanTotals } from "../plan/totals/totals.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { addParts, emptyPart, type Found, type ModelPart } from "./fleet-part.ts";
import { foundIn, isOfOne } from "./found-in.ts";
import { saidBy } from "./said.ts";
import { type SharedClusters, sharedClustersOf } from "./shared-clusters.ts";
import { requireStreamed } from "./stream-problems.ts";
import { sumsOf } from "./sums.ts";
import { totalsOfSums } from "./totals-of-sums.ts";
import { pricedByCluster, pricedByFleet } from "./unit-prices.ts";
import { claimsGibOf } from "./vm-kinds.ts";
import { vmsByHosts } from "./vms-by-hosts.ts";

/** What a fleet comes to by one model, made of sums: its totals are those of `planFleet`, its clusters are not there. */
export interface StreamedPlan {
  readonly model: Pick<OperatingModel, "id" | "title" | "phrase" | "summary">;
  readonly currency: string;
  /** With its prices in that currency. */
  readonly context: PlanningContext;
  readonly tenantCount: number;
  readonly totals: PlanTotals;
  readonly infrastructure: Infrastructure;
  /** The sums behind the totals, with those of management clusters, and what the plan cannot give. */
  readonly sums: ModelPart;
  /** What belongs to no tenant alone, line by line. */
  readonly sharedCosts: readonly CostLine[];
  /** Name of the cluster to which agents report; null: there is none. */
  readonly centralStackName: string | null;
  /** Whether everything that is asked for runs. */
  readonly isFeasible: boolean;
}

/**
 * The plan of a fleet of the sums of all its tenants: hosts, management clusters and what is priced for the whole fleet
 * are counted here.
 * @param part all parts of one model, added up
 * @param head the fleet; its tenants are not looked at
 * @throws InputError as `partOf`
 */
export function planOfParts(
  part: ModelPart,
  head: PlanInput,
  model: OperatingModel,
  asGiven: PlanningContext,
  cache: PlanningCache,
): StreamedPlan {
  const input: PlanInput = { ...head, tenants: [] };
  const { currency, asOf } = input;
  const context = cache.contextIn(asGiven, currency, asOf);
  requireStreamed(input, model, context);
  const { clusters, others } = sharedClustersOf(part, context, cache);
  const placed = addParts(part, {
    ...emptyPart(model.id),
    vms: vmsByHosts(input, clusters),
    found: foundIn(clusterFindings({ input, clusters, context }), () => part.tenantCount),
  });
  const infrastructure = infrastructureOfSums(placed, input, context);
  const efforts = clusters.length === 0 ? [] : monthlyEfforts(input, model, clusters, context);
  const byCluster = { ...context, priceBook: pricedByCluster(context.priceBook) };
  const byFleet = { ...context, priceBook: pricedByFleet(context.priceBook) };
  const isEmpty = part.tenantCount === 0 && clusters.length === 0;
  const costs = [
    ...costsOf(clusters, infrastructure, efforts, byCluster, others),
    ...(isEmpty ? [] : unitLines([], infrastructure, byFleet)),
  ];
  const judged = { input, clusters, infrastructure, context };
  const basis = [...basisFindings(judged), ...saidOfStacks({ clusters, others }, part, context)];
  const sums = addParts(placed, {
    ...emptyPart(model.id),
    ...sumsOf({ clusters, costs, oneTimeCosts: [], efforts, tenants: [] }, context, currency),
    found: foundIn([...infrastructureFindings(judged), ...basis.filter(isOfOne)], () => part.tenantCount),
    said: saidBy(
      basis.filter((finding) => !isOfOne(finding)),
      part.tenantCount,
    ),
  });
  const { id, title, phrase, summary } = model;
  return {
    model: { id, title, phrase, summary },
    currency,
    context,
    tenantCount: part.tenantCount,
    totals: totalsOfSums(sums, infrastructure, context, currency),
    infrastructure,
    sums,
    sharedCosts: costs,
    centralStackName: others.find(({ reportsTo }) => reportsTo !== undefined)?.reportsTo ?? null,
    isFeasible: isFeasible(sums),
  };
}

/** What is said of central stacks: who reports to them is not among the clusters. */
function saidOfStacks(
  { clusters, others }: SharedClusters,
  { reportingClusterCount }: Pick<ModelPart, "reportingClusterCount">,
  context: PlanningContext,
): readonly Finding[] {
  const stacks = others.map(({ reportsTo }) => reportsTo);
  return clusters.flatMap((cluster) => {
    const { name, managedClusterCount } = cluster;
    return saidOfStack(cluster, managedClusterCount + (stacks.includes(name) ? reportingClusterCount : 0), context);
  });
}

function infrastructureOfSums(sums: ModelPart, input: PlanInput, context: PlanningContext): Infrastructure {
  const lyingOn = (name: string | null) => {
    const vms = sums.vms[name ?? ""];
    if (vms === undefined) return { clusterNames: [], groups: [], claimsGiB: 0 };
    return { clusterNames: [], groups: Object.values(vms.kinds), claimsGiB: claimsGibOf(vms) };
  };
  return infrastructureWith(lyingOn, input, context, isFeasible(sums));
}

function isFeasible({ found }: { readonly found: Readonly<Record<string, Found>> }): boolean {
  return Object.values(found).every(({ kind }) => kind !== "infeasible");
}
