import type { KnownComponent } from "./known-components.ts";
import { bestMatch, type NameMatch } from "./match-name.ts";
import type { RunningWorkload } from "./running-cluster.ts";

/** A workload with the component that it is. */
export interface MatchedWorkload extends NameMatch {
  readonly workload: RunningWorkload;
}

/** A workload that is no component; `likeName`: it is called like one, but stands where nothing of the platform is. */
export interface OtherWorkload {
  readonly workload: RunningWorkload;
  readonly likeName: string | null;
  /** Whether parts of the platform run in its namespace. */
  readonly isBesidePlatform: boolean;
}

/** Every workload, once: as a component, or as something else. */
export interface Matched {
  readonly matched: readonly MatchedWorkload[];
  readonly others: readonly OtherWorkload[];
}

function nameOf({ application, component: { name } }: KnownComponent): string {
  return application === null || application === name ? name : `${application}/${name}`;
}

/** Namespaces that are the platform's in every cluster. */
const ALWAYS = /^(kube-system|kommander(-.*)?)$/;
/** As many different components in a namespace make it one of the platform. */
const ENOUGH = 2;

/**
 * Which workloads are which components. What others run too (Grafana, Velero) is the platform's only where more of the
 * platform stands beside it; of one component in several namespaces, where most of it stands.
 */
export function matchedWorkloads(workloads: readonly RunningWorkload[], all: readonly KnownComponent[]): Matched {
  const found = workloads.map((workload) => ({ workload, match: bestMatch(workload, all) }));
  const componentsIn = new Map<string, Set<KnownComponent>>();
  for (const { workload, match } of found) {
    if (match === undefined || (match.known.isCommon && match.way !== "listed")) continue;
    const there = componentsIn.get(workload.namespace) ?? new Set();
    componentsIn.set(workload.namespace, there.add(match.known));
  }
  const countIn = (namespace: string) => componentsIn.get(namespace)?.size ?? 0;
  const isHome = (namespace: string) => ALWAYS.test(namespace) || countIn(namespace) >= ENOUGH;
  const homeOf = new Map<KnownComponent, string>();
  for (const { workload, match } of found) {
    if (match === undefined) continue;
    const { namespace } = workload;
    const there = homeOf.get(match.known);
    const isBetter = (there: string) =>
      Number(isHome(namespace)) - Number(isHome(there)) || countIn(namespace) - countIn(there);
    if (there === undefined || isBetter(there) > 0) homeOf.set(match.known, namespace);
  }
  const isTaken = ({ namespace }: RunningWorkload, { known, way }: NameMatch) => {
    if (way === "listed" || known.component.scale === "perManagedCluster") return true;
    return namespace === homeOf.get(known) && (!known.isCommon || isHome(namespace));
  };
  const taken = found.map(({ workload, match }) => ({
    workload,
    match,
    isTaken: match !== undefined && isTaken(workload, match),
  }));
  const homes = new Set(taken.flatMap((one) => (one.isTaken ? [one.workload.namespace] : [])));
  return {
    matched: taken.flatMap(({ workload, match, isTaken: is }) => (is && match ? [{ workload, ...match }] : [])),
    others: taken.flatMap(({ workload, match, isTaken: is }) =>
      is
        ? []
        : [
            {
              workload,
              likeName: match === undefined ? null : nameOf(match.known),
              isBesidePlatform: homes.has(workload.namespace),
            },
          ],
    ),
  };
}
