import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { escapeXml } from "../../../text/xml.ts";
import { uniqueShapeIds } from "./shape-xml.ts";

/** The first day that a zip can say; read as local time and written as such, so that it is the same everywhere. */
const FIRST_DAY = "1980-01-01 00:00:00";
const COMPRESSION = 6;
const CONTENT_TYPES = "[Content_Types].xml";
const CHART_PART = /(charts\/chart|embeddings\/Microsoft_Excel_Worksheet|charts\/_rels\/chart)(\d+)\./;

const EMBEDDED = /Microsoft_Excel_Worksheet(\d+)\.xlsx$/;

/** What is said of a shape for those who do not see it, by its name. */
type AltTexts = ReadonlyMap<string, string>;

/** What the library does not write, or not the same every time. */
export interface PackageWords {
  readonly asOf: string;
  /** Of its texts; the library takes notes for English. */
  readonly languageTag: string;
  readonly altTexts: AltTexts;
  /** The workbook of each chart by its number in the deck, from 1 on. */
  readonly workbooks: Readonly<Record<string, Uint8Array>>;
}

/**
 * The same package as the same bytes every time: numbers of charts from one on in the order of their slides, no time of
 * day, entries sorted, and no content type of a part that is not there.
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/ part 2, 7.2.3
 */
export function fixedPackage(bytes: Uint8Array, words: PackageWords): Uint8Array<ArrayBuffer> {
  const entries = unzipSync(bytes);
  const numbers = chartNumbers(Object.keys(entries));
  const parts = Object.entries(entries)
    .filter(([path]) => !path.endsWith("/"))
    .map(([path, content]): [string, Uint8Array] => {
      const at = renumbered(path, numbers);
      const workbook = words.workbooks[EMBEDDED.exec(at)?.[1] ?? ""];
      if (workbook !== undefined) return [at, workbook];
      if (!/\.(xml|rels)$/.test(path)) return [at, content];
      const xml = strFromU8(content);
      // What people wrote may look like the name of a part: only lists of parts are changed.
      const isList = path === CONTENT_TYPES || path.endsWith(".rels");
      return [at, strToU8(isList ? renumbered(xml, numbers) : fixedXml(at, xml, words))];
    });
  const there = new Set(parts.map(([path]) => `/${path}`));
  return zipped(
    parts.map(([path, content]) =>
      path === CONTENT_TYPES ? [path, strToU8(withoutAbsent(strFromU8(content), there))] : [path, content],
    ),
  );
}

function zipped(parts: readonly (readonly [string, Uint8Array])[]): Uint8Array<ArrayBuffer> {
  const rank = (path: string) => (path === CONTENT_TYPES ? `0${path}` : `1${path}`);
  const sorted = parts.toSorted(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  const entries: Zippable = Object.fromEntries(
    sorted.map(([path, content]) => [path, [content, { mtime: FIRST_DAY, level: COMPRESSION }]]),
  );
  return zipSync(entries) as Uint8Array<ArrayBuffer>;
}

/** The library counts charts on from deck to deck; here the first of each deck is one again. */
function chartNumbers(paths: readonly string[]): ReadonlyMap<string, string> {
  const found = paths.flatMap((path) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(path)?.[1] ?? []);
  return new Map(found.toSorted((a, b) => Number(a) - Number(b)).map((number, index) => [number, `${index + 1}`]));
}

function renumbered(text: string, numbers: ReadonlyMap<string, string>): string {
  return text.replaceAll(
    new RegExp(CHART_PART, "g"),
    (_, name: string, number: string) => `${name}${numbers.get(number) ?? number}.`,
  );
}

const DATES = /(<dcterms:(created|modified)[^>]*>)[^<]*(?=<)/g;

function fixedXml(path: string, xml: string, { asOf, altTexts, languageTag }: PackageWords): string {
  if (path.endsWith("core.xml")) return xml.replaceAll(DATES, `$1${asOf}T00:00:00Z`).trimStart();
  if (/^ppt\/slides\/slide\d+\.xml$/.test(path)) return withAltTexts(uniqueShapeIds(xml), altTexts);
  if (/^ppt\/charts\/chart\d+\.xml$/.test(path))
    return xml.replace('<c:roundedCorners val="1"/>', '<c:roundedCorners val="0"/>');
  if (/^ppt\/notesSlides\/.*\.xml$/.test(path))
    return inParagraphs(xml).replaceAll(' lang="en-US"', ` lang="${languageTag}"`);
  return xml;
}

/** A shape of a name gets its text, where it has none. */
function withAltTexts(xml: string, altTexts: AltTexts): string {
  return xml.replaceAll(/<p:cNvPr id="\d+" name="([^"]*)"(?=\/?>)/g, (tag, name: string) => {
    const text = altTexts.get(name);
    return text === undefined ? tag : `${tag} descr="${escapeXml(text)}"`;
  });
}

/** The library writes notes as one paragraph; each of their lines is one of its own. */
function inParagraphs(xml: string): string {
  return xml.replaceAll(
    /<a:p><a:r>(<a:rPr[^>]*\/>)<a:t>([^<]*\n[^<]*)<\/a:t><\/a:r>/g,
    (_, look: string, text: string) =>
      text
        .split("\n")
        .map((line) => `<a:p><a:r>${look}<a:t>${line}</a:t></a:r>`)
        .join("</a:p>"),
  );
}

function withoutAbsent(xml: string, there: ReadonlySet<string>): string {
  return xml.replaceAll(/\s*<Override PartName="([^"]*)"[^>]*\/>/g, (tag, path: string) =>
    there.has(path) ? tag : "",
  );
}
