import type { EditionFacts, NodeMinimum, NodeShape, SystemComponents } from "@nkp-planner/core";
import type { Dataset, RawGroup, RawProvenance } from "./dataset.ts";
import { FEATURE_WORTH } from "./feature-worth.ts";
import { convertComponent } from "./releases.ts";
import { type Bibliography, OWN_ASSUMPTION } from "./sources.ts";

/** What a cluster runs below the applications. Static pods and DaemonSets are told apart by their scale. */
export function convertSystemComponents(dataset: Dataset, bibliography: Bibliography): SystemComponents {
  const { everyCluster, onSelfManagedOrManagementCluster, versionMapping } = dataset.systemOverhead;
  const convert = (raw: Dataset["systemOverhead"]["everyCluster"][number]) => {
    const component = convertComponent(raw, bibliography, null);
    const kind = { perControlPlaneNode: "StaticPod", perNode: "DaemonSet" } as const;
    return { ...component, kind: kind[raw.scale as keyof typeof kind] ?? ("Deployment" as const) };
  };
  const release = /NKP (\d+\.\d+\.\d+)/.exec(versionMapping.value)?.[1];
  if (release === undefined) throw new Error("systemOverhead.versionMapping names no NKP release.");
  return {
    everyCluster: everyCluster.map(convert),
    onManagingClusters: onSelfManagedOrManagementCluster.map(convert),
    readFor: {
      release: `nkp-${release}`,
      ...bibliography.provenanceOf({ ...versionMapping, note: `${versionMapping.value}: ${versionMapping.note}` }),
    },
  };
}

interface RawMinimum extends RawProvenance {
  readonly controlPlane: RawGroup;
  readonly worker: RawGroup;
  readonly table: number;
}

interface MinimumDraft extends Pick<NodeMinimum, "id" | "editions" | "role"> {
  /** Whose table holds for this cluster too, how sure that is, and why. */
  readonly as?: { readonly id: string; readonly confidence: NodeMinimum["confidence"]; readonly note: string };
}

const MINIMUMS: readonly MinimumDraft[] = [
  { id: "starterManagement", editions: ["starter"], role: "self-managed" },
  { id: "starterManaged", editions: ["starter"], role: "attached" },
  { id: "proUltimateManagement", editions: ["pro", "ultimate"], role: "management" },
  { id: "proUltimateManaged", editions: ["pro", "ultimate"], role: "attached" },
  {
    id: "starterManaging",
    editions: ["starter"],
    role: "management",
    as: {
      id: "starterManagement",
      confidence: "documented",
      note: "of a Starter management cluster; for how many clusters is not said",
    },
  },
  {
    id: "proSelfManaged",
    editions: ["pro"],
    role: "self-managed",
    as: {
      id: "proUltimateManagement",
      confidence: "assumption",
      note: "of a management cluster; that one which carries workloads too needs no less is assumed",
    },
  },
];

export function convertNodeMinimums(dataset: Dataset, bibliography: Bibliography): NodeMinimum[] {
  return MINIMUMS.map(({ id, editions, role, as }) => {
    const raw = dataset.minimums[as?.id ?? id] as RawMinimum | undefined;
    if (raw === undefined) throw new Error(`The dataset has no minimum "${as?.id ?? id}".`);
    const note = [`Table ${raw.table}`, as?.note, raw.note].filter((part) => part !== undefined).join("; ");
    return {
      ...{ id, editions, role },
      controlPlane: raw.controlPlane,
      worker: raw.worker,
      ...bibliography.provenanceOf({ ...raw, confidence: as?.confidence ?? raw.confidence, note }),
    };
  });
}

/** Shapes that no document names and providers offer all the same: three families of so many GiB a vCPU. */
const FAMILIES: readonly (readonly [string, number])[] = [
  ["compute", 2],
  ["general", 4],
  ["memory", 8],
];
const FAMILY_VCPUS = [4, 6, 8, 12, 16, 24, 32];

