import { type Finding, findingOf } from "../../base/findings/finding.ts";
import type { FindingKey } from "../../base/findings/finding-texts.ts";
import { zoneCountOf } from "../../clusters/pools/pool-nodes.ts";
import type { Tenant } from "../../input/fleet.ts";
import type { Workload } from "../../input/workload.ts";
import { list, named } from "./figures.ts";
import { defineInputRule } from "./rule.ts";

const ID = "void-wishes";

/** How tenants want their pods placed, where nothing of any cluster can follow: allowed, and hardly meant. */
export const voidWishes = defineInputRule({
  id: ID,
  title: "What a tenant asks of the placement of its pods can make a difference",
  judge: ({ input: { tenants }, context }) => {
    const isVoid = zoneCountOf(context) > 1 ? VOID_ANYWHERE : VOID;
    return tenants.flatMap((tenant) =>
      Object.entries(isVoid).flatMap(([key, wishes]) => findingFor(tenant, key as FindingKey, wishes)),
    );
  },
});

function findingFor(tenant: Tenant, key: FindingKey, isVoid: (workload: Workload) => boolean): readonly Finding[] {
  const workloads = "podCount" in tenant.demand ? [] : tenant.demand.filter(isVoid).map(({ name }) => name);
  if (workloads.length === 0) return [];
  const figures = { tenant: named(tenant.name), workloads: list(workloads) };
  return [findingOf(ID, key, { figures, subject: { in: "plan", tenantId: tenant.id } })];
}

function ofDaemonset(workload: Workload): boolean {
  const { kind, antiAffinity, topologySpread, podAffinity, podAntiAffinity } = workload;
  const isPlaced = antiAffinity !== null || podAffinity !== null || podAntiAffinity !== null;
  return kind === "DaemonSet" && (isPlaced || topologySpread.length > 0);
}

/** Without zones nothing is in one zone: only pods that must be near others by zone stay pending. */
function ofZones({ kind, replicas, antiAffinity, topologySpread, podAffinity, podAntiAffinity }: Workload): boolean {
  const wishes = [
    ...topologySpread.filter(({ isHard }) => !isHard),
    ...(podAffinity?.preferred ?? []),
    ...(podAntiAffinity?.preferred ?? []),
    ...(podAntiAffinity?.required ?? []),
  ];
  const isForOthers = wishes.some(({ over, selects }) => over === "zone" && selects !== undefined);
  const isForOwn = antiAffinity === "zone" || wishes.some(({ over }) => over === "zone");
  return kind !== "DaemonSet" && (isForOthers || (replicas > 1 && isForOwn));
}

/** A rollout that is none of a Deployment, and a budget of pods that a drain leaves where they are. */
function ofReplacing({ kind, rollout, disruptionBudget }: Workload): boolean {
  const isRolledOut = rollout === undefined || kind === "Deployment";
  return !isRolledOut || (disruptionBudget !== undefined && kind === "DaemonSet");
}

type VoidWishes = Readonly<Partial<Record<FindingKey, (workload: Workload) => boolean>>>;

const VOID_ANYWHERE: VoidWishes = {
  "wish-void.daemonset": ofDaemonset,
  "wish-void.replacing": ofReplacing,
};

/** A hard spread over zones that are not there is no void wish: such pods do not run. */
const VOID: VoidWishes = { "wish-void.zones": ofZones, ...VOID_ANYWHERE };
