import { groupedBy } from "../base/grouped.ts";
import type { UpgradeFacts } from "../input/upgrade-facts.ts";
import { scopeOf } from "./coupling.ts";
import { earliestWait, isForcedOn, type MoveRules } from "./earliest-wait.ts";
import { type FrozenDays, mergedFreezes, untilMoveDay } from "./move-days.ts";
import type { Move, Mover } from "./mover.ts";
import type { UpgradePolicy } from "./upgrade-policy.ts";
import { namedHolder, namedWait, PLANE, type Wait, waitUntil } from "./wait.ts";

/**
 * Moves planes and clusters through the releases, oldest first: a plane moves to M when no cluster of its is further
 * behind than the window lets it be, M − window; a cluster moves to M from its plane's day on; who is coupled moves on
 * the first day that is good for all. So no day is ever looked at but those on which something can happen.
 */
export function playMoves(
  movers: readonly Mover[],
  rules: MoveRules,
  policy: UpgradePolicy,
  facts: Pick<UpgradeFacts, "couplingScopes">,
): void {
  const planes = movers.filter(({ cluster }) => cluster.role === "management");
  const others = movers.filter(({ cluster }) => cluster.role !== "management").toSorted(byName);
  const attached = groupedBy(others, ({ cluster }) => cluster.managedBy);
  const planeNamed = new Map(planes.map((plane) => [plane.cluster.name, plane]));
  const together = { cluster: others.map(alone), workspace: workspacesOf(others) };
  for (const [position, release] of rules.releases.entries()) {
    for (const plane of planes) {
      const laggard = slowestOf(attached.get(plane.cluster.name) ?? [], position - policy.attachedMinorsBehind);
      const delay = waitUntil(release.releaseDay + policy.planeDelayDays, PLANE);
      moveTogether(alone(plane), position, rules, () => [delay, ...laggard]);
    }
    for (const group of together[scopeOf(release, policy, facts.couplingScopes)]) {
      moveTogether(group, position, rules, ({ cluster }) => {
        const move = planeNamed.get(cluster.managedBy ?? "")?.moves[position];
        return move === undefined ? [] : [move.wait];
      });
    }
  }
}

/** Who moves on one day. */
interface MoveGroup {
  readonly movers: readonly Mover[];
  /** Whether they wait for each other; otherwise it is one, and those that are like it. */
  readonly isCoupled: boolean;
}

function alone(mover: Mover): MoveGroup {
  return { movers: [mover], isCoupled: false };
}

/** The longest wait for one of some clusters to be at a release, the first of those as long; none: nobody comes by it. */
function slowestOf(movers: readonly Mover[], position: number): readonly Wait[] {
  let slowest: Mover | undefined;
  let wait: Wait | undefined;
  for (const mover of movers) {
    const move = mover.moves[position];
    if (move === undefined || (wait !== undefined && move.wait.untilDay <= wait.untilDay)) continue;
    [slowest, wait] = [mover, move.wait];
  }
  return slowest === undefined || wait === undefined ? [] : [namedWait(wait, slowest.own)];
}

/** Clusters of a workspace under one plane; those that stand in none, and self-managed ones, alone. */
function workspacesOf(movers: readonly Mover[]): readonly MoveGroup[] {
  const isAlone = ({ cluster }: Mover) => cluster.workspace === null || cluster.role === "self-managed";
  const workspaces = groupedBy(
    movers.filter((one) => !isAlone(one)),
    ({ cluster }) => JSON.stringify([cluster.managedBy, cluster.workspace]),
  );
  const coupled = [...workspaces.values()].map((all): MoveGroup => ({ movers: all, isCoupled: true }));
  return [...movers.filter(isAlone).map(alone), ...coupled];
}

function moveTogether(
  { movers, isCoupled }: MoveGroup,
  position: number,
  rules: MoveRules,
  waitsFor: (mover: Mover) => readonly Wait[],
): void {
  const group = movers.filter(({ startIndex }) => startIndex < position);
  const [first] = group;
  if (first === undefined) return;
  let [slowest, earliest] = [first, earliestWait(first, position, rules, waitsFor(first))];
  for (const mover of group.slice(1)) {
    const wait = earliestWait(mover, position, rules, waitsFor(mover));
    if (wait.untilDay > earliest.untilDay) [slowest, earliest] = [mover, wait];
  }
  const freezes = isCoupled ? mergedFreezes(group.flatMap(namedFreezes)) : first.freezes;
  const wait = untilMoveDay(
    { windows: rules.windows, freezes },
    isCoupled ? namedWait(earliest, slowest.own) : earliest,
  );
  for (const mover of group) mover.moves[position] = moveOn(wait, mover, position, rules);
}

function namedFreezes({ freezes, own }: Mover): readonly FrozenDays[] {
  return own === null ? freezes : freezes.map((one) => ({ ...one, holder: namedHolder(one.holder, own) }));
}

function moveOn(wait: Wait, mover: Mover, position: number, { routes }: MoveRules): Move {
  const { allowed, cluster, moves } = mover;
  const before = moves[position - 1];
  const from = before?.route?.to ?? before?.from ?? cluster.version;
  if (!Number.isFinite(wait.untilDay)) return { wait, from, route: undefined, isForced: false };
  const isEarly = isForcedOn(mover, position, wait.untilDay);
  const agreed =
    allowed === undefined || isEarly
      ? undefined
      : routes.routeOn(from, position, wait.untilDay, (version) => allowed(position, version));
  const route = agreed ?? routes.routeOn(from, position, wait.untilDay);
  // Where there is no way to a version that all may run, the last day has come, and they get another.
  return { wait, from, route, isForced: isEarly || (allowed !== undefined && agreed === undefined) };
}

function byName(a: Mover, b: Mover): number {
  return a.cluster.name < b.cluster.name ? -1 : 1;
}
