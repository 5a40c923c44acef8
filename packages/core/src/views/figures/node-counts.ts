import { extendedText } from "../../base/extended-resources.ts";
import { COMPUTED, type FigureLine, plainLine } from "../../base/figure.ts";
import { numberText } from "../../base/findings/format.ts";
import type { ParameterId } from "../../base/parameter-ids.ts";
import { gibOf, vcpuOf } from "../../base/units.ts";
import type { NodePool, PoolChoice } from "../../clusters/pools/node-pool.ts";
import { choiceOf, numberOf } from "../../input/parameters.ts";
import type { PlannedFleet } from "../../plan/planned-fleet.ts";
import type { FigureDefinition, FigureTable } from "../../plan/totals/figure-definition.ts";
import { BOUND_WORDS } from "../../plan/totals/pool-lines.ts";
import { largerShapeText } from "./larger-shape.ts";
import type { PlannedCluster } from "./planned-cluster.ts";
import { sizedTenants } from "./sized-tenants.ts";
import { spreadSentences, whyNotNotes } from "./why-not-texts.ts";

/** A millicore is a thousandth of a vCPU. */
const CPU_DIGITS = 3;
const GIB_DIGITS = 3;

/** Why each pool of a cluster has as many nodes as it has, and the addresses of its network. */
export const nodeCountFigures: FigureTable<PlannedCluster> = {
  controlPlaneNodeCount: {
    title: "Control plane nodes of {name}",
    how: "As many as the documentation asks for.",
    ...nodesOf("control-plane"),
  },
  workerNodeCount: {
    title: "Workers of {name}",
    how: "The fewest on which all pods find a place, in every order tried, and what is added to them.",
    ...nodesOf("platform", "workload"),
    sizedTenants: ({ plan, cluster }) =>
      sizedTenants(plan.tenants.filter(({ tenantId }) => cluster.tenantIds.includes(tenantId))),
  },
  ipAddressCount: {
    title: "IP addresses of {name}",
    unit: "addresses",
    how: "What the cluster's network needs.",
    formula: ({ cluster: { network } }) =>
      `a subnet of /${network.subnetPrefixBitCount} holds them and what it keeps for itself`,
    value: ({ cluster }) => cluster.network.addressCount,
    lines: ({ cluster }) => cluster.network.lines.addresses,
  },
};

function nodesOf(...roles: readonly NodePool["role"][]): Omit<FigureDefinition<PlannedCluster>, "title" | "how"> {
  const poolsOf = ({ cluster }: PlannedCluster) => cluster.pools.filter(({ role }) => roles.includes(role));
  return {
    unit: "nodes",
    value: (of) => poolsOf(of).reduce((sum, { nodeCount }) => sum + nodeCount, 0),
    formula: (of) =>
      poolsOf(of)
        .flatMap((pool) => [
          sentenceOf(pool, poolsOf(of).length > 1),
          ...spreadSentences(pool),
          largerShapeText(of, pool),
        ])
        .filter((sentence) => sentence !== "")
        .join(" ") || null,
    lines: (of) => poolsOf(of).flatMap((pool) => stepLines(of.plan, pool)),
  };
}

/** One line a reason. */
function stepLines({ context }: PlannedFleet, pool: NodePool): readonly FigureLine[] {
  const { choices, catalog } = context;
  const manifests = { confidence: catalog.release.confidence, sources: catalog.release.sources };
  const noted = ({ confidence, sources, title }: PoolChoice) => ({ confidence, sources, note: title });
  const chosen = (id: ParameterId) => noted(choiceOf(choices, id));
  const orders = numberOf(choices, "arrival-orders");
  const evidence = {
    requests: { ...manifests, note: requestsNote(pool) },
    spreading: { ...manifests, note: "the scheduler spreads pods instead of packing them" },
    arrival: { ...chosen("arrival-orders"), note: `at one node fewer a pod finds none in one of ${orders} orders` },
    growth: chosen("planning-horizon-months"),
    headroom: noted(pool.headroom),
    failure: noted(pool.lossSurvived),
    floor: { confidence: pool.confidence, sources: pool.sources, note: pool.note },
    asked: { confidence: "user", sources: [], note: "minNodes of the pool" } as const,
    standing: { confidence: pool.confidence, sources: pool.sources, note: pool.note },
    choice: { confidence: pool.confidence, sources: pool.sources, note: pool.note },
  };
  const notes = whyNotNotes(pool);
  return pool.steps.map(({ reason, nodeCount }) => {
    const known = evidence[reason] ?? COMPUTED;
    const note = [known.note, notes.get(reason)].filter((part) => part !== undefined).join("; ");
    return plainLine(`${pool.name}, ${STEP_WORDS[reason]}`, nodeCount, { ...known, note: note || undefined });
  });
}

