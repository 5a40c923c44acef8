import { clusterShapes, type Reader, rightSizing, vmInventory } from "@nkp-planner/adapters";
import type { ShapeSource } from "../../../../packages/adapters/src/read/cluster-shapes/shape-source.ts";
import { shapeSources } from "../../../../packages/adapters/src/read/cluster-shapes/shape-sources.ts";
import { knownFormats } from "../../../../packages/adapters/src/read/known/known-formats.ts";
import type { SizingFormat } from "../../../../packages/adapters/src/read/right-sizing/sizing-format.ts";
import { sizingFormats } from "../../../../packages/adapters/src/read/right-sizing/sizing-formats.ts";
import type { InventoryDocument } from "../../../../packages/adapters/src/read/vm-inventory/inventory-document.ts";
import { inventoryDocuments } from "../../../../packages/adapters/src/read/vm-inventory/inventory-documents.ts";
import type { InventoryFormat, VmField } from "../../../../packages/adapters/src/read/vm-inventory/inventory-format.ts";
import { inventoryFormats } from "../../../../packages/adapters/src/read/vm-inventory/inventory-formats.ts";
import { toldOf } from "../../../build-time/told/own-file.ts";
import { at } from "../links.ts";
import { firstSentence, furtherSentences, optionsPart, sourcesPart } from "./parts.ts";
import type { ReferenceList, ReferencePage, Section } from "./reference-list.ts";

const FOLDER = "packages/adapters/src/read";

const FIELD_WORDS: Readonly<Record<VmField, string>> = {
  name: "Name",
  power: "Whether it is on",
  template: "Whether it is a template",
  placeholder: "Whether it stands for a VM elsewhere",
  vcpu: "vCPU",
  memoryMiB: "Memory",
  diskMiB: "Disks",
  usedMiB: "What of the disks is used",
};

/** A format of other tools' files, with the reader that takes it and what is special about it. */
interface Format {
  readonly id: string;
  readonly title: string;
  readonly reader: Reader;
  readonly folder: string;
  readonly parts: readonly Section[];
}

const formats: readonly Format[] = [
  ...inventoryFormats.map((one) => formatOf(one, vmInventory, "vm-inventory/formats", columnsOf(one))),
  ...inventoryDocuments.map((one) => formatOf(one, vmInventory, "vm-inventory/documents", documentOf(one))),
  ...sizingFormats.map((one) => formatOf(one, rightSizing, "right-sizing/formats", sizesOf(one))),
  ...shapeSources.map((one) => formatOf(one, clusterShapes, "cluster-shapes/sources", shapesOf(one))),
];

/** Every format of files that other tools write and a reader takes. */
export const readFormatPages: ReferenceList = {
  id: "formats",
  title: "Formats of other tools",
  lead: "Files that other tools write, of VMs, of sizes and of clusters, and what of them becomes tenants.",
  below: [
    {
      title: "Known, and not read",
      paragraphs: ["Files that say no sizes are known by their first lines, and refused with what to give instead."],
      table: {
        label: "Formats that are not read",
        columns: [{ title: "What it is" }, { title: "What to do" }],
        rows: knownFormats.map(({ title, fix }) => [title, fix]),
      },
    },
  ],
  pages: async () => formats.map(formatPage),
};

export function formatsOfReader(readerId: string): readonly Pick<Format, "id" | "title">[] {
  return formats.filter(({ reader }) => reader.id === readerId);
}

function formatOf(
  { id, title }: Pick<Format, "id" | "title">,
  reader: Reader,
  folder: string,
  parts: readonly Section[],
): Format {
  return { id, title, reader, folder: `${FOLDER}/${folder}`, parts };
}

