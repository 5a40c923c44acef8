import type { Confidence, SourceId } from "../base/provenance.ts";
import {
  BYTES_PER_GIB,
  BYTES_PER_MIB,
  multiplyResources,
  NOTHING,
  type Resources,
  sumResources,
} from "../base/units.ts";
import type {
  ClusterRole,
  ComponentRequests,
  ComponentScale,
  PlatformCatalog,
  PlatformComponent,
  TenantServices,
} from "../input/catalog.ts";
import { type Choices, choiceNamed, choiceOf, numberOf } from "../input/parameters.ts";
import type { PlatformContext } from "../input/platform-context.ts";
import type { ClusterBlueprint } from "../models/operating-model.ts";

/** Where a component's pods run. */
export type Placement = "every-node" | "control-plane" | "workers";

/** What one platform component asks of a cluster. */
export interface FootprintLine {
  /** The application it belongs to; null for what every cluster runs below the applications. */
  readonly application: string | null;
  readonly component: string;
  readonly placement: Placement;
  readonly kind: PlatformComponent["kind"];
  /** Priority of its pods; pods of a higher one come first. */
  readonly priority: number;
  /** How many times, where the component's scale says; null for "once per node", known when nodes are counted. */
  readonly count: number | null;
  readonly requestsEach: Resources;
  /** true: requestsEach is already the sum of several pods, whose number and single sizes are not known. */
  readonly isSumOfPods: boolean;
  /** true: a figure is not public, so that what is counted here is too little by an unknown amount. */
  readonly isUnknown: boolean;
  readonly confidence: Confidence;
  readonly sources: readonly SourceId[];
  readonly note: string | undefined;
}

/** How many nodes a cluster has, for components that run once per node. */
export interface NodeCounts {
  readonly controlPlane: number;
  readonly workers: number;
}

/**
 * What the platform itself asks for on a cluster: system components and the default applications of its
 * edition and role, one line a component.
 * @throws when the catalog has no default applications for that edition and role
 */
export function footprintOf(
  blueprint: Pick<ClusterBlueprint, "edition" | "role" | "services">,
  managedClusterCount: number,
  { catalog, choices }: PlatformContext,
): readonly FootprintLine[] {
  const counts: Record<ComponentScale, number | null> = {
    fixed: 1,
    perNode: null,
    perControlPlaneNode: null,
    perStorageNode: numberOf(choices, "ceph-storage-nodes"),
    perManagedCluster: managedClusterCount,
  };
  const priorities = new Map(catalog.priorityClasses.map(({ name, value }) => [name, value]));
  const lineOf = (application: string | null, component: PlatformComponent): FootprintLine => {
    const figures = figuresOf(component, choices);
    const times = counts[component.scale];
    return {
      application,
      component: component.name,
      placement: PLACEMENTS[component.scale],
      kind: component.kind,
      priority: priorities.get(component.priorityClass ?? "") ?? 0,
      count: times === null ? null : times * (component.replicas ?? 1),
      requestsEach: resourcesOf(figures.requests),
      isSumOfPods: times !== null && component.replicas === null && component.scale === "fixed",
      isUnknown: figures.requests.cpuMillicores === null || figures.requests.memoryMiB === null,
      confidence: figures.confidence,
      sources: figures.sources,
      note: figures.note,
    };
  };
  const system = [
    ...catalog.system.everyCluster,
    ...(blueprint.role === "attached" ? [] : catalog.system.onManagingClusters),
  ];
  const services = servicesOf(blueprint, { catalog, choices });
  const names = new Set([...defaultSetOf(blueprint, catalog), ...services.flatMap(({ applications }) => applications)]);
  return [
    ...system.map((component) => lineOf(null, component)),
    ...applicationsNamed([...names], catalog).flatMap((application) =>
      (application.components ?? [notRead(application)]).map((component) => lineOf(application.name, component)),
    ),
    ...services.flatMap(({ components }) => components.map((component) => lineOf(SERVICES, component))),
  ];
}

/** What components of the tenant services that belong to no NKP application are listed under. */
const SERVICES = "tenant-services";

/** Whether agents of tenants' clusters need something to report to, at the level that the plan asks for. */
export function hasCentralServices(context: PlatformContext): boolean {
  return servicesAt("central", context).length > 0;
}

