import { posix } from "node:path";
import { readXlsx } from "hucre";
import { elementsIn, readXml, type XmlElement } from "./xml.ts";
import { filesOfZip } from "./zip.ts";

/** A .pptx opened, as somebody reads it who knows the format and not who wrote it. */
export interface Presentation {
  /** Bytes of every part, by its path. */
  readonly parts: Readonly<Record<string, Uint8Array>>;
  /** Every part of XML, read. */
  readonly documents: ReadonlyMap<string, XmlElement>;
  readonly slides: readonly SlideRead[];
}

export interface SlideRead {
  readonly path: string;
  readonly title: string;
  /** Paragraphs of shapes, the title's apart. */
  readonly lines: readonly string[];
  readonly tables: readonly TableRead[];
  readonly charts: readonly ChartRead[];
  readonly notes: readonly string[];
  /** Numbers of its shapes. */
  readonly ids: readonly string[];
}

export interface TableRead {
  readonly name: string;
  readonly altText: string;
  readonly rows: readonly (readonly string[])[];
}

export interface ChartRead {
  readonly altText: string;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly workbookPath: string;
}

const textIn = (content: Uint8Array) => new TextDecoder("utf-8", { fatal: true }).decode(content);

export function readPresentation(bytes: Uint8Array): Presentation {
  const parts = filesOfZip(bytes);
  const documents = new Map(
    Object.entries(parts)
      .filter(([path]) => /\.(xml|rels)$/.test(path))
      .map(([path, content]) => [path, readXml(textIn(content))]),
  );
  const order = elementsIn(documentAt(documents, "ppt/presentation.xml"), "p:sldId");
  const targets = targetsOf(documents, "ppt/presentation.xml");
  const slides = order.map(({ attributes }) => slideAt(documents, targets.get(attributes["r:id"] ?? "")?.path ?? ""));
  return { parts, documents, slides };
}

interface Target {
  readonly path: string;
  readonly type: string;
}

/** What a part refers to, by the id of the relationship. */
export function targetsOf(documents: Presentation["documents"], path: string): ReadonlyMap<string, Target> {
  const rels = documents.get(relsOf(path));
  return new Map(
    (rels === undefined ? [] : elementsIn(rels, "Relationship")).map(({ attributes }) => [
      attributes["Id"] ?? "",
      {
        path: posix.resolve("/", posix.dirname(path), attributes["Target"] ?? "").slice(1),
        type: posix.basename(attributes["Type"] ?? ""),
      },
    ]),
  );
}

/** Where the relationships of a part stand: those of the package itself beside no part. */
export function relsOf(path: string): string {
  return posix.join(posix.dirname(path), "_rels", `${posix.basename(path)}.rels`);
}

/** What the workbook of a chart holds, as rows. */
export async function workbookOf({ parts }: Presentation, { workbookPath }: ChartRead) {
  const { sheets } = await readXlsx(parts[workbookPath] as Uint8Array);
  return sheets[0]?.rows ?? [];
}

/** Every text of every part, those of workbooks inside too: what a search through the file finds. */
export function textsOf(parts: Presentation["parts"]): readonly string[] {
  return Object.values(parts).flatMap((content) =>
    content[0] === 0x50 && content[1] === 0x4b ? textsOf(filesOfZip(content)) : [textIn(content)],
  );
}

function documentAt(documents: Presentation["documents"], path: string): XmlElement {
  const found = documents.get(path);
  if (found === undefined) throw new Error(`There is no part ${path}`);
  return found;
}

function slideAt(documents: Presentation["documents"], path: string): SlideRead {
  const slide = documentAt(documents, path);
  const shapes = elementsIn(slide, "p:sp");
  const isTitle = (shape: XmlElement) =>
    elementsIn(shape, "p:ph").some(({ attributes }) => attributes["type"] === "title");
  const targets = [...targetsOf(documents, path).values()];
  const frames = elementsIn(slide, "p:graphicFrame");
  const notesPath = targets.find(({ type }) => type === "notesSlide")?.path;
  return {
    path,
    title: shapes.filter(isTitle).flatMap(paragraphsIn).join(" "),
    lines: shapes.filter((shape) => !isTitle(shape)).flatMap(paragraphsIn),
    tables: frames
      .filter((frame) => elementsIn(frame, "a:tbl").length > 0)
      .map((frame) => ({
        ...wordsOf(frame),
        rows: elementsIn(frame, "a:tr").map((row) =>
          elementsIn(row, "a:tc").map((cell) => paragraphsIn(cell).join(" ")),
        ),
      })),
    charts: frames.flatMap((frame) =>
      elementsIn(frame, "c:chart").map((chart) => ({
        ...wordsOf(frame),
        ...chartAt(documents, targetsOf(documents, path).get(chart.attributes["r:id"] ?? "")?.path ?? ""),
      })),
    ),
    notes: notesPath === undefined ? [] : notesIn(documentAt(documents, notesPath)),
    ids: elementsIn(slide, "p:cNvPr").map(({ attributes }) => attributes["id"] ?? ""),
  };
}

function wordsOf(frame: XmlElement) {
  const { name = "", descr = "" } = elementsIn(frame, "p:cNvPr")[0]?.attributes ?? {};
  return { name, altText: descr };
}

function paragraphsIn(shape: XmlElement): readonly string[] {
  return elementsIn(shape, "a:p")
    .map((paragraph) =>
      elementsIn(paragraph, "a:t")
        .map(({ text }) => text)
        .join(""),
    )
    .filter((text) => text !== "");
}

function notesIn(notes: XmlElement): readonly string[] {
  const isBody = (shape: XmlElement) =>
    elementsIn(shape, "p:ph").some(({ attributes }) => attributes["type"] === "body");
  return elementsIn(notes, "p:sp").filter(isBody).flatMap(paragraphsIn);
}

function chartAt(documents: Presentation["documents"], path: string): Omit<ChartRead, "altText"> {
  const chart = documentAt(documents, path);
  const pointsIn = (element: XmlElement, name: string) =>
    elementsIn(element, name).flatMap((one) => elementsIn(one, "c:v").map(({ text }) => text));
  const all = elementsIn(chart, "c:ser");
  return {
    categories: all[0] === undefined ? [] : pointsIn(all[0], "c:cat"),
    series: all.map((one) => ({
      name: pointsIn(one, "c:tx").join(""),
      values: pointsIn(one, "c:val").map(Number),
    })),
    workbookPath: [...targetsOf(documents, path).values()].find(({ type }) => type === "package")?.path ?? "",
  };
}
