import { readFileSync } from "node:fs";
import type { RawProvenance } from "./dataset.ts";

/** The research dataset as it lies in `dataset/nkp-calendar.json`: only the fields the conversion reads by name. */
export interface CalendarDataset {
  readonly releases: readonly (RawProvenance & { readonly version: string; readonly releasedOn: string })[];
  readonly kubernetes: readonly RawKubernetesMinor[];
}

/** How long upstream looks after a minor version of Kubernetes. */
export interface RawKubernetesMinor {
  readonly minor: string;
  readonly releasedOn: string;
  readonly activeSupportEndsOn: string;
  readonly endOfLifeOn: string;
}

export function readCalendarDataset(path: string | URL): CalendarDataset {
  return JSON.parse(readFileSync(path, "utf8")) as CalendarDataset;
}
