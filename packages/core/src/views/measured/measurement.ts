import type { PlatformContext } from "../../input/platform-context.ts";
import type { WorkloadName } from "../../input/workload-name.ts";
import { sumKnown, times } from "./compared.ts";
import { type ComponentMeasured, componentMeasured } from "./component-measured.ts";
import { type KnownComponent, knownComponents } from "./known-components.ts";
import { type MatchedWorkload, matchedWorkloads, type OtherWorkload } from "./matched-workloads.ts";
import { type NodesMeasured, nodesMeasured } from "./nodes-measured.ts";
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

/** A workload that the catalog does not have. */
export interface WorkloadNotInCatalog {
  readonly namespace: string;
  readonly name: string;
  readonly kind: string;
  readonly podCount: number | null;
  /** Of one pod; null: not known. */
  readonly cpuMillicores: number | null;
  readonly memoryBytes: number | null;
}

/** Workloads of a namespace that are no part of the platform. */
export interface NamespaceElsewhere {
  readonly namespace: string;
  readonly workloadCount: number;
  /** Of all pods together; null: of one of them it is not known. */
  readonly podCount: number | null;
  readonly cpuMillicores: number | null;
  readonly memoryBytes: number | null;
  /** Components that workloads of it are called like, without being counted as them. */
  readonly likeNames: readonly string[];
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
  const byComponent = new Map<KnownComponent, MatchedWorkload[]>();
  for (const one of matched) byComponent.set(one.known, [...(byComponent.get(one.known) ?? []), one]);
  const partly = new Set(matched.map(({ known }) => groupOf(known)));
  const hasWorkloads = cluster.workloads.length > 0;
  const components = all
    .map((known) => ({ known, measured: componentMeasured(known, byComponent.get(known) ?? [], { choices, cluster }) }))
    .filter(({ known, measured }) => hasWorkloads && isShown(known, measured, partly))
    .map(({ measured }) => measured);
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
    settings: measuredSettings([
      ...components.map((measured) => ({ title: measured.component, settings: measured.settings })),
      ...nodes.map((measured) => ({ title: `${measured.role} nodes`, settings: measured.settings })),
    ]),
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

function groupOf({ group, application }: KnownComponent): string {
  return application ?? group;
}

/** What runs, what is missing beside it, and what is an open question of applications that do not run. */
function isShown(known: KnownComponent, measured: ComponentMeasured, partly: ReadonlySet<string>): boolean {
  if (known.group === "every-cluster" || partly.has(groupOf(known))) return true;
  const isOpen = measured.cpuMillicores.catalogValue === null || known.component.alternatives !== undefined;
  return known.group === "application" && !known.isUnread && isOpen;
}

function notInCatalogOf({ workload }: OtherWorkload): WorkloadNotInCatalog {
  const { namespace, name, kind, podCount, cpuMillicores, memoryBytes } = workload;
  return { namespace, name, kind, podCount, cpuMillicores, memoryBytes };
}

function elsewhereOf(others: readonly OtherWorkload[]): readonly NamespaceElsewhere[] {
  const groups = new Map<string, OtherWorkload[]>();
  for (const one of others) groups.set(one.workload.namespace, [...(groups.get(one.workload.namespace) ?? []), one]);
  return [...groups].map(([namespace, all]) => {
    const workloads = all.map(({ workload }) => workload);
    return {
      namespace,
      workloadCount: new Set(workloads.map(({ kind, name }) => `${kind} ${name}`)).size,
      podCount: sumKnown(workloads.map(({ podCount }) => podCount)),
      cpuMillicores: sumKnown(workloads.map((one) => times(one.cpuMillicores, one.podCount))),
      memoryBytes: sumKnown(workloads.map((one) => times(one.memoryBytes, one.podCount))),
      likeNames: [...new Set(all.flatMap(({ likeName }) => likeName ?? []))],
    };
  });
}
