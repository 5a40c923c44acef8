import type { KubernetesSupport, Version } from "@nkp-planner/core";
import type { CalendarDataset } from "./calendar-dataset.ts";
import type { Dataset } from "./dataset.ts";
import type { Bibliography } from "./sources.ts";

const END_OF_LIFE = {
  repo: "endoflife-date/endoflife.date",
  commit: "a70eca33",
  path: "products/kubernetes.md",
} as const;

/** How long upstream looks after each minor version of Kubernetes. */
export function convertKubernetesSupport(calendar: CalendarDataset, bibliography: Bibliography): KubernetesSupport[] {
  return calendar.kubernetes.map(({ minor, endOfLifeOn }) => ({
    minor,
    endOfLifeOn,
    ...bibliography.provenanceOf({ source: END_OF_LIFE, confidence: "third-party" }),
  }));
}

/** Every version, with the day of its tag, or of the vendor's release notes where no tag is public. */
export function convertVersions(dataset: Dataset, calendar: CalendarDataset, bibliography: Bibliography): Version[] {
  return dataset.versions.map((raw) => ({
    version: raw.version,
    /** Of the release tag in the manifests repository, not of the announcement. */
    taggedOn: raw.date,
    releasedOn: raw.date ?? calendar.releases.find(({ version }) => version === raw.version)?.releasedOn ?? null,
    kubernetesMinor: raw.kubernetesMinor,
    kubernetesPatch: raw.kubernetesPatch,
    ...bibliography.provenanceOf(raw),
  }));
}
