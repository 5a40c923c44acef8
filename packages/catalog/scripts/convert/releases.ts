import type { DefaultSet, PlatformApplication, PlatformComponent, PlatformRelease } from "@nkp-planner/core";
import type { Dataset, RawApplication, RawComponent, RawRelease, RawSourceRef } from "./dataset.ts";
import type { Bibliography } from "./sources.ts";

export function convertRelease(raw: RawRelease, dataset: Dataset, bibliography: Bibliography): PlatformRelease {
  const version = dataset.versions.find((row) => row.version === raw.version);
  const defaultSets = convertDefaultSets(raw, bibliography);
  assertSameDefaults(raw, defaultSets);
  return {
    id: `nkp-${raw.version}`,
    version: raw.version,
    status: raw.status as PlatformRelease["status"],
    kubernetesVersion: version?.kubernetesPatch ?? raw.kubernetesMinor,
    releasedOn: version?.date ?? null,
    ...bibliography.provenanceOf(raw),
    defaultSets,
    applications: raw.platformApplications.map((application) => convertApplication(application, bibliography)),
  };
}

/** The dataset lists what an edition adds to the one below; the planner wants whole sets. */
function convertDefaultSets(raw: RawRelease, bibliography: Bibliography): DefaultSet[] {
  const part = (id: string) => {
    const found = raw.defaultSets[id];
    if (found === undefined) throw new Error(`${raw.version} has no default set "${id}".`);
    return found;
  };
  const build = (edition: DefaultSet["edition"], role: DefaultSet["role"], ids: readonly string[]): DefaultSet => {
    const parts = ids.map(part);
    const provenances = parts.map((one) => bibliography.provenanceOf(one));
    const notes = provenances.flatMap(({ note }) => note ?? []);
    return {
      edition,
      role,
      applications: parts.flatMap(({ applications }) => applications),
      confidence: provenances[0]?.confidence ?? "unknown",
      sources: [...new Set(provenances.flatMap(({ sources }) => sources))],
      ...(notes.length === 0 ? {} : { note: notes.join(" ") }),
    };
  };
  return [
    build("starter", "self-managed", ["starterManagement"]),
    build("pro", "management", ["starterManagement", "proAdded"]),
    build("ultimate", "management", ["starterManagement", "proAdded", "ultimateAdded"]),
    build("ultimate", "attached", ["attachedClusterPrerequisites"]),
  ];
}

/** The dataset says twice what is on by default; a newer one in which the two disagree must not slip through. */
function assertSameDefaults(raw: RawRelease, sets: readonly DefaultSet[]): void {
  for (const { name, enabledByDefault } of raw.platformApplications) {
    for (const { edition, role, applications } of sets) {
      const word = `${edition.charAt(0).toUpperCase()}${edition.slice(1)}`;
      const said = (role === "attached" ? enabledByDefault.attachedOrManagedWorkload : enabledByDefault.management)[
        word
      ];
      if (said !== applications.includes(name)) {
        throw new Error(
          `${raw.version}: ${name} is in the default set of ${edition} ${role}, or not; the dataset says both.`,
        );
      }
    }
  }
}

function convertApplication(raw: RawApplication, bibliography: Bibliography): PlatformApplication {
  const isListedOnly = raw.confidence === "requests-not-derived";
  const provenance = bibliography.provenanceOf(isListedOnly ? { ...raw, confidence: "derived-manifest" } : raw);
  const minimum = raw.documentedMinimum;
  return {
    name: raw.name,
    version: raw.version,
    type: raw.type,
    scope: raw.scope as PlatformApplication["scope"],
    licensedEditions: raw.editionsLicensed.map((edition) =>
      edition.toLowerCase(),
    ) as PlatformApplication["licensedEditions"],
    requires: [...raw.requiredDependencies],
    worksWith: [...raw.optionalDependencies],
    ...provenance,
    components: isListedOnly
      ? null
      : (raw.components ?? []).map((component) => convertComponent(component, bibliography, raw.source ?? null)),
    documentedMinimum:
      minimum === null
        ? null
        : {
            cpuMillicores: minimum.cpuMillicores,
            memoryMiB: minimum.memoryMiB,
            storageGiB: minimum.storageGiB,
            perNode: minimum.perNode,
            ...bibliography.provenanceOf(minimum),
          },
  };
}

const KINDS: Readonly<Record<string, PlatformComponent["kind"]>> = {
  Deployment: "Deployment",
  StatefulSet: "StatefulSet",
  DaemonSet: "DaemonSet",
};

export function convertComponent(
  raw: RawComponent,
  bibliography: Bibliography,
  inherited: RawSourceRef,
): PlatformComponent {
  const declared = raw.declaredInManifest;
  return {
    name: raw.name,
    kind: KINDS[raw.kind ?? ""] ?? null,
    scale: raw.scale as PlatformComponent["scale"],
    replicas: raw.replicas ?? null,
    requests: { cpuMillicores: raw.cpuMillicores, memoryMiB: raw.memoryMiB, storageGiB: raw.storageGiB ?? null },
    priorityClass: raw.priorityClass ?? null,
    ...bibliography.provenanceOf(raw, inherited),
    ...(declared === undefined
      ? {}
      : {
          alternatives: [
            {
              parameter: "rook-ceph-requests",
              option: "declared-in-manifest",
              requests: {
                cpuMillicores: declared.cpuMillicores,
                memoryMiB: declared.memoryMiB,
                storageGiB: raw.storageGiB ?? null,
              },
              confidence: declared.confidence as PlatformComponent["confidence"],
              sources: bibliography.idsOf(inherited),
            },
          ],
        }),
  };
}
