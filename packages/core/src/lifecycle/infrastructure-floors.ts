import type { DayScale } from "../base/day-scale.ts";
import { compareVersions } from "../base/minor-version.ts";
import type { InfrastructureFloor, InfrastructureSupport, UpgradeFacts } from "../input/upgrade-facts.ts";

type Product = InfrastructureSupport["product"];

/** What minor versions of NKP need beneath them, and versions of Prism Central and AOS by age. */
export interface InfrastructureFloors {
  /** What a minor version needs: its own floor, or the last one known before it; undefined: nothing known. */
  floorOf(minor: string): InfrastructureFloor | undefined;
  /** Whether a version is older than another of its product. One that is not known may be: unknown is never enough. */
  isBelow(product: Product, version: string | null, floor: string): boolean;
  /** Before all days where it is not known. */
  releaseDayOf(product: Product, version: string): number;
  /** The newest that is released on a day; undefined: none. */
  newestOn(product: Product, day: number): string | undefined;
}

/** The floors of a set of facts. Versions are as old as their day of release: `pc.2024.3` is older than `pc.7.3`. */
export function infrastructureFloorsOf(
  { infrastructure, floors }: Pick<UpgradeFacts, "infrastructure" | "floors">,
  scale: DayScale,
): InfrastructureFloors {
  const sorted = floors.toSorted((a, b) => compareVersions(a.minor, b.minor));
  const dated = infrastructure
    .map(({ product, version, releasedOn }) => ({ product, version, releaseDay: scale.dayOf(releasedOn) }))
    .toSorted((a, b) => a.releaseDay - b.releaseDay);
  const known = new Map<string, InfrastructureFloor | undefined>();
  const dayOf = (product: Product, version: string) =>
    dated.find((one) => one.product === product && one.version === version)?.releaseDay;
  return {
    floorOf: (minor) => {
      if (!known.has(minor))
        known.set(
          minor,
          sorted.findLast((floor) => compareVersions(floor.minor, minor) <= 0),
        );
      return known.get(minor);
    },
    isBelow: (product, version, floor) => {
      if (version === floor) return false;
      const [own, needed] = [version === null ? undefined : dayOf(product, version), dayOf(product, floor)];
      return own === undefined || needed === undefined || own < needed;
    },
    releaseDayOf: (product, version) => dayOf(product, version) ?? Number.NEGATIVE_INFINITY,
    newestOn: (product, day) => dated.findLast((one) => one.product === product && one.releaseDay <= day)?.version,
  };
}
