import {
  type Ask,
  type ComponentChange,
  type FactSheet,
  gibOf,
  type ListedCatalog,
  numberText,
  type Parameter,
  type PlatformRelease,
  type ReleaseFootprint,
  type Source,
  vcpuOf,
} from "@nkp-planner/core";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";
import { table } from "./table.ts";
import { libraryTables } from "./workloads.ts";

export function catalogListText({ releases, parameters, factSheets, library }: ListedCatalog, ink: Ink): string {
  const parts = [
    table(
      [left("Release"), left("Kubernetes"), left("Status"), left("Tagged on")],
      releases.map(({ id, kubernetesVersion, status, releasedOn }) => [
        id,
        kubernetesVersion,
        status,
        releasedOn ?? "unknown",
      ]),
      ink,
    ),
    table(
      [left("Assumption"), left("Default"), left("Other readings")],
      parameters.map(({ id, default: standard, options, custom }) => [
        id,
        standard,
        [
          ...options.map((option) => option.id).filter((one) => one !== standard),
          ...(custom === null ? [] : [`own ${custom.kind}`]),
        ].join(", "),
      ]),
      ink,
    ),
    table(
      [left("Fact sheet"), left("About")],
      factSheets.map(({ id, title }) => [id, title]),
      ink,
    ),
    ...libraryTables(library, ink),
    "nkp-planner catalog show ID prints any of them with its sources.",
  ];
  return `${parts.join("\n\n")}\n`;
}

