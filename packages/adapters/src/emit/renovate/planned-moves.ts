import type { ReleaseCycle } from "@nkp-planner/core";
import type { ClusterInCalendar } from "../upgrade-calendar/calendar-of-fleet.ts";

/** A minor version and the day from which a cluster may be proposed it. */
export interface Move {
  readonly minor: string;
  readonly on: string;
}

/** What a cluster is proposed, and when. */
export interface PlannedMoves {
  /** What it runs. */
  readonly version: string;
  /** false: it is taken to be the plan's release. */
  readonly isVersionSaid: boolean;
  /** Oldest version first. */
  readonly moves: readonly Move[];
  /** Known versions to which it does not move within the months played. */
  readonly never: readonly string[];
  /** Nothing from this version on is proposed. */
  readonly below: string;
}

/**
 * The moves of a cluster to the releases that are told.
 * @param release what it runs where no upgrade says it
 */
export function plannedMoves(
  { upgrades }: ClusterInCalendar,
  cycles: readonly ReleaseCycle[],
  isAssumedTold: boolean,
  release: string,
): PlannedMoves {
  const steps = upgrades?.steps ?? [];
  const isTold = (minor: string) => isAssumedTold || cycles.some((cycle) => cycle.minor === minor && !cycle.isAssumed);
  const told = steps.filter(({ minor }) => isTold(minor));
  const moves = told.flatMap(({ minor, movedOn }) => (movedOn === null ? [] : [{ minor, on: movedOn }]));
  const never = told.filter(({ movedOn }) => movedOn === null).map(({ minor }) => minor);
  const version = steps[0]?.from ?? release;
  return {
    version,
    isVersionSaid: steps.length > 0,
    moves,
    never,
    below: minorAfter(moves.at(-1)?.minor ?? version),
  };
}

/** The minor version that follows: `2.18.1` → `2.19`. */
function minorAfter(version: string): string {
  const [major = "", minor = ""] = version.split(".");
  return `${major}.${Number(minor) + 1}`;
}