function formatPage({ id, title, reader, folder, parts }: Format): ReferencePage {
  const told = toldOf(folder, id);
  const further = furtherSentences(told.summary);
  return {
    id,
    title: `Format: ${title}`,
    lead: firstSentence(told.summary),
    sections: [
      {
        title: "How it is read",
        paragraphs: [
          ...(further === "" ? [] : [further]),
          "What is in the file tells whose it is; no option names the format. The calculator takes it where it is dropped on the page.",
        ],
        command: `nkp-planner import FILE --as-of 2026-11-23 --release nkp-2.17.1 --currency EUR --out fleet.yaml`,
        links: [{ title: `Read by: ${reader.title}`, href: at(`reference/readers/${reader.id}/`) }],
      },
      ...parts,
      ...optionsPart(
        reader.options,
        "Those of its reader: `--option NAME=VALUE`, or a file of them with `--options FILE`.",
      ),
      ...sourcesPart(told),
    ],
  };
}

function columnsOf({ sheet, marks, heads, used, platformVms }: InventoryFormat): readonly Section[] {
  return [
    {
      title: "What is read of each VM",
      paragraphs: [
        `In a workbook it is the sheet \`${sheet}\`${marks.length === 0 ? "" : `, told apart from others of that name by ${marks.map((mark) => `\`${mark}\``).join(", ")}`}. Letters' size, blanks and the order of columns do not count.`,
        ...(platformVms === null
          ? []
          : ["VMs that are part of the platform, by their names, are no tenant's and left out."]),
      ],
      table: {
        label: "Columns, the preferred name first",
        columns: [{ title: "Of a VM" }, { title: "Names of its column" }],
        rows: Object.entries(heads).map(([field, names]) => [
          FIELD_WORDS[field as VmField],
          names.length === 0 ? "not said by this tool" : names.join(", "),
        ]),
      },
    },
    {
      title: "Size or use",
      paragraphs: [
        used === undefined
          ? "It says what VMs have and not what they use, so that sizes alone count."
          : `With \`--option mode=used\` what a VM used counts in place of its size: ${used.when}. CPU stands in the sheet \`${used.cpu.sheet}\`, memory in \`${used.memory.sheet}\`.`,
      ],
    },
  ];
}

function documentOf({ mark }: InventoryDocument): readonly Section[] {
  return [
    {
      title: "What is read of each VM",
      paragraphs: [
        "Its name, whether it is on, vCPU, memory, the sizes of its disks, GPUs, and whatever may tell tenants apart, such as categories, project or folder: `--option tenant-by=…` takes one of these.",
        `It is told from other JSON by \`${mark.source}\`.`,
      ],
    },
  ];
}

function sizesOf({ tool, usual, hasLimits, of }: SizingFormat): readonly Section[] {
  const shape = { documents: "JSON or YAML", table: "a table", lines: "lines as a terminal shows them" }[of];
  return [
    {
      title: "Which sizes it says",
      paragraphs: [
        `${tool} writes ${shape}. Where nobody says otherwise (\`--option basis=…\`), a container's ${{ requests: "requests", recommendation: "recommended requests", usage: "usage" }[usual]} are taken; the report names the basis.`,
        hasLimits
          ? "Where a container has a limit and no request, the limit is its request, as Kubernetes has it."
          : "It says no limits: who states no request has none.",
        "What has no such size is refused, unless `--option missing=…` says what to take for it: never 0.",
      ],
    },
  ];
}

function shapesOf({ id }: ShapeSource): readonly Section[] {
  const before = shapeSources.slice(
    0,
    shapeSources.findIndex((one) => one.id === id),
  );
  return [
    {
      title: "What is read of each cluster",
      paragraphs: [
        "Its control plane, external etcd and pools of workers: machines, their vCPU, memory and disk, failure domains, labels, taints and GPUs. Tenants are made that its workers can hold, filled to a share (`--option filled=…`).",
        before.length === 0
          ? "A cluster that several objects tell of is counted by this one first."
          : `A cluster that several objects tell of is counted once: ${before.map(({ title }) => title).join("; ")}; then this.`,
      ],
    },
  ];
}
