import { type ClusterToUpgrade, daysBetween, type LifecycleInput } from "@nkp-planner/core";

/**
 * The same moves found the slow way, day after day, as a second opinion: every cluster is asked on each day whether it
 * may go one minor version up. Of the first release's patch zero each, without paths, floors, certificates and force.
 */
export function movesDayByDay(input: LifecycleInput, horizonDays: number): ReadonlyMap<string, readonly number[]> {
  const { policy, clusters } = input;
  const day = (date: string) => daysBetween(input.asOf, date);
  const known = input.facts.versions.map(({ releasedOn }) => day(releasedOn as string));
  const releaseDays = [...known];
  const last = Math.max(known.at(-1) as number, -policy.daysBetweenMinors);
  for (let nth = 1; last + nth * policy.daysBetweenMinors <= horizonDays; nth++)
    releaseDays.push(Math.round(last + nth * policy.daysBetweenMinors));
  const minors = input.facts.versions.map(({ version }) => version);
  const at = new Map(clusters.map(({ name, version }) => [name, minors.indexOf(version)]));
  const start = new Map(at);
  const moves = new Map(clusters.map(({ name }) => [name, [] as number[]]));
  const paces = new Map(input.readiness.map((one) => [one.tenantId, one]));
  const minorOf = (index: number) => `2.${Number(minors[0]?.split(".")[1]) + index}`;

  const isWindow = (today: number) => {
    const { maintenance } = policy;
    if (maintenance === null) return true;
    if ("days" in maintenance) return maintenance.days.some((one) => day(one) === today);
    const since = today - day(maintenance.from);
    return since >= 0 && since % maintenance.everyDays === 0;
  };
  const isFrozen = ({ tenantIds }: ClusterToUpgrade, today: number) =>
    tenantIds.some((id) => paces.get(id)?.freezes.some(({ from, to }) => day(from) <= today && today <= day(to)));
  const isReady = ({ tenantIds }: ClusterToUpgrade, next: number, today: number) =>
    tenantIds.every((id) => {
      const pace = paces.get(id);
      const after = pace?.readyAfterByMinor?.[minorOf(next)] ?? pace?.readyAfterDays ?? null;
      return after !== null && (releaseDays[next] as number) + after <= today;
    });

  for (let today = 0; today < horizonDays; today++) {
    if (!isWindow(today)) continue;
    const moved = new Set<string>();
    const mayGo = (cluster: ClusterToUpgrade, next: number) =>
      at.get(cluster.name) === next - 1 &&
      !moved.has(cluster.name) &&
      (releaseDays[next] ?? horizonDays) <= today &&
      isReady(cluster, next, today) &&
      (cluster.managedBy === null || (at.get(cluster.managedBy) as number) >= next);
    const go = (cluster: ClusterToUpgrade, next: number) => {
      at.set(cluster.name, next);
      moved.add(cluster.name);
      moves.get(cluster.name)?.push(today);
    };
    for (let before = -1; before !== moved.size; ) {
      before = moved.size;
      for (const cluster of clusters) {
        const next = (at.get(cluster.name) as number) + 1;
        if (cluster.role === "management") {
          const attached = clusters.filter(({ managedBy }) => managedBy === cluster.name);
          const isFree = attached.every(({ name }) => (at.get(name) as number) >= next - policy.attachedMinorsBehind);
          const isDue = (releaseDays[next] ?? horizonDays) + policy.planeDelayDays <= today;
          if (isDue && isFree && mayGo(cluster, next)) go(cluster, next);
          continue;
        }
        const isAlone =
          policy.couplingScope === "cluster" || cluster.role === "self-managed" || cluster.workspace === null;
        const group = isAlone
          ? [cluster]
          : clusters.filter(
              ({ name, role, managedBy, workspace }) =>
                role === "attached" &&
                managedBy === cluster.managedBy &&
                workspace === cluster.workspace &&
                (start.get(name) as number) < next,
            );
        if (!group.every((one) => mayGo(one, next) && !isFrozen(one, today))) continue;
        for (const one of group) go(one, next);
      }
    }
  }
  return moves;
}
