import {
  demandOf,
  gibOf,
  numberText,
  type Source,
  type SourceId,
  type TypicalApplication,
  type TypicalComponent,
  vcpuOf,
  type WorkloadLibrary,
  type WorkloadPreset,
  workloadOfComponent,
} from "@nkp-planner/core";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";
import { type Column, table } from "./table.ts";

/** How the catalog's commands call a preset: `preset-M`, so that no other entry is called the same. */
export function presetEntryId({ id }: WorkloadPreset): string {
  return `preset-${id}`;
}

/** What a fleet file may call by name, with the size of each. */
export function libraryTables({ presets, applications }: WorkloadLibrary, ink: Ink): readonly string[] {
  const sizes = [right("Pods"), right("vCPU"), right("GiB"), right("Claims, GiB")];
  return [
    table(
      [left("Preset"), left("About"), ...sizes],
      presets.map((preset) => [presetEntryId(preset), preset.name, ...sizeCells(preset.components)]),
      ink,
    ),
    table(
      [left("Application"), left("About"), ...sizes],
      applications.map(({ id, name, components }) => [id, name, ...sizeCells(components)]),
      ink,
    ),
  ];
}

export function presetText(preset: WorkloadPreset, sources: ReadonlyMap<SourceId, Source>, ink: Ink): string {
  const { id, name, confidence, note, components } = preset;
  const named = components.map((one) => ({ ...one, name: `${one.application}/${one.name}` }));
  return entryText(
    { title: `${presetEntryId(preset)}: ${name}`, confidence, note, components: named, sources, ink },
    `In a fleet file: preset: ${id}`,
  );
}

export function applicationText(
  application: TypicalApplication,
  sources: ReadonlyMap<SourceId, Source>,
  ink: Ink,
): string {
  const { id, name, chart, version, confidence, note, components } = application;
  const origin = [chart === null ? "" : `, chart ${chart}`, version === null ? "" : `, version ${version}`].join("");
  return entryText(
    { title: `${id}: ${name}${origin}`, confidence, note, components, sources, ink },
    `In a fleet file: applications: [{ application: ${id} }]`,
  );
}

interface Entry {
  readonly title: string;
  readonly confidence: string;
  readonly note: string | undefined;
  readonly components: readonly TypicalComponent[];
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly ink: Ink;
}

function entryText({ title, confidence, note, components, sources, ink }: Entry, use: string): string {
  const cited = [...new Set(components.flatMap((one) => one.sources))];
  const [pods = "", vcpu = "", gib = "", claims = ""] = sizeCells(components);
  const parts = [
    paragraph(`${title} [${confidence}]`).split("\n").map(ink.strong).join("\n"),
    paragraph(`${pods} pods, ${vcpu} vCPU, ${gib} GiB, ${claims} GiB of claims. Requests of one pod:`),
    table(
      [left("Component"), left("Kind"), right("Pods"), right("CPU"), right("Memory"), left("Claims"), left("Sources")],
      components.map((one) => [
        one.name,
        one.kind,
        String(one.replicas),
        one.requests.cpu ?? "unknown",
        one.requests.memory ?? "unknown",
        one.volume === null ? "—" : `${one.volume.size} ${one.volume.per === "replica" ? "each" : "shared"}`,
        one.sources.map((id) => String(cited.indexOf(id) + 1)).join(", "),
      ]),
      ink,
    ),
    note === undefined ? "" : paragraph(note),
    notesOf(components),
    cited.map((id, index) => sourceLines(index + 1, id, sources.get(id))).join("\n"),
    paragraph(
      "Defaults of charts and manifests are a starting point, not a measured need. Jobs and init containers are left out. The kind is derived: a StatefulSet where each replica claims a volume.",
    ),
    use,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** Each note once, with the components that it is about and how far they can be trusted; the plain ones last. */
function notesOf(components: readonly TypicalComponent[]): string {
  const byNote = new Map<string, string[]>();
  const plainLast = components.toSorted((a, b) => Number(a.note === undefined) - Number(b.note === undefined));
  for (const { name, confidence, note } of plainLast) {
    const said = `${note ?? AS_WRITTEN} [${confidence}]`;
    byNote.set(said, [...(byNote.get(said) ?? []), name]);
  }
  const isOneRest = [...byNote.keys()].filter((said) => said.startsWith(AS_WRITTEN)).length === 1;
  return [...byNote]
    .map(([said, names]) => {
      const whose = isOneRest && said.startsWith(AS_WRITTEN) ? "all others" : names.join(", ");
      return paragraph(`${byNote.size === 1 ? "all" : whose}: ${said}`, "  ", "· ");
    })
    .join("\n");
}

const AS_WRITTEN = "as the source writes it";

function sourceLines(mark: number, id: SourceId, source: Source | undefined): string {
  const href = source?.href ?? null;
  return [paragraph(id, "", `${mark} `), ...(href === null ? [] : [`  ${href}`])].join("\n");
}

/** Pods, vCPU, GiB and GiB of claims; with "≥" where a part of the sum is unknown. */
function sizeCells(components: readonly TypicalComponent[]): readonly string[] {
  const { podCount, requests } = demandOf({ demand: components.map((one) => workloadOfComponent(one, "", 1)) });
  const running = components.filter(({ replicas }) => replicas > 0);
  const sumText = (key: "cpu" | "memory", text: string): string => {
    const unknownCount = running.filter((one) => one.requests[key] === null).length;
    if (unknownCount === 0) return text;
    return unknownCount === running.length ? "unknown" : `≥ ${text}`;
  };
  return [
    String(podCount),
    sumText("cpu", numberText(vcpuOf(requests.cpuMillicores), 3)),
    sumText("memory", numberText(gibOf(requests.memoryBytes))),
    numberText(gibOf(requests.storageBytes)),
  ];
}

function left(title: string): Column {
  return { title, align: "left" };
}

function right(title: string): Column {
  return { title, align: "right" };
}
