import type { FileToRead, InputKind, LargeFile, Reader, ReadResult } from "@nkp-planner/adapters";
import { type Finding, findingText, problemOf } from "@nkp-planner/core";
import type { PlanningData } from "../planning/planning-data.ts";
import { marksOfItsOwn } from "../state/agreed-prices.ts";
import type { FleetDraft, PriceBookDraft, PriceListDraft, TenantDraft } from "../state/scenario.ts";
import type { FileInBrowser, ProblemInFile, Progress, ReadAnswer, ReadAsk, ReadContent } from "./tasks.ts";
import { previewOf } from "./tenant-preview.ts";

const BYTES_PER_MB = 2 ** 20;
/** More than any reader looks at to tell what a file is. */
const HEAD_BYTES = 65_536;

/**
 * Reads files by what is in them before what they are called: those of one list or cluster together, the others each by
 * itself. @throws Error where a file is larger than its reader takes
 */
export async function readFiles(
  planningData: PlanningData,
  { files, options, currency, day }: ReadAsk,
  progress: Progress,
): Promise<readonly ReadAnswer[]> {
  const { columnTargets, filesByReader, INPUT_KINDS, readers, recogniseFor, withOrigins } = await import(
    "@nkp-planner/adapters"
  );
  const counter = counterOf(files, progress);
  const found = [];
  const unknown: ReadAnswer[] = [];
  for (const [index, file] of files.entries()) {
    const opened = await openedFile(file, counter);
    const recognised = recogniseFor(opened, readers, Object.keys(CONTENTS) as InputKind[]);
    if (recognised.reader === null) unknown.push(unreadable(index, recognised.finding));
    else found.push({ index, file: await held(opened, file, recognised.reader), reader: recognised.reader });
  }
  const library = await planningData.library();
  const answers: ReadAnswer[] = [];
  for (const { reader, files: together } of filesByReader(found)) {
    const result = await reader.readTogether(together, { options, currency, library });
    const fileIndexes = found.filter(({ file }) => together.includes(file)).map(({ index }) => index);
    const data = result.kind === "tenants" ? withOrigins(result, together[0].name, day) : result.data;
    const answer = answerOf({ ...result, data }, fileIndexes, INPUT_KINDS[result.kind].title);
    const columns = result.columns === undefined ? null : { ...result.columns, choices: columnTargets };
    answers.push({ ...answer, columns });
  }
  return [...answers, ...unknown];
}

/** Its first bytes alone: a large file is read piece by piece, and only once its reader is known. */
async function openedFile({ name, content }: FileInBrowser, count: (bytes: number) => void): Promise<LargeFile> {
  const head = new Uint8Array(await content.slice(0, HEAD_BYTES).arrayBuffer());
  return {
    name,
    head,
    async *chunks() {
      const pieces = content.stream().getReader();
      for (let next = await pieces.read(); !next.done; next = await pieces.read()) {
        count(next.value.length);
        yield next.value;
      }
    },
  };
}

async function held(
  large: LargeFile,
  { name, content }: FileInBrowser,
  { capabilities: { mostBytes, takesLarge = false } }: Reader,
): Promise<FileToRead | LargeFile> {
  if (content.size <= mostBytes) return { name, bytes: new Uint8Array(await content.arrayBuffer()) };
  if (takesLarge) return large;
  throw new Error(`it is larger than ${Math.floor(mostBytes / BYTES_PER_MB)} MB; split it.`);
}

/** Says how far the files are read, a step a percent. */
function counterOf(files: readonly FileInBrowser[], progress: Progress): (bytes: number) => void {
  const of = files.reduce((sum, { content }) => sum + content.size, 0);
  let [done, said] = [0, 0];
  return (bytes) => {
    done += bytes;
    const percent = Math.floor((done * 100) / of);
    if (percent > said) progress(done, of);
    said = percent;
  };
}

function answerOf(result: ReadResult, fileIndexes: readonly number[], title: string): ReadAnswer {
  const { kind, value, data: written, findings, report, tenantKeys } = result;
  const content = value === null ? UNREADABLE : (CONTENTS[kind]?.(written) ?? { kind: "other" as const, title });
  return { fileIndexes, tenantKeys, columns: null, content, report, ...saidOf(findings) };
}

function unreadable(index: number, finding: Finding): ReadAnswer {
  return {
    fileIndexes: [index],
    tenantKeys: [],
    columns: null,
    content: UNREADABLE,
    report: null,
    ...saidOf([finding]),
  };
}

const UNREADABLE: ReadContent = { kind: "unreadable" };

/** What the page can take up, as it was written. Checked when it was read. */
const CONTENTS: { readonly [Kind in InputKind]?: (written: unknown) => ReadContent } = {
  tenants(written) {
    const tenants = written as readonly TenantDraft[];
    return { kind: "tenants", tenants, preview: previewOf(tenants) };
  },
  fleet: (written) => ({ kind: "fleet", fleet: marksOfItsOwn(written as FleetDraft) }),
  "price-book": (written) => ({ kind: "price-book", prices: written as PriceBookDraft }),
  "price-list": (written) => ({ kind: "price-list", priceList: written as PriceListDraft }),
};

function inFile(finding: Finding): ProblemInFile {
  const { subject } = finding;
  return { ...problemOf(finding), file: subject.in === "input" ? subject.file : undefined };
}

function saidOf(findings: readonly Finding[]): Pick<ReadAnswer, "problems" | "notices"> {
  const isError = ({ severity }: Finding) => severity === "error";
  return {
    problems: findings.filter(isError).map(inFile),
    notices: findings.filter((finding) => !isError(finding)).map((finding) => findingText(finding)),
  };
}