/** How the sum of requests comes to nodes, and what binds. */
function requestsNote({ division, neededFor, unplaced, shape }: NodePool): string {
  if (division === null) return BOUND_WORDS[neededFor];
  const words = BOUND_WORDS[division.of];
  const inUnit = IN_UNITS[division.of] ?? IN_UNITS.pods;
  const [only, ...others] = division.of === "extended-resource" ? Object.keys(shape.extended ?? {}) : [];
  const name = only === undefined || others.length > 0 ? "" : ` ${only}`;
  const [asked, perNode] = [inUnit(division.askedQuantity) + name, inUnit(division.quantityPerNode)];
  const whose = unplaced.length === 0 ? "of requests" : "of what finds a node";
  return `${asked} ${whose} ÷ ${perNode} that a node has for them, rounded up; ${words}`;
}

/** Amounts of what binds, with the digits that the division needs. */
const IN_UNITS: Readonly<Partial<Record<NodePool["neededFor"], (amount: number) => string>>> & {
  pods(amount: number): string;
} = {
  cpu: (amount) => `${numberText(vcpuOf(amount), CPU_DIGITS)} vCPU`,
  memory: (amount) => `${numberText(gibOf(amount), GIB_DIGITS)} GiB`,
  "ephemeral-storage": (amount) => `${numberText(gibOf(amount), GIB_DIGITS)} GiB`,
  pods: (amount) => `${numberText(amount)} pods`,
  "extended-resource": (amount) => numberText(amount),
};

/** What a step's nodes are for. */
const STEP_WORDS: Readonly<Record<NodePool["steps"][number]["reason"], string>> = {
  requests: "for the sum of requests",
  spreading: "for the scheduler's spreading",
  arrival: "for other orders of arrival",
  growth: "for growth",
  headroom: "for headroom",
  failure: "to survive a loss",
  floor: "for the documented minimum",
  asked: "that the tenant asks for",
  standing: "that stand already",
  choice: "by choice",
};

/** The shape, and until when the count holds. */
function sentenceOf({ name, shape, room, note, surgeNodeCount, unplaced }: NodePool, isOneOfSeveral: boolean): string {
  const nodes = `${isOneOfSeveral ? `Pool ${name}: nodes` : "Nodes"} of ${shape.vcpu} vCPU, ${shape.memoryGiB} GiB and ${shape.diskGiB} GiB of disk${shape.extended === undefined ? "" : `, with ${extendedText(shape)}`}${note === undefined ? "" : ` (${note})`}.`;
  const surge = surgeNodeCount === 0 ? "" : ` ${surgeNodeCount} more during an upgrade.`;
  // Beside pods that find no node nothing is told of room: they have asked for it first.
  if (unplaced.length > 0) return `${nodes}${surge} Not all pods find a node.`;
  if (room === null) return `${nodes}${surge}`;
  const vcpu = numberText(vcpuOf(room.cpuMillicores), 1);
  const gib = numberText(gibOf(room.memoryBytes), 1);
  const pods = `+ ${numberText(room.podCount)} pods`;
  const more = room.extended === undefined ? ` or ${pods}` : `, ${pods} or + ${extendedText(room)}`;
  return `${nodes}${surge} One more is needed at the latest with + ${vcpu} vCPU, + ${gib} GiB${more}.`;
}
