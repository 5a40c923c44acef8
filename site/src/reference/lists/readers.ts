import { type Reader, readers } from "@nkp-planner/adapters";
import { yamlFile } from "@nkp-planner/adapters/yaml";
import { findingText, numberText } from "@nkp-planner/core";
import { toldOf } from "../../../build-time/told/own-file.ts";
import { at } from "../links.ts";
import { commandWith } from "./command-with.ts";
import { firstSentence, furtherSentences, optionsPart, sourcesPart, textOf } from "./parts.ts";
import { formatsOfReader } from "./read-formats.ts";
import type { ReferenceList, ReferencePage, Section } from "./reference-list.ts";

const FOLDER = "packages/adapters/src/read";
const MIB = 2 ** 20;

/** Every reader: what it takes, what it can be told, and what it makes of a small file. */
export const readerPages: ReferenceList = {
  id: "readers",
  title: "Readers",
  lead: "Which files the command line and the calculator read: each reader with its options, its limits, and what it makes of an example.",
  pages: () => Promise.all(readers.map(readerPage)),
};

async function readerPage(reader: Reader): Promise<ReferencePage> {
  const { id, title, gives, options, example, fileNames } = reader;
  const told = toldOf(FOLDER, id);
  const formats = formatsOfReader(id);
  return {
    id,
    title: `Reader: ${title}`,
    lead: firstSentence(told.summary),
    sections: [
      {
        title: "How a file is given",
        paragraphs: [
          furtherSentences(told.summary),
          `Names of its files end in ${fileNames.join(", ")}; what is in a file decides who reads it. On the page, drop it on the calculator.`,
          ...limitsOf(reader),
        ].filter((text) => text !== ""),
        command: commandWith(gives, example.name),
      },
      ...(formats.length === 0
        ? []
        : [
            {
              title: "Formats that it knows",
              links: formats.map((format) => ({ title: format.title, href: at(`reference/formats/${format.id}/`) })),
            },
          ]),
      ...optionsPart(options, "On the command line: `--option NAME=VALUE`, or a file of them with `--options FILE`."),
      { title: "A small file", texts: [textOf(example.name, example.text)] },
      await readPart(reader),
      ...sourcesPart(told),
    ],
  };
}

function limitsOf({ capabilities }: Reader): readonly string[] {
  const { mostBytes, joinsFiles, takesLarge } = capabilities;
  return [
    `A file may have ${numberText(mostBytes / MIB)} MiB${takesLarge ? "; larger lists in JSON are read piece by piece" : ""}.`,
    ...(joinsFiles ? ["Several files given together are one cluster or one list: nothing in them counts twice."] : []),
  ];
}

async function readPart({ read, example }: Reader): Promise<Section> {
  const { data, findings, report, basis } = await read({
    name: example.name,
    bytes: new TextEncoder().encode(example.text),
  });
  const { entries, foundCount, usedCount } = report;
  return {
    title: "What it makes of it",
    paragraphs: [
      `Found: ${foundCount} (${entries}). Taken: ${usedCount}.${basis === undefined ? "" : ` Sizes: ${basis}.`}`,
    ],
    items: [...new Set(findings.map((one) => findingText(one)))],
    texts: [textOf("What is read, as a fleet file has it", yamlFile(data))],
  };
}
