import type { UpgradePath } from "../input/upgrade-facts.ts";
import type { DatedVersion, MinorRelease } from "./release-calendar.ts";

/** How one comes from a version to the next minor version. */
export interface UpgradeRoute {
  readonly to: string;
  /** Versions between. */
  readonly via: readonly string[];
  /** Who advises against a step of it. */
  readonly advisedAgainst: readonly string[];
}

/** Routes to the next minor version, by what the vendor's table refuses. What it does not list, it does not refuse. */
export interface UpgradeRoutes {
  /** The one to the newest patch that can be reached on a day; undefined: none. */
  routeOn(
    from: string,
    position: number,
    day: number,
    allowed?: (version: string) => boolean,
  ): UpgradeRoute | undefined;
  /** The first day on which there is one; infinite: never. */
  firstDay(from: string, position: number, allowed?: (version: string) => boolean): number;
}

/** The routes of a calendar. Asked twice for the same, it answers from memory where every version is allowed. */
export function upgradeRoutesOf(releases: readonly MinorRelease[], paths: readonly UpgradePath[]): UpgradeRoutes {
  const table = new Map(paths.map((path) => [stepKey(path.from, path.to), path]));
  const known = new Map<string, UpgradeRoute | undefined>();
  const firstDays = new Map<string, number>();
  const patchesOn = (position: number, day: number) =>
    (releases[position]?.patches ?? []).filter(({ releaseDay }) => releaseDay <= day);

  const routeOn: UpgradeRoutes["routeOn"] = (from, position, day, allowed) => {
    const [own, next] = [patchesOn(position - 1, day), patchesOn(position, day)];
    if (allowed !== undefined) return routeTo(table, from, own, next, allowed);
    const key = `${from} ${position} ${own.length} ${next.length}`;
    if (!known.has(key))
      known.set(
        key,
        routeTo(table, from, own, next, () => true),
      );
    return known.get(key);
  };
  return {
    routeOn,
    firstDay: (from, position, allowed) => {
      const key = `${from} ${position}`;
      const remembered = allowed === undefined ? firstDays.get(key) : undefined;
      if (remembered !== undefined) return remembered;
      const days = [...(releases[position - 1]?.patches ?? []), ...(releases[position]?.patches ?? [])]
        .map(({ releaseDay }) => releaseDay)
        .toSorted((a, b) => a - b);
      const found = days.find((day) => routeOn(from, position, day, allowed) !== undefined) ?? Number.POSITIVE_INFINITY;
      if (allowed === undefined) firstDays.set(key, found);
      return found;
    },
  };
}

type PathTable = ReadonlyMap<string, UpgradePath>;

function stepKey(from: string, to: string): string {
  return `${from} ${to}`;
}

function routeTo(
  table: PathTable,
  from: string,
  own: readonly DatedVersion[],
  next: readonly DatedVersion[],
  allowed: (version: string) => boolean,
): UpgradeRoute | undefined {
  const isLaterThanFrom = own.slice(own.findIndex(({ version }) => version === from) + 1);
  for (const { version: to } of next.toReversed().filter(({ version }) => allowed(version))) {
    const olderThanTo = next.slice(
      0,
      next.findIndex(({ version }) => version === to),
    );
    const between = [...isLaterThanFrom, ...olderThanTo].map(({ version }) => version);
    const found = [[], ...between.toReversed().map((version) => [version])].find((via) => isOpen(table, from, via, to));
    if (found !== undefined) return { to, via: found, advisedAgainst: advisers(table, from, found, to) };
  }
  return undefined;
}

function stepsOf(table: PathTable, from: string, via: readonly string[], to: string) {
  const all = [from, ...via, to];
  return all.slice(1).map((version, index) => table.get(stepKey(all[index] as string, version)));
}

function isOpen(table: PathTable, from: string, via: readonly string[], to: string): boolean {
  return stepsOf(table, from, via, to).every((path) => path?.isSupported !== false);
}

function advisers(table: PathTable, from: string, via: readonly string[], to: string): readonly string[] {
  return stepsOf(table, from, via, to).flatMap((path) => path?.advisedAgainst ?? []);
}
