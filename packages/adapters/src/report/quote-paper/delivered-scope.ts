import { choiceOf, gibOf, numberOf, type PlannedFleet, vcpuOf } from "@nkp-planner/core";
import type { QuoteWriter } from "./quote-writer.ts";
import type { QuoteWords } from "./words/quote-words.ts";

/** What a customer gets for the price, in sentences. Nothing is said that the plan does not know. */
export interface DeliveredScope {
  readonly cluster: readonly string[];
  readonly availability: readonly string[];
  /** Of support and upgrades. */
  readonly upgrades: readonly string[];
}

type Cluster = PlannedFleet["clusters"][number];
type Pool = Cluster["pools"][number];

/** What one tenant is delivered by a plan. */
export function deliveredScope(
  plan: PlannedFleet,
  tenantId: string,
  writer: QuoteWriter,
  words: QuoteWords,
): DeliveredScope {
  const { catalog, choices } = plan.context;
  const { version, kubernetesVersion } = catalog.release;
  const clusters = plan.clusters.filter(({ tenantIds }) => tenantIds.includes(tenantId));
  return {
    cluster: [
      words.platform(version, kubernetesVersion),
      ...clusters.flatMap((cluster) => clusterStatements(cluster, plan, writer, words)),
      words.services(optionIn(choices, "tenant-services", words)),
    ],
    availability: [
      ...clusters.flatMap((cluster) => apiStatements(cluster, numberOf(choices, "zones"), writer, words)),
      ...workerStatements(
        clusters.flatMap(({ pools }) => pools.filter(isOfWorkers)),
        choices,
        words,
      ),
      words.noPercentPromised,
    ],
    upgrades: [...paceOf(plan, tenantId, words), ...supportOf(plan, clusters, writer, words)],
  };
}

const isOfWorkers = ({ role }: Pool) => role !== "control-plane";

/** Nodes are told of where they are the customer's alone. */
function clusterStatements(
  { edition, role, tenantIds, pools }: Cluster,
  { context: { catalog } }: PlannedFleet,
  writer: QuoteWriter,
  words: QuoteWords,
): readonly string[] {
  const name = catalog.editions.find(({ id }) => id === edition)?.name ?? edition;
  const isShared = tenantIds.length > 1;
  const whose = isShared ? words.sharedCluster(name) : words.ownCluster(name);
  const managed = role === "attached" ? [words.managedByProvider] : [];
  if (isShared) return [whose, ...managed];
  const workers = pools.filter(isOfWorkers);
  const nodesOf = ({ nodeCount, shape: { vcpu, memoryGiB, extended = {} } }: Pool) => {
    const nodes = words.nodes(writer.number(nodeCount), nodeCount === 1, writer.number(vcpu), writer.number(memoryGiB));
    return [nodes, ...Object.entries(extended).map(([device, count]) => `${writer.number(count)} × ${device}`)].join(
      ", ",
    );
  };
  const sumOf = (amountOf: (pool: Pool) => number) =>
    workers.reduce((sum, pool) => sum + pool.nodeCount * amountOf(pool), 0);
  return [
    whose,
    ...managed,
    ...pools.filter((pool) => !isOfWorkers(pool)).map((pool) => words.controlPlane(nodesOf(pool))),
    ...workers.map((pool) =>
      workers.length > 1 ? words.pool(pool.name, nodesOf(pool)) : words.workers(nodesOf(pool)),
    ),
    words.usable(
      writer.number(vcpuOf(sumOf(({ allocatablePerNode }) => allocatablePerNode.cpuMillicores)), 1),
      writer.number(gibOf(sumOf(({ allocatablePerNode }) => allocatablePerNode.memoryBytes)), 1),
    ),
  ];
}

/** etcd answers as long as more than half of its members do; nodes take turns in the zones. */
function apiStatements(
  { nodes: { controlPlane } }: Cluster,
  zoneCount: number,
  writer: QuoteWriter,
  words: QuoteWords,
): readonly string[] {
  if (controlPlane === 0) return [];
  const lostAtMost = Math.floor((controlPlane - 1) / 2);
  const inOneZone = Math.ceil(controlPlane / zoneCount);
  return [
    lostAtMost < 1 ? words.apiStops : words.apiSurvives(writer.number(controlPlane), writer.number(lostAtMost)),
    ...(zoneCount > 1 ? [words.zones(writer.number(zoneCount)), words.apiOfZone(inOneZone <= lostAtMost)] : []),
  ];
}

/** The loss that all pools are held to, then those that are held to another; a pool that the plan finds too small is said to be. */
function workerStatements(
  pools: readonly Pool[],
  choices: PlannedFleet["context"]["choices"],
  words: QuoteWords,
): readonly string[] {
  const { title: usual, parameter, chosen } = choiceOf(choices, "loss-survived");
  const others = pools
    .filter(({ lossSurvived }) => lossSurvived.title !== usual)
    .map(({ name, lossSurvived: { title } }) => {
      const id = parameter.options.find((one) => one.title === title)?.id ?? "";
      return id === NO_LOSS
        ? words.poolWithoutLoss(name)
        : words.poolSurvives(name, words.option("loss-survived", id, title));
    });
  const failing = pools.filter(({ survivesLoss }) => !survivesLoss).map(({ name }) => words.notSurvived(name));
  const common = chosen === NO_LOSS ? words.noLossPlanned : words.survives(optionIn(choices, "loss-survived", words));
  // Where every pool has its own, none is left to be held to what is usual.
  return [...(others.length < pools.length ? [common] : []), ...others, ...failing];
}

/** The option by which no node is held back. */
const NO_LOSS = "none";

function paceOf({ input }: PlannedFleet, tenantId: string, words: QuoteWords): readonly string[] {
  const isOwnPace = input.tenants.find(({ id }) => id === tenantId)?.upgradeCadence === "own";
  return [isOwnPace ? words.ownPace : words.fleetPace];
}

/** Until when who looks after what runs, where that is known; where it is not, that it is not. */
function supportOf(
  { input: { asOf }, context: { catalog } }: PlannedFleet,
  clusters: readonly Cluster[],
  writer: QuoteWriter,
  words: QuoteWords,
): readonly string[] {
  const { version, kubernetesVersion } = catalog.release;
  const nkp = catalog.versions.find((one) => one.version === version)?.endOfLifeOn;
  const kubernetes = catalog.kubernetesSupport.find(({ minor }) => kubernetesVersion.startsWith(`${minor}.`));
  const windows = [...new Set(clusters.map(({ supportWindowMinors }) => supportWindowMinors))];
  return [
    ...windows.map((minors) => words.supportWindow(writer.number(minors), minors === 1)),
    nkp === undefined ? words.nkpSupportNotSaid(version) : words.nkpSupport(version, words.day(nkp), nkp < asOf),
    kubernetes === undefined
      ? words.kubernetesSupportNotSaid(kubernetesVersion)
      : words.kubernetesSupport(kubernetes.minor, words.day(kubernetes.endOfLifeOn), kubernetes.endOfLifeOn < asOf),
  ];
}

/** What an assumption is set to. */
function optionIn(
  choices: PlannedFleet["context"]["choices"],
  parameterId: "tenant-services" | "loss-survived",
  words: QuoteWords,
): string {
  const { chosen, title } = choiceOf(choices, parameterId);
  return words.option(parameterId, chosen, title);
}