export function releaseText(release: PlatformRelease, footprints: readonly ReleaseFootprint[], ink: Ink): string {
  const { id, kubernetesVersion, status, releasedOn, applications, confidence } = release;
  const isPrerelease = status === "prerelease" ? ", a pre-release state" : "";
  const parts = [
    ink.strong(
      `${id}${isPrerelease}: Kubernetes ${kubernetesVersion}, tagged ${releasedOn ?? "on an unknown date"} [${confidence}]`,
    ),
    "Requests on a cluster of the documented minimum size",
    footprintTable(footprints, ink),
    table(
      [left("Application"), left("Version"), left("Licensed"), left("Default"), right("Components")],
      applications.map(({ name, version, licensedEditions, components }) => [
        name,
        version ?? "—",
        editionMarks(licensedEditions),
        defaultMarks(name, footprints),
        components === null ? "not read" : String(components.length),
      ]),
      ink,
    ),
    paragraph(
      "Licensed for and on by default in: S Starter, P Pro, U Ultimate (self-managed or management cluster), A clusters attached to Ultimate, M clusters managed by Starter.",
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

function footprintTable(footprints: readonly ReleaseFootprint[], ink: Ink): string {
  const columns = [
    left("Cluster"),
    right("Nodes"),
    right("Apps, vCPU"),
    right("Apps, GiB"),
    right("Claims, GiB"),
    right("System, vCPU"),
    right("System, GiB"),
    right("Unknown"),
  ];
  const rows = footprints.map((footprint) => [
    `${footprint.edition} ${footprint.role}`,
    String(footprint.nodes.controlPlane + footprint.nodes.workers),
    numberText(vcpuOf(footprint.applicationRequests.cpuMillicores), 3),
    numberText(gibOf(footprint.applicationRequests.memoryBytes)),
    numberText(gibOf(footprint.applicationRequests.storageBytes)),
    numberText(vcpuOf(footprint.systemRequests.cpuMillicores), 3),
    numberText(gibOf(footprint.systemRequests.memoryBytes)),
    String(footprint.unknownCount),
  ]);
  return table(columns, rows, ink);
}

export function changesText(
  before: { readonly id: string; readonly footprints: readonly ReleaseFootprint[] },
  after: { readonly id: string; readonly footprints: readonly ReleaseFootprint[] },
  changes: readonly ComponentChange[],
  ink: Ink,
): string {
  const sections = after.footprints.map((footprint) => {
    const mine = changes.filter(({ edition, role }) => edition === footprint.edition && role === footprint.role);
    const rows = mine.map((change) => [
      change.component,
      askText(change.before),
      askText(change.after),
      change.difference === null ? "unknown" : sizeText(change.difference.cpuMillicores, change.difference.memoryBytes),
    ]);
    const title = ink.strong(`${footprint.edition} ${footprint.role}`);
    const body =
      rows.length === 0
        ? "  no change in what its components ask for"
        : table([left("Component"), right(before.id), right(after.id), right("Change")], rows, ink);
    return `${title}\n${body}`;
  });
  const parts = [
    `Before: ${before.id}`,
    footprintTable(before.footprints, ink),
    `After: ${after.id}`,
    footprintTable(after.footprints, ink),
    "Default applications on a cluster of the documented minimum size, vCPU / GiB:",
    ...sections,
  ];
  return `${parts.join("\n\n")}\n`;
}

function askText(ask: Ask): string {
  return typeof ask === "string" ? (ask === "absent" ? "—" : ask) : sizeText(ask.cpuMillicores, ask.memoryBytes);
}

function sizeText(cpuMillicores: number, memoryBytes: number): string {
  return `${numberText(vcpuOf(cpuMillicores), 3)} / ${numberText(gibOf(memoryBytes))}`;
}

export function parameterText(parameter: Parameter, ink: Ink): string {
  const { id, title, description, options, default: standard, defaultReason, custom, lastCheckedOn } = parameter;
  const parts = [
    ink.strong(`${id}: ${title}`),
    paragraph(description),
    ...options.map((option) => {
      const mark = option.id === standard ? " (default)" : "";
      const cited = option.sources.length === 0 ? "" : ` sources: ${option.sources.join(", ")}`;
      return [
        `  ${option.id}${mark}`,
        paragraph(`${option.title} [${option.confidence}]${cited}`, "    "),
        ...(option.note === undefined ? [] : [paragraph(option.note, "    ")]),
      ].join("\n");
    }),
    paragraph(`Why the default: ${defaultReason}`),
    custom === null ? "" : paragraph(`A value of your own is taken too (${customText(custom)}).`),
    `Last checked on ${lastCheckedOn}. Set it with --set ${id}=…`,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function customText(custom: NonNullable<Parameter["custom"]>): string {
  if (custom.kind === "shape") return "vCPU x GiB x disk GiB, such as 8x32x80; with GPUs 16x128x100+2xnvidia.com/gpu";
  if (custom.kind === "host") return "cores x GiB x raw TiB, such as 32x512x15";
  return `${custom.kind === "odd" ? "an odd number" : "a number"} from ${custom.minimum} to ${custom.maximum}`;
}

export function factSheetText({ title, note, facts }: FactSheet, ink: Ink): string {
  const lines = facts.map((fact) => {
    const value =
      fact.value === null ? "unknown" : typeof fact.value === "string" ? fact.value : JSON.stringify(fact.value);
    return [
      ink.strong(fact.id),
      paragraph(value, "  "),
      ...(fact.note === undefined ? [] : [paragraph(fact.note, "  ")]),
      ink.quiet(paragraph(`[${fact.confidence}] ${fact.sources.join(", ")}`, "  ")),
    ].join("\n");
  });
  return `${[ink.strong(title), ...(note === undefined ? [] : [paragraph(note)]), ...lines].join("\n\n")}\n`;
}

export function sourceText({ id, title, href, readAs, note }: Source): string {
  const more = [href, readAs, note].filter((part) => part !== null && part !== undefined);
  return `${[id, paragraph(title, "  "), ...more.map((part) => `  ${part}`)].join("\n")}\n`;
}

const EDITION_MARKS = { starter: "S", pro: "P", ultimate: "U" } as const;
const MANAGED_MARKS = { starter: "M", pro: "A", ultimate: "A" } as const;

function editionMarks(editions: readonly (keyof typeof EDITION_MARKS)[]): string {
  return editions.map((edition) => EDITION_MARKS[edition]).join(" ");
}

function defaultMarks(application: string, footprints: readonly ReleaseFootprint[]): string {
  const having = footprints.filter(({ applications }) => applications.includes(application));
  const marks = having.map(({ edition, role }) => (role === "attached" ? MANAGED_MARKS : EDITION_MARKS)[edition]);
  return [...new Set(marks)].join(" ") || "—";
}

function left(title: string) {
  return { title, align: "left" } as const;
}

function right(title: string) {
  return { title, align: "right" } as const;
}
