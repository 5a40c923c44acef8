import type { PlatformContext } from "../../input/platform-context.ts";
import type { WorkloadName } from "../../input/workload-name.ts";
import { type ComponentMeasured, componentMeasured } from "./component-measured.ts";
import { groupedBy } from "./grouped-by.ts";
import { type KnownComponent, knownComponents } from "./known-components.ts";
import { type MatchedWorkload, matchedWorkloads } from "./matched-workloads.ts";
import { NODE_PARAMETERS, type NodesMeasured, nodesMeasured } from "./nodes-measured.ts";
import { elsewhereOf, type NamespaceElsewhere, notInCatalogOf, type WorkloadNotInCatalog } from "./other-workloads.ts";
import type { RunningCluster } from "./running-cluster.ts";
import { type MeasuredSetting, measuredSettings } from "./take-over.ts";

/** A running cluster beside what the catalog has of its release. */
export interface Measurement {
  readonly release: string;
  /** Open questions first. */
  readonly components: readonly ComponentMeasured[];
  readonly nodes: readonly NodesMeasured[];
  /** What runs beside parts of the platform, and is no component of the catalog. */
  readonly notInCatalog: readonly WorkloadNotInCatalog[];
  /** What runs in namespaces without any part of the platform: tenants, most likely. */
  readonly elsewhere: readonly NamespaceElsewhere[];
  /** Applications of the release of which nothing runs. */
  readonly absentApplications: readonly string[];
  readonly settings: readonly MeasuredSetting[];
  /** Versions of Kubernetes that nodes run, other than that of the release. */
  readonly otherVersions: readonly string[];
  readonly kubernetesVersion: string;
  readonly matched: readonly MatchedWorkload[];
}

/** Lays what runs beside what the catalog has of a release, component by component, and node by node. */
export function measurementOf(
  cluster: RunningCluster,
  context: PlatformContext,
  names: readonly WorkloadName[],
): Measurement {
  const { catalog, choices } = context;
  const all = knownComponents(catalog, names);
  const { matched, others } = matchedWorkloads(cluster.workloads, all);
  const byComponent = groupedBy(matched, ({ known }) => known);
  const partly = new Set(matched.map(({ known }) => groupOf(known)));
  const hasWorkloads = cluster.workloads.length > 0;
  const shown = all
    .map((known) => ({ known, measured: componentMeasured(known, byComponent.get(known) ?? [], { choices, cluster }) }))
    .filter(({ known, measured }) => hasWorkloads && isShown(known, measured, partly));
  const components = shown.map(({ measured }) => measured);
  const nodes = nodesMeasured(cluster.nodes, context);
  const { id, kubernetesVersion, applications } = catalog.release;
  const versions = new Set(cluster.nodes.flatMap((node) => node.kubernetesVersion ?? []));
  return {
    release: id,
    components: components.toSorted((a, b) => rankOf(a) - rankOf(b)),
    nodes,
    notInCatalog: others.filter((one) => one.isBesidePlatform).map(notInCatalogOf),
    elsewhere: elsewhereOf(others.filter((one) => !one.isBesidePlatform)),
    absentApplications: hasWorkloads
      ? applications
          .filter(({ name, components }) => components?.length !== 0 && !partly.has(name))
          .map(({ name }) => name)
      : [],
    settings: measuredSettings(
      [
        ...shown.map(({ known, measured }) => ({
          title: measured.component,
          settings: measured.settings,
          kept: keptByComponent(known, measured),
        })),
        ...nodes.map(({ role, settings, state }) => ({
          ...{ title: `${role} nodes`, settings },
          kept: state === "unknown" ? [] : NODE_PARAMETERS,
        })),
      ],
      choices,
    ),
    otherVersions: [...versions].filter((version) => version !== kubernetesVersion).toSorted(),
    kubernetesVersion,
    matched,
  };
}

/** What nobody outside knows stands before what is assumed, and both before what is read. */
function rankOf({ isOpenQuestion, cpuMillicores, memoryBytes, hasReadings }: ComponentMeasured): number {
  if (hasReadings || cpuMillicores.catalogValue === null || memoryBytes.catalogValue === null) return 0;
  return isOpenQuestion ? 1 : 2;
}

/** Assumptions that a component speaks for as they are. */
function keptByComponent({ component }: KnownComponent, measured: ComponentMeasured): readonly string[] {
  const { matchedBy, cpuMillicores: cpu, memoryBytes: memory, podCount } = measured;
  if (matchedBy === null || cpu.state !== "same" || memory.state !== "same") return [];
  return [
    ...(component.alternatives ?? []).map(({ parameter }) => parameter),
    ...(component.scale === "perStorageNode" && podCount.state === "same" ? ["ceph-storage-nodes"] : []),
  ];
}

function groupOf({ group, application }: KnownComponent): string {
  return application ?? group;
}

/** What runs, what is missing beside it, and what is an open question of applications that do not run. */
function isShown(known: KnownComponent, measured: ComponentMeasured, partly: ReadonlySet<string>): boolean {
  if (known.group === "every-cluster" || partly.has(groupOf(known))) return true;
  const isOpen = measured.cpuMillicores.catalogValue === null || known.component.alternatives !== undefined;
  return known.group === "application" && !known.isUnread && isOpen;
}
