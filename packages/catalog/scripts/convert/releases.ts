import type { PlatformApplication, PlatformComponent, PlatformRelease } from "@nkp-planner/core";
import type { Dataset, RawApplication, RawComponent, RawRelease, RawSourceRef } from "./dataset.ts";
import { assertSameDefaults, convertDefaultSets } from "./default-sets.ts";
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
