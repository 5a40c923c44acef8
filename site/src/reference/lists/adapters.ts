import { type Adapter, adapters, contentOf, exampleOptions, planToEmit } from "@nkp-planner/adapters";
import { exampleRunOptionsText, type RunAdapter, runAdapters } from "@nkp-planner/adapters/runs";
import { exampleOptionsText, optionsFileSchema } from "@nkp-planner/adapters/yaml";
import { findingText, numberText } from "@nkp-planner/core";
import { type Told, toldOf } from "../../../build-time/told/own-file.ts";
import { optionsPart, sourcesPart, textOf } from "./parts.ts";
import type { ReferenceList, ReferencePage, Section } from "./reference-list.ts";
import { SAMPLE_MODEL, SAMPLE_WORDS, sample, sampleComparison, sampleLines } from "./sample.ts";

const FOLDER = "packages/adapters/src/emit";
const RUNS_FOLDER = "packages/adapters/src/runs";
const BY_FILE = "In a file (`--options FILE`), or one by one (`--option NAME=VALUE`).";

/** Every adapter of plans and of runs: what it writes of the example, and what it can be told. */
export const adapterPages: ReferenceList = {
  id: "adapters",
  title: "Adapters",
  lead: "What nkp-planner emit writes for other tools: clusters to be made, what they need before, calendars, bills and slides. Each page shows what comes of the example fleet.",
  pages: async () => [...(await Promise.all(adapters.map(adapterPage))), ...runAdapters.map(runPage)],
};

async function adapterPage(adapter: Adapter): Promise<ReferencePage> {
  const { id, title, summary, options, releases } = adapter;
  const told = toldOf(FOLDER, id);
  const plan = planToEmit(sample);
  const needed = exampleOptions(adapter, plan);
  const hasNeeded = Object.keys(needed).length > 0;
  const fleet = { planned: sample, comparison: () => sampleComparison };
  const { files, findings } = await adapter.emit({ plan, fleet, options: needed });
  return {
    id,
    title,
    lead: summary,
    sections: [
      {
        title: "What it is for",
        paragraphs: [told.summary, releasesText(releases)],
        command: `nkp-planner emit ${id} fleet.yaml --prices price-book.yaml --model ${SAMPLE_MODEL}${hasNeeded ? " --options options.yaml" : ""} --out ${id}`,
      },
      ...optionsPart(
        options,
        hasNeeded
          ? `${BY_FILE} \`nkp-planner emit ${id} fleet.yaml --example-options\` prints a file to start from.`
          : BY_FILE,
      ),
      ...(hasNeeded
        ? [
            textPart(
              "Options to start from",
              "options.yaml",
              exampleOptionsText(adapter, plan, optionsFileSchema(adapters)),
            ),
          ]
        : []),
      ...writtenParts(files, `Of ${SAMPLE_WORDS}, by the model ${SAMPLE_MODEL}.`),
      ...(findings.length === 0
        ? []
        : [{ title: "What it says beside the files", items: [...new Set(findings.map((one) => findingText(one)))] }]),
      keptPart(adapter),
      ...sourcesPart(told),
    ],
  };
}

function runPage(adapter: RunAdapter): ReferencePage {
  const { id, title, summary, options, exampleOptions: given } = adapter;
  const told: Told = toldOf(RUNS_FOLDER, id);
  const bytes = new TextEncoder().encode(sampleLines);
  const run = {
    fleet: { name: "tenants.ndjson", byteCount: bytes.length, bytes },
    files: [],
    words: ["--release", sample.release],
    mergeWords: [],
  };
  return {
    id,
    title,
    lead: summary,
    sections: [
      {
        title: "What it is for",
        paragraphs: [told.summary, "Nothing of the fleet is read or planned here: the parts do that where they run."],
        command: `nkp-planner emit ${id} tenants.ndjson --options options.yaml --out ${id}`,
      },
      ...optionsPart(options, BY_FILE),
      textPart("Options to start from", "options.yaml", exampleRunOptionsText(adapter)),
      ...writtenParts(adapter.emit(run, given), `Of ${SAMPLE_WORDS} as lines of JSON, with the options above.`),
      ...sourcesPart(told),
    ],
  };
}

function releasesText({ from, until }: Adapter["releases"]): string {
  if (from === null && until === null) return "It writes for every release of NKP in the catalog.";
  return `It writes for NKP${from === null ? "" : ` from ${from}`}${until === null ? "" : ` up to ${until}`}.`;
}

/** The names of all files, and the first that says more than how to use the others. */
function writtenParts(files: Awaited<ReturnType<Adapter["emit"]>>["files"], of: string): readonly Section[] {
  const shown =
    files.find((file) => "text" in file && file.path !== "README.md") ?? files.find((file) => "text" in file);
  return [
    {
      title: "What it writes",
      paragraphs: [of],
      table: {
        label: "Files",
        columns: [{ title: "File" }, { title: "Bytes", isNumber: true }],
        rows: files.map((file) => [file.path, numberText(new Blob([contentOf(file)]).size)]),
      },
    },
    ...(shown === undefined || !("text" in shown) ? [] : [textPart("One of them", shown.path, shown.text)]),
  ];
}

function textPart(title: string, name: string, text: string): Section {
  return { title, texts: [textOf(name, text)] };
}

const READ_BACK: Readonly<Record<Adapter["readsBack"][number], string>> = {
  name: "the name",
  nodes: "every node with its size",
  nodeCount: "the number of nodes",
  podCount: "the number of pods",
  machines: "every pool with its machines",
  addressCount: "the number of addresses",
};

function keptPart({ readsBack }: Adapter): Section {
  const what = readsBack.map((one) => READ_BACK[one]).join(", ");
  return {
    title: "How it is kept right",
    paragraphs: [
      what === ""
        ? "The same plan gives the same bytes, which tests hold against files that were reviewed."
        : `The same plan gives the same bytes. Tests read the files back and hold ${what} of each cluster against the plan.`,
    ],
  };
}
