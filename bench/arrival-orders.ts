import { onScheduler, planToEmit } from "@nkp-planner/adapters";
import { examplePriceBook, planningContext } from "@nkp-planner/catalog";
import {
  type Node,
  operatingModels,
  type PoolToCount,
  PreparedPool,
  parseFleet,
  plannedFleet,
  smallestCount,
  traitsOf,
} from "@nkp-planner/core";
import { RELEASE } from "./fleets.ts";
import { drawsFrom } from "./random.ts";
import { printPart, tableText, timeText } from "./report.ts";
import { medianMs, progress } from "./timing.ts";

const ONE = 1;
const TEN = 10;
const MOST_NODES = 250;

interface PoolDraft {
  readonly title: string;
  readonly workloadCount: number;
  readonly mostReplicas: number;
  readonly more?: (index: number) => object;
}

/** What tenants' pools look like, by size, and by what their pods ask of each other. */
const POOLS: readonly PoolDraft[] = [
  { title: "small", workloadCount: 3, mostReplicas: 6 },
  { title: "medium", workloadCount: 10, mostReplicas: 10 },
  { title: "medium, a third apart", workloadCount: 10, mostReplicas: 10, more: keptApart },
  { title: "large", workloadCount: 30, mostReplicas: 30 },
  { title: "large, a third spread", workloadCount: 30, mostReplicas: 30, more: spread },
];

function keptApart(index: number): object {
  return index % 3 === 0 ? { antiAffinity: "hostname" } : {};
}

function spread(index: number): object {
  return index % 3 === 0 ? { topologySpread: [{ over: "hostname" }] } : {};
}

/** The pool of one tenant as the planner asks for it: a real platform installed, then the tenant's pods. */
function questionOf({ workloadCount, mostReplicas, more }: PoolDraft) {
  const draw = drawsFrom(workloadCount);
  const workloads = Array.from({ length: workloadCount }, (_, index) => ({
    name: `workload-${index + 1}`,
    replicas: draw(2, mostReplicas),
    requests: { cpu: `${draw(2, 20) * 50}m`, memory: `${draw(4, 48) * 64}Mi` },
    ...more?.(index),
  }));
  const fleet = parseFleet({
    apiVersion: "nkp-planner/v1",
    kind: "Fleet",
    asOf: "2026-11-23",
    release: RELEASE,
    currency: examplePriceBook.currency,
    tenants: [{ id: "tenant", workloads }],
  });
  const context = planningContext({ release: RELEASE, priceBook: examplePriceBook });
  const [model] = operatingModels;
  if (model === undefined) throw new Error("There is no operating model.");
  const plan = plannedFleet(fleet, model, context);
  const [cluster] = plan.clusters;
  if (cluster === undefined) throw new Error(`${model.title} plans no cluster.`);
  const { groups } = cluster.demand;
  const all = planToEmit(plan)
    .clusters.slice(0, 1)
    .flatMap((one) => onScheduler(one).nodes);
  const controlPlaneCount = cluster.nodes.controlPlane;
  const worker = all[controlPlaneCount] as Node;
  const prepared = new PreparedPool({
    installed: cluster.podGroups.slice(0, cluster.podGroups.indexOf(groups[0] as (typeof groups)[number])),
    otherNodes: all.slice(0, controlPlaneCount),
    nodeAt: (index) => ({ ...worker, name: `worker-${index + 1}` }),
    traits: traitsOf(context.catalog.release.kubernetesVersion),
  });
  return { prepared, groups, podCount: cluster.demand.podCount };
}

/** What it costs that a count holds in ten orders of arrival and not in one. */
export function measureArrivalOrders(): void {
  const rows = POOLS.map((draft) => {
    progress(`smallest count, ${draft.title}`);
    const { podCount, ...pool } = questionOf(draft);
    const question = { ...pool, leastNodeCount: 1, mostNodeCount: MOST_NODES };
    const [one, ten] = [ONE, TEN].map((orderCount) => search({ ...question, orderCount })) as [Search, Search];
    return [
      draft.title,
      String(podCount),
      String(one.nodeCount),
      String(ten.nodeCount),
      timeText(one.ms),
      timeText(ten.ms),
      (ten.ms / one.ms).toFixed(1),
    ];
  });
  printPart(
    `2  The smallest count of nodes that holds in ${ONE} and in ${TEN} orders of arrival`,
    ["One tenant's pool on a platform that is installed already; median."],
    tableText(["pool", "pods", "nodes 1", "nodes 10", "time 1", "time 10", "ratio"], rows),
  );
}

interface Search {
  readonly nodeCount: number | null;
  readonly ms: number;
}

function search(question: PoolToCount): Search {
  const { nodeCount } = smallestCount(question);
  return { nodeCount, ms: medianMs(() => smallestCount(question)) };
}
