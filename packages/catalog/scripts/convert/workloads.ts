import {
  bytesOf,
  millicoresOf,
  parseQuantity,
  type TypicalApplication,
  type TypicalComponent,
  type WorkloadPreset,
} from "@nkp-planner/core";
import { type Bibliography, OWN_ASSUMPTION } from "./sources.ts";
import type {
  RawContainer,
  RawPlace,
  RawPresetItem,
  RawTypicalApplication,
  RawTypicalComponent,
  WorkloadsDataset,
} from "./workloads-dataset.ts";

export function convertApplications(dataset: WorkloadsDataset, bibliography: Bibliography): TypicalApplication[] {
  const sizes = idsOf(dataset.bitnamiResourcePresets.source, bibliography);
  return dataset.applications.map((raw) => {
    const sources = idsOf(raw.source, bibliography);
    const confidence = confidenceOf(raw);
    return {
      id: raw.id,
      name: raw.name,
      chart: raw.chart,
      version: raw.chartVersion,
      confidence,
      sources,
      ...(raw.note === undefined ? {} : { note: raw.note }),
      components: raw.components.map((component) => convertComponent(component, { confidence, sources, sizes })),
    };
  });
}

/** Presets with their changes to the charts made: other numbers of replicas set, components left out. */
export function convertPresets(dataset: WorkloadsDataset, bibliography: Bibliography): WorkloadPreset[] {
  const applications = convertApplications(dataset, bibliography);
  return Object.entries(dataset.presets).map(([id, { name, items }]) => ({
    id,
    name,
    ...bibliography.provenanceOf({ confidence: "assumption", source: OWN_ASSUMPTION, note: presetNote(items) }),
    components: items.flatMap((item) => {
      const application = applications.find((one) => one.id === item.app);
      if (application === undefined) throw new Error(`Preset ${id} names "${item.app}", which is no application.`);
      return componentsOf(id, item, application);
    }),
  }));
}

function componentsOf(
  preset: string,
  { replicas = {}, without = [] }: RawPresetItem,
  { id, components }: TypicalApplication,
): WorkloadPreset["components"] {
  for (const name of [...Object.keys(replicas), ...without]) {
    if (!components.some((one) => one.name === name)) throw new Error(`Preset ${preset}: ${id} has no "${name}".`);
  }
  return components
    .filter(({ name }) => !without.includes(name))
    .map((component) => {
      const chosen = replicas[component.name] ?? component.replicas;
      const change = `${chosen} ${chosen === 1 ? "replica" : "replicas"} instead of ${component.replicas}`;
      const note = noteOf([chosen === component.replicas ? undefined : change, component.note]);
      return { application: id, ...component, replicas: chosen, ...note };
    })
    .filter((component) => component.replicas > 0);
}

function presetNote(items: readonly RawPresetItem[]): string {
  const off = items.flatMap(({ app, replicas = {}, without = [] }) => {
    const names = [...without, ...Object.keys(replicas).filter((name) => replicas[name] === 0)];
    return names.length === 0 ? [] : [`${app} without ${names.join(", ")}`];
  });
  const choice = "Which applications and how many replicas is this planner's choice; every request is the source's.";
  return [choice, ...off.map((text) => `${text}.`)].join(" ");
}

interface Cited {
  readonly confidence: TypicalComponent["confidence"];
  readonly sources: readonly string[];
  /** Where the named sizes of a chart ("preset:micro") are written. */
  readonly sizes: readonly string[];
}

function convertComponent(raw: RawTypicalComponent, { confidence, sources, sizes }: Cited): TypicalComponent {
  const requests = { cpu: podRequest(raw, "cpu"), memory: podRequest(raw, "memory") };
  const isUnknown = requests.cpu === null || requests.memory === null;
  const isNamedSize = raw.containers.some(({ basis }) => basis.startsWith("preset:"));
  return {
    name: raw.name,
    kind: raw.storagePer === "replica" ? "StatefulSet" : "Deployment",
    replicas: raw.replicas,
    requests,
    volume: raw.storage === null ? null : { size: raw.storage, per: raw.storagePer ?? "component" },
    confidence: isUnknown ? "unknown" : confidence,
    sources: isNamedSize ? [...sources, ...sizes] : [...sources],
    ...noteOf([raw.note, containersNote(raw.containers), ...new Set(raw.containers.map(basisNote))]),
  };
}

/** The sum over a pod's containers: the source's own text where there is one, null where one of them is unknown. */
function podRequest({ name, containers }: RawTypicalComponent, key: "cpu" | "memory"): string | null {
  const written = containers.map(({ requests }) => requests[key]);
  if (written.length === 1) return written[0] ?? null;
  if (written.includes(null)) return null;
  const nano = written.reduce((sum, text) => {
    const one = parseQuantity(text ?? "");
    if (one === null) throw new Error(`"${text}" of ${name} is no quantity.`);
    return sum + one;
  }, 0n);
  return key === "cpu" ? `${millicoresOf(nano)}m` : bytesText(bytesOf(nano));
}

function bytesText(bytes: number): string {
  if (bytes % 2 ** 20 === 0) return `${bytes / 2 ** 20}Mi`;
  return bytes % 10 ** 6 === 0 ? `${bytes / 10 ** 6}M` : String(bytes);
}

function containersNote(containers: readonly RawContainer[]): string | undefined {
  if (containers.length < 2) return undefined;
  return containers.map(({ name, requests }) => `${name} ${requests.cpu} and ${requests.memory}`).join(", ");
}

/** What a reader should know of how a figure was found, beyond that it is written in the source. */
function basisNote({ basis }: RawContainer): string | undefined {
  // "not read" is said by the component's own note, which names the chart.
  if (basis === "explicit" || basis === "not read") return undefined;
  const size = /^preset:(\w+)/.exec(basis)?.[1];
  if (size !== undefined) {
    const isSubChart = basis.includes("sub-chart");
    return `the chart's size "${size}"${isSubChart ? ", read at the head of the sub-chart; the pinned version may differ" : ""}`;
  }
  return basis === "unset" ? "the source sets no requests" : basis;
}

/** What was read in a copy that somebody else keeps is no more than third-party. */
function confidenceOf({ source }: RawTypicalApplication): TypicalApplication["confidence"] {
  return source.repo.endsWith("-mirror") ? "third-party" : "derived-upstream";
}

function idsOf({ path, ...place }: RawPlace, bibliography: Bibliography): string[] {
  return path.split(/[;,] /).flatMap((one) => bibliography.idsOf({ ...place, path: one }));
}

function noteOf(parts: readonly (string | undefined)[]): { note?: string } {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? {} : { note: said.join("; ") };
}
