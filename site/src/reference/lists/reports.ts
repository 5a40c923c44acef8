import { type Report, type ReportContent, type ReportSubjects, readers, reports } from "@nkp-planner/adapters";
import { type Row, workbookOf } from "@nkp-planner/adapters/workbook";
import { numberText } from "@nkp-planner/core";
import { toldOf } from "../../../build-time/told/own-file.ts";
import { commandWith } from "./command-with.ts";
import { optionsPart, sourcesPart, textOf } from "./parts.ts";
import type { ReferenceList, ReferencePage, Section } from "./reference-list.ts";
import { SAMPLE_MODEL, SAMPLE_WORDS, sample, sampleComparison, sampleInputs } from "./sample.ts";

const FOLDER = "packages/adapters/src/report";

const SUBJECTS: ReportSubjects = { plan: sample, comparison: sampleComparison, inputs: sampleInputs };

/** Every report: for whom it is, what it can be told, and what it says of the example. */
export const reportPages: ReferenceList = {
  id: "reports",
  title: "Reports",
  lead: "A plan, a comparison or the inputs as one document: quotes, costs, workbook, files to go on with. Each page shows what it says of the example fleet.",
  pages: () => Promise.all(reports.map(reportPage)),
};

async function reportPage(report: Report): Promise<ReferencePage> {
  const { id, title, summary, file, audiences, options } = report;
  const told = toldOf(FOLDER, id);
  return {
    id,
    title: `Report: ${title}`,
    lead: told.summary,
    sections: [
      {
        title: "How to get it",
        paragraphs: [
          `In short: ${summary}. Its file is called ${file.name} (${file.mediaType}).`,
          audiences.includes("customer")
            ? `It can go to customers: no cost is in it${audiences.includes("internal") ? ", unless it is asked for as internal" : ""}.`
            : "It is internal: it shows what things cost, or what was agreed with whom.",
          ...(report.of === "inputs" ? ["The calculator exports it; commands read it as it is:"] : []),
        ],
        command: commandOf(report),
      },
      ...optionsPart(options, "On the command line: `--option NAME=VALUE`."),
      await writtenPart(report),
      ...sourcesPart(told),
    ],
  };
}

/** The command that prints it, by what it is of and whom it is for; or that reads it, where it is a file to go on with. */
function commandOf({ id, of, audiences, file }: Report): string {
  const format = id === `${of}-json` ? "json" : id;
  const out = file.isBinary ? ` --out ${file.name}` : "";
  if (of === "comparison") return `nkp-planner compare fleet.yaml --prices price-book.yaml --format ${format}${out}`;
  if (of === "inputs") return commandWith(readers.find((reader) => reader.id === id)?.gives ?? "fleet", file.name);
  if (audiences.includes("customer"))
    return `nkp-planner quote fleet.yaml --price-list price-list.yaml --model ${SAMPLE_MODEL} --format ${format}${out}`;
  const verb = format === "json" ? "plan" : "cost";
  return `nkp-planner ${verb} fleet.yaml --prices price-book.yaml --model ${SAMPLE_MODEL} --format ${format}${out}`;
}

async function writtenPart<Of extends Report["of"]>(report: Report<Of>): Promise<Section> {
  const subject = SUBJECTS[report.of];
  const title = "What it says of the example";
  if (!report.appliesTo(subject)) return { title, paragraphs: ["Nothing: the example has nothing that it shows."] };
  const content: ReportContent = await report.write(subject);
  const of = `Of ${SAMPLE_WORDS}${report.of === "plan" ? `, by the model ${SAMPLE_MODEL}` : ""}.`;
  if (typeof content === "string") return { title, paragraphs: [of], texts: [textOf(report.file.name, content)] };
  const sheets = isWorkbook(report) ? workbookOf(sample).sheets : [];
  return {
    title,
    paragraphs: [`${of} The file has ${numberText(content.length)} bytes.`],
    ...(sheets.length === 0
      ? {}
      : {
          table: {
            label: "Its sheets",
            columns: [{ title: "Sheet" }, { title: "What it says first" }],
            rows: sheets.map(({ name, rows }) => [name, firstText(rows)]),
          },
        }),
  };
}

function isWorkbook({ file }: Report): boolean {
  return file.mediaType.includes("spreadsheetml");
}

/** What stands below a sheet's title. */
function firstText(rows: readonly Row[]): string {
  const texts = rows.flatMap(([cell]) => (cell?.kind === "text" ? [cell.text] : []));
  return texts[1] ?? texts[0] ?? "";
}
