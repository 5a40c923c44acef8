import { groupedBy } from "../base/grouped.ts";
import type { UpgradeFacts } from "../input/upgrade-facts.ts";
import { scopeOf } from "./coupling.ts";
import { earliestWait, isForcedOn, type MoveRules } from "./earliest-wait.ts";
import { mergedFreezes, untilMoveDay } from "./move-days.ts";
import type { Move, Mover } from "./mover.ts";
import type { UpgradePolicy } from "./upgrade-policy.ts";
import { longer, PLANE, type Wait, waitUntil } from "./wait.ts";

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
  const together = { cluster: others.map((one) => [one]), workspace: workspacesOf(others) };
  for (const [position, release] of rules.releases.entries()) {
    for (const plane of planes) {
      const laggards = (attached.get(plane.cluster.name) ?? []).flatMap((one) => {
        const move = one.moves[position - policy.attachedMinorsBehind];
        return move === undefined ? [] : [move.wait];
      });
      const delay = waitUntil(release.releaseDay + policy.planeDelayDays, PLANE);
      moveTogether([plane], position, rules, () => [delay, ...laggards]);
    }
    for (const group of together[scopeOf(release, policy, facts.couplingScopes)]) {
      moveTogether(group, position, rules, ({ cluster }) => {
        const move = planeNamed.get(cluster.managedBy ?? "")?.moves[position];
        return move === undefined ? [] : [move.wait];
      });
    }
  }
}

/** Clusters of a workspace under one plane; those that stand in none, and self-managed ones, alone. */
function workspacesOf(movers: readonly Mover[]): readonly (readonly Mover[])[] {
  const isAlone = ({ cluster }: Mover) => cluster.workspace === null || cluster.role === "self-managed";
  const workspaces = groupedBy(
    movers.filter((one) => !isAlone(one)),
    ({ cluster }) => JSON.stringify([cluster.managedBy, cluster.workspace]),
  );
  return [...movers.filter(isAlone).map((one) => [one]), ...workspaces.values()];
}

function moveTogether(
  all: readonly Mover[],
  position: number,
  rules: MoveRules,
  waitsFor: (mover: Mover) => readonly Wait[],
): void {
  const group = all.filter(({ startIndex }) => startIndex < position);
  const [first] = group;
  if (first === undefined) return;
  const freezes = group.length === 1 ? first.freezes : mergedFreezes(group.flatMap((one) => one.freezes));
  const earliest = group.map((mover) => earliestWait(mover, position, rules, waitsFor(mover))).reduce(longer);
  const wait = untilMoveDay({ windows: rules.windows, freezes }, earliest);
  for (const mover of group) mover.moves[position] = moveOn(wait, mover, position, rules);
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
