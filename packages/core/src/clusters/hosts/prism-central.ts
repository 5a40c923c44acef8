import { type ConfidenceOrUser, type SourceId, weakestOf } from "../../base/provenance.ts";
import type { PlatformCatalog, PrismCentralSize } from "../../input/catalog.ts";
import { type NumberLine, quantityLine } from "../../input/number-line.ts";
import { type Choices, choiceOf, numberOf } from "../../input/parameters.ts";
import type { VmGroup } from "./vm-group.ts";

/** What one Prism Central looks after. */
export interface PrismCentralNeed {
  /** Clusters of hosts, not of Kubernetes. */
  readonly prismElementClusterCount: number;
  readonly hostCount: number;
  /** Node VMs and all others on those hosts. */
  readonly vmCount: number;
}

export interface PrismCentralContext {
  readonly catalog: Pick<PlatformCatalog, "prismCentralSizes">;
  readonly choices: Choices;
}

export interface PrismCentralPlan {
  readonly size: PrismCentralSize;
  /** Its VMs, to be placed on the hosts with the nodes. */
  readonly group: VmGroup;
  /** Why no smaller one. */
  readonly reason: string;
  readonly confidence: ConfidenceOrUser;
  readonly sources: readonly SourceId[];
  /** What it looks after, with the most that it may. */
  readonly lines: readonly NumberLine[];
  /** Why not even the largest does; null where one does. */
  readonly refusalOfLargest: string | null;
}

const PRISM_CENTRAL = "prism-central";

/**
 * The smallest Prism Central that looks after so many clusters of hosts, hosts and VMs, comes in the chosen number
 * of VMs, and serves the chosen way of deploying NKP; the largest, with the reason, where none does.
 */
export function prismCentralFor(need: PrismCentralNeed, { catalog, choices }: PrismCentralContext): PrismCentralPlan {
  const sizes = catalog.prismCentralSizes;
  const largest = sizes.at(-1);
  if (largest === undefined) throw new Error("The catalog has no sizes of Prism Central.");
  const refusals = sizes.map((size) => refusalOf(size, need, choices));
  const size = sizes[refusals.indexOf(null)];
  const smaller = refusals.slice(0, refusals.indexOf(null)).flatMap((refusal) => refusal ?? []);
  const chosen = size ?? largest;
  const deployment = choiceOf(choices, "prism-central-deployment");
  const nkpDeployment = choiceOf(choices, "nkp-deployment");
  return {
    size: chosen,
    group: {
      clusterName: PRISM_CENTRAL,
      role: "prism-central",
      vmCount: numberOf(choices, "prism-central-deployment"),
      vcpu: chosen.vcpu,
      memoryGiB: chosen.memoryGiB,
      diskGiB: chosen.diskGiB,
      surgeCount: 0,
    },
    reason: size === undefined ? "None is large enough." : (smaller.at(-1) ?? "The smallest there is."),
    confidence: weakestOf([chosen.confidence, deployment.confidence, nkpDeployment.confidence]),
    sources: [...new Set([...chosen.sources, ...deployment.sources, ...nkpDeployment.sources])],
    lines: LIMITS.map(({ title, unit, asked, most }) =>
      quantityLine(title, [need[asked], unit], {
        confidence: "computed",
        sources: chosen.sources,
        note: `${chosen.id} looks after at most ${chosen[most]}`,
      }),
    ),
    refusalOfLargest: size === undefined ? (refusals.at(-1) ?? null) : null,
  };
}

const LIMITS = [
  {
    title: "Prism Element clusters",
    unit: "clusters",
    asked: "prismElementClusterCount",
    most: "maximumPrismElementClusters",
  },
  { title: "Hosts", unit: "hosts", asked: "hostCount", most: "maximumHosts" },
  { title: "VMs", unit: "VMs", asked: "vmCount", most: "maximumVms" },
] as const;

/** Why a size does not do, as a sentence; null where it does. */
function refusalOf(size: PrismCentralSize, need: PrismCentralNeed, choices: Choices): string | null {
  const nkpDeployment = choiceOf(choices, "nkp-deployment");
  if (size.unsupportedFor.includes(nkpDeployment.chosen)) {
    return `${size.id} does not serve NKP that is deployed ${nkpDeployment.title}.`;
  }
  const deployment = choiceOf(choices, "prism-central-deployment");
  if (!size.deployments.includes(deployment.chosen)) return `${size.id} does not come as ${deployment.chosen}.`;
  const exceeded = LIMITS.find(({ asked, most }) => need[asked] > size[most]);
  if (exceeded === undefined) return null;
  return `${size.id} looks after at most ${size[exceeded.most]} ${exceeded.unit}, not ${need[exceeded.asked]}.`;
}