/** Whether a cluster gets something at that level beside what its edition and role run by default. */
export function hasServices(
  blueprint: Pick<ClusterBlueprint, "edition" | "role" | "services">,
  context: PlatformContext,
): boolean {
  return servicesOf(blueprint, context).length > 0;
}

/** The applications that gather what the agents of tenants' clusters report: components that belong to none under `SERVICES`. */
export function centralStackOf(context: PlatformContext): ReadonlySet<string | null> {
  return new Set(
    servicesAt("central", context).flatMap(({ applications, components }) =>
      components.length === 0 ? applications : [...applications, SERVICES],
    ),
  );
}

/** What tenants get beside the cluster, at the level that the plan asks for. */
function servicesOf(
  { edition, role, services }: Pick<ClusterBlueprint, "edition" | "role" | "services">,
  context: PlatformContext,
): readonly TenantServices[] {
  return servicesAt(services ?? role, context).filter(({ editions }) => editions.includes(edition));
}

function servicesAt(on: TenantServices["on"] | ClusterRole, { catalog, choices }: PlatformContext) {
  const level = choiceOf(choices, "tenant-services").chosen;
  return catalog.tenantServices.filter((one) => one.level === level && one.on === on);
}

const PLACEMENTS: Readonly<Record<ComponentScale, Placement>> = {
  fixed: "workers",
  perNode: "every-node",
  perControlPlaneNode: "control-plane",
  perStorageNode: "workers",
  perManagedCluster: "workers",
};

function defaultSetOf(
  { edition, role }: Pick<ClusterBlueprint, "edition" | "role">,
  { release }: PlatformCatalog,
): readonly string[] {
  const set = release.defaultSets.find((candidate) => candidate.edition === edition && candidate.role === role);
  if (set === undefined) throw new Error(`${release.id} has no default applications for ${edition} ${role} clusters.`);
  return set.applications;
}

function applicationsNamed(names: readonly string[], { release }: PlatformCatalog) {
  return names.map((name) => {
    const application = release.applications.find((candidate) => candidate.name === name);
    if (application === undefined) throw new Error(`${release.id} does not describe ${name}, which its clusters run.`);
    return application;
  });
}

/** An application known by name only stands for one component of unknown size. */
function notRead({ name, sources }: { name: string; sources: string[] }): PlatformComponent {
  const requests = { cpuMillicores: null, memoryMiB: null, storageGiB: null };
  return {
    name,
    kind: null,
    scale: "fixed",
    replicas: null,
    requests,
    priorityClass: null,
    confidence: "unknown",
    sources,
  };
}

/** The component's own figures, or those of the other source that a parameter selects. */
function figuresOf(component: PlatformComponent, choices: Choices) {
  const other = component.alternatives?.find(
    ({ parameter, option }) => choiceNamed(choices, parameter)?.chosen === option,
  );
  return other ?? component;
}

function resourcesOf({ cpuMillicores, memoryMiB, storageGiB }: ComponentRequests): Resources {
  return {
    cpuMillicores: cpuMillicores ?? 0,
    memoryBytes: (memoryMiB ?? 0) * BYTES_PER_MIB,
    storageBytes: (storageGiB ?? 0) * BYTES_PER_GIB,
  };
}

/** The lines' sum for one placement, for one node where they run once per node. */
export function requestsPlaced(lines: readonly FootprintLine[], placement: Placement): Resources {
  return sumResources(
    lines
      .filter((line) => line.placement === placement)
      .map((line) => multiplyResources(line.requestsEach, line.count ?? 1)),
  );
}

/** How many times a line counts on a cluster of that many nodes. */
export function timesOn(line: FootprintLine, { controlPlane, workers }: NodeCounts): number {
  if (line.count !== null) return line.count;
  return line.placement === "control-plane" ? controlPlane : controlPlane + workers;
}

/** What a set of lines asks of a whole cluster. */
export function totalRequests(lines: readonly FootprintLine[], nodes: NodeCounts): Resources {
  return lines.length === 0
    ? NOTHING
    : sumResources(lines.map((line) => multiplyResources(line.requestsEach, timesOn(line, nodes))));
}