export function convertNodeShapes(dataset: Dataset, bibliography: Bibliography) {
  const shapeOf = ({ vcpu, memoryGiB, diskGiB }: RawGroup) => ({ vcpu, memoryGiB, diskGiB });
  const tables = convertNodeMinimums(dataset, bibliography).filter(({ id }) => id in dataset.minimums);
  const documented = tables.map(({ id, worker, confidence, sources, note }) => ({
    id: `${id}-worker`,
    shape: shapeOf(worker),
    confidence,
    sources,
    ...(note === undefined ? {} : { note }),
  }));
  const { nutanix } = dataset.nodeDefaults;
  const command = { id: "command-default", shape: shapeOf(nutanix.worker), ...bibliography.provenanceOf(nutanix) };
  const { diskGiB } = command.shape;
  const families = FAMILIES.flatMap(([family, gibPerVcpu]) =>
    FAMILY_VCPUS.map((vcpu) => ({
      id: `${family}-${vcpu}`,
      shape: { vcpu, memoryGiB: vcpu * gibPerVcpu, diskGiB },
      ...bibliography.provenanceOf({
        source: OWN_ASSUMPTION,
        confidence: "assumption",
        note: `no document names it: of a family with ${gibPerVcpu} GiB a vCPU; a price book's nodeShapes are the provider's own`,
      }),
    })),
  ).filter(({ shape }) => [...documented, command].every((known) => !isSame(known.shape, shape)));
  return [...documented, command, ...families].sort(
    (a, b) => a.shape.vcpu - b.shape.vcpu || a.shape.memoryGiB - b.shape.memoryGiB || (a.id < b.id ? -1 : 1),
  );
}

function isSame(a: NodeShape, b: NodeShape): boolean {
  return a.vcpu === b.vcpu && a.memoryGiB === b.memoryGiB && a.diskGiB === b.diskGiB;
}

/** Titles for the rows of the vendor's feature matrix; a row without a title stops the conversion. */
const FEATURES: Readonly<Record<string, string>> = {
  multiClusterFleet: "One view over a fleet of clusters",
  attachClusters: "Attach existing clusters",
  createWorkloadClusters: "Create workload clusters",
  upgradeWorkloadClusters: "Upgrade workload clusters",
  workspacesAndProjects: "Workspaces and projects",
  platformApplications: "Platform applications per workspace",
  prometheus: "Built-in monitoring (Prometheus)",
  logging: "Built-in logging",
  backupVelero: "Built-in backup (Velero)",
  gitOpsContinuousDeployment: "Continuous deployment in the UI (GitOps)",
  fluxAsApplication: "Flux as an application",
  customImages: "Custom node images",
  airGapped: "Air-gapped installation",
  sso: "Single sign-on",
  nkpRbac: "NKP role-based access control",
  insights: "Insights",
  openCost: "Cost view (OpenCost)",
};
const NOT_FEATURES = [
  "id",
  "name",
  "infrastructure",
  "defaultLicenceOn",
  "nodeImages",
  "source",
  "confidence",
  "notes",
];

export function convertEditions(dataset: Dataset, bibliography: Bibliography): EditionFacts[] {
  return dataset.editions.map((raw) => ({
    id: raw.id as EditionFacts["id"],
    name: raw.name,
    features: Object.keys(raw)
      .filter((key) => !NOT_FEATURES.includes(key))
      .map((id) => {
        const title = FEATURES[id];
        if (title === undefined) throw new Error(`Feature "${id}" of edition ${raw.id} has no title.`);
        const isIncluded = raw[id] === true;
        const worthTo = raw.id === "ultimate" ? FEATURE_WORTH[id] : undefined;
        return { id, title, included: isIncluded, ...(worthTo === undefined ? {} : { worthTo }) };
      }),
    infrastructure: [...raw.infrastructure],
    nodeImages: [...raw.nodeImages],
    ...bibliography.provenanceOf(raw.notes === undefined ? raw : { ...raw, note: raw.notes.join(" ") }),
  }));
}
