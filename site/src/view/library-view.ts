import {
  addResources,
  gibOf,
  multiplyResources,
  type Resources,
  type TypicalApplication,
  type TypicalComponent,
  vcpuOf,
  type WorkloadLibrary,
  type WorkloadPreset,
  workloadOfComponent,
} from "@nkp-planner/core";
import { confidenceWord, type EvidenceView, type Sources, sourceView } from "./evidence-view.ts";
import type { Writer } from "./writer.ts";

/** Sizes to begin with: what public charts ask for by default, no measured need. */
export interface LibraryView {
  readonly presets: readonly LibraryItem[];
  readonly applications: readonly LibraryItem[];
}

export interface LibraryItem {
  readonly id: string;
  readonly name: string;
  /** `12 pods · 3.5 vCPU · 14 GiB · 200 GiB of volumes` */
  readonly size: string;
  /** Components of which no source states what they ask for; they count as nothing. */
  readonly unknown: readonly string[];
  readonly evidence: EvidenceView;
}

export function libraryView({ presets, applications }: WorkloadLibrary, sources: Sources, writer: Writer): LibraryView {
  return {
    presets: presets.map((one) => itemOf(one, one.name, sources, writer)),
    applications: applications.map((one) => itemOf(one, titleOf(one), sources, writer)),
  };
}

function titleOf({ name, version }: TypicalApplication): string {
  return version === null ? name : `${name}, chart ${version}`;
}

const NOTHING: Resources = { cpuMillicores: 0, memoryBytes: 0, storageBytes: 0 };

function itemOf(
  item: WorkloadPreset | TypicalApplication,
  name: string,
  sources: Sources,
  writer: Writer,
): LibraryItem {
  const components: readonly TypicalComponent[] = item.components;
  const workloads = components.map((one) => workloadOfComponent(one, item.id, 1));
  const sum = workloads
    .map(({ replicas, requestsPerReplica }) => multiplyResources(requestsPerReplica, replicas))
    .reduce(addResources, NOTHING);
  const pods = workloads.reduce((count, { replicas }) => count + replicas, 0);
  return {
    id: item.id,
    name,
    size: [
      `${writer.number(pods)} pods`,
      `${writer.number(vcpuOf(sum.cpuMillicores))} vCPU`,
      `${writer.number(gibOf(sum.memoryBytes))} GiB`,
      `${writer.number(gibOf(sum.storageBytes))} GiB of volumes`,
    ].join(" · "),
    unknown: components
      .filter(({ replicas, requests }) => replicas > 0 && (requests.cpu === null || requests.memory === null))
      .map((one) => one.name),
    evidence: {
      confidence: confidenceWord(item.confidence),
      rateOrigin: null,
      sources: item.sources.map((id) => sourceView(id, sources)),
      note: item.note ?? null,
      sameAs: null,
    },
  };
}
