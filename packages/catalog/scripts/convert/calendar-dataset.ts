import { readFileSync } from "node:fs";
import type { RawProvenance, RawSource } from "./dataset.ts";

/** The research dataset as it lies in `dataset/nkp-calendar.json`: only the fields the conversion reads by name. */
export interface CalendarDataset {
  readonly readOn: string;
  readonly sources: Readonly<Record<string, RawSource>>;
  readonly releases: readonly (RawProvenance & { readonly version: string; readonly releasedOn: string })[];
  readonly kubernetes: readonly RawKubernetesMinor[];
  readonly prismCentral: readonly RawInfrastructure[];
  readonly aos: readonly RawInfrastructure[];
  readonly floors: readonly RawFloor[];
  readonly couplingScope: readonly RawCouplingScope[];
  readonly paths: { readonly advisedAgainst: readonly RawAdvice[] };
  readonly risks: readonly RawRisk[];
}

/** How long upstream looks after a minor version of Kubernetes. */
export interface RawKubernetesMinor {
  readonly minor: string;
  readonly releasedOn: string;
  readonly activeSupportEndsOn: string;
  readonly endOfLifeOn: string;
}

/** How long the vendor looks after a version of Prism Central or AOS. */
interface RawInfrastructure {
  readonly version: string;
  readonly releasedOn: string;
  readonly maintenanceEndsOn: string;
  readonly supportEndsOn: string;
}

interface RawFloor extends RawProvenance {
  readonly release: string;
  readonly prismCentral: string;
  readonly aos: string;
}

interface RawCouplingScope extends RawProvenance {
  readonly fromMinor: string;
  readonly scope: string;
  readonly otherScope: string | null;
  readonly text: string;
}

/** Who advises against a step that the vendor's table has. */
export interface RawAdvice extends Pick<RawProvenance, "source" | "note"> {
  readonly from: string;
  readonly to: string;
  readonly by: string;
}

interface RawRisk extends RawProvenance {
  readonly id: string;
  readonly fromMinor: string | null;
  readonly toMinor: string;
  readonly condition: string;
  readonly limit: number | null;
  readonly message: string;
  readonly fixedIn: string | null;
}

export function readCalendarDataset(path: string | URL): CalendarDataset {
  return JSON.parse(readFileSync(path, "utf8")) as CalendarDataset;
}
