import type { Finding } from "../base/findings/finding.ts";
import type { FindingKind } from "../base/findings/kinds.ts";
import { addMoney, type Money } from "../base/money.ts";
import type { ClusterBlueprint } from "../models/operating-model.ts";
import { added } from "./added.ts";
import { type Said, saidTogether } from "./said.ts";
import { addVms, type VmsOfHosts } from "./vm-kinds.ts";

/**
 * What some tenants come to by one model, without them: sums that add up exactly and in any order, as JSON. What the fleet
 * has as a whole, such as hosts and management clusters, is no sum over tenants: `planOfParts` makes it of what is here.
 */
export interface ModelPart {
  readonly modelId: string;
  /** Tenants under contract on the fleet's day. */
  readonly tenantCount: number;
  /** Tenants who have left by that day, or have not come yet. */
  readonly absentTenantCount: number;
  /** Tenants who pay a price that was agreed with them and is invented. */
  readonly inventedPriceCount: number;
  /** Tenants who pay a price that was agreed with them. */
  readonly agreedPriceCount: number;
  /** Tenants who pay less than what is theirs alone costs. */
  readonly losingTenantCount: number;
  /** Clusters in which tenants claim volumes. */
  readonly claimingClusterCount: number;
  /** Clusters whose agents report to a central stack; where that runs, the whole fleet decides. */
  readonly reportingClusterCount: number;
  /** Totals that are numbers, by id, in whole units: pieces, millicores, bytes. As text: a double ends at 2⁵³. */
  readonly counts: Readonly<Record<string, string>>;
  /** Amounts: a month's by kind of cost, by whom it serves, by rate and by assumption of hours, and what is paid once. */
  readonly amounts: Readonly<Record<string, Money>>;
  /** Amounts that are known only where every tenant's is; null: one has none. */
  readonly known: Readonly<Record<string, Money | null>>;
  readonly clustersByEdition: Readonly<Record<string, number>>;
  /** How many clusters a management cluster would look after if it were one for all of them, by its name. */
  readonly managed: Readonly<Record<string, number>>;
  /** Clusters in which no tenant lives, by name. */
  readonly shared: Readonly<Record<string, ClusterBlueprint>>;
  /** A cluster that reports to the central stack: one for all of them; null: none does. */
  readonly reporter: ClusterBlueprint | null;
  /** VMs by the cluster of hosts on which they lie; its name is empty where the fleet names none. */
  readonly vms: Readonly<Record<string, VmsOfHosts>>;
  /** What is said of one tenant or cluster each, by kind and code: what it cannot give, and what its figures rest on. */
  readonly found: Readonly<Record<string, Found>>;
  /** What is said of all together, by what it says. */
  readonly said: Readonly<Record<string, Said>>;
}

/** Statements of one kind and code, the first of them in full. */
export interface Found {
  readonly code: string;
  readonly kind: FindingKind;
  readonly count: number;
  /** In the order of the input; the place of a tenant counts from 0. */
  readonly first: readonly { readonly tenantIndex: number; readonly finding: Finding }[];
}

/** So many statements of a code are kept in full; of the others only how many there are is known. */
export const MOST_TOLD = 10;

/** A part of no tenant. */
export function emptyPart(modelId: string): ModelPart {
  return {
    ...{
      modelId,
      tenantCount: 0,
      absentTenantCount: 0,
      inventedPriceCount: 0,
      agreedPriceCount: 0,
      losingTenantCount: 0,
    },
    ...{
      claimingClusterCount: 0,
      reportingClusterCount: 0,
      counts: {},
      amounts: {},
      known: {},
      clustersByEdition: {},
      managed: {},
    },
    ...{ shared: {}, reporter: null, vms: {}, found: {}, said: {} },
  };
}

/** Two parts as one: exact, and the same in whatever order parts are added. @throws RangeError for parts of two models */
export function addParts(a: ModelPart, b: ModelPart): ModelPart {
  if (a.modelId !== b.modelId) throw new RangeError(`Parts of ${a.modelId} and ${b.modelId} do not add up.`);
  return {
    modelId: a.modelId,
    tenantCount: a.tenantCount + b.tenantCount,
    absentTenantCount: a.absentTenantCount + b.absentTenantCount,
    inventedPriceCount: a.inventedPriceCount + b.inventedPriceCount,
    agreedPriceCount: a.agreedPriceCount + b.agreedPriceCount,
    losingTenantCount: a.losingTenantCount + b.losingTenantCount,
    claimingClusterCount: a.claimingClusterCount + b.claimingClusterCount,
    reportingClusterCount: a.reportingClusterCount + b.reportingClusterCount,
    counts: added(a.counts, b.counts, (one, other) => String(BigInt(one) + BigInt(other))),
    amounts: added(a.amounts, b.amounts, addMoney),
    known: added(a.known, b.known, (one, other) => (one === null || other === null ? null : addMoney(one, other))),
    clustersByEdition: added(a.clustersByEdition, b.clustersByEdition, plus),
    managed: added(a.managed, b.managed, plus),
    shared: added(a.shared, b.shared, (one) => one),
    reporter: firstByName(a.reporter, b.reporter),
    vms: added(a.vms, b.vms, addVms),
    found: added(a.found, b.found, foundTogether),
    said: added(a.said, b.said, saidTogether),
  };
}

function plus(a: number, b: number): number {
  return a + b;
}

/** Which one it is does not matter, so that it is the same in whatever order. */
function firstByName(a: ClusterBlueprint | null, b: ClusterBlueprint | null): ClusterBlueprint | null {
  if (a === null || b === null) return a ?? b;
  return a.name <= b.name ? a : b;
}

function foundTogether(a: Found, b: Found): Found {
  const first = [...a.first, ...b.first].sort((one, other) => one.tenantIndex - other.tenantIndex).slice(0, MOST_TOLD);
  return { code: a.code, kind: a.kind, count: a.count + b.count, first };
}
