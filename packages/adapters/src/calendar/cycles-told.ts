import { didYouMean, InputError, type ReleaseCycle, shown } from "@nkp-planner/core";
import * as z from "zod";
import type { CalendarToWrite } from "./calendar-format.ts";

/** A release cycle as endoflife.date has it. */
export interface CycleTold {
  readonly minor: string;
  /** The day on which it came or comes; of one cluster, the day on which that moves to it. */
  readonly date: string;
  readonly isAssumed: boolean;
  readonly latest: { readonly version: string; readonly date: string } | null;
  /** The last day on which it is looked after; null: nobody knows. */
  readonly endsOn: string | null;
}

/** What both shapes can be told. */
export const CYCLE_OPTIONS = z.strictObject({
  cluster: z
    .string()
    .optional()
    .meta({ description: "Name of a cluster: the releases that it moves to, each on the day on which it does" }),
  assumed: z
    .enum(["true", "false"])
    .default("false")
    .meta({ description: "true: releases that are assumed to come, too (default: false)" }),
});

/** The release cycles of a calendar, newest first. @throws InputError for a cluster that it has not */
export function cyclesTold(
  calendar: CalendarToWrite,
  { cluster, assumed }: z.output<typeof CYCLE_OPTIONS>,
): readonly CycleTold[] {
  const isTold = ({ isAssumed }: ReleaseCycle) => !isAssumed || assumed === "true";
  const told = calendar.cycles.filter(isTold).toReversed();
  if (cluster === undefined) return told.map((cycle) => ({ ...ownOf(cycle), endsOn: endOf(cycle, assumed) }));
  const { planes, clusters } = calendar.upgrades.calendar;
  const all = [...planes, ...clusters];
  const found = all.find(({ name }) => name === cluster);
  if (found === undefined)
    throw notACluster(
      cluster,
      all.map(({ name }) => name),
    );
  return told.flatMap((cycle): readonly CycleTold[] => {
    const endsOn = endOf(cycle, assumed, found.role);
    const step = found.steps.find(({ minor }) => minor === cycle.minor);
    if (step === undefined) return [{ ...ownOf(cycle), endsOn }];
    const { movedOn: date, to: version } = step;
    // What a cluster never moves to is nothing to be proposed.
    if (date === null) return [];
    const latest = cycle.isAssumed || version === null ? null : { version, date };
    return [{ minor: cycle.minor, date, isAssumed: cycle.isAssumed, latest, endsOn }];
  });
}

function ownOf({ minor, releasedOn, isAssumed, latest }: ReleaseCycle): Omit<CycleTold, "endsOn"> {
  const newest = latest === null ? null : { version: latest.version, date: latest.releasedOn };
  return { minor, date: releasedOn, isAssumed, latest: newest };
}

/** The first day on which support ends for a role, or for any of the model's. */
function endOf({ ends }: ReleaseCycle, assumed: "true" | "false", role?: string): string | null {
  const days = ends
    .filter((end) => role === undefined || end.role === role)
    .flatMap(({ knownOn, assumedOn }) => (assumed === "true" ? assumedOn : knownOn) ?? []);
  return days.sort()[0] ?? null;
}

function notACluster(name: string, names: readonly string[]): InputError {
  const expected = "a cluster of the model";
  return new InputError("--option cluster", [{ path: [], found: shown(name), expected, fix: didYouMean(name, names) }]);
}
