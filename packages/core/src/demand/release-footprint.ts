import { multiplyResources, NOTHING, type Resources, subtractResources } from "../base/units.ts";
import type { ClusterRole, NodeMinimum } from "../input/catalog.ts";
import type { Edition } from "../input/edition-facts.ts";
import type { PlatformContext } from "../input/platform-context.ts";
import { type FootprintLine, footprintOf, type NodeCounts, timesOn, totalRequests } from "./footprint.ts";

/** What a release's default applications ask of a cluster of the documented minimum size, system components apart. */
export interface ReleaseFootprint {
  readonly edition: Edition;
  readonly role: ClusterRole;
  readonly nodes: NodeCounts;
  readonly lines: readonly FootprintLine[];
  /** Names of the default applications, those without pods too. */
  readonly applications: readonly string[];
  readonly applicationRequests: Resources;
  /** What every such cluster runs below the applications. */
  readonly systemRequests: Resources;
  readonly unknownCount: number;
}

/** The footprints of every edition and role that a release has default applications for. */
export function releaseFootprints(context: PlatformContext): readonly ReleaseFootprint[] {
  const { release, nodeMinimums } = context.catalog;
  return release.defaultSets.map(({ edition, role, applications }) => {
    const minimum = nodeMinimums.find((one) => one.role === role && one.editions.includes(edition)) as NodeMinimum;
    const nodes = { controlPlane: minimum.controlPlane.count, workers: minimum.worker.count };
    // What tenants get on top is the provider's choice, not the release's.
    const ofRelease = { ...context, catalog: { ...context.catalog, tenantServices: [] } };
    const lines = footprintOf({ edition, role }, 0, ofRelease);
    const of = (isSystem: boolean) => lines.filter(({ application }) => (application === null) === isSystem);
    return {
      edition,
      role,
      nodes,
      lines,
      applications,
      applicationRequests: totalRequests(of(false), nodes),
      systemRequests: totalRequests(of(true), nodes),
      unknownCount: lines.filter(({ isUnknown }) => isUnknown).length,
    };
  });
}

/** What a component asks for: known, not public, or nothing because the release does not have it by default. */
export type Ask = Resources | "unknown" | "absent";

/** How one component differs between two releases. */
export interface ComponentChange {
  readonly edition: Edition;
  readonly role: ClusterRole;
  readonly component: string;
  readonly before: Ask;
  readonly after: Ask;
  /** after − before; null where one of the two is unknown: then nobody can say. */
  readonly difference: Resources | null;
}

/** What changes in the default footprints from one release to another, component by component. */
export function releaseChanges(before: PlatformContext, after: PlatformContext): readonly ComponentChange[] {
  const old = releaseFootprints(before);
  return releaseFootprints(after).flatMap((footprint) => {
    const { edition, role } = footprint;
    const earlier = asks(old.find((one) => one.edition === edition && one.role === role));
    const later = asks(footprint);
    return [...new Set([...earlier.keys(), ...later.keys()])]
      .map((component): ComponentChange => {
        const [a, b] = [earlier.get(component) ?? "absent", later.get(component) ?? "absent"];
        return { edition, role, component, before: a, after: b, difference: differenceOf(a, b) };
      })
      .filter((change) => !isSame(change));
  });
}

function asks(footprint: ReleaseFootprint | undefined): ReadonlyMap<string, Ask> {
  if (footprint === undefined) return new Map();
  return new Map(
    footprint.lines
      .filter(({ application }) => application !== null)
      .map((line): [string, Ask] => [
        `${line.application}/${line.component}`,
        line.isUnknown ? "unknown" : multiplyResources(line.requestsEach, timesOn(line, footprint.nodes)),
      ]),
  );
}

function differenceOf(before: Ask, after: Ask): Resources | null {
  if (before === "unknown" || after === "unknown") return null;
  return subtractResources(after === "absent" ? NOTHING : after, before === "absent" ? NOTHING : before);
}

function isSame({ before, after, difference }: ComponentChange): boolean {
  if (typeof before === "string" || typeof after === "string") return before === after;
  return difference !== null && Object.values(difference).every((value) => value === 0);
}
