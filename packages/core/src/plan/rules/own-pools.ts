import { type Finding, findingOf } from "../../base/findings/finding.ts";
import type { FindingKey } from "../../base/findings/finding-texts.ts";
import { demandOf } from "../../demand/demand.ts";
import type { Tenant } from "../../input/fleet.ts";
import type { PodGroup } from "../../input/pod-group.ts";
import { selectsPods } from "../../input/pod-terms.ts";
import { labelsOfPool, MAIN_POOL, type TenantPool, taintsOfPool } from "../../input/tenant-pools.ts";
import { isAdmitted } from "../../scheduling/bounds.ts";
import type { Node } from "../../scheduling/node.ts";
import { list, named } from "./figures.ts";
import { defineInputRule } from "./rule.ts";

const ID = "own-pools";

/** A tenant's pools that nothing runs in, pods that may enter them without being named for them, and rules that reach across them. */
export const ownPools = defineInputRule({
  id: ID,
  title: "A tenant's pools have the pods that are named for them, and no others",
  judge: ({ input: { tenants } }) => tenants.flatMap(findingsFor),
});

function findingsFor(tenant: Tenant): readonly Finding[] {
  const own = tenant.pools.filter(({ name }) => name !== MAIN_POOL);
  if (own.length === 0) return [];
  const { groups } = demandOf(tenant);
  const said = (key: FindingKey, names: readonly { readonly name: string }[]): readonly Finding[] => {
    if (names.length === 0) return [];
    const figures = { tenant: named(tenant.name), names: list(names.map(({ name }) => name)) };
    return [findingOf(ID, key, { figures, subject: { in: "plan", tenantId: tenant.id } })];
  };
  return [
    ...said(
      "pools-unused",
      own.filter(({ name }) => groups.every(({ poolName }) => poolName !== name)),
    ),
    ...said(
      "pools-entered",
      groups.filter(
        (group) =>
          group.kind !== "DaemonSet" && group.poolName === null && own.some((pool) => isAdmitted(group, nodeOf(pool))),
      ),
    ),
    ...said(
      "pools-apart",
      groups.filter((group) => reachesAcross(group, groups)),
    ),
  ];
}

function nodeOf(pool: TenantPool): Node {
  const allocatable = { cpuMillicores: 0, memoryBytes: 0, podCount: 0 };
  return { name: pool.name, allocatable, zone: null, labels: labelsOfPool(pool), taints: taintsOfPool(pool) };
}

/** Whether spreading or affinity speaks of pods in another pool: pools are counted one after the other, without them. */
function reachesAcross(group: PodGroup, all: readonly PodGroup[]): boolean {
  const terms = [group.podAffinity, group.podAntiAffinity].flatMap((one) => [
    ...(one?.required ?? []),
    ...(one?.preferred ?? []),
  ]);
  const elsewhere = all.filter(({ poolName }) => poolName !== group.poolName);
  return [...group.topologySpread, ...terms].some((rule) => elsewhere.some((other) => selectsPods(group, rule, other)));
}
